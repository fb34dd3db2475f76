#include "domain/cash_payouts.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::cash {

namespace {

constexpr std::int64_t kept_parts = 27, all_parts = 28;

std::int64_t faded(std::int64_t sum) {
  return sum / all_parts * kept_parts + sum % all_parts * kept_parts / all_parts;
}

void begin_day(PayoutRecord& record, Day day) {
  for (auto& sum : record.quarters) sum = faded(sum);
  for (auto& sum : record.by_notes) sum = faded(sum);
  record.squares_yuan2 = faded(record.squares_yuan2);
  record.days.push_back({day, {}});
  if (record.days.size() > payout_days_kept) record.days.erase(record.days.begin());
}

// A late entry may speak of a day before the last one.
PayoutDay& day_of(PayoutRecord& record, Day day) {
  if (record.days.empty() || record.days.back().day < day) begin_day(record, day);
  const auto at = std::ranges::lower_bound(record.days, day, {}, &PayoutDay::day);
  return at->day == day ? *at : *record.days.insert(at, {day, {}});
}

void add_notes(std::vector<std::int64_t>& by_notes, const Notes& notes) {
  std::size_t at = 0;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Denomination>>([&](auto d) {
    if (by_notes.size() <= at) by_notes.push_back(0);
    by_notes[at++] += value_of(d.value).count * count_of(notes, d.value);
  });
}

// What was paid on a day, by denomination, whenever in the day and however many customers it was.
void add_to_day(PayoutRecord& record, const Notes& notes, Day day) {
  PayoutDay& paid_on = day_of(record, day);
  paid_on.paid = paid_on.paid + value_of(notes);
  if (record.days.size() > payout_days_kept) record.days.erase(record.days.begin());
  add_notes(record.by_notes, notes);
}

}  // namespace

const PayoutRecord& payouts_of(const Bank& bank, const OutletId& outlet) {
  static const PayoutRecord nothing;
  const auto* record = bank.payouts.outlets.find(outlet);
  return record ? *record : nothing;
}

void apply(Payouts& payouts, const city::Added& e, const Mark&) {
  payouts.time_zones.edit(e.city) = e.time_zone;
}

void apply(Payouts& payouts, const outlet::Registered& e, const Mark&) {
  const auto* zone = payouts.time_zones.find(e.city);
  payouts.outlets.edit(e.outlet).time_zone = zone ? *zone : "Asia/Shanghai";
}

void remember_payout(Payouts& payouts, const OutletId& outlet, const Notes& notes, Time at) {
  PayoutRecord& record = payouts.outlets.edit(outlet);
  const std::string& zone = record.time_zone;
  const Fen amount = value_of(notes);
  add_to_day(record, notes, local_day(at, zone));
  record.quarters.resize(quarters_a_day);
  record.quarters[std::size_t(local_time_of_day(at, zone).minutes / 15)] += amount.count;
  const std::int64_t whole_yuan = (amount.count + 99) / 100;
  record.squares_yuan2 += whole_yuan * whole_yuan;
}

void apply(Payouts& payouts, const Paid& e, const Mark& mark) {
  remember_payout(payouts, e.outlet, notes_of(e.notes), mark.at);
}

void apply(Payouts& payouts, const Confirmed& e, const Mark& mark) {
  if (e.deed.kind == DeedKind::take_over || e.deed.kind == DeedKind::take_in)
    payouts.outlets.edit(e.outlet).delivered_at = mark.at;
}

}  // namespace waystation::cash

namespace waystation::machine {

// Its notes are of the outlet's clean cash, and no teller pays them: nothing counts twice.
void apply(cash::Payouts& payouts, const Reported& e, const Mark& mark) {
  cash::Notes paid;
  for (const Booking& b : e.cassettes)
    if (b.direction == Direction::pays_out) cash::count_of(paid, b.denomination) += b.booked;
  if (cash::is_nothing(paid)) return;
  cash::PayoutRecord& record = payouts.outlets.edit(e.outlet);
  cash::add_to_day(record, paid, local_day(mark.at, record.time_zone));
}

}  // namespace waystation::machine
