#pragma once
// Draws a tape. Included by the kernels only.
#include "foresight/kernel_numbers.h"

// NOLINTBEGIN(misc-definitions-in-headers): local to each kernel, by intent.
namespace waystation::foresight {
namespace {

enum Purpose : u32 {
  gaps = 0,
  walk_in_traits,
  walk_in_values,
  booked_traits,
  booked_values,
  volume
};

constexpr float longest_ticks = 4e6f;  // 2¾ days: beyond any day, and far below the engine's limit.

WAYSTATION_INLINE i32 ticks_of(float x) {
  x = x < longest_ticks ? x : longest_ticks;
  return static_cast<i32>(x + 0.5f);
}

// Gamma with mean 1 by Marsaglia and Tsang (2000): of each try one normal and one uniform.
inline double volume_factor(double shape, const Replication& r) {
  Words words;
  const double add = shape < 1 ? 1.0 : 0.0, d = shape + add - 1.0 / 3,
               c = 1 / __builtin_sqrt(9 * d);
  for (u32 first = 0;; first += block) {
    philox(r, volume, first, words);
    for (int i = 0; i < block; ++i) {
      const double x = normal_one(uniform_of(words.of[0][i])), u = uniform_of(words.of[1][i]);
      const double root = 1 + c * x, v = root * root * root;
      if (v <= 0) continue;
      const double bound = 0.5 * x * x + d - d * v + d * log_one(static_cast<float>(v));
      if (log_one(static_cast<float>(u)) >= bound) continue;
      if (add == 0) return d * v / shape;
      const float power = log_one(uniform_of(words.of[2][i])) / static_cast<float>(shape);
      return d * v * exp_one(power) / shape;
    }
  }
}

// Arrivals of walk-ins by inversion: unit exponentials, added up, through the inverse of the
// expected volume. Their half hours decide between the classes.
inline int draw_arrivals(const Prepared& p, const Replication& r, Tape& tape,
                         std::uint8_t* half_hours) {
  const double factor = p.volume_shape > 0 ? volume_factor(p.volume_shape, r) : 1;
  const double all = p.volume[p.half_hours] * factor, one = factor > 0 ? 1 / factor : 0;
  Words words;
  alignas(64) float gap[block];
  int count = p.appointments, s = 0;
  double sum = 0;
  for (u32 first = 0;; first += block) {
    philox(r, gaps, first, words);
    for (const auto& row : words.of) {
      uniforms_of(row, gap);
      for (int i = 0; i < block; ++i) gap[i] = -log_one(gap[i]);
      for (int i = 0; i < block; ++i) {
        sum += gap[i];
        if (sum >= all) return count;
        if (count == visitors_most) return tape.cut = true, count;
        const double volume_now = sum * one;
        while (volume_now >= p.volume[s + 1] && s + 1 < p.half_hours) ++s;
        const double tick =
            s * 30 * ticks_per_minute + (volume_now - p.volume[s]) * p.ticks_per_visitor[s];
        const i32 whole = static_cast<i32>(tick);
        tape.arrival[count] = whole < p.close ? whole : p.close - 1;
        half_hours[count++] = static_cast<std::uint8_t>(s);
      }
    }
  }
}

struct ByVisitor {  // Of the visitor's class, gathered for the loops over a block.
  alignas(64) float outside[block], patience[block], window_mu[block], window_sigma[block],
      machine_mu[block],
      machine_sigma[block], fen_mu[block], fen_sigma[block], sign[block], times[block];
};

// Class, way and purpose of the visitors from `at` on; the words hold two chances each.
inline void draw_traits(const Prepared& p, const Words& w, const std::uint8_t* half_hours, int at,
                        int count, Tape& tape, ByVisitor& by) {
  for (int i = 0; i < count; ++i) {
    const u32 class_chance = w.of[0][i] >> 16, way = w.of[0][i] & 0xffff;
    u32 k = static_cast<u32>(p.appointment_class);
    if (half_hours) {
      const auto& below = p.class_below[half_hours[at + i]];
      k = 0;
      for (int c = 0; c + 1 < p.classes; ++c) k += class_chance >= below[c];
    }
    const PreparedClass& c = p.of_class[k];
    const u32 proxy = w.of[2][i] & 0xffff;
    const bool for_others = proxy < c.proxy_below,
               withdraws = (w.of[2][i] >> 16) < c.withdraws_below;
    const u32 holders = for_others ? 2 + (w.of[1][i] >> 16) % (c.holders - 1u) : 1;
    tape.visitor_class[at + i] = static_cast<std::uint8_t>(k | holders << 4);
    tape.balk[at + i] = static_cast<std::uint16_t>(w.of[1][i] >> 16);
    tape.traits[at + i] = static_cast<std::uint8_t>(
        (way >= c.window_below ? to_machine : 0) |
        ((w.of[1][i] & 0xffff) < c.fails_below ? machine_fails : 0) | (for_others ? is_proxy : 0));
    by.outside[i] = c.outside_ticks, by.patience[i] = c.patience_ticks;
    by.window_mu[i] = c.window_mu, by.window_sigma[i] = c.window_sigma;
    by.machine_mu[i] = c.machine_mu, by.machine_sigma[i] = c.machine_sigma;
    by.fen_mu[i] = withdraws ? c.out_mu : c.in_mu;
    by.fen_sigma[i] = withdraws ? c.out_sigma : c.in_sigma;
    by.times[i] = static_cast<float>(holders);
    by.sign[i] = withdraws ? -by.times[i] : by.times[i];
  }
}

inline void draw_values(const Words& traits, const Words& w, int at, const ByVisitor& by,
                        Tape& tape) {
  alignas(64) float x[block];
  uniforms_of(traits.of[3], x);
  for (int i = 0; i < block; ++i) tape.outside[at + i] = ticks_of(-log_one(x[i]) * by.outside[i]);
  uniforms_of(w.of[0], x);
  for (int i = 0; i < block; ++i) tape.patience[at + i] = ticks_of(-log_one(x[i]) * by.patience[i]);
  uniforms_of(w.of[1], x);
  for (int i = 0; i < block; ++i) {
    const float ticks =
        exp_one(by.window_mu[i] + by.window_sigma[i] * normal_one(x[i])) * by.times[i];
    tape.window[at + i] = ticks_of(ticks > 1 ? ticks : 1);
  }
  uniforms_of(w.of[2], x);
  for (int i = 0; i < block; ++i) {
    const float ticks =
        exp_one(by.machine_mu[i] + by.machine_sigma[i] * normal_one(x[i])) * by.times[i];
    tape.machine[at + i] = ticks_of(ticks > 1 ? ticks : 1);
  }
  uniforms_of(w.of[3], x);
  for (int i = 0; i < block; ++i) {
    const float fen = exp_one(by.fen_mu[i] + by.fen_sigma[i] * normal_one(x[i]));
    tape.fen[at + i] = static_cast<i32>((fen < 2e8f ? fen : 2e8f) * by.sign[i]);
  }
}

// Those who come, in the order in which they come.
inline void draw_appointments(const Prepared& p, const Words& w, Tape& tape) {
  int shown = 0;
  for (int k = 0; k < p.appointments; ++k) {
    if ((w.of[0][k] >> 16) >= p.shows_below) continue;
    const u64 spread = static_cast<u64>(p.appointment_spread) * (w.of[1][k] >> 16);
    tape.arrival[k] = p.appointment_earliest[k] + static_cast<i32>(spread >> 16);
    const i32 entry = tape.arrival[k] * appointments_most + k;
    int at = shown++;
    for (; at > 0 && tape.appointment_order[at - 1] > entry; --at)
      tape.appointment_order[at] = tape.appointment_order[at - 1];
    tape.appointment_order[at] = entry;
  }
  tape.appointments_shown = shown;
}

void draw(const Prepared& p, const Replication& r, Tape& tape) {
  std::uint8_t half_hours[Tape::arrays];
  Words traits, values;
  ByVisitor by{};
  tape.cut = false;
  tape.visitors = draw_arrivals(p, r, tape, half_hours);
  if (p.appointments > 0) {  // At most one block.
    philox(r, booked_traits, 0, traits), philox(r, booked_values, 0, values);
    draw_traits(p, traits, nullptr, 0, p.appointments, tape, by);
    draw_values(traits, values, 0, by, tape);
    draw_appointments(p, traits, tape);
  } else {
    tape.appointments_shown = 0;
  }
  for (int at = p.appointments; at < tape.visitors; at += block) {
    const int left = tape.visitors - at;
    const u32 first = static_cast<u32>(at - p.appointments);
    philox(r, walk_in_traits, first, traits), philox(r, walk_in_values, first, values);
    draw_traits(p, traits, half_hours, at, left < block ? left : block, tape, by);
    draw_values(traits, values, at, by, tape);
  }
}

}  // namespace
}  // namespace waystation::foresight
// NOLINTEND(misc-definitions-in-headers)
