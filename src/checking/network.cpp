#include "checking/network.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>

#include "checking/broken.h"
#include "checking/csv.h"

namespace waystation::checking {

namespace {

using Row = CsvTable::Row;

void each_row(const Files& files, const std::string& name,
              const std::function<void(const Row&)>& visit) {
  const auto found = files.find(name);
  if (found == files.end()) return;
  const CsvTable table(name, found->second);
  for (std::size_t i = 0; i < table.size(); ++i) visit(table.row(i));
}

Place place(const Row& row) {
  return {row.micro_degrees("lon"), row.micro_degrees("lat")};
}

std::optional<Place> place_of_outlet(const Row& row) {
  if (row.empty("position_source") || row.text("position_source") == "unknown") return {};
  return place(row);
}

std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string word; std::getline(in, word, ';');)
    if (!word.empty()) out.push_back(word);
  return out;
}

// Cities may be given by id or by name.
std::string city_id(const Network& network, const std::string& id_or_name) {
  for (const auto& [id, name] : network.cities)
    if (name == id_or_name) return id;
  return id_or_name;
}

template <class Map> auto& known(Map& map, const Row& row, std::string_view column) {
  const auto found = map.find(row.required(column));
  if (found == map.end()) row.fail(column, '"' + row.text(column) + "\" is unknown");
  return found->second;
}

void read_places(const Files& files, Network& out) {
  each_row(files, "cities.csv",
           [&](const Row& row) { out.cities[row.required("id")] = row.text("name"); });
  each_row(files, "zones.csv", [&](const Row& row) {
    const auto sealed_at = read_moment(row.text("sealed_at"));
    if (!sealed_at) row.fail("sealed_at", "not a time such as 2021-01-02T12:00:00+08:00");
    out.zones[row.required("id")] = {city_id(out, row.text("city")), *sealed_at};
  });
  each_row(files, "communities.csv", [&](const Row& row) {
    CommunityFacts& community = out.communities[row.required("id")];
    community = {city_id(out, row.text("city")), row.text("zone"), place(row)};
    community.card_customers = row.whole("card_customers", 0);
    community.elderly_permille = row.whole("elderly_permille", 0);
  });
  each_row(files, "outlets.csv", [&](const Row& row) {
    OutletFacts& outlet = out.outlets[row.required("code")];
    outlet = {city_id(out, row.text("city")), row.text("community"), place_of_outlet(row)};
    outlet.windows = row.whole("windows", 0);
    outlet.machines = row.whole("machines", 0);
    outlet.float_fen = row.fen("cash_float_yuan");
    outlet.limit_fen = row.fen("cash_limit_yuan");
  });
}

void read_people(const Files& files, Network& out) {
  each_row(files, "staff.csv", [&](const Row& row) {
    PersonFacts& person = out.staff[row.required("id")];
    person.name = row.text("name");
    person.outlet = row.text("outlet");
    person.residence = row.text("residence");
    person.household = row.text("household");
    person.skills = words(row.text("skills"));
    person.volunteered = !row.empty("volunteered_on");
    if (person.volunteered) person.volunteered_on = row.date("volunteered_on");
  });
  each_row(files, "measures.csv", [&](const Row& row) {
    const std::string& kind = row.text("kind");
    known(out.staff, row, "person").measure =
        Measure{kind.empty() || kind == "central_quarantine", row.date("from"), row.date("until")};
  });
  each_row(files, "tests.csv", [&](const Row& row) {
    const auto sampled_at = read_moment(row.text("sampled_at"));
    if (!sampled_at) row.fail("sampled_at", "not a time such as 2021-01-02T12:00:00+08:00");
    auto& newest = known(out.staff, row, "person").test;
    if (newest && newest->sampled_at > *sampled_at) return;
    newest = Test{*sampled_at, row.text("result") == "positive"};
  });
}

void read_stores(const Files& files, Network& out) {
  each_row(files, "supplies.csv", [&](const Row& row) {
    Lot lot{row.required("item"), row.whole("quantity", 0), {}};
    if (!row.empty("expires_on")) lot.expires_on = row.date("expires_on");
    out.shelves[row.required("outlet")].push_back(std::move(lot));
  });
  each_row(files, "vans.csv", [&](const Row& row) {
    out.vans[row.required("id")] = {city_id(out, row.text("city")), row.fen("carry_limit_yuan"),
                                    row.whole("suits_capacity", 0)};
  });
}

void read_papers(const Files& files, Network& out) {
  each_row(files, "passes.csv", [&](const Row& row) {
    out.passes.push_back({row.required("zone"), row.required("kind"), row.required("holder"),
                          row.text("gate"), row.clock("window_from"), row.clock("window_to"),
                          row.date("valid_from"), row.date("valid_to")});
  });
  each_row(files, "pins.csv", [&](const Row& row) {
    out.pins[row.required("target")] = {row.required("kind"), row.date("until")};
  });
  each_row(files, "policies.csv", [&](const Row& row) {
    if (!PolicySet::knows(row.required("key"))) row.fail("key", "unknown policy");
    out.policies.add({row.text("key"), row.text("zone"), row.text("outlet"), row.date("from"),
                      row.signed_whole("value")});
  });
}

}  // namespace

const std::string& Network::zone_of(const std::string& community) const {
  static const std::string none;
  const auto found = communities.find(community);
  return found == communities.end() ? none : found->second.zone;
}

Files read_folder(const std::string& path) {
  std::error_code error;
  Files files;
  for (const auto& entry : std::filesystem::directory_iterator(path, error)) {
    if (entry.path().extension() != ".csv") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) throw Unreadable{entry.path().string(), "cannot be read"};
    files[entry.path().filename().string()] = std::move(text).str();
  }
  if (error) throw Unreadable{path, error.message()};
  if (!files.contains("outlets.csv"))
    throw Unreadable{path, "no outlets.csv: not a network folder"};
  return files;
}

Network read_network(const Files& files) {
  Network network;
  read_places(files, network);
  read_people(files, network);
  read_stores(files, network);
  read_papers(files, network);
  return network;
}

}  // namespace waystation::checking
