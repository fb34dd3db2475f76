#include "checking/province/network.h"

#include "checking/province/reader.h"

namespace waystation::checking::province {

namespace {

constexpr std::int64_t most_price = 1'000'000'000, most_visits = 1'000'000, most_metres = 1'000'000,
                       most_things = 10'000'000;

std::array<std::int64_t, posts> posts_of(Reader& reader, const std::string& key) {
  const auto all = reader.wholes(key, 100);
  if (all.size() != posts) refuse(reader.place(key), "expected one number a kind of post");
  std::array<std::int64_t, posts> out{};
  for (int post = 0; post < posts; ++post) out[post] = all[post];
  return out;
}

void read_rules(Reader& reader, Network& out) {
  out.days = reader.whole("days", most_days);
  out.team_days = reader.whole("team_days", most_days);
  if (!out.days || !out.team_days) refuse(reader.place("days"), "expected 1 or more");
  out.visits_per_window = reader.whole("visits_per_window", most_visits);
  Reader weights(reader.next("weights"), reader.place("weights"));
  out.loss_critical = weights.whole("critical", most_price);
  out.loss_ordinary = weights.whole("ordinary", most_price);
  out.person_day = weights.whole("person_day", most_price);
  out.metre = weights.whole("metre", 1'000'000);
  weights.end();
  Reader crew(reader.next("crew"), reader.place("crew"));
  out.fixed = posts_of(crew, "fixed");
  out.per_window = posts_of(crew, "per_window");
  crew.end();
}

// A row of a table: its first numbers, each within its own limit.
std::vector<std::int64_t> row_of(const JsonValue& row, const std::string& where, std::size_t size) {
  auto out = wholes(row, where, most_things);
  if (out.size() != size) refuse(where, "expected " + std::to_string(size) + " numbers");
  return out;
}

std::int64_t known(std::int64_t index, std::size_t count, const std::string& where) {
  if (index >= std::int64_t(count)) refuse(where, "names what is not there");
  return index;
}

Community community_of(const JsonValue& row, const std::string& where, const Network& network) {
  const auto& cells = items(row, where);
  if (cells.size() != 4) refuse(where, "expected region, walks, critical and ordinary visits");
  Community out;
  out.region = known(whole(cells[0], where, most_things), network.regions.size(), where);
  const auto walks = wholes(cells[1], where, most_metres);
  if (walks.size() % 2) refuse(where, "expected outlets and metres in pairs");
  for (std::size_t k = 0; k < walks.size(); k += 2) {
    known(walks[k], network.outlets.size(), where);
    if (network.outlets[walks[k]].region != out.region) refuse(where, "walks out of its region");
    out.walks.push_back({walks[k], walks[k + 1]});
  }
  out.critical = wholes(cells[2], where, most_visits);
  out.ordinary = wholes(cells[3], where, most_visits);
  const auto days = std::size_t(network.days);
  if (out.critical.size() != days || out.ordinary.size() != days)
    refuse(where, "expected visits for every day");
  return out;
}

void read_tables(Reader& reader, Network& out) {
  for (const JsonValue& row : reader.list("regions")) {
    const auto cells = row_of(row, "/regions", 2);
    out.regions.push_back({cells[0], cells[1] != 0});
  }
  for (const JsonValue& row : reader.list("outlets")) {
    const auto cells = row_of(row, "/outlets", 2);
    known(cells[0], out.regions.size(), "/outlets");
    if (cells[1] > 100) refuse("/outlets", "more than 100 windows");
    out.outlets.push_back({cells[0], cells[1]});
  }
  std::size_t at = 0;
  for (const JsonValue& row : reader.list("communities"))
    out.communities.push_back(community_of(row, "/communities/" + std::to_string(at++), out));
  for (const JsonValue& row : reader.list("staff")) {
    const auto cells = row_of(row, "/staff", 3);
    known(cells[0], out.regions.size(), "/staff");
    out.staff.push_back({cells[0], unsigned(cells[1]) % subsets, cells[2] != 0});
  }
}

}  // namespace

std::int64_t Network::people(std::int64_t windows) const {
  std::int64_t sum = 0;
  for (int post = 0; post < posts; ++post) sum += fixed[post] + per_window[post] * windows;
  return sum;
}

Network read_network(std::string_view text) {
  try {
    const JsonValue json = read_json(text);
    Reader reader(json, "");
    reader.format("waystation province network 1");
    Network out;
    read_rules(reader, out);
    read_tables(reader, out);
    reader.end();
    return out;
  } catch (const Broken& broken) {
    throw Unreadable{broken.where, broken.detail};
  }
}

}  // namespace waystation::checking::province
