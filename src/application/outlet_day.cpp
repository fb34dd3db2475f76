#include "application/outlet_day.h"

#include <algorithm>
#include <cmath>

namespace waystation {

namespace {

using foresight::OutletModel;
using foresight::VisitorClass;
using policy::Key;

// Who comes, as long as no record tells services apart: cash, pension, social card, passbook,
// account. Assumed; the sum is 1.
struct Service {
  const char* name;
  Key minutes;
  double share, window_share, withdraws;
  bool has_head_start;
};
constexpr Service services_seen[] = {
    {"cash", Key::service_cash_minutes, 0.35, 0.5, 0.6, false},
    {"pension", Key::service_pension_minutes, 0.30, 0.8, 1.0, true},
    {"social_card", Key::service_social_card_minutes, 0.10, 1.0, 0.5, false},
    {"passbook", Key::service_passbook_minutes, 0.15, 1.0, 0.7, true},
    {"account", Key::service_account_minutes, 0.10, 1.0, 0.3, false}};
constexpr double share_of_hour[] = {1.3, 1.2, 1.0, 0.7,
                                    0.8, 1.0, 0.9, 0.5};  // By eighth of the day.
constexpr double assumed_variation = 0.15;                // Of a day's volume, beyond chance.
constexpr std::size_t days_that_tell = 5;
constexpr double break_minutes = 30;

class Reading {
 public:
  Reading(const Bank& bank, const OutletDayAsked& asked, const outlet::Outlet& outlet)
      : bank_(bank), asked_(asked), outlet_(outlet) {}

  OutletDay read() {
    OutletModel& m = out_.model;
    const auto half_hours = (outlet_.closes.minutes - outlet_.opens.minutes) / 30;
    m.open_minutes = half_hours * 30;
    say("open_minutes", m.open_minutes, "register");
    read_windows();
    read_lobby();
    read_visitors();
    read_bookings();
    read_cash();
    read_pauses();
    read_protection();
    return std::move(out_);
  }

 private:
  double policy(Key key) {
    return static_cast<double>(policy::in_force(bank_, key, asked_.outlet, asked_.day).value);
  }
  void say(std::string name, double value, std::string source) {
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    out_.inputs.push_back({std::move(name), text, std::move(source)});
  }

  void read_windows() {
    windows_ = asked_.windows.value_or(outlet_.windows);
    out_.model.windows = {windows_};
    say("windows", windows_, asked_.windows ? "asked" : "register");
    // While what was paid in must rest, a machine works in one mode: the first half pays out.
    const int machines = outlet_.machines, pay_out = (machines + 1) / 2;
    for (int k = 0; k < machines; ++k)
      out_.model.machines.push_back(k < pay_out ? foresight::MachineMode::withdraw_only
                                                : foresight::MachineMode::deposit_only);
    say("machines", machines, "register");
    say("machines_that_pay_out", pay_out, "assumed");
  }

  void read_lobby() {
    double cap = std::min(
        policy(Key::lobby_waiting_max_people),
        policy(Key::lobby_per_window_people) * windows_ + policy(Key::lobby_beyond_windows_people));
    if (outlet_.lobby_m2 > 0)
      cap = std::min(cap, std::floor(outlet_.lobby_m2 / policy(Key::lobby_m2_per_person)));
    if (outlet_.seats > 0)
      cap = std::min(cap, std::ceil(outlet_.seats * policy(Key::seats_usable_percent) / 100));
    out_.model.lobby_cap = asked_.cap.value_or(static_cast<int>(cap));
    say("lobby_cap", out_.model.lobby_cap, asked_.cap ? "asked" : "policy, register");
    out_.model.lobby_m2 = outlet_.lobby_m2;
    out_.model.distance_metres = policy(Key::distance_cm) / 100;
    say("lobby_m2", outlet_.lobby_m2, "register");
    out_.model.balk_people = 20;
    say("balk_people", 20, "assumed");
  }

  // Visits of a day: what the queue has counted, else what a window does in a day.
  double visits_of_day() {
    std::vector<double> taken;
    if (const auto* queue = bank_.queues.outlets.find(asked_.outlet))
      for (const auto& [day, figures] : queue->past)
        if (figures.taken > 0) taken.push_back(figures.taken);
    double sum = 0, squares = 0;
    for (const double n : taken) sum += n, squares += n * n;
    const auto days = static_cast<double>(taken.size());
    const bool tells = taken.size() >= days_that_tell;
    const std::string source = "figures of " + std::to_string(taken.size()) + " days";
    const double mean = tells ? sum / days : policy(Key::visits_per_window_day) * outlet_.windows;
    say("visits", mean, tells ? source : "policy visits_per_window_day");
    double variation = assumed_variation;
    if (tells) {
      const double beyond = (squares - sum * mean) / (days - 1) - mean;  // Beyond Poisson's.
      variation = std::min(0.5, std::sqrt(std::max(0.0, beyond)) / mean);
    }
    out_.model.volume_variation = variation;
    say("volume_variation", variation, tells ? source : "assumed");
    return mean;
  }

  std::vector<double> rates(double visits) const {
    const int half_hours = static_cast<int>(out_.model.open_minutes / 30);
    double all = 0;
    std::vector<double> out;
    for (int s = 0; s < half_hours; ++s) all += out.emplace_back(share_of_hour[s * 8 / half_hours]);
    for (double& rate : out) rate *= visits / all / 30;
    return out;
  }

  VisitorClass visitor_class(const char* name, double minutes) {
    VisitorClass c;
    c.name = name;
    const double variation = policy(Key::service_variation_percent) / 100;
    c.window_minutes = {minutes, variation};
    c.withdrawal_yuan = {std::max(1.0, policy(Key::critical_visit_payout_yuan)), 1};
    c.uses_machine_cash = true;
    return c;
  }

  void read_visitors() {
    const double visits = visits_of_day();
    for (const Service& s : services_seen) {
      VisitorClass c = visitor_class(s.name, policy(s.minutes));
      double own = visits * s.share;
      if (s.minutes == Key::service_pension_minutes && asked_.pension_day)
        own *= policy(Key::pension_day_factor_percent) / 100;
      c.per_minute = rates(own);
      c.window_share = s.window_share, c.withdraws = s.withdraws;
      if (s.has_head_start) c.head_start_minutes = policy(Key::priority_head_start_minutes);
      say(std::string("visits_") + s.name, own, "assumed share");
      out_.model.classes.push_back(std::move(c));
    }
  }

  // Who has booked for the day comes in the middle of the band, five minutes to either side.
  void read_bookings() {
    foresight::Appointments& a = out_.model.appointments;
    a.early_minutes = a.late_minutes = 5;
    a.visitor_class = static_cast<int>(out_.model.classes.size());
    const double middle = policy(Key::appointment_band_minutes) / 2;
    if (const auto* queue = bank_.queues.outlets.find(asked_.outlet))
      for (const auto& [id, booking] : queue->bookings) {
        const double due = booking.band.minutes - outlet_.opens.minutes + middle;
        if (booking.day == asked_.day && !booking.waitlisted && due >= 5 &&
            due < out_.model.open_minutes - 6)
          a.minutes.push_back(due);
      }
    say("bookings", static_cast<double>(a.minutes.size()), "bookings");
    VisitorClass booked = visitor_class("booked", policy(Key::service_cash_minutes));
    booked.head_start_minutes = policy(Key::appointment_head_start_minutes);
    out_.model.classes.push_back(std::move(booked));
  }

  void read_cash() {
    OutletModel& m = out_.model;
    m.opening_yuan = static_cast<double>(outlet_.cash_float.count) / 100;
    say("opening_yuan", m.opening_yuan, "register");
    const auto that_pay = (outlet_.machines + 1) / 2;
    m.machine_yuan = 100'000.0 * that_pay;
    say("machine_yuan", m.machine_yuan, "assumed");
    m.two_lines = policy(Key::cash_hold_other_days) > 0;
    say("two_lines", m.two_lines, "policy cash_hold_other_days");
  }

  bool is_sealed() const {
    const Time noon = Time{asked_.day} + std::chrono::hours{4};  // Of China.
    return zone::sealed_zone_of(bank_, asked_.outlet, noon).has_value();
  }

  // A rest for each window, one after another from the middle of the day; rounds in equal parts.
  void read_pauses() {
    OutletModel& m = out_.model;
    const double open = m.open_minutes;
    for (int k = 0; k < std::min(windows_, 10); ++k)
      m.pauses.push_back({std::min(open, open / 2 - 60 + break_minutes * k), break_minutes, 1});
    say("break_minutes", break_minutes, "assumed");
    const double between = is_sealed() ? policy(Key::rounds_sealed_interval_minutes)
                                       : open / policy(Key::rounds_normal_per_day),
                 contact = policy(Key::alcohol_contact_minutes);
    for (double at = between; at < open && m.pauses.size() < foresight::visits_most; at += between)
      m.pauses.push_back({at, contact, 0, true});
    say("rounds_every_minutes", between, is_sealed() ? "policy, sealed" : "policy");
    say("round_minutes", contact, "policy alcohol_contact_minutes");
  }

  void read_protection() {
    foresight::Protection& p = out_.model.protection;
    p.people = windows_ + 2;  // One at each window, the manager and the door.
    p.suit_minutes = policy(Key::suit_hours) * 60;
    p.wipes_per_suit = static_cast<int>(policy(Key::wipes_per_suit_change));
    say("people_in_suits", p.people, "assumed: windows + 2");
    say("suit_minutes", p.suit_minutes, "policy suit_hours");
    say("wipes_per_suit", p.wipes_per_suit, "policy wipes_per_suit_change");
  }

  const Bank& bank_;
  const OutletDayAsked& asked_;
  const outlet::Outlet& outlet_;
  OutletDay out_;
  int windows_ = 0;
};

}  // namespace

Decision<OutletDay> outlet_day(const Bank& bank, const OutletDayAsked& asked) {
  const auto* outlet = bank.outlets.find(asked.outlet);
  if (!outlet) return unknown("outlet.unknown", asked.outlet.text);
  if (outlet->windows == 0)
    return Refusal{Why::invalid, "foresight.windows-none", "windows", {}, {{"value", "0"}}};
  return Reading(bank, asked, *outlet).read();
}

}  // namespace waystation
