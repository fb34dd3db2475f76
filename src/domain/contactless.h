#pragma once
// Services without coming 非接触服务: a call back from an adviser of the wealth studio 理财云工作室
// or from somebody who helps with the mobile bank, and the appointed suppliers of a sealed zone who
// take orders online. We keep link-outs and referral records only: no account, no name, no
// business. How to reach the person is sealed under a key of its own, which the answer destroys
// (PIPL 47); the request itself is a number and the four digits that follow from it
// (application/claim_code.h). Sources: domain.md §6 [S]; windows and limits are ours (A).
#include "domain/fit_for_duty.h"

namespace waystation::contactless {

using RequestId = Id<struct ContactlessRequestKind>;  // "2021-01-08-W001", within an outlet.

BOOST_DEFINE_ENUM_CLASS(Kind, wealth_studio, mobile_bank_help, grocery)
BOOST_DEFINE_ENUM_CLASS(Segment, elderly, household, small_business, other)
BOOST_DEFINE_ENUM_CLASS(Stage, waiting, taken, answered, withdrawn)
BOOST_DEFINE_ENUM_CLASS(Result, solved, needs_to_come, not_reached)

inline constexpr std::int32_t shortest_window_minutes = 30;
inline constexpr std::int32_t days_ahead = 7;
inline constexpr std::int64_t most_open = 200;  // Requests of an outlet that wait or are taken.
inline constexpr std::size_t days_of_tallies = 92;
inline constexpr std::size_t most_suppliers = 20;
inline constexpr std::size_t longest_name = 120;  // Bytes.
inline constexpr std::size_t longest_link = 300;
inline constexpr std::size_t longest_contact = 100;

struct Request {
  Kind kind = Kind::wealth_studio;
  Segment segment = Segment::other;
  Day day;
  TimeOfDay from, till;  // When to call.
  Stage stage = Stage::waiting;
  PersonId person;                    // Opaque, of this request alone.
  std::optional<Personal> contact{};  // Sealed; none once it has ended.
  Time asked_at;
  std::optional<PersonId> adviser = {};
  bool from_home = false;
  std::optional<Result> result = {};
  std::optional<Time> ended_at = {};
};
BOOST_DESCRIBE_STRUCT(Request, (),
                      (kind, segment, day, from, till, stage, person, contact, asked_at, adviser,
                       from_home, result, ended_at))

// Of one day: how many did not need to come is `solved` and `diverted`.
struct Tally {
  Day on;
  std::int32_t asked = 0;
  std::int32_t solved = 0;
  std::int32_t needs_to_come = 0;
  std::int32_t not_reached = 0;
  std::int32_t diverted = 0;  // Said before taking a number that they need not come.
};
BOOST_DESCRIBE_STRUCT(Tally, (), (on, asked, solved, needs_to_come, not_reached, diverted))

struct Desk {
  Day day;
  std::int32_t number = 0;  // Given on that day.
  std::int64_t open = 0;
  Table<RequestId, Request> requests;  // Open ones, and what ended on the newest day.
  std::vector<Tally> days;             // The newest last.
};
BOOST_DESCRIBE_STRUCT(Desk, (), (day, number, open, requests, days))

struct Supplier {
  std::string title;
  std::string link;      // https
  TimeOfDay from, till;  // When it takes orders.
};
BOOST_DESCRIBE_STRUCT(Supplier, (), (title, link, from, till))

struct Contactless {
  Table<OutletId, Desk> desks;
  Table<ZoneId, std::vector<Supplier>> suppliers;
  Table<PersonId, OutletId> askers;  // Of open requests.
};
BOOST_DESCRIBE_STRUCT(Contactless, (), (desks, suppliers, askers))

// ---- Questions.

const Desk* desk_of(const Bank&, const OutletId&);
const Request* request_of(const Bank&, const OutletId&, const RequestId&);
Tally tally_on(const Bank&, const OutletId&, Day);
Time call_by(const Bank&, const OutletId&, const Request&);  // The window's end.
// What keeps somebody from advising, as codes of fit_for_duty.h. A measure keeps nobody from the
// phone at home; illness does.
std::vector<std::string> unwell(const Bank&, const PersonId&, Day);
// Somebody under a measure advises from home alone.
bool must_stay_home(const Bank&, const PersonId&, Day);
const std::vector<Supplier>& suppliers_of(const Bank&, const ZoneId&);

// ---- Ask for a call back.

struct Ask {
  static constexpr auto name = "contactless.ask";
  static constexpr Roles roles = outlet_crew | the_public;
  OutletId outlet;
  PersonId person;  // "C-…", drawn anew by who asks: never a phone or a staff number.
  Personal contact;
  Kind kind = Kind::wealth_studio;
  Segment segment = Segment::other;
  Day day;
  TimeOfDay from, till;
};
BOOST_DESCRIBE_STRUCT(Ask, (), (outlet, person, contact, kind, segment, day, from, till))

struct Asked {
  static constexpr auto name = "contactless.asked";
  OutletId outlet;
  RequestId request;
  PersonId person;
  Personal contact;
  Kind kind = Kind::wealth_studio;
  Segment segment = Segment::other;
  Day day;
  TimeOfDay from, till;
  Day on;  // Asked.
};
BOOST_DESCRIBE_STRUCT(Asked, (),
                      (outlet, request, person, contact, kind, segment, day, from, till, on))

// "outlet.no-counter", "contactless.no-call" (grocery is a link),
// "contactless.reference-not-opaque", "contactless.reference-used", "contactless.contact-length",
// "contactless.window-order", "contactless.window-past", "contactless.window-too-far",
// "contactless.full".
Decision<Asked> decide(const Bank&, const Ask&, const Stamp&);
void apply(Contactless&, const Asked&, const Mark&);

// ---- Withdraw the request, by whoever holds its number and digits.

struct Withdraw {
  static constexpr auto name = "contactless.withdraw";
  static constexpr Roles roles = outlet_crew | the_public;
  OutletId outlet;
  RequestId request;
};
BOOST_DESCRIBE_STRUCT(Withdraw, (), (outlet, request))

struct Withdrawn {
  static constexpr auto name = "contactless.withdrawn";
  static constexpr bool erases_person = true;
  OutletId outlet;
  RequestId request;
  PersonId person;
  Day on;
};
BOOST_DESCRIBE_STRUCT(Withdrawn, (), (outlet, request, person, on))

// "contactless.request-unknown", "contactless.request-ended".
Decision<Withdrawn> decide(const Bank&, const Withdraw&, const Stamp&);
void apply(Contactless&, const Withdrawn&, const Mark&);

// ---- Take it: somebody will call, here or from home.

struct Take {
  static constexpr auto name = "contactless.take";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  RequestId request;
  PersonId adviser;
  bool from_home = false;
};
BOOST_DESCRIBE_STRUCT(Take, (), (outlet, request, adviser, from_home))

struct Taken {
  static constexpr auto name = "contactless.taken";
  OutletId outlet;
  RequestId request;
  PersonId adviser;
  bool from_home = false;
};
BOOST_DESCRIBE_STRUCT(Taken, (), (outlet, request, adviser, from_home))

// "contactless.request-unknown", "contactless.request-ended", "contactless.request-taken" (by the
// same), what refuse_person of quarantine refuses, "contactless.adviser-unwell" with every code,
// "contactless.adviser-stays-home".
Decision<Taken> decide(const Bank&, const Take&, const Stamp&);
void apply(Contactless&, const Taken&, const Mark&);

// ---- Answer: what came of the call. It destroys the contact.

struct Answer {
  static constexpr auto name = "contactless.answer";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  RequestId request;
  Result result = Result::solved;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (outlet, request, result))

struct Answered {
  static constexpr auto name = "contactless.answered";
  static constexpr bool erases_person = true;
  OutletId outlet;
  RequestId request;
  PersonId person;
  Result result = Result::solved;
  Day on;
};
BOOST_DESCRIBE_STRUCT(Answered, (), (outlet, request, person, result, on))

// "contactless.request-unknown", "contactless.request-ended", "contactless.not-taken".
Decision<Answered> decide(const Bank&, const Answer&, const Stamp&);
void apply(Contactless&, const Answered&, const Mark&);

// ---- "I need not come": asked before a number is taken, and counted.

struct Divert {
  static constexpr auto name = "contactless.divert";
  static constexpr Roles roles = outlet_crew | the_public;
  OutletId outlet;
  Kind kind = Kind::mobile_bank_help;
};
BOOST_DESCRIBE_STRUCT(Divert, (), (outlet, kind))

struct Diverted {
  static constexpr auto name = "contactless.diverted";
  OutletId outlet;
  Kind kind = Kind::mobile_bank_help;
  Day on;
};
BOOST_DESCRIBE_STRUCT(Diverted, (), (outlet, kind, on))

Decision<Diverted> decide(const Bank&, const Divert&, const Stamp&);
void apply(Contactless&, const Diverted&, const Mark&);

// ---- Publish a zone's appointed suppliers; the list replaces the one before.

struct PublishSuppliers {
  static constexpr auto name = "contactless.publish-suppliers";
  static constexpr Roles roles = command_centres;
  ZoneId zone;
  std::vector<Supplier> suppliers;
};
BOOST_DESCRIBE_STRUCT(PublishSuppliers, (), (zone, suppliers))

struct SuppliersPublished {
  static constexpr auto name = "contactless.suppliers-published";
  ZoneId zone;
  std::vector<Supplier> suppliers;
};
BOOST_DESCRIBE_STRUCT(SuppliersPublished, (), (zone, suppliers))

// "zone.unknown", "contactless.too-many-suppliers", "contactless.title-length",
// "contactless.link-not-https", "contactless.hours-order".
Decision<SuppliersPublished> decide(const Bank&, const PublishSuppliers&, const Stamp&);
void apply(Contactless&, const SuppliersPublished&, const Mark&);

using Commands = boost::mp11::mp_list<Ask, Withdraw, Take, Answer, Divert, PublishSuppliers>;

}  // namespace waystation::contactless
