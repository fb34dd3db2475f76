#include "application/view_cash_bag.h"

#include <algorithm>

#include "application/upcast.h"
#include "application/view_reading.h"

namespace waystation::view {

namespace {

using Step = CashBagStep;

bool names(const std::vector<cash::BagId>& bags, const cash::BagId& bag) {
  return std::ranges::find(bags, bag) != bags.end();
}

// Whether a deed is about the bag, and what it says of it.
bool tell(const cash::Deed& deed, const cash::BagId& bag, Step& step) {
  const bool filled = deed.filling && deed.filling->into == bag;
  if (!filled && !names(deed.bags, bag)) return false;
  step.deed = deed.kind;
  if (deed.teller_box) step.place = deed.teller_box->text;
  if (deed.van) step.place = deed.van->text;
  if (deed.document) step.remark = *deed.document;
  if (filled) step.seal = deed.filling->seal;
  if (deed.seals && deed.seals->size() == deed.bags.size())
    step.seal = (*deed.seals)[std::size_t(std::ranges::find(deed.bags, bag) - deed.bags.begin())];
  return true;
}

bool tell(const cash::Bagged& e, const cash::BagId& bag, Step& step) {
  step.place = e.window.text, step.seal = e.seal;
  return e.bag == bag;
}
bool tell(const cash::RunBegun& e, const cash::BagId& bag, Step& step) {
  step.place = e.cabinet.text;
  return names(e.bags, bag);
}
bool tell(const cash::RunFinished& e, const cash::BagId& bag, Step&) {
  return names(e.bags, bag);
}
bool tell(const cash::RunAbandoned& e, const cash::BagId& bag, Step& step) {
  step.remark = e.reason;
  return names(e.bags, bag);
}
bool tell(const cash::CountedOnce& e, const cash::BagId& bag, Step&) {
  return e.bag == bag;
}
bool tell(const cash::Counted& e, const cash::BagId& bag, Step& step) {
  step.with = e.first;
  return e.bag == bag;
}
bool tell(const cash::DiscrepancyClosed& e, const cash::BagId& bag, Step& step) {
  step.remark = e.finding;
  return e.bag == bag;
}
bool tell(const cash::Proposed& e, const cash::BagId& bag, Step& step) {
  return tell(e.deed, bag, step);
}
bool tell(const cash::Confirmed& e, const cash::BagId& bag, Step& step) {
  step.with = e.proposed_by;
  return tell(e.deed, bag, step);
}
bool tell(const cash::Refused& e, const cash::BagId& bag, Step& step) {
  if (!tell(e.deed, bag, step)) return false;
  step.with = e.proposed_by, step.remark = e.reason;
  return true;
}

using Told =
    boost::mp11::mp_list<cash::Bagged, cash::RunBegun, cash::RunFinished, cash::RunAbandoned,
                         cash::CountedOnce, cash::Counted, cash::DiscrepancyClosed, cash::Proposed,
                         cash::Confirmed, cash::Refused>;

std::optional<Step> step_of(const Entry& entry, const cash::BagId& bag, json::Parser& parser) {
  std::optional<Step> out;
  each_type<Told>([&]<class Event> {
    if (out || entry.type != Event::name) return;
    const Happening happening = read_event(entry, parser);
    const auto& event = *static_cast<const Event*>(happening.event.get());
    Step step;
    if (!tell(event, bag, step)) return;
    step.seq = entry.seq, step.at = entry.at, step.event = entry.type, step.by = {entry.actor};
    step.outlet = event.outlet;
    out = std::move(step);
  });
  return out;
}

// Where it is now: in a house, or on a van.
void add_present(const Viewing& v, CashBagTrail& trail) {
  const Bank& bank = v.standing.bank;
  const auto found = [&](const cash::Bag& bag, const std::string& at) {
    trail.stage = bag.stage, trail.source = bag.source, trail.since = bag.since, trail.at = at;
    trail.held_until = cash::held_until(bank, trail.bag, bag, v.now);
  };
  for (const auto& [id, site] : bank.custody.sites)
    if (const auto* bag = site.bags.find(trail.bag)) found(*bag, title_of(bank, id));
  for (const auto& [id, load] : bank.custody.vans)
    if (const auto* bag = load.bags.find(trail.bag)) found(*bag, id.text);
}

}  // namespace

Decision<CashBagTrail> see(const Viewing& v, const CashBagQuery& q) {
  const Bank& bank = v.standing.bank;
  CashBagTrail trail;
  trail.bag = q.bag, trail.origin = cash::origin_of(q.bag);
  const auto* outlet = bank.outlets.find(trail.origin);
  if (!outlet) return unknown("cash.bag-unknown", q.bag.text);
  if (auto no = refuse_outside(v, {outlet->city, trail.origin})) return *no;
  trail.origin_title = outlet->title;
  json::Parser parser;
  if (v.journal)
    v.journal->replay(1, v.standing.as_of_seq, [&](const Entry& entry) {
      // Most entries do not name the bag at all, and are not read.
      if (!entry.stream.starts_with("cash/") || entry.body.find(q.bag.text) == std::string::npos)
        return;
      if (auto step = step_of(entry, q.bag, parser)) trail.steps.push_back(std::move(*step));
    });
  if (trail.steps.empty()) return unknown("cash.bag-unknown", q.bag.text);
  for (Step& step : trail.steps) step.title = title_of(bank, step.outlet);
  add_present(v, trail);
  trail.time_zone = outlet::time_zone_of(bank, trail.origin);
  trail.now = v.now;
  stamp_as_of(trail, v.standing);
  return trail;
}

}  // namespace waystation::view
