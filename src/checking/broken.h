#pragma once
// What the checker says when it cannot go on: the plan breaks a rule, or an input cannot be read at
// all. Both end the check at once, because the first broken rule is the answer.
#include <string>

namespace waystation::checking {

// `rule` is H1 to H14, L1 to L6, "bound", "file" or "why": docs/reference/plan-file.md. `where` is
// a JSON Pointer.
struct Broken {
  std::string rule;
  std::string where;
  std::string detail;
};

// The input is no network or no JSON: nothing can be said about the plan.
struct Unreadable {
  std::string where;
  std::string detail;
};

}  // namespace waystation::checking
