#include "checking/choices.h"

#include "checking/exact.h"

namespace waystation::checking {

namespace {

void append_posts(std::vector<PostNeed>& out, std::int64_t count, PostNeed need,
                  const std::vector<int>& teams) {
  for (const int team : teams) {
    need.team = team;
    out.insert(out.end(), std::size_t(count), need);
  }
}

}  // namespace

HouseholdFilling::Kinds posts_by_kind(const CrewPosts& posts, std::uint32_t key,
                                      const std::vector<int>& teams) {
  const std::pair<std::int64_t, PostNeed> kinds[] = {{posts.crews, {supervisor | key}},
                                                     {posts.crews, {teller | key}},
                                                     {posts.tellers, {teller}},
                                                     {posts.crews, {lobby}},
                                                     {posts.crews, {guard}},
                                                     {posts.spares, {0, any_counter_skill}}};
  HouseholdFilling::Kinds out;
  for (const auto& [count, need] : kinds) append_posts(out.emplace_back(), count, need, teams);
  return out;
}

Choices::Choices(const ZoneModel& model) : model_(model) {
  for (const auto& [id, person] : model.people)
    if (person.available() != 0) people_.add_person(person.skills, person.available());
  bool any = false;
  Windows n(model.outlets.size());
  extend(n, 0, true, [&](const Windows&) { any = true; });
  pins_clash_ = !any || !keeps_households();
}

// Fewer windows never need more people, so one window wherever pins ask for it says it for all.
bool Choices::keeps_households() const {
  HouseholdFilling people;
  for (const auto& [id, person] : model_.people)
    people.add_person(person.skills, person.available(), person.facts->household);
  Windows least;
  for (const ModelOutlet& outlet : model_.outlets) least.push_back(outlet.must_open ? 1 : 0);
  const auto kinds = posts_by_kind(posts_of(least), vault, model_.teams);
  std::size_t asked = 0;
  for (const auto& kind : kinds) asked += kind.size();
  return sum(people.fill(kinds)) == std::int64_t(asked);
}

void Choices::each(const std::function<void(const Windows&)>& visit) const {
  Windows n(model_.outlets.size());
  if (pins_clash_)
    visit(n);
  else
    extend(n, 0, true, visit);
}

// What cannot be filled or carried cannot be with more windows either, so the count stops there.
void Choices::extend(Windows& n, std::size_t outlet, bool pins,
                     const std::function<void(const Windows&)>& visit) const {
  if (outlet == n.size()) return visit(n);
  const ModelOutlet& o = model_.outlets[outlet];
  for (std::int64_t windows = 0; windows <= o.most_windows; ++windows) {
    n[outlet] = windows;
    if (windows > 0 && !(can_be_carried(n) && can_be_filled(n))) break;
    if (windows > 0 || !pins || !o.must_open) extend(n, outlet + 1, pins, visit);
  }
  n[outlet] = 0;
}

CrewPosts Choices::posts_of(const Windows& n) const {
  CrewPosts out;
  for (const std::int64_t windows : n) {
    if (windows == 0) continue;
    ++out.crews;
    out.tellers += windows - 1;
    out.spares += model_.spares_of(windows);
  }
  return out;
}

bool Choices::can_be_carried(const Windows& n) const {
  Wide need = 0;
  for (std::size_t i = 0; i < n.size(); ++i)
    if (n[i] > 0) need += model_.cash_need(model_.outlets[i], n[i]);
  return need <= model_.van.carry_fen;
}

bool Choices::can_be_filled(const Windows& n) const {
  const CrewPosts posts = posts_of(n);
  const auto known = fillable_.find(posts);
  if (known != fillable_.end()) return known->second;
  const Wide people = Wide(posts.crews) * 4 + posts.tellers + posts.spares;
  if (people * Wide(model_.teams.size()) > Wide(model_.people.size()))
    return fillable_[posts] = false;
  std::vector<PostNeed> needs;
  for (const auto& kind : posts_by_kind(posts, vault, model_.teams))
    needs.insert(needs.end(), kind.begin(), kind.end());
  return fillable_[posts] = filled(people_.fill(needs)) == std::int64_t(needs.size());
}

std::int64_t Choices::unfilled_with_substitutes(const Windows& n) const {
  const CrewPosts posts = posts_of(n);
  const auto known = unfilled_.find(posts);
  if (known != unfilled_.end()) return known->second;
  std::vector<PostNeed> needs;
  append_posts(needs, posts.crews, {supervisor | vault}, model_.teams);
  append_posts(needs, posts.crews, {teller | vault}, model_.teams);
  append_posts(needs, posts.tellers, {teller}, model_.teams);
  append_posts(needs, 2 * posts.crews, {lobby}, model_.teams);
  append_posts(needs, 2 * posts.crews, {guard}, model_.teams);
  append_posts(needs, posts.crews, {supervisor}, model_.teams);
  append_posts(needs, posts.crews + posts.tellers, {teller}, model_.teams);
  return unfilled_[posts] = std::int64_t(needs.size()) - filled(people_.fill(needs));
}

std::int64_t Choices::people_on_site(const Windows& n) const {
  std::int64_t out = 0;
  for (const std::int64_t windows : n)
    if (windows > 0) out += model_.crew_of(windows);
  return out;
}

}  // namespace waystation::checking
