#pragma once
// Quarantine schemes 隔离方案 as dated data: "14+7", "7+7", the eighth and the ninth edition. A
// scheme says for each kind of contact which phases follow each other, how many days each takes,
// and on which of its days a test is due. The province publishes new ones; a later version of the
// same name takes the place of the earlier from its first day on, and what began under the earlier
// ends under it.
#include "domain/policy.h"

namespace waystation::quarantine {

BOOST_DEFINE_ENUM_CLASS(MeasureKind, central_quarantine, home_isolation, home_monitoring)
BOOST_DEFINE_ENUM_CLASS(ContactKind, contact, second_contact)  // 密接, 次密接

// The first day of a phase is day 1.
struct SchemePhase {
  MeasureKind kind = MeasureKind::central_quarantine;
  std::int32_t days = 0;
  std::vector<std::int32_t> test_days;
};
BOOST_DESCRIBE_STRUCT(SchemePhase, (), (kind, days, test_days))

struct SchemeRule {
  ContactKind contact = ContactKind::contact;
  std::vector<SchemePhase> phases;
};
BOOST_DESCRIBE_STRUCT(SchemeRule, (), (contact, phases))

struct Scheme {
  std::string scheme;
  Day valid_from;
  std::vector<SchemeRule> rules;
  policy::Grade grade = policy::Grade::G;
  std::string source;
};
BOOST_DESCRIBE_STRUCT(Scheme, (), (scheme, valid_from, rules, grade, source))
using Schemes = Table<std::string, std::vector<Scheme>>;  // Published, by name and first day.

// A phase with its days, as a person goes through it.
struct MeasurePhase {
  MeasureKind kind = MeasureKind::central_quarantine;
  Day from;
  Day until;  // The last day of it.
  std::vector<Day> tests_due;
};
BOOST_DESCRIBE_STRUCT(MeasurePhase, (), (kind, from, until, tests_due))

// The version in force on a day: published or built in, of several the latest; or none.
std::optional<Scheme> scheme_on(const Bank&, const std::string& name, Day);
// Every name with the version in force on a day, by name.
std::vector<Scheme> schemes_on(const Bank&, Day);
// Empty where the scheme says nothing of such contacts.
std::vector<MeasurePhase> phases_of(const Scheme&, ContactKind, Day from);

// ---- Publish a scheme, or a new version of one.

struct PublishScheme {
  static constexpr auto name = "quarantine.publish-scheme";
  static constexpr Roles roles = province_only;
  Scheme scheme;
};
BOOST_DESCRIBE_STRUCT(PublishScheme, (), (scheme))

struct SchemePublished {
  static constexpr auto name = "quarantine.scheme-published";
  Scheme scheme;
};
BOOST_DESCRIBE_STRUCT(SchemePublished, (), (scheme))

Decision<SchemePublished> decide(const Bank&, const PublishScheme&, const Stamp&);
void apply(Schemes&, const SchemePublished&, const Mark&);

}  // namespace waystation::quarantine
