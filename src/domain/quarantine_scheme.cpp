#include "domain/quarantine_scheme.h"

#include <algorithm>
#include <set>

#include "domain/bank.h"

namespace waystation::quarantine {

namespace {

using std::chrono::days;
using enum MeasureKind;
using enum ContactKind;
using policy::Grade;

constexpr std::size_t most_phases = 6;
constexpr std::int32_t longest_phase_days = 60;
constexpr std::size_t longest_text = 200;

Day date(int year, unsigned month, unsigned day) {
  return Day{std::chrono::year{year} / int(month) / int(day)};
}

// What the notices of domain.md say. Where they name no days of test, those are assumptions.
const std::vector<Scheme>& built_in() {
  static const std::vector<Scheme> schemes = {
      {"14+7",
       date(2020, 12, 1),
       {{contact, {{central_quarantine, 14, {1, 2, 3, 4, 7, 14}}, {home_isolation, 7, {2, 7}}}}},
       Grade::G,
       "G15"},
      {"7+7",
       date(2021, 1, 1),
       {{second_contact, {{central_quarantine, 7, {1, 4, 7}}, {home_isolation, 7, {7}}}}},
       Grade::G,
       "G15, local; days of test A"},
      {"8th",
       date(2021, 5, 14),
       {{contact, {{central_quarantine, 14, {1, 4, 7, 14}}, {home_monitoring, 7, {2, 7}}}},
        {second_contact, {{central_quarantine, 7, {1, 4, 7}}}}},
       Grade::G,
       "G15; days of test at home and of second contacts A"},
      {"9th 7+3",
       date(2022, 6, 28),
       {{contact, {{central_quarantine, 7, {1, 2, 3, 5, 7}}, {home_monitoring, 3, {3}}}}},
       Grade::G,
       "G15"},
  };
  return schemes;
}

const Scheme* latest(const std::vector<Scheme>& versions, const std::string& name, Day day) {
  const Scheme* found = nullptr;
  for (const Scheme& s : versions)
    if (s.scheme == name && s.valid_from <= day && (!found || s.valid_from >= found->valid_from))
      found = &s;
  return found;
}

bool is_sound(const SchemePhase& phase) {
  if (phase.days < 1 || phase.days > longest_phase_days) return false;
  const auto& due = phase.test_days;
  return std::ranges::is_sorted(due) && std::ranges::adjacent_find(due) == due.end() &&
         (due.empty() || (due.front() >= 1 && due.back() <= phase.days));
}

bool is_sound(const SchemeRule& rule) {
  return !rule.phases.empty() && rule.phases.size() <= most_phases &&
         std::ranges::all_of(rule.phases, [](const SchemePhase& p) { return is_sound(p); });
}

bool has_contact_twice(const Scheme& scheme) {
  std::set<ContactKind> seen;
  return std::ranges::any_of(scheme.rules,
                             [&](const SchemeRule& r) { return !seen.insert(r.contact).second; });
}

}  // namespace

std::optional<Scheme> scheme_on(const Bank& bank, const std::string& name, Day day) {
  const auto* published = bank.schemes.find(name);
  const Scheme* theirs = published ? latest(*published, name, day) : nullptr;
  const Scheme* ours = latest(built_in(), name, day);
  if (!theirs) return ours ? std::optional(*ours) : std::nullopt;
  return ours && ours->valid_from > theirs->valid_from ? *ours : *theirs;
}

std::vector<Scheme> schemes_on(const Bank& bank, Day day) {
  std::set<std::string> names;
  for (const Scheme& s : built_in()) names.insert(s.scheme);
  for (const auto& [name, versions] : bank.schemes) names.insert(name);
  std::vector<Scheme> out;
  for (const auto& name : names)
    if (auto scheme = scheme_on(bank, name, day)) out.push_back(std::move(*scheme));
  return out;
}

std::vector<MeasurePhase> phases_of(const Scheme& scheme, ContactKind kind, Day from) {
  std::vector<MeasurePhase> out;
  for (const SchemeRule& rule : scheme.rules) {
    if (rule.contact != kind) continue;
    for (const SchemePhase& phase : rule.phases) {
      MeasurePhase dated{phase.kind, from, from + days{phase.days - 1}, {}};
      for (const auto day : phase.test_days) dated.tests_due.push_back(from + days{day - 1});
      from = dated.until + days{1};
      out.push_back(std::move(dated));
    }
  }
  return out;
}

// ---- Publish.

Decision<SchemePublished> decide(const Bank& bank, const PublishScheme& c, const Stamp&) {
  const Scheme& s = c.scheme;
  if (!is_valid_id(s.scheme)) return invalid("quarantine.scheme-empty");
  if (s.source.empty() || s.source.size() > longest_text)
    return invalid("quarantine.scheme-source-empty");
  if (s.rules.empty() || has_contact_twice(s) ||
      !std::ranges::all_of(s.rules, [](const SchemeRule& r) { return is_sound(r); }))
    return invalid("quarantine.scheme-unsound", {{"scheme", s.scheme}});
  const auto same = scheme_on(bank, s.scheme, s.valid_from);
  if (same && same->valid_from == s.valid_from)
    return conflict("quarantine.scheme-already-published",
                    {{"scheme", s.scheme}, {"valid_from", to_text(s.valid_from)}});
  return SchemePublished{s};
}

void apply(Schemes& schemes, const SchemePublished& e, const Mark&) {
  auto& versions = schemes.edit(e.scheme.scheme);
  versions.push_back(e.scheme);
  std::ranges::sort(versions, {}, &Scheme::valid_from);
}

}  // namespace waystation::quarantine
