// Rows about stock and rules: supplies, vans, the policy set and the command's pins.
#include "application/import_trial.h"

namespace waystation::import_rows {

void van(ImportTrial& trial, ImportRow& row) {
  van::Register add;
  add.van = row.id<VanId>("id");
  add.plate = row.text("plate");
  add.city = trial.city_named(row, "city");
  add.carry_limit = row.yuan_of("carry_limit_yuan");
  add.suits_capacity = row.count("suits_capacity");
  trial.give(row, add, {{"van", "id"}, {"carry_limit", "carry_limit_yuan"}});
}

void supply(ImportTrial& trial, ImportRow& row) {
  constexpr std::int64_t most = 1'000'000'000;
  supply::Receive receive;
  receive.outlet = row.id<OutletId>("outlet");
  receive.item = row.word<supply::Item>("item");
  receive.lot = row.text("lot");
  receive.quantity = row.number("quantity", 1, most);
  receive.expires_on = row.optional_day("expires_on");
  trial.give(row, receive);
}

void policy(ImportTrial& trial, ImportRow& row) {
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  policy::Change change;
  change.key = row.word<policy::Key>("key");
  change.zone = row.optional_id<ZoneId>("zone");
  change.outlet = row.optional_id<OutletId>("outlet");
  change.from = row.day("from");
  change.value.value = row.number("value", -most, most);
  change.value.grade = row.word<policy::Grade>("grade");
  change.value.source = row.text("source");
  trial.give(row, change);
}

void pin(ImportTrial& trial, ImportRow& row) {
  const plan::SetPin set{row.word<plan::PinKind>("kind"), row.text("target"), row.text("reason"),
                         row.day("until")};
  trial.give(row, set);
}

}  // namespace waystation::import_rows
