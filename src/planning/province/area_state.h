#pragma once
// A plan of an area while it is being changed: windows by type of day, sizes of teams, use of the
// shared rows, and the optimal transport of every day, kept up to date by every change and undone
// in the reverse order. Where teams work alike, one of them stands for all of its kind.
#include <vector>

#include "planning/province/transport.h"

namespace waystation::planning::province {

enum class Teams { alike, apart };

class AreaState {
 public:
  AreaState(const Area&, Teams);

  int units() const { return int(units_.size()); }  // Teams, or kinds of team that work alike.
  int types(int unit) const { return int(units_[unit].days.size()); }
  int windows(int unit, int type, int site) const { return units_[unit].days[type].windows[site]; }
  int size(int unit, int site) const { return units_[unit].sizes[site]; }
  std::int64_t value() const { return value_; }
  std::int64_t load(int unit, int type, int site) const {
    return units_[unit].days[type].transport.load(site);
  }
  const Area& area() const { return area_; }

  // A change of the value cannot be lower than this; `shut` as in Transport::most_gain.
  std::int64_t least_change(int unit, int type, int site, int windows, int shut = -1) const;
  // At most the size of the team. A change that cannot end below the limit is given up half-way:
  // then the state is hopeless until it is undone.
  void set_windows(int unit, int type, int site, int windows);
  void set_size(int unit, int site, int size);  // Takes windows away where needed.
  void set_limit(std::int64_t value) { limit_ = value; }
  bool is_hopeless() const { return is_hopeless_; }
  bool rows_hold() const { return broken_rows_ == 0; }
  std::size_t tightest_row() const;
  bool is_tight() const;  // No room for one more team in some row.
  bool row_is_broken(std::size_t row) const { return use_[row] > area_.rows[row].most; }

  struct Mark {
    std::size_t changes = 0;
  };
  Mark mark() const { return {changes_.size()}; }
  void undo_to(Mark);
  void settle();

  AreaPlan plan() const;
  void copy_windows(const AreaPlan&);  // Sizes follow from the windows.

 private:
  struct DayState {
    std::int32_t weight = 0;  // Days that it stands for.
    Transport transport;
    std::vector<std::int32_t> windows;
  };
  struct Unit {
    std::int32_t teams = 1;
    std::vector<std::int32_t> sizes;
    std::vector<DayState> days;
    std::vector<std::vector<std::int32_t>> stands_for;  // Types of the area, by day.
  };
  struct Change {
    std::int32_t unit, type, site, before;  // Type -1: the size.
    std::size_t transport_mark;
  };
  void apply_size(Unit&, int site, int size);
  void add_unit(int team, int count, Teams);
  void add_use(std::size_t row, std::int64_t more);

  const Area& area_;
  std::vector<Unit> units_;
  std::vector<std::int64_t> use_;  // By shared row.
  std::vector<Change> changes_;
  std::int64_t value_ = 0;
  std::int64_t limit_ = Transport::no_limit;
  int broken_rows_ = 0;
  bool is_hopeless_ = false;
};

}  // namespace waystation::planning::province
