#pragma once
// Sealed zones 管控区, the communities in them, and the papers that let a bank work there: the
// grant of the command office (a bank is not on the list of places that may stay open) and passes
// for people and vans. Kind of seal, risk level and personal measure are three separate, dated
// facts: a medium-risk estate may lie inside a key control area, and after the downgrade its
// residents still stay at home for seven days.
#include "domain/point.h"

namespace waystation::zone {

// January 2021: key_control_area. March 2022: lockdown_, control_, precaution_area. Which words are
// in use is data: the `scheme` names the notice.
BOOST_DEFINE_ENUM_CLASS(SealKind, key_control_area, lockdown_area, control_area, precaution_area)
BOOST_DEFINE_ENUM_CLASS(RiskLevel, low, medium, high)
BOOST_DEFINE_ENUM_CLASS(PassKind, staff, cash_van, supplies)

struct Community {
  std::string title;
  CityId city;
  std::optional<ZoneId> zone;
  Point at;
  PositionSource position_source = PositionSource::unknown;
  std::int32_t people = 0;
  std::int32_t card_customers = 0;
  std::int32_t elderly_permille = 0;     // Over 60.
  std::optional<Time> unsealed_at = {};  // When the last seal around it was lifted.
};
BOOST_DESCRIBE_STRUCT(Community, (),
                      (title, city, zone, at, position_source, people, card_customers,
                       elderly_permille, unsealed_at))
using Communities = Table<CommunityId, Community>;

struct RiskArea {
  std::string title;  // Estate or building.
  RiskLevel level = RiskLevel::low;
  Day since;
};
BOOST_DESCRIBE_STRUCT(RiskArea, (), (title, level, since))

// The command office's permission for one outlet to open inside the zone, with the hash of the
// paper.
struct Grant {
  OutletId outlet;
  std::string document;
  std::string issuer;
  std::string evidence_sha256;  // 64 hexadecimal digits, or empty where only the number is known.
  Time at;
};
BOOST_DESCRIBE_STRUCT(Grant, (), (outlet, document, issuer, evidence_sha256, at))

struct Pass {
  PassKind kind = PassKind::staff;
  std::string holder;  // Staff number or van.
  std::string gate;
  TimeOfDay window_from, window_to;
  Day valid_from, valid_to;  // Both included.
};
BOOST_DESCRIBE_STRUCT(Pass, (), (kind, holder, gate, window_from, window_to, valid_from, valid_to))

struct Zone {
  std::string title;
  CityId city;
  std::string scheme;
  SealKind kind = SealKind::key_control_area;
  std::vector<Point>
      outline;  // Outer ring, not closed; empty where only the communities are known.
  Time sealed_at;
  std::optional<Time> lifted_at;
  std::vector<RiskArea> risk_areas;
  std::vector<Grant> grants;
  std::vector<Pass> passes;
  std::vector<CommunityId> communities;  // Kept after lifting, unlike the communities' own zone.
};
BOOST_DESCRIBE_STRUCT(Zone, (),
                      (title, city, scheme, kind, outline, sealed_at, lifted_at, risk_areas, grants,
                       passes, communities))
using Zones = Table<ZoneId, Zone>;

bool is_sealed(const Zone&, Time);
// The zone that holds an outlet at a moment, by its community; none outside every seal.
std::optional<ZoneId> sealed_zone_of(const Bank&, const OutletId&, Time);
std::optional<ZoneId> sealed_zone_of(const Bank&, const CommunityId&, Time);
const Grant* grant_for(const Zone&, const OutletId&);
const Pass* pass_for(const Zone&, PassKind, std::string_view holder, Day);

// ---- Add a community.

struct AddCommunity {
  static constexpr auto name = "zone.add-community";
  static constexpr Roles roles = command_centres | administrators;
  CommunityId community;
  std::string title;
  CityId city;
  Point at;
  PositionSource position_source = PositionSource::unknown;
  std::int32_t people = 0;
  std::int32_t card_customers = 0;
  std::int32_t elderly_permille = 0;
};
BOOST_DESCRIBE_STRUCT(AddCommunity, (),
                      (community, title, city, at, position_source, people, card_customers,
                       elderly_permille))

struct CommunityAdded {
  static constexpr auto name = "zone.community-added";
  CommunityId community;
  std::string title;
  CityId city;
  Point at;
  PositionSource position_source = PositionSource::unknown;
  std::int32_t people = 0;
  std::int32_t card_customers = 0;
  std::int32_t elderly_permille = 0;
};
BOOST_DESCRIBE_STRUCT(CommunityAdded, (),
                      (community, title, city, at, position_source, people, card_customers,
                       elderly_permille))

Decision<CommunityAdded> decide(const Bank&, const AddCommunity&, const Stamp&);
void apply(Communities&, const CommunityAdded&, const Mark&);

// ---- Seal: the streets close around these communities.

struct SealOff {
  static constexpr auto name = "zone.seal";
  static constexpr Roles roles = command_centres;
  ZoneId zone;
  std::string title;
  CityId city;
  std::string scheme;
  SealKind kind = SealKind::key_control_area;
  std::optional<Time> since;  // When the streets closed; the event's own time where absent.
  std::vector<Point> outline;
  std::vector<CommunityId> communities;
};
BOOST_DESCRIBE_STRUCT(SealOff, (), (zone, title, city, scheme, kind, since, outline, communities))

struct Sealed {
  static constexpr auto name = "zone.sealed";
  ZoneId zone;
  std::string title;
  CityId city;
  std::string scheme;
  SealKind kind = SealKind::key_control_area;
  std::optional<Time> since;
  std::vector<Point> outline;
  std::vector<CommunityId> communities;
};
BOOST_DESCRIBE_STRUCT(Sealed, (), (zone, title, city, scheme, kind, since, outline, communities))

Decision<Sealed> decide(const Bank&, const SealOff&, const Stamp&);
void apply(Zones&, const Sealed&, const Mark&);
void apply(Communities&, const Sealed&, const Mark&);

// ---- Lift the seal 解封.

struct Lift {
  static constexpr auto name = "zone.lift";
  static constexpr Roles roles = command_centres;
  ZoneId zone;
};
BOOST_DESCRIBE_STRUCT(Lift, (), (zone))

struct Lifted {
  static constexpr auto name = "zone.lifted";
  ZoneId zone;
};
BOOST_DESCRIBE_STRUCT(Lifted, (), (zone))

Decision<Lifted> decide(const Bank&, const Lift&, const Stamp&);
void apply(Zones&, const Lifted&, const Mark&);
void apply(Communities&, const Lifted&, const Mark&);

// ---- Set the risk level of an estate, as the city command does after expert review.

struct SetRisk {
  static constexpr auto name = "zone.set-risk";
  static constexpr Roles roles = command_centres;
  ZoneId zone;
  std::string area;
  RiskLevel level = RiskLevel::low;
  std::optional<Day> since = {};  // Where the notice came earlier than its record.
};
BOOST_DESCRIBE_STRUCT(SetRisk, (), (zone, area, level, since))

struct RiskSet {
  static constexpr auto name = "zone.risk-set";
  ZoneId zone;
  std::string area;
  RiskLevel level = RiskLevel::low;
  Day since;
};
BOOST_DESCRIBE_STRUCT(RiskSet, (), (zone, area, level, since))

Decision<RiskSet> decide(const Bank&, const SetRisk&, const Stamp&);
void apply(Zones&, const RiskSet&, const Mark&);

// ---- Record the grant for an outlet.

struct RecordGrant {
  static constexpr auto name = "zone.record-grant";
  static constexpr Roles roles = command_centres;
  ZoneId zone;
  OutletId granted;
  std::string document;
  std::string issuer;
  std::string evidence_sha256;
};
BOOST_DESCRIBE_STRUCT(RecordGrant, (), (zone, granted, document, issuer, evidence_sha256))

struct GrantRecorded {
  static constexpr auto name = "zone.grant-recorded";
  ZoneId zone;
  OutletId granted;
  std::string document;
  std::string issuer;
  std::string evidence_sha256;
};
BOOST_DESCRIBE_STRUCT(GrantRecorded, (), (zone, granted, document, issuer, evidence_sha256))

Decision<GrantRecorded> decide(const Bank&, const RecordGrant&, const Stamp&);
void apply(Zones&, const GrantRecorded&, const Mark&);

// ---- Record a pass through the seal.

struct RecordPass {
  static constexpr auto name = "zone.record-pass";
  static constexpr Roles roles = command_centres;
  ZoneId zone;
  PassKind kind = PassKind::staff;
  std::string holder;
  std::string gate;
  TimeOfDay window_from, window_to;
  Day valid_from, valid_to;
};
BOOST_DESCRIBE_STRUCT(RecordPass, (),
                      (zone, kind, holder, gate, window_from, window_to, valid_from, valid_to))

struct PassRecorded {
  static constexpr auto name = "zone.pass-recorded";
  ZoneId zone;
  PassKind kind = PassKind::staff;
  std::string holder;
  std::string gate;
  TimeOfDay window_from, window_to;
  Day valid_from, valid_to;
};
BOOST_DESCRIBE_STRUCT(PassRecorded, (),
                      (zone, kind, holder, gate, window_from, window_to, valid_from, valid_to))

Decision<PassRecorded> decide(const Bank&, const RecordPass&, const Stamp&);
void apply(Zones&, const PassRecorded&, const Mark&);

using Commands =
    boost::mp11::mp_list<AddCommunity, SealOff, Lift, SetRisk, RecordGrant, RecordPass>;

}  // namespace waystation::zone
