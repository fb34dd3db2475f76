#pragma once
// Who is served where on one type of day, at least cost for given capacities, kept optimal while
// capacities change: each change sends visits along cheapest paths from site to site (successive
// shortest paths with prices; Ahuja, Magnanti, Orlin 1993, ch. 9), which touches the neighbourhood
// only. Being lost is one more place to go, with room for everybody: ordinary visits are lost
// first.
#include <cstdint>
#include <utility>
#include <vector>

#include "planning/province/area.h"

namespace waystation::planning::province {

class Transport {
 public:
  static constexpr std::int64_t no_limit = INT64_MAX;

  Transport(const Area&, int demand);  // All sites shut, all visits lost.

  // Gives up, and says so, as soon as the cost cannot end below the limit; the change must then be
  // undone before another.
  bool set_capacity(int site, std::int64_t capacity, std::int64_t limit = no_limit);
  std::int64_t cost() const { return cost_; }
  std::int64_t load(int site) const { return load_[site]; }
  // At least so much more costs the transport with less capacity, and at most so much less with
  // more, by the present prices and without trying; `shut` is a site that shuts at the same time.
  std::int64_t least_loss(int site, std::int64_t capacity) const;
  std::int64_t most_gain(int site, std::int64_t capacity, int shut = -1) const;
  // Visits of both kinds by arc; critical ones are served before ordinary ones.
  const std::vector<std::int32_t>& flows() const { return flow_; }

  // Undoes what happened since `mark` was taken. A mark from before `settle` is no longer good.
  std::size_t mark() const { return changes_.size(); }
  void undo_to(std::size_t mark);
  void settle();

 private:
  static constexpr std::int32_t lost = -1;  // In place of an arc.
  struct Step {
    std::int32_t site = 0, customer = 0, from_arc = 0, to_arc = 0;
  };
  struct Change {
    std::int32_t customer, from_arc, to_arc;  // A customer below 0: the capacity of a site.
    std::int64_t amount;
  };
  struct Path {
    std::int64_t length = 0;
    std::int32_t end = 0;
    Step last;  // To or from the lost.
  };

  std::int64_t loss_of_next(int customer) const;  // Of one more lost visit.
  std::int64_t loss_of_last(int customer) const;  // Of the last one.
  std::int64_t room_of(const Step&) const;
  void shift(const Step&, std::int64_t visits);
  void begin(int site);
  int take(std::int64_t before);
  void reach(int site, std::int64_t distance, const Step&);
  void relax_out(int site);
  void relax_in(int site);
  void send(int root, std::int64_t most);
  bool drain(int site, std::int64_t limit);
  bool fill(int site, std::int64_t limit);
  std::int64_t first_price(int site) const;
  std::int64_t way_out(int customer, int site) const;
  void add_chance(std::int64_t each, std::int64_t visits) const;
  std::int64_t best_chances(std::int64_t visits) const;

  const Area& area_;
  const std::int32_t* critical_;
  const std::int32_t* ordinary_;
  std::vector<std::int32_t> flow_, lost_;
  std::vector<std::int64_t> load_, capacity_;
  std::vector<std::int64_t> price_;  // What getting rid of one visit costs, by site.
  std::int64_t cost_ = 0;
  std::vector<Change> changes_;
  std::vector<std::int64_t> saved_prices_;  // Before each change of a capacity.

  // Of the present search for a path; all lengths are reduced by the prices.
  std::vector<std::int64_t> distance_;
  std::vector<Step> step_;
  std::vector<std::int32_t> frontier_, settled_;
  Path best_;
  mutable std::vector<std::pair<std::int64_t, std::int64_t>> chances_;  // Cost each, visits.
};

}  // namespace waystation::planning::province
