#include "application/calendar.h"

#include <algorithm>
#include <set>

#include "application/claim_code.h"
#include "application/view_reading.h"

namespace waystation {

namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr int days_shown = 14;

std::string escaped_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n')
      out += "\\n";
    else if (c == '\\' || c == ',' || c == ';')
      (out += '\\') += c;
    else if (static_cast<unsigned char>(c) >= 0x20)
      out += c;
  }
  return out;
}

// 20210108T090000, or with Z in UTC.
std::string compact(std::string text) {
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text.substr(0, 15);
}
std::string utc(Time at) {
  return compact(to_text(std::chrono::floor<std::chrono::seconds>(at))) + 'Z';
}

class Calendar {
 public:
  Calendar(const Viewing& v, std::string_view name, const std::string& zone)
      : stamp_(utc(v.standing.as_of)), zone_(zone) {
    for (const char* text : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Waystation//EN",
                             "CALSCALE:GREGORIAN", "METHOD:PUBLISH"})
      line(text);
    line("X-WR-CALNAME:" + escaped_text(name));
    line("X-WR-TIMEZONE:" + zone);
    add_zone(v.now);
  }

  struct Event {
    std::string uid;
    Day day;
    TimeOfDay from, to;
    std::string summary, location, rule = {};
  };
  void add(const Event& e) {
    line("BEGIN:VEVENT");
    line("UID:" + e.uid + "@waystation");
    line("DTSTAMP:" + stamp_);
    line("DTSTART;TZID=" + zone_ + ':' + local(e.day, e.from));
    line("DTEND;TZID=" + zone_ + ':' + local(e.day, e.to));
    if (!e.rule.empty()) line("RRULE:" + e.rule);
    line("SUMMARY:" + escaped_text(e.summary));
    if (!e.location.empty()) line("LOCATION:" + escaped_text(e.location));
    line("TRANSP:TRANSPARENT");
    line("END:VEVENT");
  }
  std::string done() {
    line("END:VCALENDAR");
    return std::move(out_);
  }

 private:
  // China keeps no summer time; of a zone that does, the offset of today.
  void add_zone(Time now) {
    std::string offset =
        to_local_text(std::chrono::floor<std::chrono::seconds>(now), zone_).substr(19);
    if (offset == "Z") offset = "+00:00";
    std::erase(offset, ':');
    line("BEGIN:VTIMEZONE");
    line("TZID:" + zone_);
    line("BEGIN:STANDARD");
    line("DTSTART:19920101T000000");
    line("TZOFFSETFROM:" + offset);
    line("TZOFFSETTO:" + offset);
    line("END:STANDARD");
    line("END:VTIMEZONE");
  }
  static std::string local(Day day, TimeOfDay at) {
    return compact(to_text(day + days{at.minutes / (24 * 60)})).substr(0, 8) + 'T' +
           compact(to_text(TimeOfDay{at.minutes % (24 * 60)})) + "00";
  }
  void line(std::string_view text) { out_ += folded(text); }

  std::string stamp_, zone_, out_;
};

void add_hours(Calendar& calendar, const OutletId& id, const outlet::Outlet& outlet, Day today) {
  if (outlet.closes <= outlet.opens) return;
  calendar.add({.uid = "hours-" + id.text,
                .day = today,
                .from = outlet.opens,
                .to = outlet.closes,
                .summary = "营业时间 Opening hours · " + outlet.title,
                .location = outlet.address,
                .rule = "FREQ=DAILY;COUNT=" + std::to_string(days_shown)});
}

// Of each surface the round that is due next; the one after follows from when it was done.
void add_rounds(Calendar& calendar, const Viewing& v, const OutletId& id,
                const outlet::Outlet& outlet, const std::string& zone) {
  constexpr int round_minutes = 30;
  for (const auto& clock : disinfection::clocks(v.standing.bank, id, v.now)) {
    std::string surface{name_of(clock.touch_point)};
    if (clock.machine) surface += '-' + std::to_string(*clock.machine);
    const TimeOfDay from = local_time_of_day(clock.due, zone);
    calendar.add({.uid = "round-" + id.text + '-' + surface,
                  .day = local_day(clock.due, zone),
                  .from = from,
                  .to = {from.minutes + round_minutes},
                  .summary = "消杀 Disinfection · " + surface,
                  .location = outlet.title});
  }
}

// The window of arrival of each run that is planned to stop here.
std::set<std::pair<VanId, Day>> add_runs(Calendar& calendar, const Viewing& v, const OutletId& id,
                                         Day from) {
  std::set<std::pair<VanId, Day>> planned;
  for (const auto& [name, run] : v.standing.bank.van_runs) {
    const auto* stop = van_run::stop_at(run, id);
    if (!stop || run.day < from || run.day >= from + days{days_shown}) continue;
    planned.insert({run.van, run.day});
    if (run.stage == van_run::RunStage::cancelled) continue;
    const auto* van = v.standing.bank.vans.find(run.van);
    calendar.add({.uid = "run-" + id.text + '-' + name.text,
                  .day = run.day,
                  .from = stop->from,
                  .to = stop->to,
                  .summary = "运钞车 Cash van · " + (van ? van->plate : run.van.text),
                  .location = run.gate});
  }
  return planned;
}

// Where no run is planned yet, or was, the reopening plan says when the van may come.
void add_vans(Calendar& calendar, const Viewing& v, const OutletId& id, Day from) {
  const auto runs = add_runs(calendar, v, id, from);
  const auto* plan = plan::in_force(v.standing.bank, id, from);
  if (!plan) return;
  for (const auto& run : plan->document.van_runs) {
    const bool stops = std::ranges::find(run.stops, id) != run.stops.end();
    if (!stops || run.day < from || run.day >= from + days{days_shown}) continue;
    if (runs.contains({run.van, run.day})) continue;
    calendar.add({.uid = "van-" + id.text + '-' + run.van.text + '-' + to_text(run.day),
                  .day = run.day,
                  .from = run.from,
                  .to = run.to,
                  .summary = "运钞车 Cash van · " + run.van.text,
                  .location = run.gate});
  }
}

// The shifts of one person, or of everybody who works at the outlet.
void add_shifts(Calendar& calendar, const Viewing& v, const OutletId& id,
                const outlet::Outlet& outlet, Day from, const std::optional<PersonId>& only) {
  const auto* plan = plan::in_force(v.standing.bank, id, from);
  const auto* part = plan ? plan::outlet_plan(plan->document, id) : nullptr;
  if (!part) return;
  for (const auto& day : part->days) {
    if (day.day < from || day.day >= from + days{days_shown}) continue;
    for (const auto& crew : part->crews) {
      if (crew.team != day.team) continue;
      for (const auto& member : crew.members) {
        if (only && member.person != *only) continue;
        calendar.add({.uid = "shift-" + id.text + '-' + member.person.text + '-' + to_text(day.day),
                      .day = day.day,
                      .from = outlet.opens,
                      .to = outlet.closes,
                      .summary = "当班 Shift · " + std::string(name_of(member.post)) +
                                 (only ? "" : " · " + member.person.text),
                      .location = outlet.title});
      }
    }
  }
}

}  // namespace

std::string folded(std::string_view line) {
  constexpr std::size_t most = 75;
  std::string out;
  std::size_t room = most;
  while (line.size() > room) {
    std::size_t cut = room;
    while (cut > 1 && (static_cast<unsigned char>(line[cut]) & 0xc0) == 0x80) --cut;
    (out += line.substr(0, cut)) += "\r\n ";
    line.remove_prefix(cut);
    room = most - 1;  // The space counts.
  }
  return (out += line) += "\r\n";
}

Decision<std::string> outlet_calendar(const Viewing& v, const OutletId& id, CalendarFor whom) {
  const Bank& bank = v.standing.bank;
  const auto* outlet = bank.outlets.find(id);
  if (!outlet || !view::has_counter(*outlet)) return unknown("outlet.unknown", id.text);
  const std::string& zone = outlet::time_zone_of(bank, id);
  const Day today = view::today_at(v, id);
  Calendar calendar(v, outlet->title, zone);
  add_hours(calendar, id, *outlet, today);
  add_rounds(calendar, v, id, *outlet, zone);
  if (whom == CalendarFor::crew) {
    add_vans(calendar, v, id, today);
    add_shifts(calendar, v, id, *outlet, today, {});
  }
  return calendar.done();
}

// Wherever a plan in force posts them.
Decision<std::string> person_calendar(const Viewing& v, const PersonId& person) {
  const Bank& bank = v.standing.bank;
  const auto* found = bank.people.find(person);
  if (!found) return unknown("staff.unknown", person.text);
  Calendar calendar(v, person.text, outlet::time_zone_of(bank, found->home_outlet));
  for (const auto& [id, outlet] : bank.outlets)
    add_shifts(calendar, v, id, outlet, view::today_at(v, id), person);
  return calendar.done();
}

// ---- Tokens.

std::string calendar_token(const Journal& journal, const CalendarToken& token) {
  const std::string said = token.of + '~' + token.account.text;
  return claim_token(journal, {"calendar"}, said) + '~' + said;
}

std::optional<CalendarToken> read_calendar_token(const Journal& journal, std::string_view text) {
  const auto first = text.find('~');
  const auto second = first == text.npos ? text.npos : text.find('~', first + 1);
  if (second == text.npos) return {};
  CalendarToken out{{std::string(text.substr(second + 1))},
                    std::string(text.substr(first + 1, second - first - 1))};
  if (calendar_token(journal, out) != text) return {};
  return out;
}

}  // namespace waystation
