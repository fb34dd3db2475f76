#pragma once
// Rest stations 工行驿站: a corner inside the outlet that anybody who works outdoors may use, with
// its amenities as they are now, corners, hours and notice. What nobody has confirmed for its
// `valid_days`, and what the public doubts without an answer for `answer_hours`, is shown as
// unconfirmed: an old promise is worse than none. Whoever rests inside counts in the lobby's cap
// (lobby.h). Sources: domain.md §7: the basic and further amenities, corners, audiences and "open,
// subject to entry check and occupancy" are reported [S, N13]; the days and hours are ours (A).
#include "domain/lobby.h"

namespace waystation::station {

using SuggestionId = Id<struct SuggestionKind>;  // "S1": counted within the outlet.

// The first eight are basic 基本设施; the others some outlets have.
BOOST_DEFINE_ENUM_CLASS(Amenity, aircon, seat, water, phone_charge, wifi, public_education,
                        note_tester, reading_glasses, toilet, nursing_room, first_aid, wheelchair,
                        stroller, copier, printer, magnifier, microwave, fridge, umbrella,
                        sewing_kit, books, heat_pad)
BOOST_DEFINE_ENUM_CLASS(Condition, working, faulty, absent)
BOOST_DEFINE_ENUM_CLASS(Corner, book_bar, poverty_relief, consumer_rights, elder_care,
                        finance_education)
BOOST_DEFINE_ENUM_CLASS(Audience, sanitation_worker, courier, traffic_police, other)
BOOST_DEFINE_ENUM_CLASS(SuggestionState, suggested, accepted, declined, opened)

inline constexpr std::size_t longest_notice = 300;  // Bytes: 100 Chinese characters.
inline constexpr std::size_t longest_reason = 300;
inline constexpr std::int32_t most_valid_days = 90;
inline constexpr std::int32_t answer_hours = 24;  // To a doubt of the public.
inline constexpr std::int32_t largest_group = 50;
inline constexpr std::size_t days_of_visits = 31;     // So many are kept.
inline constexpr std::size_t most_suggestions = 100;  // At once undecided or not yet opened.

constexpr bool is_basic(Amenity a) {
  return a <= Amenity::reading_glasses;
}

struct Item {
  Amenity amenity = Amenity::water;
  Condition condition = Condition::working;
  Time since;
  std::optional<Time> doubted_at = {};  // "This is wrong", by the public; the crew has not looked.
};
BOOST_DESCRIBE_STRUCT(Item, (), (amenity, condition, since, doubted_at))

// Heads, never who.
struct Visits {
  Day on;
  Audience audience = Audience::other;
  std::int32_t people = 0;
};
BOOST_DESCRIBE_STRUCT(Visits, (), (on, audience, people))

struct Suggestion {
  SuggestionId suggestion;
  Corner corner = Corner::book_bar;
  SuggestionState state = SuggestionState::suggested;
  std::string why;     // Of whoever suggests.
  std::string reason;  // Of whoever declines.
  AccountId by;
  Time at;
  std::optional<Time> judged_at = {};
  std::optional<Time> opened_at = {};
};
BOOST_DESCRIBE_STRUCT(Suggestion, (),
                      (suggestion, corner, state, why, reason, by, at, judged_at, opened_at))

struct Station {
  bool published = false;  // No longer, once withdrawn.
  std::string withdrawn_because;
  std::vector<Item> items;
  std::vector<Corner> corners;
  std::vector<Audience> audiences;
  TimeOfDay from, till;
  std::string notice;
  std::int32_t valid_days = 0;
  Time published_at;
  std::optional<Time> verified_at = {};
  std::optional<AccountId> verified_by = {};
  std::vector<Visits> visits;  // The newest day last.
  std::int64_t visits_ever = 0;
  std::int32_t suggested = 0;  // Numbers given.
  std::vector<Suggestion> suggestions;
};
BOOST_DESCRIBE_STRUCT(Station, (),
                      (published, withdrawn_because, items, corners, audiences, from, till, notice,
                       valid_days, published_at, verified_at, verified_by, visits, visits_ever,
                       suggested, suggestions))
using Stations = Table<OutletId, Station>;

// ---- Questions.

const Station* station_of(const Bank&, const OutletId&);  // Published ones alone.
// Nobody has confirmed it in its days, or ever.
bool is_unconfirmed(const Station&, Time now);
// The public doubts it, and nobody answered in time.
bool is_left_in_doubt(const Item&, Time now);
// Works as far as anybody knows.
bool is_offered(const Item&, Time now);
// Its hours, by the outlet's clock, and the outlet lets people in.
bool is_open(const Bank&, const OutletId&, const Station&, Time now);
std::int64_t visits_on(const Station&, Day);

// What somebody looks for. Nothing named: every station.
struct Need {
  std::optional<Point> at = {};
  std::vector<Amenity> amenities = {};  // All of them, offered now.
  std::optional<Audience> audience = {};
  bool open_now = false;
  std::size_t most = 20;
};
struct Near {
  OutletId outlet;
  std::optional<std::int64_t> metres = {};  // In a straight line; none where a place is not known.
};
// The nearest first; without a point by outlet. O(n log most) of all stations.
std::vector<Near> nearest(const Bank&, const Need&, Time now);

// ---- Publish what the station has, or change it. What stays listed keeps its condition.

struct Publish {
  static constexpr auto name = "station.publish";
  static constexpr Roles roles = managers;
  OutletId outlet;
  std::vector<Amenity> amenities;
  std::vector<Corner> corners;
  std::vector<Audience> audiences;
  TimeOfDay from, till;
  std::string notice;
  std::int32_t valid_days = 30;
};
BOOST_DESCRIBE_STRUCT(Publish, (),
                      (outlet, amenities, corners, audiences, from, till, notice, valid_days))

struct Published {
  static constexpr auto name = "station.published";
  OutletId outlet;
  std::vector<Amenity> amenities;
  std::vector<Corner> corners;
  std::vector<Audience> audiences;
  TimeOfDay from, till;
  std::string notice;
  std::int32_t valid_days = 30;
};
BOOST_DESCRIBE_STRUCT(Published, (),
                      (outlet, amenities, corners, audiences, from, till, notice, valid_days))

// Refuses "outlet.no-counter", "station.amenities-empty", "station.audiences-empty",
// "station.named-twice", "station.hours-order", "station.text-too-long",
// "station.days-out-of-range".
Decision<Published> decide(const Bank&, const Publish&, const Stamp&);
void apply(Stations&, const Published&, const Mark&);

// ---- Withdraw it from the public, for a reason that is told.

struct Withdraw {
  static constexpr auto name = "station.withdraw";
  static constexpr Roles roles = managers;
  OutletId outlet;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Withdraw, (), (outlet, reason))

struct Withdrawn {
  static constexpr auto name = "station.withdrawn";
  OutletId outlet;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Withdrawn, (), (outlet, reason))

// "station.unknown", "station.reason-empty", "station.text-too-long".
Decision<Withdrawn> decide(const Bank&, const Withdraw&, const Stamp&);
void apply(Stations&, const Withdrawn&, const Mark&);

// ---- Verify: somebody walked round and looked at everything that is listed.

struct Seen {
  Amenity amenity = Amenity::water;
  Condition condition = Condition::working;
};
BOOST_DESCRIBE_STRUCT(Seen, (), (amenity, condition))

struct Verify {
  static constexpr auto name = "station.verify";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  std::vector<Seen> seen;
};
BOOST_DESCRIBE_STRUCT(Verify, (), (outlet, seen))

struct Verified {
  static constexpr auto name = "station.verified";
  OutletId outlet;
  std::vector<Seen> seen;
};
BOOST_DESCRIBE_STRUCT(Verified, (), (outlet, seen))

// "station.unknown", "station.not-all-seen" with what is missing, "station.named-twice",
// "station.amenity-unlisted".
Decision<Verified> decide(const Bank&, const Verify&, const Stamp&);
void apply(Stations&, const Verified&, const Mark&);

// ---- Report a fault. The crew's word holds at once; the public's is a doubt until the crew looks.

struct ReportFault {
  static constexpr auto name = "station.report-fault";
  static constexpr Roles roles = outlet_crew | the_public;
  OutletId outlet;
  Amenity amenity = Amenity::water;
};
BOOST_DESCRIBE_STRUCT(ReportFault, (), (outlet, amenity))

struct FaultReported {
  static constexpr auto name = "station.fault-reported";
  OutletId outlet;
  Amenity amenity = Amenity::water;
  bool by_public = false;
};
BOOST_DESCRIBE_STRUCT(FaultReported, (), (outlet, amenity, by_public))

// "station.unknown", "station.amenity-unlisted", "station.fault-known" (faulty, absent, or doubted
// already by the public).
Decision<FaultReported> decide(const Bank&, const ReportFault&, const Stamp&);
void apply(Stations&, const FaultReported&, const Mark&);

// ---- Repair: it works, again or after all. Answers a doubt too.

struct Repair {
  static constexpr auto name = "station.repair";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  Amenity amenity = Amenity::water;
};
BOOST_DESCRIBE_STRUCT(Repair, (), (outlet, amenity))

struct Repaired {
  static constexpr auto name = "station.repaired";
  OutletId outlet;
  Amenity amenity = Amenity::water;
};
BOOST_DESCRIBE_STRUCT(Repaired, (), (outlet, amenity))

// "station.unknown", "station.amenity-unlisted", "station.nothing-to-repair".
Decision<Repaired> decide(const Bank&, const Repair&, const Stamp&);
void apply(Stations&, const Repaired&, const Mark&);

// ---- Count visitors, by audience. Who has not come through a counted door takes a place in the
// lobby: there is one cap.

struct CountVisit {
  static constexpr auto name = "station.count-visit";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  Audience audience = Audience::other;
  std::int32_t people = 1;
  bool counted_at_door = false;  // Inside already, by the lobby's count: only tallied here.
};
BOOST_DESCRIBE_STRUCT(CountVisit, (), (outlet, audience, people, counted_at_door))

struct Visited {
  static constexpr auto name = "station.visited";
  OutletId outlet;
  Audience audience = Audience::other;
  std::int32_t people = 1;
  bool counted_at_door = false;
  Day on;
  std::int64_t inside = 0;  // Afterwards.
  std::int64_t cap = 0;
};
BOOST_DESCRIBE_STRUCT(Visited, (), (outlet, audience, people, counted_at_door, on, inside, cap))

// "station.unknown", "station.people-out-of-range", "station.closed-now",
// "lobby.under-evacuation", "lobby.full" with the occupancy.
Decision<Visited> decide(const Bank&, const CountVisit&, const Stamp&);
void apply(Stations&, const Visited&, const Mark&);
void apply(lobby::Lobbies&, const Visited&, const Mark&);

// ---- Suggest a corner 专区, and follow what becomes of it.

struct SuggestCorner {
  static constexpr auto name = "station.suggest-corner";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  Corner corner = Corner::book_bar;
  std::string why;
};
BOOST_DESCRIBE_STRUCT(SuggestCorner, (), (outlet, corner, why))

struct CornerSuggested {
  static constexpr auto name = "station.corner-suggested";
  OutletId outlet;
  SuggestionId suggestion;
  Corner corner = Corner::book_bar;
  std::string why;
};
BOOST_DESCRIBE_STRUCT(CornerSuggested, (), (outlet, suggestion, corner, why))

// "station.unknown", "station.reason-empty", "station.text-too-long", "station.corner-there",
// "station.corner-suggested" (and not declined), "station.too-many-suggestions".
Decision<CornerSuggested> decide(const Bank&, const SuggestCorner&, const Stamp&);
void apply(Stations&, const CornerSuggested&, const Mark&);

// ---- The city or the province accepts, or declines with a reason.

struct JudgeSuggestion {
  static constexpr auto name = "station.judge-suggestion";
  static constexpr Roles roles = command_centres;
  OutletId outlet;
  SuggestionId suggestion;
  bool accepted = true;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(JudgeSuggestion, (), (outlet, suggestion, accepted, reason))

struct SuggestionJudged {
  static constexpr auto name = "station.suggestion-judged";
  OutletId outlet;
  SuggestionId suggestion;
  bool accepted = true;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(SuggestionJudged, (), (outlet, suggestion, accepted, reason))

// "station.suggestion-unknown", "station.suggestion-judged", "station.reason-empty",
// "station.text-too-long".
Decision<SuggestionJudged> decide(const Bank&, const JudgeSuggestion&, const Stamp&);
void apply(Stations&, const SuggestionJudged&, const Mark&);

// ---- Open the corner that was accepted: from then on it is published.

struct OpenCorner {
  static constexpr auto name = "station.open-corner";
  static constexpr Roles roles = managers;
  OutletId outlet;
  SuggestionId suggestion;
};
BOOST_DESCRIBE_STRUCT(OpenCorner, (), (outlet, suggestion))

struct CornerOpened {
  static constexpr auto name = "station.corner-opened";
  OutletId outlet;
  SuggestionId suggestion;
};
BOOST_DESCRIBE_STRUCT(CornerOpened, (), (outlet, suggestion))

// "station.suggestion-unknown", "station.suggestion-not-accepted".
Decision<CornerOpened> decide(const Bank&, const OpenCorner&, const Stamp&);
void apply(Stations&, const CornerOpened&, const Mark&);

using Commands = boost::mp11::mp_list<Publish, Withdraw, Verify, ReportFault, Repair, CountVisit,
                                      SuggestCorner, JudgeSuggestion, OpenCorner>;

}  // namespace waystation::station
