#pragma once
// Money: a whole number of fen (1/100 yuan). Sums that would overflow stop the program: a wrong
// balance is worse than none.
#include <compare>
#include <cstdint>
#include <stdexcept>

namespace waystation {

struct Fen {
  std::int64_t count = 0;
  auto operator<=>(const Fen&) const = default;

  friend Fen operator+(Fen a, Fen b) {
    if (__builtin_add_overflow(a.count, b.count, &a.count)) throw std::overflow_error("fen");
    return a;
  }
  friend Fen operator-(Fen a, Fen b) {
    if (__builtin_sub_overflow(a.count, b.count, &a.count)) throw std::overflow_error("fen");
    return a;
  }
  friend Fen operator*(Fen a, std::int64_t times) {
    if (__builtin_mul_overflow(a.count, times, &a.count)) throw std::overflow_error("fen");
    return a;
  }
};

constexpr Fen yuan(std::int64_t whole) {
  return {whole * 100};
}

}  // namespace waystation
