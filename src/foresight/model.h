#pragma once
// Foresight 预演: an outlet's day played many times before it comes. This is the model of one day
// as a person states it: minutes, people, yuan. `prepare` checks it once and turns it into the
// tables that tape and engine read; what is prepared is valid.
//
// The rules behind it: the door guard lets no more in than the cap (限流), who comes booked stands
// first outside; a window calls the smallest virtual arrival (when one joined its line, less the
// head start of one's class), as the calling rule on the wall says (domain/queue_state.h); machines
// work in a single mode (存取分离) while notes must rest; under two lines (收支两条线) what is paid
// in is not paid out the same day.
#include <string>
#include <vector>

#include "core/decision.h"
#include "foresight/prepared.h"

namespace waystation::foresight {

// Of a positive quantity with a long tail: its mean, and standard deviation ÷ mean.
struct Lognormal {
  double mean = 1, variation = 0;
};

struct VisitorClass {
  std::string name;
  std::vector<double>
      per_minute;                 // Walk-ins by half hour since opening; none: only by appointment.
  double head_start_minutes = 0;  // As long as the day: strictly first.
  double window_share = 1;        // The others go to a machine.
  Lognormal window_minutes{5, 0.6}, machine_minutes{3, 0.5};
  double machine_fails = 0.1;                                          // Then on to the windows.
  double patience_outside_minutes = 30, patience_window_minutes = 45;  // Exponential means.
  double withdraws = 0.7;                                              // The others pay in.
  Lognormal withdrawal_yuan{2000, 1}, deposit_yuan{1800, 1};
  bool uses_machine_cash = false;  // What a machine pays comes out of its own cassettes.
  double proxy_share = 0;  // Come for 2 to proxy_holders people, each of them equally likely.
  int proxy_holders = 2;   // Service and cash are so many times one person's.
};

enum class MachineMode : std::uint8_t { recycling, withdraw_only, deposit_only };

struct Appointments {
  int visitor_class = 0;
  std::vector<double> minutes;  // When they are due.
  double shows = 0.85;
  double early_minutes = 10, late_minutes = 5;  // Arrives evenly between.
};

// At `minute` so many windows pause, each as soon as it is free (休息, 消杀, 交接).
struct Pause {
  double minute = 0, minutes = 30;
  int windows = 1;
  bool machines_too = false;  // A disinfection round: all windows and machines.
};

struct VanVisit {
  double minute = 0, yuan = 0, handover_minutes = 0;  // One window is held during the handover.
};

struct OutletModel {
  double open_minutes = 480;
  std::vector<int> windows;  // By half hour since opening; the last value holds on.
  std::vector<MachineMode> machines;
  std::vector<VisitorClass> classes;
  Appointments appointments;
  double volume_variation = 0;  // Of the day's volume beyond chance: a Gamma factor of mean 1.
  int lobby_cap = 15;
  double balk_people = 20;  // A walk-in goes home with probability outside ÷ this; 0: never.
  std::vector<Pause> pauses;
  std::vector<VanVisit> vans;
  double opening_yuan = 180'000, machine_yuan = 0;
  bool two_lines = false;
  double lobby_m2 = 0, distance_metres = 1;  // 0: contacts are not reckoned.
  Protection protection;
};

// O(classes × half hours). Refused, by the first that is wrong: foresight.day-out-of-range,
// .windows-none (somebody inside at closing must be served), .windows-too-many,
// .machines-too-many, .classes-out-of-range, .rate-negative, .number-out-of-range,
// .lobby-out-of-range, .timetable-too-long, .visitors-too-many.
Decision<Prepared> prepare(const OutletModel&);

// Chance that two people who stand anywhere in a square lobby are nearer than so many metres.
double contact_share(double lobby_m2, double metres);

// OD v1: the outlet-day that the benchmark and its peers play (docs/explanation/simulation.md).
OutletModel od_v1();

}  // namespace waystation::foresight
