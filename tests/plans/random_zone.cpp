#include "random_zone.h"

#include <cstdlib>
#include <random>

namespace waystation::plans {

namespace {

// The distributions of the standard library differ between machines; these do not.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}
  int between(int least, int most) {
    return least + int(engine_() % std::uint64_t(most - least + 1));
  }
  bool one_in(int n) { return between(1, n) == 1; }

 private:
  std::mt19937_64 engine_;
};

Span span(Chance& chance, int days) {
  const int from = chance.between(-2, days - 1);
  return {from, from + chance.between(0, 6)};  // A pass is valid for seven days at most.
}

Rules rules(Chance& chance) {
  Rules out;
  out.visits_per_window = chance.between(1, 4);
  out.payout_yuan = 1000 * chance.between(0, 2);
  out.reach_metres = 1 + 112 * chance.between(0, 6);
  out.team_days = chance.one_in(3) ? chance.between(1, 3) : 7;
  out.van_interval_days = chance.between(1, 3);
  out.spares = chance.one_in(2) ? chance.between(0, 1) : chance.between(0, 4);
  out.suits_per_person = chance.between(0, 2);
  out.wipes_per_suit = chance.between(0, 2);
  out.cover_days = chance.between(0, 4);
  return out;
}

std::vector<Stock> stock(Chance& chance) {
  if (!chance.one_in(4)) return {{1000, {}}};
  std::vector<Stock> out;
  for (int lots = chance.between(0, 3); lots > 0; --lots) {
    out.push_back({chance.between(1, 120), {}});
    if (chance.one_in(2)) out.back().expires = chance.between(-1, 6);
  }
  return out;
}

Branch branch(Chance& chance) {
  Branch out{.at = chance.between(1, 5), .windows = chance.one_in(12) ? 0 : chance.between(1, 3)};
  out.machines = chance.between(0, 1);
  out.cash_limit_yuan = chance.one_in(5) ? 1000 * chance.between(0, 8) : 1'000'000;
  out.suits = stock(chance);
  out.wipes = stock(chance);
  if (chance.one_in(5))
    out.must_open = true;
  else
    out.must_stay_shut = chance.one_in(12);
  return out;
}

// Most have one trade, so that crews are short of each in turn.
Colleague colleague(Chance& chance, int days) {
  Colleague out;
  for (int trades = chance.one_in(3) ? 2 : 1; trades > 0; --trades) {
    const auto trade = std::array{supervisor, teller, teller, lobby, guard}[chance.between(0, 4)];
    out.can[trade] = true;
    if (trade == supervisor || trade == teller) out.can[vault] = !chance.one_in(4);
  }
  out.inside = !chance.one_in(12);
  out.excluded = chance.one_in(16);
  out.positive = chance.one_in(20);
  if (chance.one_in(8)) out.measure = span(chance, days);
  if (chance.one_in(2)) out.household = chance.between(1, 2);
  return out;
}

// Rarely do nine people drawn by chance make two crews, so often some are asked to.
void complete_crews(Chance& chance, RandomZone& zone) {
  std::size_t next = 0;
  for (int crews = std::min(2, chance.between(0, 3)); crews > 0; --crews)
    for (const Skill trade : {supervisor, teller, lobby, guard}) {
      if (next == zone.people.size()) return;
      Colleague& person = zone.people[next++];
      person.can[trade] = true;
      person.can[vault] |= trade == supervisor || trade == teller;
      person.inside = true, person.excluded = person.positive = false, person.measure = {};
    }
}

using Lines = std::string;

std::string day_text(int day) {
  const int date = 8 + day;  // Plans are short: January it stays.
  return std::string("2021-01-") + (date < 10 ? "0" : "") + std::to_string(date);
}

std::string degrees(int thousandths) {
  const std::string digits = std::to_string(1000 + thousandths);
  return "41." + digits.substr(1);
}

std::string name_of(char kind, std::size_t index) {
  return kind + std::to_string(index + 1);
}

// Codes with their check digits, rising.
constexpr const char* outlet_codes[] = {"102221000010", "102221000028", "102221000036"};

Lines communities_of(const RandomZone& zone) {
  Lines out =
      "id,name,city,zone,lon,lat,position_source,people,card_customers,elderly_permille\n"
      "E1,outside,X,,123.4,41.9,synthetic,1,1,0\n";
  for (std::size_t j = 0; j < zone.quarters.size(); ++j) {
    const Quarter& q = zone.quarters[j];
    // Rounded up, so that the share of the visits comes out again.
    const int permille = q.visits > 0 ? (q.critical * 1000 + q.visits - 1) / q.visits : 0;
    out += name_of('C', j) + ",c,X,Z,123.4," + degrees(q.at) + ",synthetic,9," +
           std::to_string(q.visits) + ',' + std::to_string(permille) + '\n';
  }
  return out;
}

Lines outlets_of(const RandomZone& zone) {
  Lines out =
      "code,name,city,community,lon,lat,position_source,windows,machines,cash_float_yuan,"
      "cash_limit_yuan\n";
  for (std::size_t i = 0; i < zone.branches.size(); ++i) {
    const Branch& b = zone.branches[i];
    out += std::string(outlet_codes[i]) + ",o,X,C1,123.4," + degrees(b.at) + ",synthetic," +
           std::to_string(b.windows) + ',' + std::to_string(b.machines) + ",0," +
           std::to_string(b.cash_limit_yuan) + '\n';
  }
  return out;
}

Lines staff_of(const RandomZone& zone) {
  static const char* const words[] = {"supervisor", "teller", "lobby", "guard", "vault"};
  Lines out = "id,name,phone,outlet,residence,household,skills,volunteered_on\n";
  for (std::size_t p = 0; p < zone.people.size(); ++p) {
    const Colleague& person = zone.people[p];
    std::string can;
    for (int skill = 0; skill < skills; ++skill)
      if (person.can[std::size_t(skill)]) (can += can.empty() ? "" : ";") += words[skill];
    // Who does not volunteer cannot serve either, and who lives outside cannot volunteer.
    const bool lives_outside = !person.inside && p % 2 == 0;
    out += name_of('P', p) + ",n,1," + outlet_codes[0] + ',' + (lives_outside ? "E1," : "C1,") +
           (person.household > 0 ? name_of('H', std::size_t(person.household)) : "") + ',' + can +
           (person.inside ? ",2021-01-05\n" : ",\n");
  }
  return out;
}

Lines health_of(const RandomZone& zone, bool measures) {
  Lines out = measures ? "person,kind,scheme,from,until\n" : "person,sampled_at,result\n";
  for (std::size_t p = 0; p < zone.people.size(); ++p) {
    const Colleague& person = zone.people[p];
    if (measures && person.measure)
      out += name_of('P', p) + ",central_quarantine,14+7," + day_text(person.measure->from) + ',' +
             day_text(person.measure->until) + '\n';
    if (!measures && person.positive)
      out += name_of('P', p) + ",2021-01-06T08:00:00+08:00,positive\n";
  }
  return out;
}

Lines supplies_of(const RandomZone& zone) {
  Lines out = "outlet,item,lot,quantity,expires_on\n";
  const auto add = [&](std::size_t i, const char* item, const std::vector<Stock>& lots) {
    for (std::size_t k = 0; k < lots.size(); ++k)
      out += std::string(outlet_codes[i]) + ',' + item + ',' + name_of(*item, k) + ',' +
             std::to_string(lots[k].quantity) + ',' +
             (lots[k].expires ? day_text(*lots[k].expires) : "") + '\n';
  };
  for (std::size_t i = 0; i < zone.branches.size(); ++i) {
    add(i, "suit", zone.branches[i].suits);
    add(i, "wipe", zone.branches[i].wipes);
  }
  return out;
}

Lines pins_of(const RandomZone& zone) {
  Lines out = "kind,target,reason,until\n";
  const auto pin = [&](const char* kind, const std::string& target) {
    out += std::string(kind) + ',' + target + ",order,2021-01-31\n";
  };
  for (std::size_t i = 0; i < zone.branches.size(); ++i) {
    if (zone.branches[i].must_open) pin("must_open", outlet_codes[i]);
    if (zone.branches[i].must_stay_shut) pin("must_stay_shut", outlet_codes[i]);
  }
  for (std::size_t p = 0; p < zone.people.size(); ++p)
    if (zone.people[p].excluded) pin("person_excluded", name_of('P', p));
  return out;
}

Lines policies_of(const Rules& r) {
  Lines out = "key,zone,outlet,from,value,grade,source\n";
  const std::pair<const char*, int> values[] = {{"visits_per_thousand_customers", 1000},
                                                {"visits_per_window_day", r.visits_per_window},
                                                {"critical_visit_payout_yuan", r.payout_yuan},
                                                {"reach_walk_max_metres", r.reach_metres},
                                                {"shift_team_days", r.team_days},
                                                {"van_visit_interval_days", r.van_interval_days},
                                                {"spare_per_team_people", r.spares},
                                                {"suits_per_person_day", r.suits_per_person},
                                                {"wipes_per_suit_change", r.wipes_per_suit},
                                                {"ppe_cover_min_days", r.cover_days}};
  for (const auto& [key, value] : values)
    out += std::string(key) + ",Z,,2021-01-02," + std::to_string(value) + ",S,test\n";
  return out;
}

Lines passes_of(const RandomZone& zone) {
  Lines out = "zone,kind,holder,gate,window_from,window_to,valid_from,valid_to\n";
  for (const Span& pass : zone.passes)
    out +=
        "Z,cash_van,V,east,07:30,08:00," + day_text(pass.from) + ',' + day_text(pass.until) + '\n';
  return out;
}

}  // namespace

RandomZone random_zone(std::uint64_t seed) {
  Chance chance(seed);
  RandomZone out{.days = chance.between(1, 6), .rules = rules(chance)};
  for (int n = chance.between(1, 3); n > 0; --n) {
    const int visits = chance.one_in(8) ? 0 : chance.between(1, 6);
    out.quarters.push_back({chance.between(0, 6), visits, chance.between(0, visits)});
  }
  for (int n = chance.between(1, 3); n > 0; --n) out.branches.push_back(branch(chance));
  for (int n = chance.between(3, 10); n > 0; --n) out.people.push_back(colleague(chance, out.days));
  complete_crews(chance, out);
  for (int n = chance.one_in(10) ? 0 : chance.between(1, 2); n > 0; --n)
    out.passes.push_back(chance.one_in(2) ? Span{0, 6} : span(chance, out.days));
  out.carry_yuan = chance.one_in(5) ? 1000 * chance.between(1, 12) : 1'000'000;
  return out;
}

std::map<std::string, std::string> files_of(const RandomZone& zone) {
  return {
      {"cities.csv", "id,name,time_zone\nX,某市,Asia/Shanghai\n"},
      {"zones.csv",
       "id,name,city,scheme,kind,sealed_at\n"
       "Z,z,X,s,key_control_area,2021-01-02T00:00:00+08:00\n"},
      {"communities.csv", communities_of(zone)},
      {"outlets.csv", outlets_of(zone)},
      {"staff.csv", staff_of(zone)},
      {"measures.csv", health_of(zone, true)},
      {"tests.csv", health_of(zone, false)},
      {"supplies.csv", supplies_of(zone)},
      {"pins.csv", pins_of(zone)},
      {"policies.csv", policies_of(zone.rules)},
      {"vans.csv", "id,plate,city,carry_limit_yuan,suits_capacity\nV,p,X," +
                       std::to_string(zone.carry_yuan) + ",200\n"},
      {"passes.csv", passes_of(zone)},
  };
}

std::int64_t metres_between(const Quarter& quarter, const Branch& branch) {
  return std::int64_t(std::abs(quarter.at - branch.at)) * 111'195 / 1000;
}

}  // namespace waystation::plans
