#include "domain/disinfection.h"

#include <algorithm>

#include "domain/bank.h"
#include "domain/disinfection_check.h"

namespace waystation::disinfection {

namespace {

Treatment treatment_of(const auto& c, const late_entry::Moment& moment) {
  return {c.outlet,        c.agent,        c.batch,
          c.concentration, c.touch_points, c.kind.value_or(Kind::routine),
          c.machine,       c.form,         c.agent_used.value_or(0),
          moment};
}

const Rounds* rounds_of(const Bank& bank, const OutletId& outlet) {
  return bank.disinfections.find(outlet);
}

const OpenRound* open_round(const Bank& bank, const OutletId& outlet, const RoundId& id) {
  const Rounds* rounds = rounds_of(bank, outlet);
  if (!rounds) return nullptr;
  const auto at = std::ranges::find(rounds->open, id, &OpenRound::round);
  return at == rounds->open.end() ? nullptr : &*at;
}

// One machine's surface is not another's; without a number all are meant.
bool is_same_surface(std::optional<std::int32_t> a, std::optional<std::int32_t> b) {
  return !a || !b || a == b;
}

void mark_treated(Rounds& rounds, const Round& round) {
  for (const TouchPoint point : round.touch_points) {
    const auto same = [&](const Treated& t) {
      return t.touch_point == point && t.machine == round.machine;
    };
    const auto at = std::ranges::find_if(rounds.treated, same);
    if (at == rounds.treated.end())
      rounds.treated.push_back({point, round.machine, round.at});
    else
      at->at = std::max(at->at, round.at);
  }
  if (round.kind == Kind::terminal)
    rounds.terminal_at = std::max(rounds.terminal_at.value_or(round.at), round.at);
}

// A late record takes its place among the others by when it was finished.
void keep(Rounds& rounds, Round round) {
  mark_treated(rounds, round);
  rounds.last.insert(std::ranges::upper_bound(rounds.last, round.at, {}, &Round::at),
                     std::move(round));
  if (rounds.last.size() > rounds_kept) rounds.last.erase(rounds.last.begin());
  ++rounds.count;
}

std::optional<Day> day_where(bool takes_something, Day day) {
  return takes_something ? std::optional(day) : std::nullopt;
}

}  // namespace

// ---- Record.

Decision<Recorded> decide(const Bank& bank, const Record& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (auto no = late_entry::refuse(bank, c.outlet, c.occurred_at, stamp)) return *no;
  const auto moment = late_entry::moment_of(bank, c.outlet, c.occurred_at, stamp);
  if (auto no = refuse(bank, treatment_of(c, moment))) return *no;
  if (auto no = refuse_contact(bank, c.outlet, c.agent, c.contact_minutes, moment.day)) return *no;
  if (auto no = refuse_wipes(bank, c.outlet, c.wipes_used, moment)) return *no;
  const bool takes = c.wipes_used > 0 || c.agent_used.value_or(0) > 0;
  return Recorded{.outlet = c.outlet,
                  .agent = c.agent,
                  .batch = c.batch,
                  .concentration = c.concentration,
                  .contact_minutes = c.contact_minutes,
                  .touch_points = c.touch_points,
                  .wipes_used = c.wipes_used,
                  .kind = c.kind,
                  .machine = c.machine,
                  .form = c.form,
                  .agent_used = c.agent_used,
                  .exception = c.exception,
                  .occurred_at = c.occurred_at,
                  .on = day_where(takes, moment.day)};
}

void apply(Disinfections& all, const Recorded& e, const Mark& mark) {
  keep(all.edit(e.outlet), {.at = e.occurred_at.value_or(mark.at),
                            .by = mark.by,
                            .agent = e.agent,
                            .batch = e.batch,
                            .concentration = e.concentration,
                            .contact_minutes = e.contact_minutes,
                            .touch_points = e.touch_points,
                            .kind = e.kind,
                            .machine = e.machine,
                            .exception = e.exception});
}

// ---- Begin.

// Two rounds on one surface at once would each count the other's contact time.
static std::optional<Refusal> refuse_overlap(const Rounds& rounds, const Begin& c) {
  for (const OpenRound& open : rounds.open) {
    if (open.round == c.round)
      return conflict("disinfection.round-already-begun", {{"id", c.round.text}});
    if (!is_same_surface(open.machine, c.machine)) continue;
    for (const TouchPoint point : c.touch_points)
      if (std::ranges::find(open.touch_points, point) != open.touch_points.end())
        return conflict("disinfection.already-under-way",
                        {{"id", open.round.text}, {"point", std::string(name_of(point))}});
  }
  return {};
}

Decision<Begun> decide(const Bank& bank, const Begin& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (auto no = late_entry::refuse(bank, c.outlet, c.occurred_at, stamp)) return *no;
  const auto moment = late_entry::moment_of(bank, c.outlet, c.occurred_at, stamp);
  if (auto no = refuse(bank, treatment_of(c, moment))) return *no;
  if (const Rounds* rounds = rounds_of(bank, c.outlet))
    if (auto no = refuse_overlap(*rounds, c)) return *no;
  return Begun{c.outlet,
               c.round,
               c.agent,
               c.batch,
               c.concentration,
               c.touch_points,
               c.kind,
               c.machine,
               c.form,
               c.agent_used,
               day_where(c.agent_used.value_or(0) > 0, moment.day),
               c.occurred_at};
}

void apply(Disinfections& all, const Begun& e, const Mark& mark) {
  all.edit(e.outlet).open.push_back({e.round, e.occurred_at.value_or(mark.at), mark.by, e.agent,
                                     e.batch, e.concentration, e.touch_points, e.kind, e.machine});
}

// ---- Finish.

Decision<Finished> decide(const Bank& bank, const Finish& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  const OpenRound* open = open_round(bank, c.outlet, c.round);
  if (!open) return unknown("disinfection.round-unknown", c.round.text);
  if (auto no = late_entry::refuse(bank, c.outlet, c.occurred_at, stamp)) return *no;
  const auto moment = late_entry::moment_of(bank, c.outlet, c.occurred_at, stamp);
  const auto contact = std::chrono::floor<std::chrono::minutes>(moment.at - open->begun_at).count();
  if (auto no = refuse_contact(bank, c.outlet, open->agent, contact, moment.day)) return *no;
  if (auto no = refuse_wipes(bank, c.outlet, c.wipes_used, moment)) return *no;
  return Finished{c.outlet,     c.round,     std::int32_t(contact),
                  c.wipes_used, c.exception, day_where(c.wipes_used > 0, moment.day),
                  c.occurred_at};
}

void apply(Disinfections& all, const Finished& e, const Mark& mark) {
  Rounds& rounds = all.edit(e.outlet);
  const auto at = std::ranges::find(rounds.open, e.round, &OpenRound::round);
  if (at == rounds.open.end()) return;
  const OpenRound open = std::move(*at);
  rounds.open.erase(at);
  keep(rounds, {.at = e.occurred_at.value_or(mark.at),
                .by = mark.by,
                .agent = open.agent,
                .batch = open.batch,
                .concentration = open.concentration,
                .contact_minutes = e.contact_minutes,
                .touch_points = open.touch_points,
                .kind = open.kind,
                .machine = open.machine,
                .exception = e.exception});
}

// ---- Abandon.

Decision<Abandoned> decide(const Bank& bank, const Abandon& c, const Stamp&) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (!open_round(bank, c.outlet, c.round))
    return unknown("disinfection.round-unknown", c.round.text);
  if (c.reason.empty()) return invalid("disinfection.reason-empty");
  return Abandoned{c.outlet, c.round, c.reason};
}

void apply(Disinfections& all, const Abandoned& e, const Mark&) {
  std::erase_if(all.edit(e.outlet).open, [&](const OpenRound& x) { return x.round == e.round; });
}

// ---- Ventilate.

Decision<Ventilated> decide(const Bank& bank, const Ventilate& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (c.minutes < 1 || c.minutes > 24 * 60)
    return invalid("disinfection.minutes-out-of-range", {given(c.minutes)});
  if (auto no = late_entry::refuse(bank, c.outlet, c.occurred_at, stamp)) return *no;
  const Day day = late_entry::moment_of(bank, c.outlet, c.occurred_at, stamp).day;
  const auto least = policy::in_force(bank, policy::Key::ventilation_minutes, c.outlet, day);
  if (c.minutes < least.value)
    return conflict("disinfection.airing-too-short", {given(c.minutes), asked(least.value)});
  return Ventilated{c.outlet, c.minutes, c.occurred_at};
}

void apply(Disinfections& all, const Ventilated& e, const Mark& mark) {
  auto& airings = all.edit(e.outlet).airings;
  const Airing airing{e.occurred_at.value_or(mark.at), e.minutes};
  airings.insert(std::ranges::upper_bound(airings, airing.at, {}, &Airing::at), airing);
  if (airings.size() > airings_kept) airings.erase(airings.begin());
}

}  // namespace waystation::disinfection

template struct waystation::RoomTable<waystation::disinfection::Commands>;
