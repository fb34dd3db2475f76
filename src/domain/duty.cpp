#include "domain/duty.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::duty {

namespace {

using std::chrono::minutes;

constexpr int day_minutes = 24 * 60;

bool covers_minute(const Watch& watch, int minute) {
  const int from = watch.from.minutes % day_minutes, until = watch.until.minutes % day_minutes;
  if (from == until) return true;
  return from < until ? from <= minute && minute < until : minute >= from || minute < until;
}

std::optional<Refusal> refuse_place(const Bank& bank, const Scope& at) {
  if (!at.city.text.empty() && !bank.cities.contains(at.city))
    return unknown("city.unknown", at.city.text);
  const auto* outlet = bank.outlets.find(at.outlet);
  if (!at.outlet.text.empty() && (!outlet || outlet->city != at.city))
    return unknown("outlet.unknown", at.outlet.text);
  return {};
}

std::optional<Refusal> refuse_watches(const Bank& bank, const Publish& c) {
  if (c.watches.empty()) return invalid("duty.no-watch");
  if (c.watches.size() > most_watches)
    return invalid("duty.too-many", {{"most", std::to_string(most_watches)}});
  if (c.answer_minutes < 1 || c.answer_minutes > answer_minutes_most)
    return invalid("duty.minutes-out-of-range", {{"most", std::to_string(answer_minutes_most)}});
  for (const Watch& watch : c.watches) {
    if (watch.on_duty == watch.deputy)
      return invalid("duty.deputy-same", {{"id", watch.deputy.text}});
    for (const AccountId& id : {watch.on_duty, watch.deputy})
      if (!can_answer(bank, id, c.at)) return conflict("duty.account-unfit", {{"id", id.text}});
  }
  return {};
}

// Whether a watch has somebody who may still answer.
bool reaches(const Bank& bank, const DutyRoster& roster, int minute) {
  const Watch* watch = watch_at(roster, {minute});
  return watch && (can_answer(bank, watch->on_duty, roster.at) ||
                   can_answer(bank, watch->deputy, roster.at));
}

// `own` stands in the place of what the bank has for the province. The hours of all levels are read
// by the same clock: a province has one.
std::optional<TimeOfDay> dead_end_with(const Bank& bank, const Scope& at, const DutyRoster* own) {
  std::vector<const DutyRoster*> rosters;
  if (own && at.level() == Level::province) rosters.push_back(own);
  for (auto level = above(at); level; level = above(*level))
    if (const auto* roster = roster_at(bank, *level)) rosters.push_back(roster);
  for (int minute = 0; minute < day_minutes; ++minute) {
    const auto answers = [&](const DutyRoster* r) { return reaches(bank, *r, minute); };
    if (std::ranges::none_of(rosters, answers)) return TimeOfDay{minute};
  }
  return {};
}

// The calls of one level from `at` on; `at` goes on to when the next level is called.
void add_calls(const Bank& bank, const DutyRoster& roster, Time& at, std::vector<Call>& calls) {
  const std::string& zone = time_zone_at(bank, roster.at);
  for (const bool deputy : {false, true}) {
    const Watch* watch = watch_at(roster, local_time_of_day(at, zone));
    if (!watch) continue;
    const AccountId& id = deputy ? watch->deputy : watch->on_duty;
    const bool again = std::ranges::find(calls, id, &Call::account) != calls.end();
    if (again || !can_answer(bank, id, roster.at)) continue;
    calls.push_back({id, roster.at, deputy, at});
    at += minutes{roster.answer_minutes};
  }
}

}  // namespace

const DutyRoster* roster_at(const Bank& bank, const Scope& at) {
  return bank.duty_rosters.find(to_text(at));
}

const std::string& time_zone_at(const Bank& bank, const Scope& at) {
  static const std::string usual = "Asia/Shanghai";
  const auto* city = bank.cities.find(at.city);
  return city ? city->time_zone : usual;
}

const Watch* watch_at(const DutyRoster& roster, TimeOfDay when) {
  const auto at = std::ranges::find_if(
      roster.watches, [&](const Watch& w) { return covers_minute(w, when.minutes); });
  return at == roster.watches.end() ? nullptr : &*at;
}

std::optional<Scope> above(const Scope& at) {
  switch (at.level()) {
    case Level::outlet:
      return Scope{at.city, {}};
    case Level::city:
      return Scope{};
    case Level::province:
      break;
  }
  return {};
}

bool can_answer(const Bank& bank, const AccountId& id, const Scope& at) {
  const auto* account = bank.accounts.find(id);
  return account && !account->disabled && account->scope.covers(at) &&
         (managers & role_set(account->role)) != 0;
}

std::vector<Call> path_of(const Bank& bank, const Scope& at, Time from) {
  std::vector<Call> calls;
  Time next = from;
  for (std::optional<Scope> level = at; level; level = above(*level))
    if (const auto* roster = roster_at(bank, *level)) add_calls(bank, *roster, next, calls);
  if (!calls.empty()) return calls;
  for (const auto& [id, account] : bank.accounts)
    if (account.role == Role::province_command && can_answer(bank, id, {}))
      calls.push_back({id, {}, false, from});
  return calls;
}

std::vector<Call> called_by(const std::vector<Call>& path, Time now) {
  std::vector<Call> out;
  std::ranges::copy_if(path, std::back_inserter(out), [&](const Call& c) { return c.from <= now; });
  return out;
}

std::optional<TimeOfDay> dead_end(const Bank& bank, const Scope& at) {
  return dead_end_with(bank, at, roster_at(bank, at));
}

Scope scope_of(const Bank&, const Publish& c) {
  return c.at;
}

Decision<Published> decide(const Bank& bank, const Publish& c, const Stamp&) {
  if (auto no = refuse_place(bank, c.at)) return *no;
  if (auto no = refuse_watches(bank, c)) return *no;
  const DutyRoster own{c.at, c.watches, c.answer_minutes, {}};
  if (const auto minute = dead_end_with(bank, c.at, &own))
    return conflict("duty.dead-end", {{"at", to_text(*minute)}});
  return Published{c.at, c.watches, c.answer_minutes};
}

void apply(DutyRosters& rosters, const Published& e, const Mark& mark) {
  rosters.edit(to_text(e.at)) = {e.at, e.watches, e.answer_minutes, mark.at};
}

}  // namespace waystation::duty

template struct waystation::RoomTable<waystation::duty::Commands>;
