#pragma once
// Whole customers to facilities: a local search over single moves, exchanges, and facilities that
// close or open, from kicks of growing size. Facilities may hold too much on the way, at a price
// that rises while they do; only what fits is kept.
#include <functional>

#include "planning/facility/instance.h"
#include "planning/province/random.h"

namespace waystation::planning::facility {

class Assignment {
 public:
  Assignment(const Instance&, std::uint64_t seed);

  void start(const std::vector<char>& open, const std::vector<double>& prices);
  // Kicks until it is over, or the value is no more than this.
  void improve(double enough, const std::function<bool()>& is_over);
  double value() const { return best_value_; }  // Infinite while nothing fits.

 private:
  double over(int facility, std::int64_t more) const;
  double move_change(int customer, int to) const;
  double swap_change(int a, int b) const;
  void move(int customer, int to);
  bool move_one(int customer);
  bool swap_one(int customer);
  void descend();
  void kick();
  void close(int facility);
  void open(int facility);
  void keep();
  double total() const;

  const Instance& instance_;
  province::Random random_;
  std::vector<int> at_, best_, base_;
  std::vector<std::int64_t> load_;
  std::vector<int> members_;
  double price_ = 1, best_value_, base_value_;
};

}  // namespace waystation::planning::facility
