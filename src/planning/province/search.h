#pragma once
// Improves a plan by small changes, each judged exactly: windows of a day, sizes of teams, teams
// that close or open, and exchanges with another site that leave the shared rows as they are. When
// nothing small helps, a neighbourhood is shaken and repaired, and kept if it is no worse.
#include "planning/province/area_state.h"
#include "planning/province/random.h"

namespace waystation::planning::province {

class Search {
 public:
  // `sizes`: what the relaxation gives every team on average, by unit and site; the search starts
  // from them and shakes most where it differs from them.
  Search(AreaState&, std::vector<double> sizes, std::uint64_t seed);

  // Starts anew: teams by falling size in the relaxation, with some noise, as long as the shared
  // rows allow.
  void construct(double noise);
  void improve();  // Until no small change helps.
  // Changes a neighbourhood at random and improves it; kept if worse by no more than this.
  void shake_once(std::int64_t tolerance);
  void forget();  // The state was changed from outside.

 private:
  struct Team {
    int unit, site;
  };
  std::size_t index(Team t) const { return std::size_t(t.unit) * area_.sites + t.site; }
  bool improve_team(Team);
  bool improve_day(Team, int type);
  bool resize(Team);
  bool exchange(Team);
  bool exchange(Team, int given, const std::vector<Team>& others);
  std::int64_t hope(Team from, Team to, int given) const;
  void try_size(Team, int size);
  void trim(Team);
  std::vector<Team> partners(Team) const;
  std::int64_t least_change(Team, int size, int shut = -1) const;
  bool keep_if_better(std::int64_t before, AreaState::Mark);
  void touch(Team);
  void touch_near(int site);
  void wake_all();
  void drain_queue();
  struct Growth {
    double rate = 0;  // What it may bring for each person of the tightest row.
    int size = 0;
  };
  Growth best_growth(Team) const;
  bool grow_best();
  void refill();
  Team doubtful();
  void disturb();

  AreaState& state_;
  const Area& area_;
  std::vector<double> sizes_;
  Random random_;
  std::vector<std::vector<std::int32_t>> near_;  // Sites that share customers, most shared first.
  std::vector<Team> queue_;
  std::vector<char> is_queued_;
  std::vector<Growth> growths_;
  std::vector<char> is_stale_;       // By team, of its growth.
  std::vector<std::int64_t> worth_;  // Of a larger team, at most; as of the last look.
};

}  // namespace waystation::planning::province
