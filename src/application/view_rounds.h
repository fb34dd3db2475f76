#pragma once
// 消杀: one outlet's rounds in full: the clock of each surface, what is under way, how to mix,
// which lots to take, the airings. The workplace reads it, and can go on with it while the line is
// cut.
#include "application/view.h"

namespace waystation::view {

// What a round must be before it counts.
struct AgentRule {
  disinfection::Agent agent = disinfection::Agent::chlorine;
  disinfection::Kind kind = disinfection::Kind::routine;
  std::int64_t least = 0;  // mg/L of available chlorine, or per cent of alcohol.
  std::int64_t contact_minutes = 0;
};
BOOST_DESCRIBE_STRUCT(AgentRule, (), (agent, kind, least, contact_minutes))

// So much of the stock and so much water give a bucket of that strength.
struct Recipe {
  disinfection::Form form = disinfection::Form::liquid;
  std::int64_t product = 0;  // mg/L of the stock solution, or mg in each tablet.
  std::int64_t asked = 0;    // mg/L.
  std::int64_t litres = 0;
  std::int64_t stock = 0;  // Millilitres, or tablets.
  std::int64_t water_ml = 0;
  std::int64_t mg_per_litre = 0;
};
BOOST_DESCRIBE_STRUCT(Recipe, (), (form, product, asked, litres, stock, water_ml, mg_per_litre))

struct RoundUnderWay {
  disinfection::OpenRound round;
  Time ready_at;  // When its contact time is over.
};
BOOST_DESCRIBE_STRUCT(RoundUnderWay, (), (round, ready_at))

struct RoundsQuery {
  OutletId outlet;
};
BOOST_DESCRIBE_STRUCT(RoundsQuery, (), (outlet))

struct RoundsPage {
  static constexpr auto name = "rounds";
  static constexpr Roles roles = everyone_signed_in;
  using Query = RoundsQuery;
  OutletId outlet;
  std::string time_zone;
  std::int32_t machines = 0;
  disinfection::Alert alert = disinfection::Alert::normal;
  std::vector<disinfection::Duty> duties;
  std::vector<disinfection::Clock> clocks;       // The first due first.
  std::vector<disinfection::Surface> untreated;  // What the gate still asks for.
  std::vector<disinfection::Treated> treated;    // The latest first.
  std::vector<RoundUnderWay> open;
  bool terminal_outstanding = false;
  disinfection::Airings airings;
  std::int64_t airing_minutes = 0;  // The least that counts.
  std::vector<AgentRule> rules;
  std::vector<Recipe> recipes;
  std::vector<supply::Lot> agents;  // That may be used today, in the order in which they go out.
  std::int64_t version = 0;         // Of disinfection, for If-Match.
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(RoundsPage, (),
                      (outlet, time_zone, machines, alert, duties, clocks, untreated, treated, open,
                       terminal_outstanding, airings, airing_minutes, rules, recipes, agents,
                       version, now, as_of_seq, as_of))
Decision<RoundsPage> see(const Viewing&, const RoundsQuery&);

}  // namespace waystation::view
