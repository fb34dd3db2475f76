#include "application/what_if.h"

#include <algorithm>
#include <cmath>

namespace waystation::what_if {

namespace {

using foresight::Interval;
using foresight::OutletModel;
using foresight::VisitorClass;

constexpr double half_hour = 30, last_band_minutes = 10;

Refusal out_of_range(std::string code, std::string where, std::int64_t value) {
  return {Why::invalid, std::move(code), std::move(where), {}, {{"value", std::to_string(value)}}};
}

Figure figure(const Interval& x) {
  const auto thousandths = [](double value) { return std::llround(1000 * value); };
  return {thousandths(x.mean), thousandths(x.low), thousandths(x.high)};
}

double visits_of(const VisitorClass& c) {
  double sum = 0;
  for (const double rate : c.per_minute) sum += rate * half_hour;
  return sum;
}

double walk_ins_of(const OutletModel& m) {
  double visits = 0;
  for (int k = 0; k < m.appointments.visitor_class; ++k)
    visits += visits_of(m.classes[static_cast<std::size_t>(k)]);
  return visits;
}

// Whoever books is as the average visitor is: as long at the window, as often to draw money.
void make_average(std::span<const VisitorClass> walk_ins, double visits, VisitorClass& booked) {
  booked.window_minutes.mean = booked.window_share = booked.withdraws = 0;
  for (const VisitorClass& c : walk_ins) {
    const double weight = visits_of(c) / visits;
    booked.window_minutes.mean += weight * c.window_minutes.mean;
    booked.window_share += weight * c.window_share;
    booked.withdraws += weight * c.withdraws;
  }
}

// So many of the walk-ins come by appointment, spread evenly over the day. The day expects as many
// visitors as before: of those who book, some do not come.
std::optional<Refusal> book(OutletModel& m, std::int32_t percent) {
  if (percent < 0 || percent > most_booked_percent)
    return out_of_range("foresight.share-out-of-range", "booked_percent", percent);
  auto& timetable = m.appointments;
  const std::span walk_ins(m.classes.data(), static_cast<std::size_t>(timetable.visitor_class));
  const double visits = walk_ins_of(m);
  const auto bookings = std::lround(visits * percent / 100 / timetable.shows);
  if (bookings == 0) return {};
  const auto all = bookings + std::ssize(timetable.minutes);
  if (all > foresight::appointments_most)
    return out_of_range("foresight.appointments-too-many", "booked_percent", all);
  make_average(walk_ins, visits, m.classes[static_cast<std::size_t>(timetable.visitor_class)]);
  const double first = timetable.early_minutes, last = m.open_minutes - last_band_minutes;
  for (int k = 0; k < bookings; ++k)
    timetable.minutes.push_back(first + (last - first) * (k + 0.5) / double(bookings));
  std::ranges::sort(timetable.minutes);
  const double stay = std::max(0.0, 1 - double(bookings) * timetable.shows / visits);
  for (VisitorClass& c : walk_ins)
    for (double& rate : c.per_minute) rate *= stay;
  return {};
}

// So many instead of the record's, at the same hours and with the same business.
std::optional<Refusal> expect_visits(OutletDay& day, std::int32_t visits) {
  if (visits < 1 || visits > foresight::visitors_most)
    return out_of_range("foresight.visitors-too-many", "visits", visits);
  const double factor = visits / walk_ins_of(day.model);
  for (VisitorClass& c : day.model.classes)
    for (double& rate : c.per_minute) rate *= factor;
  for (Input& input : day.inputs)
    if (input.name == "visits") input.value = std::to_string(visits), input.source = "asked";
  std::erase_if(day.inputs, [](const Input& one) { return one.name.starts_with("visits_"); });
  return {};
}

std::optional<Refusal> set_machines(OutletModel& m, std::int32_t pay_out) {
  if (pay_out < 0 || pay_out > std::ssize(m.machines))
    return out_of_range("foresight.pay-out-too-many", "pay_out_machines", pay_out);
  for (std::size_t k = 0; k < m.machines.size(); ++k)
    m.machines[k] = k < static_cast<std::size_t>(pay_out) ? foresight::MachineMode::withdraw_only
                                                          : foresight::MachineMode::deposit_only;
  return {};
}

Decision<OutletDay> changed_day(const Bank& bank, const Question& asked, const DayChange& change) {
  auto day =
      outlet_day(bank, {asked.outlet, asked.day, asked.pension_day, change.windows, change.cap});
  if (!day) return day;
  if (asked.visits)
    if (auto no = expect_visits(*day, *asked.visits)) return *no;
  if (change.pay_out_machines)
    if (auto no = set_machines(day->model, *change.pay_out_machines)) return *no;
  if (change.booked_percent != 0)
    if (auto no = book(day->model, change.booked_percent)) return *no;
  return day;
}

// ---- The answer.

// Differences that nobody would change a day for.
double indifference_of(Goal goal) {
  switch (goal) {
    case Goal::lost:
    case Goal::window_wait_minutes:
      return 1;
    case Goal::contact_minutes:
    case Goal::overtime_minutes:
      return 5;
  }
  return 1;
}

int measure_of(Goal goal) {
  const auto at = std::ranges::find(foresight::day_measures, name_of(goal));
  return static_cast<int>(at - foresight::day_measures.begin());
}

std::vector<DayFigure> figures_of(const foresight::Outcome& o) {
  std::vector<DayFigure> out;
  for (std::size_t k = 0; k < o.day.size(); ++k)
    if (foresight::day_measures[k] != "events")
      out.push_back({std::string(foresight::day_measures[k]), figure(o.day[k])});
  out.push_back({"wait_q50", figure(o.waits.q50)});
  out.push_back({"wait_q90", figure(o.waits.q90)});
  out.push_back({"reserve_99", figure(o.reserve99)});
  return out;
}

std::vector<HourFigures> hours_of(const foresight::Outcome& o, TimeOfDay opens) {
  const auto measure = [&](std::string_view name, int hour) {
    const auto at = std::ranges::find(foresight::hour_measures, name);
    return figure(o.hour[static_cast<std::size_t>(at - foresight::hour_measures.begin())]
                        [static_cast<std::size_t>(hour)]);
  };
  std::vector<HourFigures> out;
  for (int h = 0; h < o.hours; ++h)
    out.push_back({TimeOfDay{opens.minutes + 60 * h}, measure("lobby_mean", h),
                   measure("outside_peak", h),
                   figure(o.waits_of_hour[static_cast<std::size_t>(h)].q90)});
  return out;
}

struct Prepared {
  std::vector<foresight::Prepared> days;
  std::vector<Input> inputs;  // Of the first.
};

Decision<Prepared> prepared(const Bank& bank, const Question& asked) {
  if (asked.changes.size() < least_changes || asked.changes.size() > most_changes)
    return out_of_range("foresight.changes-out-of-range", "changes", std::ssize(asked.changes));
  Prepared out;
  for (const DayChange& change : asked.changes) {
    auto day = changed_day(bank, asked, change);
    if (!day) return day.error();
    const auto one = foresight::prepare(day->model);
    if (!one) return one.error();
    out.days.push_back(*one);
    if (out.inputs.empty()) out.inputs = std::move(day->inputs);
  }
  return out;
}

Decision<foresight::RankingResult> ranked(std::span<const foresight::Prepared> days, Goal goal,
                                          const std::function<bool(double)>& goes_on) {
  foresight::Ranking how;
  how.measure = measure_of(goal), how.indifference = indifference_of(goal);
  how.confidence = confidence_percent / 100.0;
  how.most_days = most_days_of_ranking, how.goes_on = goes_on;
  if (auto no = foresight::refuse(days, how)) return *no;
  auto ranking = foresight::rank(days, how);
  if (!ranking) return Refusal{Why::busy, "foresight.cancelled"};
  return std::move(*ranking);
}

}  // namespace

Decision<Outlook> outlook(const Bank& bank, const Question& asked,
                          const std::function<bool(double done)>& goes_on) {
  const auto all = prepared(bank, asked);
  if (!all) return all.error();
  const auto ranking = ranked(all->days, asked.goal, goes_on);
  if (!ranking) return ranking.error();
  const auto& outlet = bank.outlets.at(asked.outlet);
  Outlook out{asked.outlet,
              outlet.title,
              asked.day,
              asked.goal,
              ranking->is_proven,
              confidence_percent,
              std::llround(1000 * indifference_of(asked.goal)),
              ranking->days,
              days_of_figures,
              {},
              {}};
  for (const Input& input : all->inputs)
    out.inputs.push_back({input.name, input.value, input.source});
  for (std::size_t k = 0; k < all->days.size(); ++k) {
    const auto played =
        foresight::simulate(all->days[k], {.replications = days_of_figures, .goes_on = goes_on});
    if (!played) return Refusal{Why::busy, "foresight.cancelled"};
    const auto& place = ranking->variants[k];
    out.variants.push_back({asked.changes[k], static_cast<int>(k) == ranking->best, place.is_out,
                            place.days, figure(place.value), figure(place.difference),
                            figures_of(*played), hours_of(*played, outlet.opens)});
  }
  return out;
}

}  // namespace waystation::what_if
