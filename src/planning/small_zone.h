#pragma once
// Small sealed zones made by hand, for the tests of the planner.
#include "domain/bank.h"

namespace waystation::planning {

inline const Day eighth = *parse_day("2021-01-08");

// A zone "Z" of city "SY" in which a van may enter every day of January 2021.
struct SmallZone {
  Bank bank;

  SmallZone() {
    bank.cities.edit({"SY"}) = {"沈阳市", "Asia/Shanghai"};
    auto& zone = bank.zones.edit({"Z"});
    zone.city = {"SY"};
    zone.sealed_at = *parse_time("2021-01-02T00:00:00+08:00");
    zone.passes.push_back({zone::PassKind::cash_van, "V1", "East gate", TimeOfDay{450},
                           TimeOfDay{480}, *parse_day("2021-01-01"), *parse_day("2021-01-31")});
    bank.vans.edit({"V1"}) = {"辽A-示01", {"SY"}, yuan(5'000'000), 200};
  }

  // Metres are along a line: a thousandth of a degree of latitude is 111 m.
  SmallZone& community(const std::string& id, int lat_thousandths, int customers, int elderly) {
    auto& c = bank.communities.edit({id});
    c.city = {"SY"};
    c.zone = ZoneId{"Z"};
    c.at = {123'400'000, 41'800'000 + lat_thousandths * 1000};
    c.card_customers = customers;
    c.elderly_permille = elderly;
    return *this;
  }

  SmallZone& outlet(const std::string& id, const std::string& community, int windows,
                    std::int64_t suits = 1000) {
    auto& o = bank.outlets.edit({id});
    o.title = "Outlet " + id;
    o.city = {"SY"};
    o.community = CommunityId{community};
    o.at = bank.communities.at({community}).at;
    o.position_source = PositionSource::synthetic;
    o.windows = windows;
    o.machines = 2;
    o.cash_limit = yuan(5'000'000);
    bank.shelves.edit({id}).lots = {{supply::Item::suit, "S", suits, {}},
                                    {supply::Item::wipe, "W", suits * 5, {}}};
    return *this;
  }

  SmallZone& person(const std::string& id, std::vector<staff::Skill> skills,
                    const std::string& household = {}) {
    auto& p = bank.people.edit({id});
    p.name = {"王" + id};
    p.home_outlet = bank.outlets.begin()->first;
    p.residence = bank.communities.begin()->first;
    p.household = household;
    p.skills = std::move(skills);
    p.volunteered_on = *parse_day("2021-01-06");
    return *this;
  }

  // One window's crew with a spare: five people, numbered from `first`.
  SmallZone& crew(int first) {
    using enum staff::Skill;
    const auto id = [&](int i) { return "P" + std::to_string(first + i); };
    return person(id(0), {supervisor, vault})
        .person(id(1), {teller, vault})
        .person(id(2), {lobby})
        .person(id(3), {guard})
        .person(id(4), {teller});
  }

  SmallZone& isolate(const std::string& id, const char* from, const char* until) {
    bank.health.edit({id}).measure = quarantine::Measure{
        quarantine::MeasureKind::central_quarantine, "14+7", *parse_day(from), *parse_day(until)};
    return *this;
  }

  SmallZone& with(policy::Key key, std::int64_t value) {
    bank.policies.overrides.push_back({key,
                                       ZoneId{"Z"},
                                       {},
                                       *parse_day("2021-01-01"),
                                       {value, policy::Grade::A, "test"},
                                       {},
                                       {}});
    ++bank.policies.version;
    return *this;
  }
};

}  // namespace waystation::planning
