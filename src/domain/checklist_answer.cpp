#include "domain/checklist_answer.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::checklist {

namespace {

std::string text(std::int64_t number) {
  return std::to_string(number);
}

// An item that must be met applies wherever it is asked; who thinks otherwise asks an upper level.
std::optional<Refusal> refuse_verdict(const Give& c, const Item& item) {
  const Fact which{"item", item.item.text};
  if (c.verdict == Verdict::not_applicable && item.mandatory)
    return conflict("checklist.mandatory-applies", {which});
  if (c.verdict != Verdict::pass && c.note.value_or("").empty())
    return invalid("checklist.note-missing", {which});
  return {};
}

std::optional<Refusal> refuse_value(const Give& c, const Item& item) {
  const Fact which{"item", item.item.text};
  if (!item.measure)
    return c.value ? std::optional(invalid("checklist.value-not-asked", {which})) : std::nullopt;
  const bool measured = c.verdict == Verdict::pass || c.verdict == Verdict::fail;
  if (!c.value)
    return measured ? std::optional(invalid("checklist.value-missing", {which})) : std::nullopt;
  const bool within = item.measure->least <= *c.value && *c.value <= item.measure->most;
  if (c.verdict == Verdict::pass && !within)
    return invalid("checklist.value-out-of-limits", {which,
                                                     {"value", text(*c.value)},
                                                     {"least", text(item.measure->least)},
                                                     {"most", text(item.measure->most)},
                                                     {"unit", item.measure->unit}});
  return {};
}

std::optional<Refusal> refuse_evidence(const Bank& bank, const Give& c, const Item& item) {
  const auto files = c.evidence.value_or(std::vector<std::string>{});
  if (files.size() > files_per_answer)
    return invalid("checklist.too-many-files", {{"most", text(files_per_answer)}});
  for (const std::string& sha256 : files)
    if (!evidence::file_of(bank, c.outlet, sha256))
      return conflict("evidence.unknown", {{"sha256", sha256}});
  if (item.evidence && files.empty() && c.verdict == Verdict::pass)
    return conflict("checklist.evidence-missing", {{"item", item.item.text}});
  return {};
}

Decision<ItemNow> item_asked(const Bank& bank, const Give& c, Day day, Time now) {
  const auto* published = in_force(bank, day);
  if (!published) return conflict("checklist.none-in-force", {{"day", to_text(day)}});
  if (!item_of(*published, c.item)) return unknown("checklist.item-unknown", c.item.text);
  const auto items = items_now(bank, c.outlet, day, now);
  const auto is_it = [&](const ItemNow& i) { return i.item->item == c.item; };
  const auto at = std::ranges::find_if(items, is_it);
  if (at == items.end()) return conflict("checklist.item-not-asked", {{"item", c.item.text}});
  return *at;
}

}  // namespace

Decision<Answered> decide(const Bank& bank, const Give& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (auto no = late_entry::refuse(bank, c.outlet, c.occurred_at, stamp)) return *no;
  const Day day = late_entry::moment_of(bank, c.outlet, c.occurred_at, stamp).day;
  const auto asked = item_asked(bank, c, day, stamp.at);
  if (!asked) return asked.error();
  const Item& item = *asked->item;
  if (asked->by_system) return conflict("checklist.answered-by-system", {{"item", c.item.text}});
  if (is_locked(bank, c.outlet, item.phase, day, stamp.at))
    return conflict("checklist.phase-locked", {{"phase", std::string(name_of(item.phase))}});
  if (auto no = refuse_verdict(c, item)) return *no;
  if (auto no = refuse_value(c, item)) return *no;
  if (auto no = refuse_evidence(bank, c, item)) return *no;
  Answered e{c.outlet,
             day,
             c.item,
             item.phase,
             c.verdict,
             c.value,
             c.note.value_or(""),
             c.evidence.value_or(std::vector<std::string>{}),
             c.occurred_at,
             {}};
  if (asked->answer && !item.every_minutes) e.corrects = asked->answer->verdict;
  return e;
}

// What was seen earlier than the answer that stands, and recorded later, changes nothing but the
// count. Whoever signed did not sign an answer that came afterwards and is no pass.
void apply(Checklists& checklists, const Answered& e, const Mark& mark) {
  OutletDay& day = touch(checklists, e.outlet, e.on);
  Answer& answer = day.answers.edit(e.item);
  const Time at = e.occurred_at.value_or(mark.at);
  ++answer.times;
  if (answer.times > 1 && at < answer.at) return;
  answer = {e.verdict, e.value, e.note, e.evidence, at, mark.by, answer.times};
  if (e.verdict != Verdict::pass) withdraw_signature(day, e.phase);
}

}  // namespace waystation::checklist
