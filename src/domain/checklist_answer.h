#pragma once
// Answers to the items of a checklist, by who works in the outlet, also afterwards for what was
// seen while there was no line. A later answer corrects an earlier one; both stay in the log.
#include "domain/checklist_phase.h"

namespace waystation::checklist {

inline constexpr std::size_t files_per_answer = 6;

struct Give {
  static constexpr auto name = "checklist.answer";
  static constexpr Roles roles = evidence::own_crew;
  OutletId outlet;
  ItemId item;
  Verdict verdict = Verdict::pass;
  std::optional<std::int64_t> value = {};
  std::optional<std::string> note = {};  // Asked for unless it is a pass.
  std::optional<std::vector<std::string>> evidence = {};
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Give, (), (outlet, item, verdict, value, note, evidence, occurred_at))

struct Answered {
  static constexpr auto name = "checklist.answered";
  OutletId outlet;
  Day on;
  ItemId item;
  Phase phase = Phase::before_opening;
  Verdict verdict = Verdict::pass;
  std::optional<std::int64_t> value = {};
  std::string note;
  std::vector<std::string> evidence;
  std::optional<Time> occurred_at = {};
  std::optional<Verdict> corrects = {};  // The answer that it takes the place of.
};
BOOST_DESCRIBE_STRUCT(Answered, (),
                      (outlet, on, item, phase, verdict, value, note, evidence, occurred_at,
                       corrects))

Decision<Answered> decide(const Bank&, const Give&, const Stamp&);
void apply(Checklists&, const Answered&, const Mark&);

}  // namespace waystation::checklist
