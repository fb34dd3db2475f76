#pragma once
// Random games for tests, by rapidcheck. A game is a list of numbers, one a step, and each step
// draws all that it does from its own number. So a game that breaks a promise is shrunk to the few
// steps that break it, and is printed with its seed; RC_PARAMS="reproduce=…" plays it again.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cstdlib>
#include <random>
#include <stdexcept>

namespace waystation::random_steps {

using Steps = std::vector<std::uint32_t>;

// Draws the same from the same number.
class Draws {
 public:
  void begin(std::uint32_t step) { random_.seed(step); }
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + std::int64_t(random_() % std::uint64_t(high - low + 1));
  }
  int below(int n) { return int(between(0, n - 1)); }

 private:
  std::mt19937_64 random_;
};

struct BrokenPromise : std::runtime_error {
  using std::runtime_error::runtime_error;
};

inline void hold(bool kept, const std::string& what = "", const char* file = __builtin_FILE(),
                 int line = __builtin_LINE()) {
  if (!kept) throw BrokenPromise(std::string(file) + ':' + std::to_string(line) + ' ' + what);
}

// Ten thousand games of half of `longest` steps on average; more by RC_PARAMS="max_success=…".
inline bool all_hold(const char* name, int longest, const auto& play) {
  ::setenv("RC_PARAMS", "max_success=10000", 0);
  return rc::check(name, [&] {
    const auto step = rc::gen::resize(100, rc::gen::arbitrary<std::uint32_t>());
    play(*rc::gen::resize(longest, rc::gen::container<Steps>(step)));
  });
}

}  // namespace waystation::random_steps
