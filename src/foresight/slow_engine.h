#pragma once
// The outlet-day again, for tests: a queue of events and lists of people, slow and plain. The
// engine must tell the same story, event by event.
#include <deque>
#include <functional>
#include <map>
#include <set>
#include <vector>

#include "foresight/engine.h"

namespace waystation::foresight {

class SlowEngine {
 public:
  SlowEngine(const Prepared& p, const Tape& tape) : p_(p), tape_(tape) {
    for (int k = Engine::first_waiter; k < Engine::slots; ++k) places_.insert(k);
    for (int w = 0; w < windows_most; ++w) (w < p.windows ? free_ : off_).insert(w);
    for (int m = 0; m < p.machines; ++m) idle_.insert(m);
    staffed_ = wanted_ = p.windows;
    for (int c = p.appointments; c < tape.visitors; ++c)
      at(tape.arrival[c], 0, c, [=, this] { arrive(c, false); });
    for (int k = 0; k < tape.appointments_shown; ++k) {
      const int c = tape.appointment_order[k] % appointments_most;
      at(tape.arrival[c], 1, k, [=, this] { arrive(c, true); });
    }
    for (int k = 0; k < p.entries; ++k) at(p.timetable[k].tick, 2, k, [=, this] { turn(k); });
  }

  std::vector<Happened> run() {
    while (!events_.empty()) {
      auto first = events_.extract(events_.begin());
      now_ = first.key()[0];
      first.mapped()();
    }
    return story_;
  }

 private:
  struct Waiting {
    int visitor, since, place, until;
  };
  using Line = std::deque<Waiting>;
  using When = std::array<int, 3>;  // Tick, slot, and of equals the earlier set.

  void at(int tick, int slot, int order, std::function<void()> what) {
    events_[{tick, slot, order}] = std::move(what);
  }
  void tell(What what, int who) { story_.push_back({now_, what, who}); }
  int class_of(int c) const { return tape_.visitor_class[c] & 15; }

  void wait(Line& line, int c, int until) {
    const int place = *places_.begin();
    places_.erase(place);
    line.push_back({c, now_, place, until});
    if (until >= 0) at(until, place, 0, [=, this, &line] { give_up(line, c); });
  }
  Waiting take(Line& line, std::size_t position) {
    const Waiting out = line[position];
    line.erase(line.begin() + static_cast<std::ptrdiff_t>(position));
    places_.insert(out.place);
    events_.erase({out.until, out.place, 0});
    return out;
  }
  void give_up(Line& line, int c) {
    for (std::size_t k = 0; k < line.size(); ++k)
      if (line[k].visitor == c) {
        take(line, k);
        break;
      }
    const bool was_outside = &line == &booked_ || &line == &walk_ins_;
    tell(was_outside ? What::left_outside : What::left_window, c);
    if (was_outside) return;
    --inside_;
    admit();
  }

  void arrive(int c, bool booked) {
    const int outside = static_cast<int>(booked_.size() + walk_ins_.size());
    if (inside_ < p_.cap && (booked ? booked_.empty() : outside == 0)) return enter(c);
    const double chance = tape_.balk[c] / 65536.0, people = double(p_.balk_people) / 65536.0;
    if (outside >= outside_most || (!booked && people > 0 && chance * people < outside))
      return tell(What::balked, c);
    wait(booked ? booked_ : walk_ins_, c, std::min(now_ + tape_.outside[c], p_.close));
    tell(What::waits_outside, c);
  }
  void admit() {
    while (inside_ < p_.cap && !(booked_.empty() && walk_ins_.empty()))
      enter(take(booked_.empty() ? walk_ins_ : booked_, 0).visitor);
  }
  bool fits(int m, int c) const { return p_.machine_takes[m] & (tape_.fen[c] < 0 ? 1 : 2); }
  void enter(int c) {
    ++inside_;
    tell(What::entered, c);
    bool any = false;
    for (int m = 0; m < p_.machines; ++m) any |= fits(m, c);
    if (!(tape_.traits[c] & to_machine) || !any) return to_windows(c);
    for (const int m : idle_)
      if (fits(m, c)) return idle_.erase(m), start_machine(m, c);
    wait(machine_line_, c, -1);
    tell(What::to_machine_line, c);
  }
  void exit() {
    --inside_;
    admit();
  }

  void to_windows(int c) {
    if (free_.empty())
      return wait(lines_[p_.of_class[class_of(c)].line], c, now_ + tape_.patience[c]);
    const int w = *free_.begin();
    free_.erase(w);
    serve(w, c);
  }
  void serve(int w, int c) {
    tell(What::called, c);
    at(now_ + tape_.window[c], Engine::first_window + w, 0, [=, this] {
      tell(What::served_window, c);
      --inside_;
      use_window(w);
      admit();
    });
  }
  void use_window(int w) {
    if (staffed_ > wanted_) return --staffed_, void(off_.insert(w));
    if (!pauses_.empty()) {
      tell(What::window_paused, w + Engine::first_window);
      at(now_ + pauses_.front(), Engine::first_window + w, 0, [=, this] {
        tell(What::window_back, w + Engine::first_window);
        use_window(w);
      });
      return pauses_.pop_front();
    }
    Line* best = nullptr;
    int best_arrival = 0;
    for (int k = 0; k < p_.lines; ++k) {
      if (lines_[k].empty()) continue;
      const int arrival = lines_[k].front().since - p_.head_start[k];
      if (!best || arrival < best_arrival) best = &lines_[k], best_arrival = arrival;
    }
    if (best) return serve(w, take(*best, 0).visitor);
    free_.insert(w);
  }
  void start_machine(int m, int c) {
    tell(What::machine_started, c);
    at(now_ + tape_.machine[c], Engine::first_machine + m, 0, [=, this] {
      tell(What::served_machine, c);
      use_machine(m);
      if (tape_.traits[c] & machine_fails) return to_windows(c);
      exit();
    });
  }
  void use_machine(int m) {
    if (to_disinfect_.erase(m)) {
      tell(What::machine_paused, m + Engine::first_machine);
      return at(now_ + round_ticks_, Engine::first_machine + m, 0, [=, this] { use_machine(m); });
    }
    for (std::size_t k = 0; k < machine_line_.size(); ++k)
      if (fits(m, machine_line_[k].visitor))
        return start_machine(m, take(machine_line_, k).visitor);
    idle_.insert(m);
  }

  void turn(int k) {
    const Entry& t = p_.timetable[k];
    tell(What::timetable, k);
    if (t.turn == Turn::windows) return staff(t.count);
    if (t.turn == Turn::round) {
      round_ticks_ = t.ticks;
      for (int m = 0; m < p_.machines; ++m) to_disinfect_.insert(m);
      const auto idle = std::exchange(idle_, {});
      for (const int m : idle) use_machine(m);
    }
    for (int n = t.turn == Turn::round ? staffed_ : t.count; n > 0; --n) {
      pauses_.push_back(t.ticks);
      if (!free_.empty()) use_window(free_.extract(free_.begin()).value());
    }
  }
  void staff(int count) {
    wanted_ = count;
    while (staffed_ < wanted_ && !off_.empty()) {
      ++staffed_;
      use_window(off_.extract(off_.begin()).value());
    }
    while (staffed_ > wanted_ && !free_.empty())
      use_window(free_.extract(std::prev(free_.end())).value());
  }

  const Prepared& p_;
  const Tape& tape_;
  std::map<When, std::function<void()>> events_;
  std::vector<Happened> story_;
  Line booked_, walk_ins_, lines_[lines_most], machine_line_;
  std::set<int> places_, free_, off_, idle_, to_disinfect_;
  std::deque<int> pauses_;
  int now_ = 0, inside_ = 0, staffed_ = 0, wanted_ = 0, round_ticks_ = 0;
};

}  // namespace waystation::foresight
