#pragma once
// Plays a day: the event loop. For kernels only: NOLINTBEGIN(misc-definitions-in-headers)
#include "foresight/engine.h"
#include "foresight/kernel_next.h"

namespace waystation::foresight {
namespace {

constexpr i32 last_tick = (1 << 23) - 1;

template <bool traced> struct Play {
  const Prepared& p;
  const Tape& tape;
  Engine& e;
  Waits& waits;
  Day& day;
  Trace* trace;

  i32 now = 0, past = 0;  // Past: until when the day's integrals are reckoned.
  i32 hour = 0, hour_end = 60 << 10;
  i32 walk_in = 0, booked = 0, entry = 0;
  i32 inside = 0, outside = 0;
  i32 staffed = 0, wanted = 0;  // Windows; a pause is staffed too.
  u32 free_windows = 0, off_windows = 0, free_machines = 0;
  u32 pauses_first = 0, pauses_end = 0, rounds_of_machines = 0;
  i32 machine_round_ticks = 0;
  std::int64_t fen = 0, machine_fen = 0;

  WAYSTATION_INLINE void tell(What what, i32 who) {
    if constexpr (traced) {
      if (trace->next < trace->end) *trace->next++ = {now, what, who};
    }
  }
  WAYSTATION_INLINE void set(int slot, i32 tick) {
    e.key[slot] = (tick < last_tick ? tick : last_tick) << 8 | slot;
  }

  // ---- Those who wait: lines of nodes, which are the slots of their patience.

  WAYSTATION_INLINE int wait_in(int line, i32 visitor, i32 until) {
    int word = 0;
    while (e.free_waiters[word] == 0) ++word;  // Never full: lobby and pavement are bounded.
    const int s = word * 64 + __builtin_ctzll(e.free_waiters[word]);
    e.free_waiters[word] &= e.free_waiters[word] - 1;
    e.visitor[s] = static_cast<std::uint16_t>(visitor);
    e.since[s] = now;
    if (until < Engine::never) set(s, until);
    const std::uint8_t tail = e.tail[line], me = static_cast<std::uint8_t>(s);
    e.next[s] = 0, e.previous[s] = tail, e.line[s] = static_cast<std::uint8_t>(line);
    if (tail)
      e.next[tail] = me;
    else
      e.head[line] = me;
    e.tail[line] = me;
    return ++e.length[line];
  }
  WAYSTATION_INLINE i32 leave_line(int s) {
    const int line = e.line[s];
    const std::uint8_t before = e.previous[s], after = e.next[s];
    if (before)
      e.next[before] = after;
    else
      e.head[line] = after;
    if (after)
      e.previous[after] = before;
    else
      e.tail[line] = before;
    --e.length[line];
    e.key[s] = Engine::never;
    e.free_waiters[s >> 6] |= u64{1} << (s & 63);
    return e.visitor[s];
  }

  // ---- The day's integrals, by hour.

  WAYSTATION_INLINE void add(i32 until) {
    const std::int64_t ticks = until - past, n = inside;
    day.inside[hour] += n * ticks;
    day.pairs[hour] += n * (n - 1) / 2 * ticks;
    day.at_cap[hour] += n >= p.cap ? ticks : 0;
    day.windows_staffed += staffed * ticks;
    past = until;
  }
  WAYSTATION_INLINE void pass() {
    while (now > hour_end) {
      add(hour_end);
      ++hour;
      hour_end = hour >= p.hours ? Engine::never : hour_end + (60 << 10);
      if (hour_end != Engine::never && hour_end > p.close) hour_end = p.close;
      day.peak[hour] = inside, day.outside_peak[hour] = outside;
    }
    add(now);
  }
  WAYSTATION_INLINE int class_of(i32 c) const { return tape.visitor_class[c] & 15; }
  WAYSTATION_INLINE void first_served(i32 c) {
    const i32 wait = now - tape.arrival[c];
    const u32 x = static_cast<u32>(wait) >> 4;  // About a second.
    const int top = 31 - __builtin_clz(x | 8);
    const u32 bin = static_cast<u32>(top - 3) * 8 + (x >> (top - 3));
    const u32 at = bin < Waits::bins ? bin : Waits::bins - 1;
    ++waits.by_class[class_of(c)][at];
    ++waits.by_hour[static_cast<u32>(tape.arrival[c]) / (60 << 10)][at];
  }

  // ---- Windows and machines.

  WAYSTATION_INLINE void serve(int w, i32 c) {
    e.visitor[w] = static_cast<std::uint16_t>(c);
    set(w, now + tape.window[c]);
    ++day.called[class_of(c)];
    if (!(tape.traits[c] & to_machine)) first_served(c);
    tell(What::called, c);
  }
  // Who is called: the smallest virtual arrival; of equals the longer head start.
  WAYSTATION_INLINE int next_in_line() const {
    int best = 0;
    i32 earliest = Engine::never;
    for (int k = 0; k < p.lines; ++k) {
      const int s = e.head[Engine::window_line + k];
      if (!s) continue;
      const i32 virtual_arrival = e.since[s] - p.head_start[k];
      if (virtual_arrival < earliest) earliest = virtual_arrival, best = s;
    }
    return best;
  }
  // A window has nobody: it closes, pauses, calls or stays free.
  WAYSTATION_INLINE void use_window(int w) {
    if (staffed > wanted) {
      --staffed;
      off_windows |= 1u << w;
      return;
    }
    if (pauses_first != pauses_end) {
      e.visitor[w] = 0xffff;
      set(w, now + p.timetable[e.pause_of[pauses_first++ % pauses_most]].ticks);
      ++day.events;
      return tell(What::window_paused, w);
    }
    if (const int s = next_in_line()) {
      const i32 since = e.since[s], c = leave_line(s);
      day.waited[class_of(c)] += now - since;
      return serve(w, c);
    }
    free_windows |= 1u << w;
  }
  WAYSTATION_INLINE void to_windows(i32 c) {
    if (free_windows) {
      const int w = __builtin_ctz(free_windows);
      free_windows &= free_windows - 1;
      return serve(w, c);
    }
    wait_in(Engine::window_line + p.of_class[class_of(c)].line, c, now + tape.patience[c]);
  }
  WAYSTATION_INLINE u32 machines_for(i32 c) const {
    if (p.machines_alike) return ~0u;
    u32 out = 0;
    for (int k = 0; k < p.machines; ++k)
      if (p.machine_takes[k] & (tape.fen[c] < 0 ? 1 : 2)) out |= 1u << (Engine::first_machine + k);
    return out;
  }
  WAYSTATION_INLINE void start_machine(int m, i32 c) {
    e.visitor[m] = static_cast<std::uint16_t>(c);
    set(m, now + tape.machine[c]);
    day.machines_busy += tape.machine[c];
    first_served(c);
    tell(What::machine_started, c);
  }
  WAYSTATION_INLINE void use_machine(int m) {
    if (rounds_of_machines >> m & 1) {
      rounds_of_machines &= ~(1u << m);
      e.visitor[m] = 0xffff;
      set(m, now + machine_round_ticks);
      return tell(What::machine_paused, m);
    }
    const int takes = p.machines_alike ? 1 : p.machine_takes[m - Engine::first_machine];
    const int a = takes & 1 ? e.head[Engine::machine_line] : 0,
              b = takes & 2 ? e.head[Engine::machine_line + 1] : 0;
    const int s = !b || (a && e.since[a] <= e.since[b]) ? a : b;
    if (s) return start_machine(m, leave_line(s));
    free_machines |= 1u << m;
  }

  // ---- Door and pavement.

  WAYSTATION_INLINE void enter(i32 c) {
    ++inside;
    if (inside > day.peak[hour]) day.peak[hour] = inside;
    tell(What::entered, c);
    const u32 fit = tape.traits[c] & to_machine ? machines_for(c) : 0;
    if (!fit || !p.machines) return to_windows(c);
    if (const u32 free = free_machines & fit) {
      const int m = __builtin_ctz(free);
      free_machines &= ~(1u << m);
      return start_machine(m, c);
    }
    wait_in(Engine::machine_line + (!p.machines_alike && tape.fen[c] >= 0), c, Engine::never);
    tell(What::to_machine_line, c);
  }
  WAYSTATION_INLINE void admit() {
    while (inside < p.cap && outside > 0) {
      const int s = e.head[e.length[Engine::outside_booked] ? Engine::outside_booked
                                                            : Engine::outside_walk_in];
      --outside;
      enter(leave_line(s));
    }
  }
  WAYSTATION_INLINE void exit(i32 c) {
    --inside;
    ++day.served[class_of(c)];
    day.holders += tape.visitor_class[c] >> 4;
    day.last_exit = now;
  }
  WAYSTATION_INLINE void arrive(i32 c, bool has_booked) {
    ++day.events;
    const int k = class_of(c);
    ++day.arrived[k];
    if (inside < p.cap && (has_booked ? e.length[Engine::outside_booked] : outside) == 0)
      return enter(c);
    const bool goes_home =
        outside >= outside_most ||
        (!has_booked && p.balk_people > 0 &&
         tape.balk[c] * p.balk_people < static_cast<std::int64_t>(outside) << 32);
    if (goes_home) {
      ++day.balked[k], ++day.lost[hour];
      return tell(What::balked, c);
    }
    const i32 until = now + tape.outside[c];
    wait_in(has_booked ? Engine::outside_booked : Engine::outside_walk_in, c,
            until < p.close ? until : p.close);
    if (++outside > day.outside_peak[hour]) day.outside_peak[hour] = outside;
    tell(What::waits_outside, c);
  }
  WAYSTATION_INLINE void give_up(int s) {
    ++day.events;
    const bool was_outside = e.line[s] < Engine::window_line;
    const i32 c = leave_line(s);
    ++day.lost[hour];
    if (was_outside) {
      --outside;
      ++day.left_outside[class_of(c)];
      return tell(What::left_outside, c);
    }
    --inside;
    ++day.left_window[class_of(c)];
    day.last_exit = now;
    tell(What::left_window, c);
    admit();
  }

  // ---- What the slots say.

  WAYSTATION_INLINE void finish_window(int w) {
    ++day.events;
    e.key[w] = Engine::never;
    if (e.visitor[w] == 0xffff) {
      tell(What::window_back, w);
      return use_window(w);
    }
    const i32 c = e.visitor[w], paid = tape.fen[c];
    if (paid < 0 || !p.two_lines) fen += paid;
    if (fen < day.least_fen) day.least_fen = fen;
    day.windows_busy += tape.window[c];
    ++day.window_services;
    tell(What::served_window, c);
    exit(c);
    use_window(w);
    admit();
  }
  WAYSTATION_INLINE void finish_machine(int m) {
    e.key[m] = Engine::never;
    if (e.visitor[m] == 0xffff) return use_machine(m);
    ++day.events;
    const i32 c = e.visitor[m];
    tell(What::served_machine, c);
    use_machine(m);
    if (tape.traits[c] & machine_fails) return to_windows(c);
    if (p.of_class[class_of(c)].uses_machine_cash) {
      const bool reused = p.machines_alike && !p.two_lines;
      if (tape.fen[c] < 0 || reused) machine_fen += tape.fen[c];
      if (machine_fen < day.least_machine_fen) day.least_machine_fen = machine_fen;
    }
    exit(c);
    admit();
  }
  void staff(i32 count) {
    wanted = count;
    while (staffed < wanted && off_windows) {
      const int w = __builtin_ctz(off_windows);
      off_windows &= off_windows - 1;
      ++staffed;
      use_window(w);
    }
    while (staffed > wanted && free_windows) {
      const int w = 31 - __builtin_clz(free_windows);
      free_windows &= ~(1u << w);
      use_window(w);
    }
  }
  void pause(i32 count) {
    for (int k = 0; k < count; ++k) {
      e.pause_of[pauses_end++ % pauses_most] = static_cast<std::uint8_t>(entry - 1);
      if (!free_windows) continue;
      const int w = __builtin_ctz(free_windows);
      free_windows &= free_windows - 1;
      use_window(w);
    }
  }
  void disinfect(const Entry& t) {
    ++day.rounds;
    machine_round_ticks = t.ticks;
    rounds_of_machines = ((1u << p.machines) - 1) << Engine::first_machine;
    const u32 idle = free_machines;
    free_machines = 0;
    for (u32 left = idle; left; left &= left - 1) use_machine(__builtin_ctz(left));
    pause(staffed);
  }
  void turn() {
    const Entry& t = p.timetable[entry++];
    if (entry < p.entries)
      set(2, p.timetable[entry].tick);
    else
      e.key[2] = Engine::never;
    tell(What::timetable, entry - 1);
    if (t.turn == Turn::windows) return staff(t.count);
    if (t.turn == Turn::pause) ++day.events;
    if (t.turn == Turn::round) return disinfect(t);
    if (t.turn == Turn::van) fen += t.fen;
    pause(t.count);
  }

  void begin() {
    for (int s = 0; s < Engine::slots; ++s) e.key[s] = Engine::never;
    for (int k = 0; k < Engine::lines; ++k) e.head[k] = e.tail[k] = 0, e.length[k] = 0;
    e.free_waiters[0] = ~u64{0} << Engine::first_waiter;
    for (int k = 1; k < Engine::slots / 64; ++k) e.free_waiters[k] = ~u64{0};
    staffed = wanted = p.windows;
    free_windows = ((1u << p.windows) - 1) << Engine::first_window;
    off_windows = (((1u << windows_most) - 1) << Engine::first_window) & ~free_windows;
    free_machines = ((1u << p.machines) - 1) << Engine::first_machine;
    fen = day.least_fen = p.opening_fen;
    machine_fen = day.least_machine_fen = p.machine_fen;
    day.cut = tape.cut;
    walk_in = p.appointments;
    if (hour_end > p.close) hour_end = p.close;
    if (walk_in < tape.visitors) set(0, tape.arrival[walk_in]);
    if (tape.appointments_shown) set(1, tape.appointment_order[0] / appointments_most);
    if (p.entries) set(2, p.timetable[0].tick);
  }
  // Beyond the first 64 slots only waiters lie; there is seldom one.
  WAYSTATION_INLINE int next_slot() {
    i32 least = smallest_of_64(e.key);
    for (int word = 1; word < Engine::slots / 64; ++word) {
      if (e.free_waiters[word] == ~u64{0}) continue;
      const i32 more = smallest_of_64(e.key + 64 * word);
      least = more < least ? more : least;
    }
    if (least == Engine::never) return -1;
    now = least >> 8;
    return least & 255;
  }
  void run() {
    begin();
    for (int s; (s = next_slot()) >= 0;) {
      pass();
      if (s == 0) {
        const i32 c = walk_in++;
        if (walk_in < tape.visitors)
          set(0, tape.arrival[walk_in]);
        else
          e.key[0] = Engine::never;
        arrive(c, false);
      } else if (s == 1) {
        const i32 c = tape.appointment_order[booked++] % appointments_most;
        if (booked < tape.appointments_shown)
          set(1, tape.appointment_order[booked] / appointments_most);
        else
          e.key[1] = Engine::never;
        arrive(c, true);
      } else if (s < 4) {
        turn();
      } else if (s < Engine::first_machine) {
        finish_window(s);
      } else if (s < Engine::first_waiter) {
        finish_machine(s);
      } else {
        give_up(s);
      }
    }
  }
};

void play(const Prepared& p, const Tape& tape, Engine& e, Waits& waits, Day& day) {
  Play<false>{p, tape, e, waits, day, nullptr}.run();
}
void play_traced(const Prepared& p, const Tape& tape, Engine& e, Waits& waits, Day& day, Trace& t) {
  Play<true>{p, tape, e, waits, day, &t}.run();
}
// NOLINTEND(misc-definitions-in-headers)
}  // namespace
}  // namespace waystation::foresight
