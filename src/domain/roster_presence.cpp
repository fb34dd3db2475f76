// Who is inside, who has checked in, and how one team hands over to the other.
#include <algorithm>

#include "domain/bank.h"

namespace waystation::roster {

namespace {

constexpr std::size_t longest_note = 500;
constexpr std::size_t check_ins_kept = 80;  // Two full teams.

bool is_in(const std::vector<Member>& members, const PersonId& person) {
  return std::ranges::find(members, person, &Member::person) != members.end();
}

Day today_at(const Bank& bank, const OutletId& id, Time now) {
  return local_day(now, outlet::time_zone_of(bank, id));
}

std::optional<Refusal> refuse_here(const Bank& bank, const OutletId& outlet, const PersonId& person,
                                   const std::optional<Time>& occurred_at, const Stamp& stamp) {
  if (!bank.outlets.contains(outlet)) return unknown("outlet.unknown", outlet.text);
  if (auto no = quarantine::refuse_person(bank, person)) return no;
  if (auto no = late_entry::refuse(bank, outlet, occurred_at, stamp)) return no;
  if (!works_at(bank, outlet, person, today_at(bank, outlet, stamp.at)))
    return conflict("roster.works-elsewhere", {{"id", person.text}});
  return {};
}

// Somebody of one team who is inside while the person of the other would come in.
std::optional<PersonId> would_meet(const Bank& bank, const OutletId& id, const PersonId& person,
                                   Day day) {
  const auto* roster = bank.rosters.find(id);
  const auto now = duty_on(bank, id, day), later = next_duty(bank, id, day);
  if (!roster || !now || !later) return {};
  const auto& across = is_in(now->members, person) ? later->members : now->members;
  if (!is_in(now->members, person) && !is_in(later->members, person)) return {};
  for (const Presence& p : roster->present)
    if (is_in(across, p.person)) return p.person;
  return {};
}

// What keeps somebody out of the door: all but what is done behind it.
std::vector<std::string> kept_out_by(const Bank& bank, const PersonId& person, Day day, Time now) {
  auto codes = quarantine::unfit_reasons(bank, person, day, now);
  std::erase_if(codes, [](const std::string& code) {
    return code == "fit.check-missing" || code == "fit.loop-undeclared" ||
           code == "fit.test-overdue";
  });
  return codes;
}

}  // namespace

// ---- Arrive and leave.

Decision<Arrived> decide(const Bank& bank, const Arrive& c, const Stamp& stamp) {
  if (auto no = refuse_here(bank, c.outlet, c.person, c.occurred_at, stamp)) return *no;
  if (presence_of(bank, c.outlet, c.person))
    return conflict("roster.already-present", {{"id", c.person.text}});
  const Day today = today_at(bank, c.outlet, stamp.at);
  auto codes = kept_out_by(bank, c.person, today, stamp.at);
  if (!codes.empty())
    return Refusal{Why::conflict, "staff.unfit", {}, std::move(codes), {{"id", c.person.text}}};
  if (const auto other = would_meet(bank, c.outlet, c.person, today))
    return conflict("roster.teams-overlap", {{"id", other->text}});
  return Arrived{c.outlet, c.person, c.occurred_at};
}

void apply(Rosters& rosters, const Arrived& e, const Mark& mark) {
  rosters.edit(e.outlet).present.push_back({e.person, e.occurred_at.value_or(mark.at)});
}

Decision<Left> decide(const Bank& bank, const Leave& c, const Stamp& stamp) {
  if (auto no = refuse_here(bank, c.outlet, c.person, c.occurred_at, stamp)) return *no;
  const auto* there = presence_of(bank, c.outlet, c.person);
  if (!there || there->since > c.occurred_at.value_or(stamp.at))
    return conflict("roster.not-present", {{"id", c.person.text}});
  return Left{c.outlet, c.person, c.occurred_at};
}

void apply(Rosters& rosters, const Left& e, const Mark&) {
  std::erase_if(rosters.edit(e.outlet).present,
                [&](const Presence& p) { return p.person == e.person; });
}

// ---- Check in.

Decision<CheckedIn> decide(const Bank& bank, const SayReady& c, const Stamp& stamp) {
  if (auto no = refuse_here(bank, c.outlet, c.person, c.occurred_at, stamp)) return *no;
  return CheckedIn{c.outlet, c.person, c.occurred_at};
}

void apply(Rosters& rosters, const CheckedIn& e, const Mark& mark) {
  auto& all = rosters.edit(e.outlet).check_ins;
  const Time at = e.occurred_at.value_or(mark.at);
  const auto known = std::ranges::find(all, e.person, &CheckIn::person);
  if (known != all.end()) {
    known->at = std::max(known->at, at);
    return;
  }
  all.push_back({e.person, at});
  if (all.size() > check_ins_kept) all.erase(all.begin());
}

// ---- Hand over.

std::vector<OpenItem> open_items(const Bank& bank, const OutletId& id, Time now) {
  std::vector<OpenItem> out;
  const auto add = [&](const char* code, std::int64_t count) {
    if (count > 0) out.push_back({code, count});
  };
  if (const auto* rounds = bank.disinfections.find(id))
    add("handover.round-open", std::ssize(rounds->open));
  if (const auto* shelf = bank.shelves.find(id))
    add("handover.transfer-incoming", std::ssize(shelf->incoming));
  if (const auto* lobby = bank.lobbies.find(id)) {
    add("handover.suspect-isolated", std::ssize(lobby->isolated));
    add("handover.customers-inside", lobby->inside);
  }
  add("handover.ppe-overdue", ppe::overdue_at(bank, id, now));
  const auto next = next_duty(bank, id, today_at(bank, id, now));
  std::int64_t barred = 0;
  if (next)
    for (const Member& m : next->members)
      barred += !quarantine::bars(bank, m.person, next->from).empty();
  add("handover.next-team-unfit", barred);
  return out;
}

Decision<HandedOver> decide(const Bank& bank, const HandOver& c, const Stamp& stamp) {
  if (auto no = refuse_here(bank, c.outlet, c.person, {}, stamp)) return *no;
  if (c.note.size() > longest_note) return invalid("roster.note-too-long");
  const auto* roster = bank.rosters.find(c.outlet);
  if (roster && roster->sheet && !roster->sheet->taken_by)
    return conflict("roster.sheet-open", {{"id", roster->sheet->given_by.text}});
  const auto duty = duty_on(bank, c.outlet, today_at(bank, c.outlet, stamp.at));
  if (!duty || !is_in(duty->members, c.person))
    return conflict("roster.not-on-team", {{"id", c.person.text}});
  return HandedOver{c.outlet, c.person, duty->team, open_items(bank, c.outlet, stamp.at), c.note};
}

void apply(Rosters& rosters, const HandedOver& e, const Mark& mark) {
  rosters.edit(e.outlet).sheet = Sheet{e.team, e.person, mark.at, e.items, e.note};
}

namespace {

bool is_of_team(const Bank& bank, const OutletId& id, const PersonId& person, plan::Team team,
                Day today) {
  for (const auto& duty : {duty_on(bank, id, today), next_duty(bank, id, today)})
    if (duty && duty->team == team && is_in(duty->members, person)) return true;
  return false;
}

}  // namespace

Decision<TakenOver> decide(const Bank& bank, const TakeOver& c, const Stamp& stamp) {
  if (auto no = refuse_here(bank, c.outlet, c.person, {}, stamp)) return *no;
  const auto* roster = bank.rosters.find(c.outlet);
  if (!roster || !roster->sheet || roster->sheet->taken_by) return conflict("roster.no-sheet");
  const Sheet& sheet = *roster->sheet;
  const Day today = today_at(bank, c.outlet, stamp.at);
  if (!is_of_team(bank, c.outlet, c.person, plan::Team(1 - int(sheet.team)), today))
    return conflict("roster.not-incoming", {{"id", c.person.text}});
  for (const Presence& p : roster->present)
    if (is_of_team(bank, c.outlet, p.person, sheet.team, today))
      return conflict("roster.teams-overlap", {{"id", p.person.text}});
  return TakenOver{c.outlet, c.person};
}

void apply(Rosters& rosters, const TakenOver& e, const Mark& mark) {
  if (auto& sheet = rosters.edit(e.outlet).sheet) {
    sheet->taken_by = e.person;
    sheet->taken_at = mark.at;
  }
}

}  // namespace waystation::roster

template struct waystation::RoomTable<waystation::roster::Commands>;
