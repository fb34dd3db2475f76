#pragma once
// Who may take the place of somebody who has fallen out 替补: of those whom the planner would let
// work there, whoever the roster's own rule accepts for the rest of the shift, the named backups
// first. So nothing is offered that is then refused, and the plan stays as it was signed.
#include "application/view.h"

namespace waystation {

struct Vacancy {
  OutletId outlet;
  plan::Member member;  // Who fell out, with their post.
  plan::Team team = plan::Team::a;
  Day from;   // The first day without them.
  Day until;  // The last day of the roster that is known.
};

struct Substitution {
  PersonId person;
  // Why this one: "substitute.ranked", "substitute.in-plan", "substitute.own-outlet",
  // "substitute.on-spare", and of all "substitute.qualified".
  std::vector<std::string> why;
};

// Best first. Whoever the stamp may order it: the same answer for the outlet and the city.
std::vector<Substitution> substitutes_for(const Bank&, const Vacancy&, Time now, std::size_t most);

// What comes of it if nobody does: how many windows the gate would still let open with those who
// are left, and whether a new plan could fill a crew at all.
struct Consequence {
  std::int64_t windows_left = 0;
  std::int64_t crew_needed = 0;
  std::int64_t crew_found = 0;
};
Consequence consequence_of(const Bank&, const Vacancy&);

// Who is barred on a day of duty within the next shift, each from their first such day on.
std::vector<Vacancy> vacancies(const Bank&, const OutletId&, Day today);

}  // namespace waystation
