#include <set>

#include "checking/province/rules.h"

namespace waystation::checking::province {

namespace {

// Who may stand at a post is there, fit, lives in the region, and stands nowhere else.
void check_person(const AreaCase& c, std::int64_t person, int post, const std::string& where,
                  std::vector<bool>& is_taken) {
  const std::string at = where + ", person " + std::to_string(person);
  if (person >= std::ssize(c.network.staff)) broken("H4", at, "is not on the staff");
  const Person& p = c.network.staff[person];
  if (p.region != c.plan.region) broken("H4", at, "does not live in the region");
  if (!(p.skills >> post & 1U)) broken("H5", at, "has not the skill of the post");
  if (!p.is_fit) broken("H8", at, "is not fit for duty");
  if (is_taken[person]) broken("H6", at, "holds two posts, or is in two teams");
  is_taken[person] = true;
}

}  // namespace

void check_crews(const AreaCase& c, std::vector<bool>& is_taken) {
  std::set<std::pair<std::int64_t, std::int64_t>> seen;
  for (std::size_t k = 0; k < c.plan.crews.size(); ++k) {
    const PlannedCrew& crew = c.plan.crews[k];
    const std::string where = c.where + "/crews/" + std::to_string(k);
    if (crew.outlet >= std::ssize(c.network.outlets) ||
        c.network.outlets[crew.outlet].region != c.plan.region)
      broken("H4", where, "is not a crew of an outlet of the region");
    if (!seen.emplace(crew.outlet, crew.team).second)
      broken("H7", where, "the outlet has this team twice");
    if (crew.windows < 1 || crew.windows > c.network.outlets[crew.outlet].windows)
      broken("H3", where, "its size is out of range");
    for (int post = 0; post < posts; ++post) {
      const std::int64_t needed = c.network.fixed[post] + c.network.per_window[post] * crew.windows;
      if (std::ssize(crew.people[post]) != needed)
        broken("H5", where, "post " + std::to_string(post) + " needs " + std::to_string(needed));
      for (const std::int64_t person : crew.people[post])
        check_person(c, person, post, where, is_taken);
    }
  }
}

}  // namespace waystation::checking::province
