#include "application/network.h"

#include <doctest/doctest.h>

#include <fstream>

#include "application/journal_in_memory.h"

namespace waystation {

namespace {

constexpr auto example = "examples/shenyang-2021";
const ZoneId huanggu{"SY-HG-01"};
const OutletId xianggong{"102221004264"};

bool stands_in(const Bank& bank, const PersonId& id) {
  const auto& person = bank.people.at(id);
  if (!person.volunteered_on || !person.residence || person.skills.empty()) return false;
  const Day eighth = *parse_day("2021-01-08");
  const Time now = *parse_time("2021-01-07T08:00:00+08:00");
  return bank.communities.at(*person.residence).zone == huanggu &&
         quarantine::unfit_reasons(bank, id, eighth, now).empty();
}

}  // namespace

TEST_CASE("the Shenyang example is the network of the report of January 2021") {
  ImportReport report;
  const auto loaded = load_network_folder(example, &report);
  for (const ImportError& error : report.errors) MESSAGE(to_text(error));
  REQUIRE(loaded.has_value());
  const Bank& bank = *loaded;
  CHECK(bank.outlets.size() == 209);
  CHECK(bank.communities.size() == 11);
  std::int64_t people = 0, customers = 0;
  for (const auto& [id, community] : bank.communities) {
    people += community.people, customers += community.card_customers;
    CHECK(community.zone == huanggu);
  }
  CHECK(people == 105'000);
  CHECK(customers >= 30'000);
  CHECK(bank.zones.at(huanggu).sealed_at == *parse_time("2021-01-02T00:00:00+08:00"));
  for (const char* id : {"102221004264", "102221004221", "102221004230"})
    CHECK(zone::sealed_zone_of(bank, OutletId{id}, *parse_time("2021-01-08T08:00:00+08:00")) ==
          huanggu);
}

TEST_CASE("exactly five people of the example may stand in, and they volunteered on 6 January") {
  const auto bank = load_network_folder(example);
  REQUIRE(bank.has_value());
  std::vector<std::string> fit;
  for (const auto& [id, person] : bank->people)
    if (stands_in(*bank, id)) fit.push_back(id.text);
  CHECK(fit ==
        std::vector<std::string>{"SY-S0101", "SY-S0102", "SY-S0103", "SY-S0104", "SY-S0105"});
  CHECK(bank->people.at({"SY-S0101"}).volunteered_on == parse_day("2021-01-06"));
}

TEST_CASE(
    "the example has 250 suits, 1,250 wipes and one van with a pass from the 8th to the 21st") {
  const auto bank = load_network_folder(example);
  REQUIRE(bank.has_value());
  const Day eighth = *parse_day("2021-01-08");
  CHECK(supply::stock(*bank, xianggong, supply::Item::suit, eighth) == 250);
  CHECK(supply::stock(*bank, xianggong, supply::Item::wipe, eighth) == 1250);
  const auto& zone = bank->zones.at(huanggu);
  using enum zone::PassKind;
  CHECK(zone::pass_for(zone, cash_van, "SY-V01", eighth));
  CHECK(zone::pass_for(zone, cash_van, "SY-V01", *parse_day("2021-01-21")));
  CHECK(!zone::pass_for(zone, cash_van, "SY-V01", *parse_day("2021-01-22")));
  CHECK(policy::in_force(*bank, policy::Key::shift_team_days, huanggu, eighth).value == 14);
  CHECK(zone::grant_for(zone, xianggong));
}

TEST_CASE("every position of the example says that it is synthetic") {
  const auto bank = load_network_folder(example);
  REQUIRE(bank.has_value());
  for (const auto& [id, outlet] : bank->outlets)
    CHECK(outlet.position_source == (outlet.kind == outlet::Kind::back_office
                                         ? PositionSource::unknown
                                         : PositionSource::synthetic));
  for (const auto& [id, community] : bank->communities)
    CHECK(community.position_source == PositionSource::synthetic);
}

TEST_CASE("a folder that loads as a network also imports into a log") {
  JournalInMemory log;
  Desk desk(log, [] { return *parse_time("2021-01-07T08:00:00+08:00"); });
  ImportOptions options;
  options.at = parse_time("2021-01-07T08:00:00+08:00");
  options.role_for_accounts = Role::administrator;
  const auto report = import_files(desk, {example}, options);
  for (const ImportError& error : report.errors) MESSAGE(to_text(error));
  CHECK(report.ok());
  CHECK(report.imported == report.rows);
  CHECK(report.postponed == 0);
  const auto bank = load_network_folder(example);
  REQUIRE(bank.has_value());
  CHECK(to_json(desk.standing()->bank.people) == to_json(bank->people));
  CHECK(to_json(desk.standing()->bank.shelves) == to_json(bank->shelves));
}

TEST_CASE("a folder that is not there or has bad rows is no network") {
  CHECK(load_network_folder("examples/atlantis").error().code == "network.unreadable");
  const auto folder = std::filesystem::temp_directory_path() / "waystation-network-test";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "cities.csv") << "id,name,time_zone\nSY,沈阳市,Mars/Olympus\n";
  const auto loaded = load_network_folder(folder);
  std::filesystem::remove_all(folder);
  REQUIRE(loaded.has_error());
  CHECK(loaded.error().code == "network.bad-rows");
  CHECK(loaded.error().where ==
        "cities.csv:2: time_zone: \"Mars/Olympus\" is not a time zone such as Asia/Shanghai");
}

}  // namespace waystation
