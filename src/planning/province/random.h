#pragma once
// A stream of numbers that is the same on every machine and compiler (SplitMix64, Steele et al.
// 2014): benchmarks and searches are repeatable by their seed.
#include <cstdint>

namespace waystation::planning::province {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }
  std::int64_t below(std::int64_t end) { return std::int64_t(next() % std::uint64_t(end)); }
  std::int64_t between(std::int64_t first, std::int64_t last) {
    return first + below(last - first + 1);
  }
  bool permille(int chance) { return below(1000) < chance; }
  // Roughly normal by the sum of twelve, with whole numbers only.
  std::int64_t around(std::int64_t middle, std::int64_t deviation) {
    std::int64_t sum = 0;
    for (int i = 0; i < 12; ++i) sum += below(2001) - 1000;
    return middle + sum * deviation / 2000;
  }

 private:
  std::uint64_t state_;
};

}  // namespace waystation::planning::province
