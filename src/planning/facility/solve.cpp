// Prices first, then branches: a facility in doubt is opened in one and shut in the other, the
// least bound is taken up next, and what costs more than the best solution by the prices alone is
// settled unseen. Solutions come from the sets of facilities that the prices choose and from small
// changes of them; the bound of a set under any prices tells which are worth a look.
#include <algorithm>
#include <cmath>
#include <ctime>
#include <limits>
#include <queue>
#include <set>

#include "planning/facility/assignment.h"
#include "planning/facility/relaxation.h"
#include "planning/facility/service.h"

namespace waystation::planning::facility {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

struct Node {
  double bound = 0;
  std::vector<State> states;
  Climb climb;
};

struct LeastBound {
  bool operator()(const Node& a, const Node& b) const { return a.bound > b.bound; }
};

class Solver {
 public:
  Solver(const Instance& instance, double seconds)
      : instance_(instance),
        relaxation_(instance),
        service_(instance),
        assignment_(instance, 1),
        start_(std::clock()),
        seconds_(seconds) {
    is_whole_ =
        std::ranges::all_of(instance.fixed_cost, [](double c) { return c == std::floor(c); });
    for (const auto& costs : instance.cost)
      for (const double c : costs) is_whole_ = is_whole_ && c == std::floor(c);
    is_whole_ = is_whole_ && instance.source == Source::single;
  }

  Answer solve() {
    Node root{-infinite, std::vector<State>(instance_.capacity.size(), State::free),
              first_prices(instance_)};
    if (!climb_root(root)) return {};
    if (instance_.source == Source::single) search_whole(root);
    nodes_.push(std::move(root));
    const double last = instance_.source == Source::single ? 0.7 : 1;
    while (!nodes_.empty() && !is_over(last) && !is_settled(nodes_.top().bound)) branch();
    const double open = nodes_.empty() ? infinite : nodes_.top().bound;
    if (instance_.source == Source::single && !is_settled(std::min(open, settled_))) {
      assignment_.improve(rounded(std::min(open, settled_)) + 1e-6, [&] { return is_over(1); });
      value_ = std::min(value_, assignment_.value());
    }
    const double bound = std::min(rounded(std::min(open, settled_)), value_);
    return {value_ < infinite, value_,
            is_whole_ ? bound : std::floor(bound * (1 - 1e-10) * 1e4) / 1e4};
  }

 private:
  double spent() const { return double(std::clock() - start_) / CLOCKS_PER_SEC / seconds_; }
  bool is_over(double share) const { return spent() > share; }
  static std::function<bool()> kicks(int most) {
    return [n = 0, most]() mutable { return ++n > most; };
  }
  // Whole costs leave nothing between the bound and the value but the value itself.
  double enough() const { return is_whole_ ? value_ - 1 + 1e-6 : value_ * (1 - 1e-7); }
  bool is_settled(double bound) const { return bound >= enough(); }
  double rounded(double bound) const { return is_whole_ ? std::ceil(bound - 1e-6) : bound; }

  bool climb_root(Node& root) {
    const double high = upper_guess();
    for (int round = 0; round < 12; ++round) {
      if (round > 3 && is_over(0.25)) break;
      climb(relaxation_, instance_, root.states,
            {round ? 150 : 100, round ? std::pow(0.6, round) : 1.0, std::min(high, value_)},
            root.climb);
      if (!root.climb.is_coverable) return false;
      try_set(relaxation_.chosen());
      try_set(rounded_up(root.climb.mean));
      if (instance_.source == Source::split) improve_set(root.climb);
    }
    root.bound = root.climb.bound;
    return true;
  }

  double upper_guess() const {
    double sum = 0;
    for (const auto& costs : instance_.cost) sum += std::ranges::max(costs);
    for (const double c : instance_.fixed_cost) sum += c;
    return sum;
  }

  static std::vector<char> rounded_up(const std::vector<double>& mean) {
    std::vector<char> out;
    for (const double m : mean) out.push_back(m > 0.4);
    return out;
  }

  void try_set(const std::vector<char>& open) {
    if (instance_.source == Source::single || !seen_.insert(open).second) return;
    const double value = service_.cost(open);
    if (value < value_) value_ = value, best_set_ = open;
  }

  // What the set costs at least by the prices.
  double least_of(const Climb& c, const std::vector<char>& open) const {
    double sum = 0;
    for (const double price : c.prices) sum += price;
    for (std::size_t i = 0; i < open.size(); ++i)
      if (open[i]) sum += c.worth[i];
    return sum;
  }

  // One facility more, less, or another, as long as that helps.
  void improve_set(const Climb& c) {
    if (best_set_.empty()) return;
    for (bool again = true; again && !is_over(0.4);) {
      const double before = value_;
      std::vector<std::pair<double, std::vector<char>>> near;
      const auto add = [&](std::vector<char> set) {
        const double least = least_of(c, set);
        if (least < value_ && !seen_.contains(set)) near.emplace_back(least, std::move(set));
      };
      for (std::size_t i = 0; i < best_set_.size(); ++i) {
        auto set = best_set_;
        set[i] = !set[i];
        add(set);
        for (std::size_t k = 0; k < i; ++k)
          if (best_set_[k] != best_set_[i]) {
            auto other = set;
            other[k] = !other[k];
            add(other);
          }
      }
      std::ranges::sort(near);
      for (const auto& [least, set] : near) {
        if (least >= value_ || is_over(0.4)) break;
        try_set(set);
      }
      again = value_ < before;
    }
  }

  // From sets that the prices choose more or less clearly.
  void search_whole(const Node& root) {
    constexpr int starts = 4;
    const double before = spent();
    for (int n = 0; n < starts && !is_settled(root.bound); ++n) {
      const double end = before + 0.03 * (n + 1);
      const bool by_mean = n % 2 == 0;
      assign_from(by_mean ? rounded_up(root.climb.mean) : relaxation_.chosen(), root.climb,
                  [&] { return is_over(end); });
    }
  }

  void assign_from(const std::vector<char>& open, const Climb& c,
                   const std::function<bool()>& is_enough) {
    if (std::ranges::find(open, 1) == open.end()) return;
    assignment_.start(open, c.prices);
    assignment_.improve(rounded(c.bound) + 1e-6, is_enough);
    value_ = std::min(value_, assignment_.value());
  }

  // Facilities whose opening, or closing, costs too much by the prices alone.
  void fix(Node& node) const {
    for (std::size_t i = 0; i < node.states.size(); ++i) {
      if (node.states[i] != State::free) continue;
      const double without = node.climb.without_cover, worth = node.climb.worth[i];
      if (is_settled(without + std::max(worth, 0.0))) node.states[i] = State::shut;
      if (is_settled(without - std::min(worth, 0.0))) node.states[i] = State::open;
    }
  }

  static int in_doubt(const Node& node) {
    int out = -1;
    double most = -1;
    for (std::size_t i = 0; i < node.states.size(); ++i) {
      if (node.states[i] != State::free) continue;
      const double doubt = 0.5 - std::abs(node.climb.mean[i] - 0.5);
      if (doubt > most) most = doubt, out = int(i);
    }
    return out;
  }

  void branch() {
    Node node = nodes_.top();
    nodes_.pop();
    fix(node);
    const int site = in_doubt(node);
    if (site < 0) return close(node);
    for (const State state : {State::open, State::shut}) {
      Node child = node;
      child.states[site] = state;
      climb(relaxation_, instance_, child.states, {80, 0.3, enough()}, child.climb);
      if (!child.climb.is_coverable) continue;
      child.bound = std::max(node.bound, child.climb.bound);
      try_set(relaxation_.chosen());
      if (instance_.source == Source::single && !is_settled(child.bound)) {
        assign_from(relaxation_.chosen(), child.climb, kicks(30));
      }
      if (is_settled(child.bound))
        settled_ = std::min(settled_, child.bound);
      else
        nodes_.push(std::move(child));
    }
  }

  // All is decided: the set itself says what it costs; whole customers leave the bound.
  void close(const Node& node) {
    std::vector<char> open;
    for (const State state : node.states) open.push_back(state == State::open);
    try_set(open);
    if (instance_.source == Source::split) return;
    assign_from(open, node.climb, kicks(300));
    settled_ = std::min(settled_, node.bound);
  }

  const Instance& instance_;
  Relaxation relaxation_;
  Service service_;
  Assignment assignment_;
  std::clock_t start_;
  double seconds_;
  bool is_whole_ = true;
  double value_ = infinite, settled_ = infinite;
  std::vector<char> best_set_;
  std::set<std::vector<char>> seen_;
  std::priority_queue<Node, std::vector<Node>, LeastBound> nodes_;
};

}  // namespace

Answer solve(const Instance& instance, double seconds) {
  return Solver(instance, seconds).solve();
}

}  // namespace waystation::planning::facility
