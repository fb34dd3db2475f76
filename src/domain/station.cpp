#include "domain/station.h"

#include <algorithm>
#include <set>

#include "domain/bank.h"

namespace waystation::station {

namespace {

Fact figure(std::string name, std::int64_t value) {
  return {std::move(name), std::to_string(value)};
}

Day today_here(const Bank& bank, const OutletId& outlet, Time now) {
  return local_day(now, outlet::time_zone_of(bank, outlet));
}

template <class T> bool holds(const std::vector<T>& all, const T& one) {
  return std::ranges::find(all, one) != all.end();
}

template <class T> std::optional<Refusal> refuse_twice(const std::vector<T>& named) {
  std::set<T> seen;
  for (const T one : named)
    if (!seen.insert(one).second)
      return invalid("station.named-twice", {{"name", std::string(name_of(one))}});
  return {};
}

std::optional<Refusal> refuse_text(const std::string& text, bool needed, std::size_t longest) {
  if (needed && text.empty()) return invalid("station.reason-empty");
  if (text.size() <= longest) return {};
  return invalid("station.text-too-long", {figure("most", std::int64_t(longest))});
}

std::optional<Refusal> refuse_station(const Bank& bank, const OutletId& outlet) {
  if (!bank.outlets.contains(outlet)) return unknown("outlet.unknown", outlet.text);
  if (!station_of(bank, outlet)) return unknown("station.unknown", outlet.text);
  return {};
}

std::optional<Refusal> refuse_lists(const Publish& c) {
  if (c.amenities.empty()) return invalid("station.amenities-empty");
  if (c.audiences.empty()) return invalid("station.audiences-empty");
  if (auto no = refuse_twice(c.amenities)) return no;
  if (auto no = refuse_twice(c.corners)) return no;
  return refuse_twice(c.audiences);
}

const Item* item_of(const Station& station, Amenity amenity) {
  const auto at = std::ranges::find(station.items, amenity, &Item::amenity);
  return at == station.items.end() ? nullptr : &*at;
}

Item* item_to_edit(Station& station, Amenity amenity) {
  const auto at = std::ranges::find(station.items, amenity, &Item::amenity);
  return at == station.items.end() ? nullptr : &*at;
}

Decision<const Item*> listed(const Bank& bank, const OutletId& outlet, Amenity amenity) {
  if (auto no = refuse_station(bank, outlet)) return *no;
  if (const Item* item = item_of(*station_of(bank, outlet), amenity)) return item;
  return invalid("station.amenity-unlisted", {{"amenity", std::string(name_of(amenity))}});
}

Decision<const Suggestion*> suggestion_named(const Bank& bank, const OutletId& outlet,
                                             const SuggestionId& id) {
  if (auto no = refuse_station(bank, outlet)) return *no;
  const auto& all = station_of(bank, outlet)->suggestions;
  const auto at = std::ranges::find(all, id, &Suggestion::suggestion);
  if (at == all.end()) return unknown("station.suggestion-unknown", id.text);
  return &*at;
}

Suggestion* suggestion_to_edit(Station& station, const SuggestionId& id) {
  const auto at = std::ranges::find(station.suggestions, id, &Suggestion::suggestion);
  return at == station.suggestions.end() ? nullptr : &*at;
}

bool is_under_way(const Suggestion& s) {
  return s.state == SuggestionState::suggested || s.state == SuggestionState::accepted;
}

}  // namespace

// ---- Questions.

const Station* station_of(const Bank& bank, const OutletId& outlet) {
  const Station* station = bank.stations.find(outlet);
  return station && station->published ? station : nullptr;
}

bool is_unconfirmed(const Station& station, Time now) {
  return !station.verified_at || *station.verified_at + std::chrono::days{station.valid_days} < now;
}

bool is_left_in_doubt(const Item& item, Time now) {
  return item.doubted_at && *item.doubted_at + std::chrono::hours{answer_hours} < now;
}

bool is_offered(const Item& item, Time now) {
  return item.condition == Condition::working && !is_left_in_doubt(item, now);
}

std::int64_t visits_on(const Station& station, Day day) {
  std::int64_t people = 0;
  for (const Visits& v : station.visits)
    if (v.on == day) people += v.people;
  return people;
}

// ---- Publish.

Decision<Published> decide(const Bank& bank, const Publish& c, const Stamp&) {
  const auto* outlet = bank.outlets.find(c.outlet);
  if (!outlet) return unknown("outlet.unknown", c.outlet.text);
  if (outlet->kind == outlet::Kind::back_office) return conflict("outlet.no-counter");
  if (auto no = refuse_lists(c)) return *no;
  if (c.from >= c.till) return invalid("station.hours-order");
  if (auto no = refuse_text(c.notice, false, longest_notice)) return *no;
  if (c.valid_days < 1 || c.valid_days > most_valid_days)
    return invalid("station.days-out-of-range", {figure("most", most_valid_days)});
  return Published{c.outlet, c.amenities, c.corners, c.audiences,
                   c.from,   c.till,      c.notice,  c.valid_days};
}

void apply(Stations& stations, const Published& e, const Mark& mark) {
  Station& station = stations.edit(e.outlet);
  std::vector<Item> items;
  for (const Amenity amenity : e.amenities) {
    const Item* known = item_of(station, amenity);
    items.push_back(known ? *known : Item{.amenity = amenity, .since = mark.at});
  }
  station.published = true;
  station.withdrawn_because.clear();
  station.items = std::move(items);
  station.corners = e.corners;
  station.audiences = e.audiences;
  station.from = e.from, station.till = e.till;
  station.notice = e.notice;
  station.valid_days = e.valid_days;
  station.published_at = mark.at;
}

// ---- Withdraw. Whoever publishes it again confirms it again.

Decision<Withdrawn> decide(const Bank& bank, const Withdraw& c, const Stamp&) {
  if (auto no = refuse_station(bank, c.outlet)) return *no;
  if (auto no = refuse_text(c.reason, true, longest_reason)) return *no;
  return Withdrawn{c.outlet, c.reason};
}

void apply(Stations& stations, const Withdrawn& e, const Mark&) {
  Station& station = stations.edit(e.outlet);
  station.published = false;
  station.withdrawn_because = e.reason;
  station.verified_at.reset();
  station.verified_by.reset();
}

// ---- Verify.

Decision<Verified> decide(const Bank& bank, const Verify& c, const Stamp&) {
  if (auto no = refuse_station(bank, c.outlet)) return *no;
  std::vector<Amenity> named;
  for (const Seen& seen : c.seen) {
    if (const auto item = listed(bank, c.outlet, seen.amenity); !item) return item.error();
    named.push_back(seen.amenity);
  }
  if (auto no = refuse_twice(named)) return *no;
  std::vector<std::string> missing;
  for (const Item& item : station_of(bank, c.outlet)->items)
    if (!holds(named, item.amenity)) missing.emplace_back(name_of(item.amenity));
  if (!missing.empty())
    return Refusal{Why::conflict, "station.not-all-seen", {}, std::move(missing)};
  return Verified{c.outlet, c.seen};
}

void apply(Stations& stations, const Verified& e, const Mark& mark) {
  Station& station = stations.edit(e.outlet);
  for (const Seen& seen : e.seen) {
    Item* item = item_to_edit(station, seen.amenity);
    if (!item) continue;
    if (item->condition != seen.condition) item->since = mark.at;
    item->condition = seen.condition;
    item->doubted_at.reset();
  }
  station.verified_at = mark.at;
  station.verified_by = mark.by;
}

// ---- Report a fault.

Decision<FaultReported> decide(const Bank& bank, const ReportFault& c, const Stamp& stamp) {
  const auto item = listed(bank, c.outlet, c.amenity);
  if (!item) return item.error();
  const bool by_public = stamp.role == Role::visitor;
  if ((*item)->condition != Condition::working || (by_public && (*item)->doubted_at))
    return conflict("station.fault-known", {{"amenity", std::string(name_of(c.amenity))}});
  return FaultReported{c.outlet, c.amenity, by_public};
}

void apply(Stations& stations, const FaultReported& e, const Mark& mark) {
  Item* item = item_to_edit(stations.edit(e.outlet), e.amenity);
  if (!item) return;
  if (e.by_public) {
    item->doubted_at = mark.at;
    return;
  }
  item->condition = Condition::faulty;
  item->since = mark.at;
  item->doubted_at.reset();
}

// ---- Repair.

Decision<Repaired> decide(const Bank& bank, const Repair& c, const Stamp&) {
  const auto item = listed(bank, c.outlet, c.amenity);
  if (!item) return item.error();
  if ((*item)->condition == Condition::working && !(*item)->doubted_at)
    return conflict("station.nothing-to-repair", {{"amenity", std::string(name_of(c.amenity))}});
  return Repaired{c.outlet, c.amenity};
}

void apply(Stations& stations, const Repaired& e, const Mark& mark) {
  Item* item = item_to_edit(stations.edit(e.outlet), e.amenity);
  if (!item) return;
  if (item->condition != Condition::working) item->since = mark.at;
  item->condition = Condition::working;
  item->doubted_at.reset();
}

// ---- Count visitors.

Decision<Visited> decide(const Bank& bank, const CountVisit& c, const Stamp& stamp) {
  if (auto no = refuse_station(bank, c.outlet)) return *no;
  if (c.people < 1 || c.people > largest_group)
    return invalid("station.people-out-of-range", {figure("most", largest_group)});
  if (lobby::is_evacuated(bank, c.outlet)) return conflict("lobby.under-evacuation");
  if (!is_open(bank, c.outlet, *station_of(bank, c.outlet), stamp.at))
    return conflict("station.closed-now");
  const Day today = today_here(bank, c.outlet, stamp.at);
  const lobby::Occupancy now = lobby::occupancy(bank, c.outlet, today);
  if (!c.counted_at_door && c.people > now.places()) return conflict("lobby.full", facts_of(now));
  const std::int64_t inside = now.inside + (c.counted_at_door ? 0 : c.people);
  return Visited{c.outlet, c.audience, c.people, c.counted_at_door, today, inside, now.cap};
}

void apply(Stations& stations, const Visited& e, const Mark&) {
  Station& station = stations.edit(e.outlet);
  station.visits_ever += e.people;
  const auto same = std::ranges::find_if(
      station.visits, [&](const Visits& v) { return v.on == e.on && v.audience == e.audience; });
  if (same == station.visits.end())
    station.visits.push_back({e.on, e.audience, e.people});
  else
    same->people += e.people;
  const Day oldest = e.on - std::chrono::days{int(days_of_visits) - 1};
  std::erase_if(station.visits, [&](const Visits& v) { return v.on < oldest; });
}

void apply(lobby::Lobbies& lobbies, const Visited& e, const Mark& mark) {
  if (e.counted_at_door) return;
  lobby::apply(lobbies,
               lobby::Entered{e.outlet, e.people, lobby::CountedBy::tap, {}, e.on, e.inside, e.cap},
               mark);
}

// ---- Suggestions.

Decision<CornerSuggested> decide(const Bank& bank, const SuggestCorner& c, const Stamp&) {
  if (auto no = refuse_station(bank, c.outlet)) return *no;
  if (auto no = refuse_text(c.why, true, longest_reason)) return *no;
  const Station& station = *station_of(bank, c.outlet);
  if (holds(station.corners, c.corner)) return conflict("station.corner-there");
  const auto same = [&](const Suggestion& s) { return s.corner == c.corner && is_under_way(s); };
  if (std::ranges::any_of(station.suggestions, same)) return conflict("station.corner-suggested");
  if (station.suggestions.size() >= most_suggestions)
    return conflict("station.too-many-suggestions",
                    {figure("most", std::int64_t(most_suggestions))});
  return CornerSuggested{c.outlet, {"S" + std::to_string(station.suggested + 1)}, c.corner, c.why};
}

void apply(Stations& stations, const CornerSuggested& e, const Mark& mark) {
  Station& station = stations.edit(e.outlet);
  ++station.suggested;
  station.suggestions.push_back({.suggestion = e.suggestion,
                                 .corner = e.corner,
                                 .state = SuggestionState::suggested,
                                 .why = e.why,
                                 .reason = {},
                                 .by = mark.by,
                                 .at = mark.at});
}

Decision<SuggestionJudged> decide(const Bank& bank, const JudgeSuggestion& c, const Stamp&) {
  const auto found = suggestion_named(bank, c.outlet, c.suggestion);
  if (!found) return found.error();
  if ((*found)->state != SuggestionState::suggested)
    return conflict("station.suggestion-judged",
                    {{"state", std::string(name_of((*found)->state))}});
  if (auto no = refuse_text(c.reason, !c.accepted, longest_reason)) return *no;
  return SuggestionJudged{c.outlet, c.suggestion, c.accepted, c.reason};
}

void apply(Stations& stations, const SuggestionJudged& e, const Mark& mark) {
  Suggestion* s = suggestion_to_edit(stations.edit(e.outlet), e.suggestion);
  if (!s) return;
  s->state = e.accepted ? SuggestionState::accepted : SuggestionState::declined;
  s->reason = e.reason;
  s->judged_at = mark.at;
}

Decision<CornerOpened> decide(const Bank& bank, const OpenCorner& c, const Stamp&) {
  const auto found = suggestion_named(bank, c.outlet, c.suggestion);
  if (!found) return found.error();
  if ((*found)->state != SuggestionState::accepted)
    return conflict("station.suggestion-not-accepted",
                    {{"state", std::string(name_of((*found)->state))}});
  return CornerOpened{c.outlet, c.suggestion};
}

void apply(Stations& stations, const CornerOpened& e, const Mark& mark) {
  Station& station = stations.edit(e.outlet);
  Suggestion* s = suggestion_to_edit(station, e.suggestion);
  if (!s) return;
  s->state = SuggestionState::opened;
  s->opened_at = mark.at;
  if (!holds(station.corners, s->corner)) station.corners.push_back(s->corner);
}

}  // namespace waystation::station

template struct waystation::RoomTable<waystation::station::Commands>;
