#pragma once
// Plans the open areas of a province, each by itself: a bound from prices, then plans by search,
// then names. The effort is counted in steps and not in seconds, so that the same request gives the
// same plan on every machine and with any number of threads; the clock can only end the search
// early, between two steps, and the outcome says so.
#include <functional>
#include <string>

#include "planning/province/bound.h"
#include "planning/province/network.h"

namespace waystation::planning::province {

enum class End { by_clock, by_effort };

// Where it stands between two rounds: there is a whole plan and a proven bound at any of them.
struct Progress {
  int round = 0, rounds = 0;
  std::int64_t value = 0, bound = 0;  // With what is uncoverable.
};

struct Request {
  double seconds = 5;  // The effort is what two threads do in this time.
  int threads = 2;
  End end = End::by_clock;  // Or all of the effort, however long it takes.
  // Called between rounds, by the caller's thread; false: it ends here, with the plan that it has.
  std::function<bool(const Progress&)> report = {};
};

struct PlannedArea {
  std::int32_t region = 0;
  Area area;
  AreaPlan plan;
  Prices prices;
  std::int64_t bound = 0;  // Without what is uncoverable, as the value.
};

struct Outcome {
  std::vector<PlannedArea> areas;
  std::int64_t value = 0, bound = 0, uncoverable = 0;
  bool stopped_by_clock = false, stopped_by_caller = false;
};

Outcome plan(const Network&, const Request&);

// The files of docs/reference/province-plan.md, which the independent checker reads.
std::string network_text(const Network&);
std::string plan_text(const Network&, const Outcome&);

}  // namespace waystation::planning::province
