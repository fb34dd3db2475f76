#include <algorithm>
#include <set>

#include "domain/bank.h"

namespace waystation::zone {

namespace {

bool is_any_off_earth(const std::vector<Point>& points) {
  return !std::ranges::all_of(points, is_on_earth);
}

// A zone that exists, for papers and facts that only matter while its streets are closed.
std::optional<Refusal> refuse_unless_in_force(const Bank& bank, const ZoneId& id) {
  const auto* zone = bank.zones.find(id);
  if (!zone) return unknown("zone.unknown", id.text);
  if (zone->lifted_at) return conflict("zone.already-lifted", {{"id", id.text}});
  return {};
}

bool lies_in(const Bank& bank, const OutletId& id, const ZoneId& zone) {
  const auto* outlet = bank.outlets.find(id);
  if (!outlet || !outlet->community) return false;
  const auto* community = bank.communities.find(*outlet->community);
  return community && community->zone == zone;
}

Day today_in(const Bank& bank, const ZoneId& id, Time now) {
  const auto* city = bank.cities.find(bank.zones.at(id).city);
  return city ? local_day(now, city->time_zone) : std::chrono::floor<std::chrono::days>(now);
}

}  // namespace

bool is_sealed(const Zone& zone, Time at) {
  return zone.sealed_at <= at && (!zone.lifted_at || at < *zone.lifted_at);
}

std::optional<ZoneId> sealed_zone_of(const Bank& bank, const CommunityId& id, Time at) {
  const auto* community = bank.communities.find(id);
  if (!community || !community->zone) return {};
  const auto* zone = bank.zones.find(*community->zone);
  return zone && is_sealed(*zone, at) ? community->zone : std::nullopt;
}

std::optional<ZoneId> sealed_zone_of(const Bank& bank, const OutletId& id, Time at) {
  const auto* outlet = bank.outlets.find(id);
  if (!outlet || !outlet->community) return {};
  return sealed_zone_of(bank, *outlet->community, at);
}

const Grant* grant_for(const Zone& zone, const OutletId& outlet) {
  const auto at = std::ranges::find(zone.grants, outlet, &Grant::outlet);
  return at == zone.grants.end() ? nullptr : &*at;
}

const Pass* pass_for(const Zone& zone, PassKind kind, std::string_view holder, Day day) {
  const auto at = std::ranges::find_if(zone.passes, [&](const Pass& p) {
    return p.kind == kind && p.holder == holder && p.valid_from <= day && day <= p.valid_to;
  });
  return at == zone.passes.end() ? nullptr : &*at;
}

// ---- Add a community.

Decision<CommunityAdded> decide(const Bank& bank, const AddCommunity& c, const Stamp&) {
  if (bank.communities.contains(c.community))
    return conflict("community.already-added", {{"id", c.community.text}});
  if (!bank.cities.contains(c.city)) return unknown("city.unknown", c.city.text);
  if (c.title.empty()) return invalid("community.title-empty");
  if (!is_on_earth(c.at)) return invalid("community.point-not-on-earth");
  if (c.people < 0 || c.card_customers < 0 || c.elderly_permille < 0 || c.elderly_permille > 1000)
    return invalid("community.figures-impossible",
                   {{"people", std::to_string(c.people)},
                    {"card_customers", std::to_string(c.card_customers)},
                    {"elderly_permille", std::to_string(c.elderly_permille)}});
  return CommunityAdded{c.community,       c.title,  c.city,           c.at,
                        c.position_source, c.people, c.card_customers, c.elderly_permille};
}

void apply(Communities& communities, const CommunityAdded& e, const Mark&) {
  communities.edit(e.community) = {.title = e.title,
                                   .city = e.city,
                                   .zone = {},
                                   .at = e.at,
                                   .position_source = e.position_source,
                                   .people = e.people,
                                   .card_customers = e.card_customers,
                                   .elderly_permille = e.elderly_permille,
                                   .unsealed_at = {}};
}

// ---- Seal.

static std::optional<Refusal> refuse_communities(const Bank& bank, const SealOff& c) {
  if (c.communities.empty()) return invalid("zone.no-communities");
  std::set<CommunityId> seen;
  for (const CommunityId& id : c.communities) {
    const auto* community = bank.communities.find(id);
    if (!community) return unknown("community.unknown", id.text);
    if (community->city != c.city)
      return conflict("zone.community-of-another-city", {{"community", id.text}});
    if (community->zone)
      return conflict("zone.community-sealed-already",
                      {{"community", id.text}, {"zone", community->zone->text}});
    if (!seen.insert(id).second) return invalid("zone.community-twice", {{"community", id.text}});
  }
  return {};
}

static std::optional<Refusal> refuse_outline(const std::vector<Point>& outline) {
  if (!outline.empty() && outline.size() < 3)
    return invalid("zone.outline-too-short", {{"points", std::to_string(outline.size())}});
  if (is_any_off_earth(outline)) return invalid("zone.point-not-on-earth");
  return {};
}

Decision<Sealed> decide(const Bank& bank, const SealOff& c, const Stamp& stamp) {
  if (bank.zones.contains(c.zone)) return conflict("zone.id-taken", {{"id", c.zone.text}});
  if (!bank.cities.contains(c.city)) return unknown("city.unknown", c.city.text);
  if (c.title.empty()) return invalid("zone.title-empty");
  if (c.scheme.empty()) return invalid("zone.scheme-empty");
  if (c.since && *c.since > stamp.at)
    return invalid("zone.since-in-future", {{"since", to_text(*c.since)}});
  if (auto no = refuse_outline(c.outline)) return *no;
  if (auto no = refuse_communities(bank, c)) return *no;
  return Sealed{c.zone, c.title, c.city, c.scheme, c.kind, c.since, c.outline, c.communities};
}

void apply(Zones& zones, const Sealed& e, const Mark& mark) {
  zones.edit(e.zone) = {.title = e.title,
                        .city = e.city,
                        .scheme = e.scheme,
                        .kind = e.kind,
                        .outline = e.outline,
                        .sealed_at = e.since.value_or(mark.at),
                        .lifted_at = {},
                        .risk_areas = {},
                        .grants = {},
                        .passes = {},
                        .communities = e.communities};
}

void apply(Communities& communities, const Sealed& e, const Mark&) {
  for (const CommunityId& id : e.communities) communities.edit(id).zone = e.zone;
}

// ---- Lift.

Decision<Lifted> decide(const Bank& bank, const Lift& c, const Stamp&) {
  if (auto no = refuse_unless_in_force(bank, c.zone)) return *no;
  return Lifted{c.zone};
}

void apply(Zones& zones, const Lifted& e, const Mark& mark) {
  zones.edit(e.zone).lifted_at = mark.at;
}

// Once lifted, a community may lie in a new zone; which zone it lay in is in the log.
void apply(Communities& communities, const Lifted& e, const Mark& mark) {
  const Communities before = communities;
  for (const auto& [id, community] : before) {
    if (community.zone != e.zone) continue;
    Community& freed = communities.edit(id);
    freed.zone.reset();
    freed.unsealed_at = mark.at;
  }
}

// ---- Risk level.

Decision<RiskSet> decide(const Bank& bank, const SetRisk& c, const Stamp& stamp) {
  if (auto no = refuse_unless_in_force(bank, c.zone)) return *no;
  if (c.area.empty()) return invalid("zone.area-empty");
  const Day today = today_in(bank, c.zone, stamp.at);
  if (c.since && *c.since > today)
    return invalid("zone.since-in-future", {{"since", to_text(*c.since)}});
  return RiskSet{c.zone, c.area, c.level, c.since.value_or(today)};
}

void apply(Zones& zones, const RiskSet& e, const Mark&) {
  auto& areas = zones.edit(e.zone).risk_areas;
  const auto at = std::ranges::find(areas, e.area, &RiskArea::title);
  if (at == areas.end())
    areas.push_back({e.area, e.level, e.since});
  else
    *at = {e.area, e.level, e.since};
}

// ---- Grants.

static bool is_sha256(std::string_view text) {
  const auto is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  return text.size() == 64 && std::ranges::all_of(text, is_hex);
}

Decision<GrantRecorded> decide(const Bank& bank, const RecordGrant& c, const Stamp&) {
  if (auto no = refuse_unless_in_force(bank, c.zone)) return *no;
  if (!bank.outlets.contains(c.granted)) return unknown("outlet.unknown", c.granted.text);
  if (!lies_in(bank, c.granted, c.zone))
    return conflict("zone.outlet-outside", {{"outlet", c.granted.text}, {"zone", c.zone.text}});
  if (c.document.empty()) return invalid("zone.document-empty");
  if (c.issuer.empty()) return invalid("zone.issuer-empty");
  if (!c.evidence_sha256.empty() && !is_sha256(c.evidence_sha256))
    return invalid("zone.evidence-malformed");
  return GrantRecorded{c.zone, c.granted, c.document, c.issuer, c.evidence_sha256};
}

// A new paper for the same outlet takes the place of the old one.
void apply(Zones& zones, const GrantRecorded& e, const Mark& mark) {
  auto& grants = zones.edit(e.zone).grants;
  std::erase_if(grants, [&](const Grant& g) { return g.outlet == e.granted; });
  grants.push_back({e.granted, e.document, e.issuer, e.evidence_sha256, mark.at});
}

// ---- Passes.

static bool is_known_holder(const Bank& bank, PassKind kind, const std::string& holder) {
  return kind == PassKind::staff ? bank.people.contains({holder}) : bank.vans.contains({holder});
}

static std::optional<Refusal> refuse_dates(const Bank& bank, const RecordPass& c) {
  if (c.valid_to < c.valid_from)
    return invalid("zone.dates-reversed",
                   {{"from", to_text(c.valid_from)}, {"to", to_text(c.valid_to)}});
  const auto most =
      policy::in_force(bank, policy::Key::pass_valid_days, c.zone, c.valid_from).value;
  const auto days = (c.valid_to - c.valid_from).count() + 1;
  if (days > most)
    return conflict("zone.pass-too-long",
                    {{"days", std::to_string(days)}, {"most", std::to_string(most)}});
  return {};
}

Decision<PassRecorded> decide(const Bank& bank, const RecordPass& c, const Stamp&) {
  if (auto no = refuse_unless_in_force(bank, c.zone)) return *no;
  if (!is_known_holder(bank, c.kind, c.holder)) return unknown("zone.holder-unknown", c.holder);
  if (c.gate.empty()) return invalid("zone.gate-empty");
  if (c.window_to <= c.window_from)
    return invalid("zone.window-reversed",
                   {{"from", to_text(c.window_from)}, {"to", to_text(c.window_to)}});
  if (auto no = refuse_dates(bank, c)) return *no;
  return PassRecorded{c.zone,        c.kind,      c.holder,     c.gate,
                      c.window_from, c.window_to, c.valid_from, c.valid_to};
}

void apply(Zones& zones, const PassRecorded& e, const Mark&) {
  zones.edit(e.zone).passes.push_back(
      {e.kind, e.holder, e.gate, e.window_from, e.window_to, e.valid_from, e.valid_to});
}

}  // namespace waystation::zone

template struct waystation::RoomTable<waystation::zone::Commands>;
