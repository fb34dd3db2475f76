#pragma once
// Why a shut outlet cannot open beside the open ones, and what must be added so that it can:
// docs/reference/plan-file.md §5.
#include "checking/case.h"

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
    std::int64_t asked = 0, found = 0;
  };

  bool forbids(const Rules&) const;
  bool forbids_alone(int rule) const;
  Filled crews_under(const Rules&) const;
  bool passes(const ModelPerson&, const Rules&, int but) const;
  PlannedReason reason(int rule, const Rules&) const;
  std::vector<PlannedFact> facts_alone(int rule) const;
  std::vector<PlannedFact> facts_of_crews(int rule, const Rules&) const;
  std::int64_t short_of(bool wipes) const;
  std::vector<PlannedFact> people_to_add() const;

  const Case& c_;
  const ZoneModel& m_;
  const ModelOutlet& outlet_;
  std::int64_t crews_ = 1, further_tellers_ = 0, spares_ = 0;  // Of the open outlets and this one.
  std::int64_t need_ = 0;                                      // Cash of this one with one window.
  Wide need_of_all_ = 0;
};

}  // namespace waystation::checking
