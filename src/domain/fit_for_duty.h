#pragma once
// Fit for duty 可上岗, with every reason why not. There is one truth: the gate, the plan, the
// worklist and every page ask here. What bars a person on a day is known beforehand and binds plans
// (docs/reference/plan-file.md §1.5); a check, a test or a declaration is asked for on the day
// itself.
#include "domain/plan_document.h"
#include "domain/quarantine_health.h"

namespace waystation::quarantine {

// Codes: "fit.unknown", "fit.erased"; and of the day: "fit.under-measure", "fit.abnormal",
// "fit.test-positive", "fit.co-resident", "fit.loop-broken".
std::vector<std::string> bars(const Bank&, const PersonId&, Day);

// The bars, and on the day itself: "fit.test-overdue", "fit.exit-test-missing",
// "fit.check-missing", "fit.loop-undeclared". Empty: fit.
std::vector<std::string> unfit_reasons(const Bank&, const PersonId&, Day, Time now);

// What a post asks for beyond that: "fit.skill-missing", "fit.key-missing", and inside a seal
// "fit.lives-outside".
std::vector<std::string> unqualified(const Bank&, const OutletId&, const plan::Member&);

// Everything at once, of somebody in a post.
std::vector<std::string> unfit_for_post(const Bank&, const OutletId&, const plan::Member&, Day,
                                        Time now);

// The first day from `today` on which nothing bars the person, within a horizon; none: not by then.
std::optional<Day> free_on(const Bank&, const PersonId&, Day today);

}  // namespace waystation::quarantine
