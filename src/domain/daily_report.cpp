#include "domain/daily_report.h"

#include <algorithm>
#include <cctype>

#include "domain/bank.h"

namespace waystation::daily_report {

namespace {

using std::chrono::minutes;

constexpr TimeOfDay earliest{12 * 60}, latest{23 * 60};
constexpr std::int32_t least_minutes = 10, most_minutes = 60;

// A telephone or a paper's number has no place in a note.
bool has_long_number(const std::string& text) {
  int run = 0;
  return std::ranges::any_of(text, [&](unsigned char c) {
    run = std::isdigit(c) ? run + 1 : 0;
    return run >= 7;
  });
}

std::optional<Refusal> refuse_place(const Bank& bank, const Scope& at) {
  if (!at.city.text.empty() && !bank.cities.contains(at.city))
    return unknown("city.unknown", at.city.text);
  const auto* outlet = bank.outlets.find(at.outlet);
  if (!at.outlet.text.empty() && (!outlet || outlet->city != at.city))
    return unknown("outlet.unknown", at.outlet.text);
  return {};
}

std::optional<Refusal> refuse_text(const std::string& text) {
  if (text.size() > longest_note)
    return invalid("daily-report.note-too-long", {{"most", std::to_string(longest_note)}});
  if (has_long_number(text)) return invalid("daily-report.note-personal");
  return {};
}

std::optional<Refusal> refuse_day(const Bank& bank, const Scope& at, Day day, Time now) {
  const Time from = may_be_sent_at(bank, at, day);
  if (now < from) return conflict("daily-report.too-early", {{"from", to_text(from)}});
  if (day + days_kept < local_day(now, time_zone_of(bank, at)))
    return conflict("daily-report.too-old", {{"days", std::to_string(days_kept.count())}});
  return {};
}

// Everybody who is silent is named with a reason, and nobody else.
std::optional<Refusal> refuse_absent(const Bank& bank, const Scope& at, Day day,
                                     const std::vector<Absence>& absent) {
  const auto missing = missing_below(bank, at, day);
  for (const Absence& one : absent) {
    if (std::ranges::find(missing, one.at) == missing.end())
      return conflict("daily-report.not-missing", {{"at", to_text(one.at)}});
    if (one.reason.empty())
      return invalid("daily-report.absence-unexplained", {{"at", to_text(one.at)}});
    if (auto no = refuse_text(one.reason)) return no;
  }
  std::vector<std::string> unnamed;
  for (const Scope& one : missing)
    if (std::ranges::find(absent, one, &Absence::at) == absent.end())
      unnamed.push_back(to_text(one));
  if (unnamed.empty()) return {};
  return Refusal{Why::conflict, "daily-report.below-missing", {}, std::move(unnamed), {}};
}

std::optional<Refusal> refuse_report(const Bank& bank, const auto& c, Time now) {
  if (auto no = refuse_place(bank, c.at)) return no;
  if (auto no = refuse_day(bank, c.at, c.day, now)) return no;
  if (auto no = refuse_text(c.note)) return no;
  return refuse_absent(bank, c.at, c.day, c.absent);
}

// What is sent goes up by the sender's own hand.
std::optional<Refusal> refuse_level(const Roles roles, const Scope& at, const Stamp& stamp) {
  if (auto no = refuse_authority(roles, at, stamp)) return no;
  if (stamp.scope.level() == at.level()) return {};
  return Refusal{Why::forbidden, "daily-report.not-own-level", {}, {}, {{"at", to_text(at)}}};
}

std::vector<Gathered> gathered_by(const Bank& bank, const Scope& at, Day day) {
  std::vector<Gathered> out;
  for (const Scope& part : below(bank, at, day))
    if (const Filed* filed = report_of(bank, part, day)) out.push_back({part, filed->version});
  return out;
}

void keep(Reports& reports, const Scope& at, Filed filed) {
  auto& all = reports.filed.edit(to_text(at));
  std::erase_if(all, [&](const Filed& old) { return old.day + days_kept < filed.day; });
  const auto behind = [](const Filed& a, const Filed& b) {
    return std::pair(a.day, a.version) < std::pair(b.day, b.version);
  };
  all.insert(std::ranges::upper_bound(all, filed, behind), std::move(filed));
}

bool has_counter(const outlet::Outlet& outlet) {
  return outlet.kind != outlet::Kind::back_office;
}

}  // namespace

const std::string& time_zone_of(const Bank& bank, const Scope& at) {
  static const std::string china = "Asia/Shanghai";
  const auto* city = bank.cities.find(at.city);
  return city ? city->time_zone : china;
}

std::vector<const Filed*> versions_of(const Bank& bank, const Scope& at, Day day) {
  std::vector<const Filed*> out;
  if (const auto* all = bank.daily_reports.filed.find(to_text(at)))
    for (const Filed& filed : *all)
      if (filed.day == day) out.push_back(&filed);
  return out;
}

const Filed* report_of(const Bank& bank, const Scope& at, Day day) {
  const auto all = versions_of(bank, at, day);
  return all.empty() ? nullptr : all.back();
}

Time may_be_sent_at(const Bank& bank, const Scope& at, Day day) {
  return at_local(day, bank.daily_reports.from, time_zone_of(bank, at));
}

Time due_at(const Bank& bank, const Scope& at, Day day) {
  const int levels = 1 + int(at.level());
  return may_be_sent_at(bank, at, day) + levels * minutes{bank.daily_reports.minutes};
}

bool owes(const Bank& bank, const Scope& at, Day day) {
  if (!bank.daily_reports.since || day < *bank.daily_reports.since) return false;
  if (const auto* outlet = bank.outlets.find(at.outlet))
    return has_counter(*outlet) &&
           zone::sealed_zone_of(bank, at.outlet, may_be_sent_at(bank, at, day)).has_value();
  for (const auto& [id, outlet] : bank.outlets)
    if (at.covers({outlet.city, id}) && owes(bank, {outlet.city, id}, day)) return true;
  return false;
}

std::vector<Scope> below(const Bank& bank, const Scope& at, Day day) {
  std::vector<Scope> out;
  const auto add = [&](const Scope& part) {
    if (owes(bank, part, day) || report_of(bank, part, day)) out.push_back(part);
  };
  if (at.level() == Level::province)
    for (const auto& [id, city] : bank.cities) add({id, {}});
  if (at.level() == Level::city)
    for (const auto& [id, outlet] : bank.outlets)
      if (outlet.city == at.city) add({at.city, id});
  return out;
}

std::vector<Scope> missing_below(const Bank& bank, const Scope& at, Day day) {
  auto out = below(bank, at, day);
  std::erase_if(out, [&](const Scope& part) { return report_of(bank, part, day) != nullptr; });
  return out;
}

bool is_overdue(const Bank& bank, const Scope& at, Day day, Time now) {
  return now >= due_at(bank, at, day) && !report_of(bank, at, day) && owes(bank, at, day);
}

// ---- Set the hour.

Decision<HourSet> decide(const Bank&, const SetHour& c, const Stamp&) {
  if (c.from < earliest || c.from > latest || c.minutes < least_minutes || c.minutes > most_minutes)
    return invalid("daily-report.hour-out-of-range", {{"earliest", to_text(earliest)},
                                                      {"latest", to_text(latest)},
                                                      {"least", std::to_string(least_minutes)},
                                                      {"most", std::to_string(most_minutes)}});
  return HourSet{c.from, c.minutes};
}

void apply(Reports& reports, const HourSet& e, const Mark& mark) {
  reports.from = e.from;
  reports.minutes = e.minutes;
  if (!reports.since) reports.since = cash_day::day_of(mark.at);
}

// ---- Submit.

std::optional<Refusal> refuse_command(const Bank&, const Submit& c, const Stamp& stamp) {
  return refuse_level(Submit::roles, c.at, stamp);
}

Decision<Submitted> decide(const Bank& bank, const Submit& c, const Stamp& stamp) {
  if (auto no = refuse_report(bank, c, stamp.at)) return *no;
  if (report_of(bank, c.at, c.day)) return conflict("daily-report.already-sent");
  auto figures = figures_of(bank, c.at, c.day, stamp.at);
  const bool zero = is_zero(figures);
  return Submitted{
      c.at, c.day, std::move(figures), zero, c.note, c.absent, gathered_by(bank, c.at, c.day)};
}

void apply(Reports& reports, const Submitted& e, const Mark& mark) {
  keep(reports, e.at,
       {e.day, 1, e.figures, e.zero, e.note, {}, e.absent, e.gathered, mark.by, mark.at});
  reports.since = std::min(reports.since.value_or(e.day), e.day);
}

// ---- Correct.

std::optional<Refusal> refuse_command(const Bank&, const Correct& c, const Stamp& stamp) {
  return refuse_level(Correct::roles, c.at, stamp);
}

Decision<Corrected> decide(const Bank& bank, const Correct& c, const Stamp& stamp) {
  if (auto no = refuse_report(bank, c, stamp.at)) return *no;
  const Filed* before = report_of(bank, c.at, c.day);
  if (!before) return conflict("daily-report.not-sent");
  if (c.reason.empty()) return invalid("daily-report.reason-missing");
  if (auto no = refuse_text(c.reason)) return *no;
  if (before->version >= most_versions)
    return conflict("daily-report.too-many-versions", {{"most", std::to_string(most_versions)}});
  auto figures = figures_of(bank, c.at, c.day, stamp.at);
  if (c.at.level() == Level::outlet)
    for (const Line& line : before->figures)
      if (!value_of(figures, line.key)) figures.push_back(line);
  std::ranges::sort(figures, {}, &Line::key);
  const bool zero = is_zero(figures);
  return Corrected{
      c.at,   c.day,    before->version + 1,           c.reason, std::move(figures), zero,
      c.note, c.absent, gathered_by(bank, c.at, c.day)};
}

void apply(Reports& reports, const Corrected& e, const Mark& mark) {
  keep(reports, e.at,
       {e.day, e.version, e.figures, e.zero, e.note, e.reason, e.absent, e.gathered, mark.by,
        mark.at});
}

}  // namespace waystation::daily_report

template struct waystation::RoomTable<waystation::daily_report::Commands>;
