#pragma once
// An outlet's own record as a model of its day (foresight/model.h): register, policy in force,
// queue figures of the last four weeks, bookings of the day. What the record does not say is
// assumed, and each assumption is told with the value that was taken.
#include "domain/bank.h"
#include "foresight/model.h"

namespace waystation {

struct Input {
  std::string name;
  std::string value;
  std::string source;  // "register", "policy …", "bookings", "figures of N days", "assumed".
};

struct OutletDay {
  foresight::OutletModel model;
  std::vector<Input> inputs;
};

struct OutletDayAsked {
  OutletId outlet;
  Day day;
  bool pension_day = false;  // Pensions are paid: their visits times pension_day_factor_percent.
  std::optional<int> windows, cap;  // Otherwise the outlet's own.
};

// "outlet.unknown", "foresight.windows-none" where the outlet has no counter; what else cannot be
// played, foresight::prepare refuses.
Decision<OutletDay> outlet_day(const Bank&, const OutletDayAsked&);

}  // namespace waystation
