// H12 and H13: cash and supplies, day by day.
#include "checking/case.h"

namespace waystation::checking {

namespace {

void check_cash_of(const Case& c, std::size_t i) {
  const PlannedOutlet& o = c.planned(i);
  const ModelOutlet& outlet = c.outlet(i);
  const auto need = c.model.cash_need(outlet, o.windows);
  demand(o.cash_need == need, "H12", c.at(i, "cash_need"), instead(o.cash_need, need));
  demand(need <= outlet.facts->limit_fen, "H12", c.at(i, "cash_need"),
         instead(need, outlet.facts->limit_fen) + " fen at most");
  Wide in_hand = outlet.facts->float_fen;
  for (std::size_t d = 0; d < o.days.size(); ++d) {
    const PlannedDay& day = o.days[d];
    const auto where = c.at(i, "days/" + std::to_string(d));
    const Wide payout = Wide(day.critical_served) * outlet.payout_fen;
    demand(day.payout == payout, "H12", where + "/payout", instead(day.payout, payout));
    const Wide brought = c.model.van.is_run(day.day) ? std::max<Wide>(0, need - in_hand) : 0;
    demand(day.cash_delivered == brought, "H12", where + "/cash_delivered",
           instead(day.cash_delivered, brought));
    in_hand += brought - payout;
    demand(day.float_left == in_hand && in_hand >= 0, "H12", where + "/float_left",
           instead(day.float_left, in_hand));
  }
}

struct ItemClaim {
  const char* name;
  UsedUp used;
  std::int64_t a_day;
  std::int64_t cover;
  std::int64_t PlannedDay::*used_claim;
  std::int64_t PlannedDay::*left_claim;
};

void check_item(const Case& c, std::size_t i, const ItemClaim& item) {
  const std::string name = item.name;
  const auto cover_at = c.at(i, name + "_cover_days");
  demand(item.cover == item.used.cover_days, "H13", cover_at,
         instead(item.cover, item.used.cover_days));
  demand(item.cover >= c.outlet(i).cover_min, "H13", cover_at,
         instead(item.cover, c.outlet(i).cover_min) + " days at least");
  demand(item.used.lasts, "H13", cover_at, "the lots do not last all open days");
  const auto& days = c.planned(i).days;
  for (std::size_t d = 0; d < days.size(); ++d) {
    const auto where = c.at(i, "days/" + std::to_string(d)) + '/' + name + 's';
    demand(days[d].*item.used_claim == item.a_day, "H13", where + "_used",
           instead(days[d].*item.used_claim, item.a_day));
    demand(days[d].*item.left_claim == item.used.left[d], "H13", where + "_left",
           instead(days[d].*item.left_claim, item.used.left[d]));
  }
}

}  // namespace

void check_cash(const Case& c) {
  for (const std::size_t i : c.open()) check_cash_of(c, i);
}

void check_supplies(const Case& c) {
  for (const std::size_t i : c.open()) {
    const PlannedOutlet& o = c.planned(i);
    const ModelOutlet& outlet = c.outlet(i);
    check_item(c, i,
               {"suit", c.model.suits(outlet, o.windows), c.model.suits_used(outlet, o.windows),
                o.suit_cover_days, &PlannedDay::suits_used, &PlannedDay::suits_left});
    check_item(c, i,
               {"wipe", c.model.wipes(outlet, o.windows), c.model.wipes_used(outlet, o.windows),
                o.wipe_cover_days, &PlannedDay::wipes_used, &PlannedDay::wipes_left});
  }
}

}  // namespace waystation::checking
