#include "foresight/model.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace waystation::foresight {

namespace {

Refusal no(std::string code, std::string where, double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return {Why::invalid, std::move(code), std::move(where), {}, {{"value", text}}};
}

bool within(double x, double least, double most) {
  return x >= least && x <= most;  // Not a number is neither.
}

std::int32_t ticks(double minutes) {
  return static_cast<std::int32_t>(std::lround(minutes * ticks_per_minute));
}
std::int64_t fen(double yuan) {
  return std::llround(yuan * 100);
}
std::uint32_t chance(double share) {
  return static_cast<std::uint32_t>(std::lround(share * 65536));
}

struct Named {
  const char* name;
  double value, least, most;
};

std::optional<Refusal> refuse_numbers(const std::string& where, std::initializer_list<Named> all) {
  for (const Named& n : all)
    if (!within(n.value, n.least, n.most))
      return no("foresight.number-out-of-range", where + n.name, n.value);
  return {};
}

std::optional<Refusal> refuse_class(const VisitorClass& c, const std::string& where,
                                    double open_minutes) {
  for (const double rate : c.per_minute)
    if (!within(rate, 0, 1000)) return no("foresight.rate-negative", where + "per_minute", rate);
  if (static_cast<double>(c.per_minute.size()) > open_minutes / 30)
    return no("foresight.day-out-of-range", where + "per_minute", double(c.per_minute.size()));
  return refuse_numbers(where,
                        {{"head_start_minutes", c.head_start_minutes, 0, 1440},
                         {"window_share", c.window_share, 0, 1},
                         {"window_minutes", c.window_minutes.mean, 0.01, 60},
                         {"window_variation", c.window_minutes.variation, 0, 5},
                         {"machine_minutes", c.machine_minutes.mean, 0.01, 60},
                         {"machine_variation", c.machine_minutes.variation, 0, 5},
                         {"machine_fails", c.machine_fails, 0, 1},
                         {"patience_outside_minutes", c.patience_outside_minutes, 0.01, 10'000},
                         {"patience_window_minutes", c.patience_window_minutes, 0.01, 10'000},
                         {"withdraws", c.withdraws, 0, 1},
                         {"withdrawal_yuan", c.withdrawal_yuan.mean, 0.01, 1'000'000},
                         {"withdrawal_variation", c.withdrawal_yuan.variation, 0, 5},
                         {"deposit_yuan", c.deposit_yuan.mean, 0.01, 1'000'000},
                         {"deposit_variation", c.deposit_yuan.variation, 0, 5},
                         {"proxy_share", c.proxy_share, 0, 1},
                         {"proxy_holders", double(c.proxy_holders), 2, holders_most}});
}

std::optional<Refusal> refuse_windows(const OutletModel& m) {
  const auto half_hours = static_cast<std::size_t>(m.open_minutes / 30);
  if (m.windows.empty() || m.windows[std::min(m.windows.size(), half_hours) - 1] < 1)
    return no("foresight.windows-none", "windows", 0);
  for (const int n : m.windows)
    if (n < 0 || n > windows_most) return no("foresight.windows-too-many", "windows", n);
  if (m.machines.size() > machines_most)
    return no("foresight.machines-too-many", "machines", double(m.machines.size()));
  if (m.lobby_cap < 1 || m.lobby_cap > lobby_most)
    return no("foresight.lobby-out-of-range", "lobby_cap", m.lobby_cap);
  return {};
}

std::optional<Refusal> refuse_appointments(const OutletModel& m) {
  const Appointments& a = m.appointments;
  if (a.minutes.size() > appointments_most)
    return no("foresight.timetable-too-long", "appointments", double(a.minutes.size()));
  for (const double due : a.minutes)
    if (!within(due, a.early_minutes, m.open_minutes - a.late_minutes - 0.01))
      return no("foresight.number-out-of-range", "appointments", due);
  return refuse_numbers(
      "appointments.", {{"visitor_class", double(a.visitor_class), 0, double(m.classes.size()) - 1},
                        {"shows", a.shows, 0, 1},
                        {"early_minutes", a.early_minutes, 0, 120},
                        {"late_minutes", a.late_minutes, 0, 120}});
}

std::optional<Refusal> refuse_timetable(const OutletModel& m) {
  if (m.pauses.size() + m.vans.size() > visits_most)
    return no("foresight.timetable-too-long", "pauses", double(m.pauses.size() + m.vans.size()));
  for (const Pause& p : m.pauses)
    if (auto wrong = refuse_numbers("pauses.", {{"minute", p.minute, 0, m.open_minutes},
                                                {"minutes", p.minutes, 0.01, 480},
                                                {"windows", double(p.windows), 0, windows_most}}))
      return wrong;
  for (const VanVisit& v : m.vans)
    if (auto wrong = refuse_numbers("vans.", {{"minute", v.minute, 0, m.open_minutes},
                                              {"yuan", v.yuan, 0, 1e9},
                                              {"handover_minutes", v.handover_minutes, 0, 480}}))
      return wrong;
  return {};
}

std::optional<Refusal> refuse(const OutletModel& m) {
  if (!within(m.open_minutes, 30, 30.0 * half_hours_most) || std::fmod(m.open_minutes, 30) != 0)
    return no("foresight.day-out-of-range", "open_minutes", m.open_minutes);
  if (auto wrong = refuse_windows(m)) return wrong;
  if (m.classes.empty() || m.classes.size() > classes_most)
    return no("foresight.classes-out-of-range", "classes", double(m.classes.size()));
  for (const VisitorClass& c : m.classes)
    if (auto wrong = refuse_class(c, "classes." + c.name + '.', m.open_minutes)) return wrong;
  if (auto wrong = refuse_appointments(m)) return wrong;
  if (auto wrong = refuse_timetable(m)) return wrong;
  return refuse_numbers("", {{"volume_variation", m.volume_variation, 0, 1},
                             {"balk_people", m.balk_people, 0, 10'000},
                             {"opening_yuan", m.opening_yuan, 0, 1e9},
                             {"machine_yuan", m.machine_yuan, 0, 1e9},
                             {"lobby_m2", m.lobby_m2, 0, 100'000},
                             {"distance_metres", m.distance_metres, 0, 10},
                             {"people", double(m.protection.people), 0, 1000},
                             {"suit_minutes", m.protection.suit_minutes, 1, 1440}});
}

struct Logs {
  float mu, sigma;
};
Logs logs(const Lognormal& l, double unit) {
  const double s2 = std::log1p(l.variation * l.variation);
  return {static_cast<float>(std::log(l.mean * unit) - s2 / 2), static_cast<float>(std::sqrt(s2))};
}

PreparedClass prepare_class(const VisitorClass& c) {
  PreparedClass out;
  out.window_below = chance(c.window_share);
  out.fails_below = chance(c.machine_fails);
  out.withdraws_below = chance(c.withdraws);
  out.proxy_below = chance(c.proxy_share);
  out.holders = c.proxy_holders;
  out.uses_machine_cash = c.uses_machine_cash;
  out.outside_ticks = static_cast<float>(c.patience_outside_minutes * ticks_per_minute);
  out.patience_ticks = static_cast<float>(c.patience_window_minutes * ticks_per_minute);
  const Logs window = logs(c.window_minutes, ticks_per_minute),
             machine = logs(c.machine_minutes, ticks_per_minute),
             paid = logs(c.withdrawal_yuan, 100), taken = logs(c.deposit_yuan, 100);
  out.window_mu = window.mu, out.window_sigma = window.sigma;
  out.machine_mu = machine.mu, out.machine_sigma = machine.sigma;
  out.out_mu = paid.mu, out.out_sigma = paid.sigma;
  out.in_mu = taken.mu, out.in_sigma = taken.sigma;
  return out;
}

// One line for each head start, the longest first.
bool prepare_lines(const OutletModel& m, Prepared& out) {
  std::vector<std::int32_t> starts;
  for (const VisitorClass& c : m.classes) starts.push_back(ticks(c.head_start_minutes));
  std::ranges::sort(starts, std::greater());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  if (starts.size() > lines_most) return false;
  out.lines = static_cast<std::int32_t>(starts.size());
  std::ranges::copy(starts, out.head_start.begin());
  for (std::size_t k = 0; k < m.classes.size(); ++k)
    out.of_class[k].line = static_cast<std::int32_t>(
        std::ranges::find(starts, ticks(m.classes[k].head_start_minutes)) - starts.begin());
  return true;
}

void prepare_arrivals(const OutletModel& m, Prepared& out) {
  for (int s = 0; s < out.half_hours; ++s) {
    double all = 0;
    std::array<double, classes_most> till{};
    for (std::size_t k = 0; k < m.classes.size(); ++k) {
      const auto& rates = m.classes[k].per_minute;
      all += static_cast<std::size_t>(s) < rates.size() ? rates[s] : 0;
      till[k] = all;
    }
    out.volume[s + 1] = out.volume[s] + all * 30;
    out.ticks_per_visitor[s] = all > 0 ? ticks_per_minute / all : 0;
    for (std::size_t k = 0; k < m.classes.size(); ++k)
      out.class_below[s][k] = all > 0 ? chance(till[k] / all) : 65536;
  }
  if (m.volume_variation > 0) out.volume_shape = 1 / (m.volume_variation * m.volume_variation);
}

void prepare_appointments(const Appointments& a, Prepared& out) {
  out.appointments = static_cast<std::int32_t>(a.minutes.size());
  out.appointment_class = a.visitor_class;
  out.appointment_spread = ticks(a.early_minutes + a.late_minutes);
  out.shows_below = chance(a.shows);
  for (std::size_t k = 0; k < a.minutes.size(); ++k)
    out.appointment_earliest[k] = ticks(a.minutes[k] - a.early_minutes);
}

void prepare_machines(const OutletModel& m, Prepared& out) {
  out.machines = static_cast<std::int32_t>(m.machines.size());
  for (std::size_t k = 0; k < m.machines.size(); ++k) {
    out.machines_alike &= m.machines[k] == MachineMode::recycling;
    out.machine_takes[k] = m.machines[k] == MachineMode::recycling       ? 3
                           : m.machines[k] == MachineMode::withdraw_only ? 1
                                                                         : 2;
  }
}

void prepare_timetable(const OutletModel& m, Prepared& out) {
  std::vector<Entry> all;
  out.windows = m.windows.front();
  int now = out.windows;
  for (int s = 1; s < out.half_hours && static_cast<std::size_t>(s) < m.windows.size(); ++s)
    if (m.windows[s] != now)
      all.push_back({ticks(30.0 * s), Turn::windows, now = m.windows[s], 0, 0});
  for (const Pause& p : m.pauses)
    all.push_back({ticks(p.minute), p.machines_too ? Turn::round : Turn::pause, p.windows,
                   ticks(p.minutes), 0});
  for (const VanVisit& v : m.vans)
    all.push_back({ticks(v.minute), Turn::van, v.handover_minutes > 0, ticks(v.handover_minutes),
                   fen(v.yuan)});
  std::ranges::stable_sort(all, {}, &Entry::tick);
  out.entries = static_cast<std::int32_t>(all.size());
  std::ranges::copy(all, out.timetable.begin());
}

}  // namespace

// Ghosh 1951, for a rectangle of sides a and b; here a = b. Exact for distances up to a side.
double contact_share(double lobby_m2, double metres) {
  if (lobby_m2 <= 0) return 0;
  const double side = std::sqrt(lobby_m2), r = std::min(metres, side);
  return (std::numbers::pi * r * r * lobby_m2 - 8.0 / 3 * r * r * r * side + r * r * r * r / 2) /
         (lobby_m2 * lobby_m2);
}

Decision<Prepared> prepare(const OutletModel& m) {
  if (auto wrong = refuse(m)) return *wrong;
  Prepared out;
  out.close = ticks(m.open_minutes);
  out.half_hours = static_cast<std::int32_t>(m.open_minutes / 30);
  out.hours = (out.half_hours + 1) / 2;
  out.classes = static_cast<std::int32_t>(m.classes.size());
  for (std::size_t k = 0; k < m.classes.size(); ++k) out.of_class[k] = prepare_class(m.classes[k]);
  if (!prepare_lines(m, out))
    return no("foresight.classes-out-of-range", "head_start_minutes", lines_most);
  prepare_arrivals(m, out);
  prepare_appointments(m.appointments, out);
  prepare_machines(m, out);
  prepare_timetable(m, out);
  const double walk_ins = out.volume[out.half_hours],
               spread = std::sqrt(walk_ins + std::pow(walk_ins * m.volume_variation, 2));
  if (walk_ins + 6 * spread + out.appointments > visitors_most)
    return no("foresight.visitors-too-many", "classes.per_minute", walk_ins);
  out.cap = m.lobby_cap;
  out.balk_people = std::llround(m.balk_people * 65536);
  out.two_lines = m.two_lines;
  out.opening_fen = fen(m.opening_yuan), out.machine_fen = fen(m.machine_yuan);
  out.contact_share = contact_share(m.lobby_m2, m.distance_metres);
  out.protection = m.protection;
  return out;
}

OutletModel od_v1() {
  const std::vector<double> rates{1.2, 1.4, 1.2, 0.9, 0.7, 0.6, 0.4, 0.3,
                                  0.3, 0.4, 0.5, 0.5, 0.4, 0.3, 0.2, 0.1};
  const auto walk_ins = [&](double share) {
    std::vector<double> out = rates;
    for (double& rate : out) rate *= share;
    return out;
  };
  OutletModel m;
  m.windows = {3};
  m.machines.assign(4, MachineMode::recycling);
  VisitorClass booked, elder, ordinary, business;
  booked.name = "appointment", elder.name = "elder", ordinary.name = "ordinary";
  business.name = "business";
  booked.head_start_minutes = 1440, booked.window_minutes = {6, 0.6};
  elder.per_minute = walk_ins(0.45), elder.head_start_minutes = 720;
  elder.window_share = 0.8, elder.window_minutes = {6, 0.6};
  ordinary.per_minute = walk_ins(0.45), ordinary.window_share = 0.4;
  business.per_minute = walk_ins(0.10), business.window_minutes = {9, 0.6};
  m.classes = {booked, elder, ordinary, business};
  for (double due = 20; due <= 460; due += 20) m.appointments.minutes.push_back(due);
  m.pauses = {{180, 30}, {210, 30}, {240, 30}};
  return m;
}

}  // namespace waystation::foresight
