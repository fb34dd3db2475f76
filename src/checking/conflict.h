#pragma once
// Why a shut outlet cannot open beside the open ones, and what must be added so that it can:
// docs/reference/plan-file.md §5.
#include "checking/case.h"
#include "checking/choices.h"

namespace waystation::checking {

// One question: outlet `shut` with one window, beside the outlets that the plan opens.
class Beside {
 public:
  Beside(const Case&, std::size_t shut);
  // The smallest set of rules that forbids it, with reasons; empty where nothing does.
  std::vector<PlannedReason> conflict() const;
  std::optional<PlannedFix> cheapest_fix() const;

 private:
  using Rules = std::vector<int>;  // Rule numbers, rising.
  struct Filled {
    std::int64_t asked = 0, found = 0;  // With H7 no household is in both teams.
    std::int64_t found_apart = 0;       // If one could be.
    std::int64_t households = 0;        // Of more than one person among those who count.
  };

  bool forbids(const Rules&) const;
  bool forbids_alone(int rule) const;
  const Filled& crews_under(const Rules&) const;
  Filled filled_under(const Rules&) const;
  bool passes(const ModelPerson&, const Rules&, int but) const;
  PlannedReason reason(int rule, const Rules&) const;
  PlannedReason one_crew_each(const Filled&) const;
  std::vector<PlannedFact> facts_alone(int rule) const;
  std::vector<PlannedFact> facts_of_crews(int rule, const Rules&) const;
  std::int64_t short_of(bool wipes) const;
  std::vector<PlannedFact> people_to_add() const;

  const Case& c_;
  const ZoneModel& m_;
  const ModelOutlet& outlet_;
  CrewPosts posts_;        // Of the open outlets and this one.
  std::int64_t need_ = 0;  // Cash of this one with one window.
  Wide need_of_all_ = 0;
  mutable std::map<Rules, Filled> crews_;
};

}  // namespace waystation::checking
