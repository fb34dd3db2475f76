#include "cli/made_up_zone.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "application/network.h"
#include "planning/province/random.h"

namespace waystation::cli {

namespace {

using planning::province::Random;

std::string code_of(int outlet) {
  for (int digit = 0; digit < 10; ++digit)
    if (auto code = fmt::format("10222{:06}{}", 1000 + outlet, digit); outlet::is_cnaps_code(code))
      return code;
  throw std::logic_error("no check digit fits");
}

struct Maker {
  Random random;
  int outlets = 1;

  // Thousandths of a degree: a hundred metres or so.
  std::string place() {
    const int side = 10 + 5 * outlets;
    return fmt::format("123.{:03},41.{:03}", random.below(side), random.below(side));
  }

  std::string communities_csv() {
    std::string out =
        "id,name,city,zone,lon,lat,position_source,people,card_customers,elderly_permille\n";
    for (int j = 0; j < 5 * outlets; ++j) {
      const auto people = random.between(1000, 8000);
      out += fmt::format("C{},c,X,Z,{},synthetic,{},{},{}\n", j + 1, place(), people,
                         people * random.between(400, 800) / 1000, random.between(100, 350));
    }
    return out;
  }

  std::string outlets_csv() {
    std::string out =
        "code,name,city,community,lon,lat,position_source,windows,machines,cash_float_yuan,"
        "cash_limit_yuan\n";
    constexpr int windows[] = {2, 3, 3, 4, 5, 6};
    for (int i = 0; i < outlets; ++i)
      out += fmt::format("{},o,X,C{},{},synthetic,{},{},0,2000000\n", code_of(i), i + 1, place(),
                         windows[random.below(6)], random.below(2));
    return out;
  }

  // Most have one trade, some two; one in six shares a home with a colleague.
  std::string staff_csv() {
    std::string out = "id,name,phone,outlet,residence,household,skills,volunteered_on\n";
    const std::int64_t people = outlets * random.between(12, 22);
    for (std::int64_t p = 0; p < people; ++p) {
      constexpr const char* trades[] = {
          "supervisor;vault", "teller;vault",           "teller", "teller", "lobby", "guard",
          "teller;lobby",     "supervisor;vault;teller"};
      const auto household =
          random.permille(170) ? fmt::format("H{}", random.below(people / 3) + 1) : "";
      out += fmt::format("P{},n,1,{},C{},{},{},2021-01-05\n", p + 1, code_of(int(p % outlets)),
                         random.below(5 * outlets) + 1, household, trades[random.below(8)]);
    }
    return out;
  }

  std::string supplies_csv() const {
    std::string out = "outlet,item,lot,quantity,expires_on\n";
    for (int i = 0; i < outlets; ++i)
      out += fmt::format("{0},suit,s{1},20000,\n{0},wipe,w{1},20000,\n", code_of(i), i + 1);
    return out;
  }
};

}  // namespace

Bank made_up_zone(int outlets, std::uint64_t seed) {
  Maker maker{Random(seed * 100 + std::uint64_t(outlets)), outlets};
  const std::vector<ImportText> files = {
      {"cities.csv", "id,name,time_zone\nX,x,Asia/Shanghai\n"},
      {"zones.csv",
       "id,name,city,scheme,kind,sealed_at\n"
       "Z,z,X,s,key_control_area,2021-01-02T00:00:00+08:00\n"},
      {"communities.csv", maker.communities_csv()},
      {"outlets.csv", maker.outlets_csv()},
      {"staff.csv", maker.staff_csv()},
      {"supplies.csv", maker.supplies_csv()},
      {"policies.csv",
       "key,zone,outlet,from,value,grade,source\n"
       "visits_per_thousand_customers,Z,,2021-01-02,25,S,bench\n"
       "visits_per_window_day,Z,,2021-01-02,70,S,bench\n"
       "spare_per_team_people,Z,,2021-01-02,1,S,bench\n"},
      {"vans.csv", "id,plate,city,carry_limit_yuan,suits_capacity\nV,p,X,9000000,2000\n"},
      {"passes.csv",
       "zone,kind,holder,gate,window_from,window_to,valid_from,valid_to\n"
       "Z,cash_van,V,east,07:30,08:00,2021-01-06,2021-01-12\n"
       "Z,cash_van,V,east,07:30,08:00,2021-01-13,2021-01-19\n"
       "Z,cash_van,V,east,07:30,08:00,2021-01-20,2021-01-26\n"},
  };
  const auto bank = load_network(files);
  if (!bank) throw std::logic_error("the made-up zone does not load: " + bank.error().where);
  return *bank;
}

}  // namespace waystation::cli
