#include "domain/daily_report.h"

#include "domain/sealed_zone_story.h"

namespace waystation::daily_report {

using namespace sealed_zone;

namespace {

const Scope here{shenyang, xianggong}, there{shenyang, elsewhere}, city{shenyang, {}}, all{};
const Time evening = time("2021-01-08T20:05:00+08:00");
const Day seventh = day("2021-01-07");

Stamp manager(Time at = evening) {
  return {{at, {"m"}}, Role::outlet_manager, here};
}
Stamp city_command(Time at = evening) {
  return {{at, {"c"}}, Role::city_command, city};
}
Stamp province_command(Time at = evening) {
  return {{at, {"p"}}, Role::province_command, all};
}

// Reports have been ordered, so the one outlet inside the seal owes one.
Story ordered() {
  return scene().and_then(HourSet{{20 * 60}, 60});
}

Submit submit(const Scope& at, std::vector<Absence> absent = {}) {
  return {at, eighth, "", std::move(absent)};
}

Correct correct(const char* reason) {
  return {here, eighth, reason, "", {}};
}

// What the desk would record.
Submitted sent(const Story& story, const Submit& c) {
  const auto event = decide(story.bank, c, story.stamp);
  REQUIRE_MESSAGE(event.has_value(), event.error().code);
  return *event;
}

Story with_sent() {
  const auto story = ordered().by(manager());
  return story.and_then(sent(story, submit(here)));
}

std::optional<std::int64_t> figure(const Story& story, FigureKey key, Day on = eighth) {
  return value_of(figures_of(story.bank, here, on, story.stamp.at), key);
}

// Opened at nine, closed at four, a round before opening and one at noon.
Story served() {
  const auto morning_round = time("2021-01-08T08:30:00+08:00");
  return ordered()
      .by(at(morning_round))
      .and_then(full_round(xianggong),
                supply::Received{xianggong, supply::Item::suit, "S", 100, {}})
      .by(at(time("2021-01-08T09:00:00+08:00")))
      .and_then(outlet::Opened{xianggong, 1},
                supply::Issued{xianggong, supply::Item::suit, 8, eighth})
      .by(at(time("2021-01-08T12:00:00+08:00")))
      .and_then(full_round(xianggong), lobby::DoorChecked{xianggong, lobby::Verdict::pass, eighth},
                quarantine::CheckRecorded{resident, {"36.5"}, false},
                lobby::Entered{xianggong, 3, lobby::CountedBy::tap, {}, eighth, 3, 10})
      .by(at(time("2021-01-08T16:00:00+08:00")))
      .and_then(outlet::Closed{xianggong, 3, ""})
      .by(manager());
}

}  // namespace

TEST_CASE("nobody types a number: an outlet's figures follow from its rooms") {
  const auto story = served();
  CHECK(figure(story, FigureKey::outlets_opened) == 1);
  CHECK(figure(story, FigureKey::minutes_open) == 7 * 60);
  CHECK(figure(story, FigureKey::rounds_done) == 2);
  CHECK(figure(story, FigureKey::rounds_due) == 1 + 7 * 60 / 120);
  CHECK(figure(story, FigureKey::suits_used) == 8);
  CHECK(figure(story, FigureKey::suits_left) == 92);
  CHECK(figure(story, FigureKey::entered) == 3);
  CHECK(figure(story, FigureKey::most_inside) == 3);
  CHECK(figure(story, FigureKey::door_checked) == 1);
  CHECK(figure(story, FigureKey::staff_checked) == 1);
  CHECK(figure(story, FigureKey::staff_abnormal) == 0);
  CHECK(figure(story, FigureKey::van_stops_planned) == 0);
  const auto event = sent(story, submit(here));
  CHECK(event.figures == figures_of(story.bank, here, eighth, evening));
  CHECK_FALSE(event.zero);
}

TEST_CASE("what no room holds any more is left out, never nought") {
  const auto next =
      served()
          .by(at(time("2021-01-09T09:00:00+08:00")))
          .and_then(
              outlet::Opened{xianggong, 1}, quarantine::CheckRecorded{resident, {"36.5"}, false},
              lobby::Entered{xianggong, 1, lobby::CountedBy::tap, {}, day("2021-01-09"), 1, 10});
  CHECK_FALSE(figure(next, FigureKey::outlets_opened));
  CHECK_FALSE(figure(next, FigureKey::minutes_open));
  CHECK_FALSE(figure(next, FigureKey::entered));
  CHECK_FALSE(figure(next, FigureKey::staff_checked));
  CHECK(figure(next, FigureKey::rounds_done) == 2);
}

TEST_CASE("a day on which nothing happened is reported as nothing") {
  const auto story = ordered().by(manager());
  CHECK(sent(story, submit(here)).zero);
}

TEST_CASE("a report is sent from the hour on, and not of a day long past") {
  const Story before = ordered().by(manager(time("2021-01-08T19:59:59+08:00")));
  before.when(submit(here)).refused("daily-report.too-early");
  ordered()
      .by(manager(time("2021-02-09T20:00:00+08:00")))
      .when(submit(here))
      .refused("daily-report.too-old");
  const auto later = ordered().and_then(HourSet{{21 * 60}, 30});
  later.by(manager()).when(submit(here)).refused("daily-report.too-early");
  CHECK(due_at(later.bank, here, eighth) == time("2021-01-08T21:30:00+08:00"));
  CHECK(due_at(later.bank, city, eighth) == time("2021-01-08T22:00:00+08:00"));
  CHECK(due_at(later.bank, all, eighth) == time("2021-01-08T22:30:00+08:00"));
}

TEST_CASE("the province sets an hour of the evening") {
  scene().when(SetHour{{20 * 60}, 60}).then({{20 * 60}, 60});
  scene().when(SetHour{{11 * 60}, 60}).refused("daily-report.hour-out-of-range");
  scene().when(SetHour{{23 * 60 + 1}, 60}).refused("daily-report.hour-out-of-range");
  scene().when(SetHour{{20 * 60}, 61}).refused("daily-report.hour-out-of-range");
  scene().when(SetHour{{20 * 60}, 9}).refused("daily-report.hour-out-of-range");
}

TEST_CASE("each level sends its own") {
  ordered().by(city_command()).when_asked(submit(here)).refused("daily-report.not-own-level");
  ordered().by(province_command()).when_asked(correct("x")).refused("daily-report.not-own-level");
  ordered().by(manager()).when_asked(submit(city)).refused("authority.scope");
  ordered()
      .by(manager())
      .when_asked(submit(here))
      .then(sent(ordered().by(manager()), submit(here)));
}

TEST_CASE("the place of a report is one that there is") {
  ordered().by(manager()).when(submit({{"XX"}, {}})).refused("city.unknown");
  ordered().by(manager()).when(submit({shenyang, {"nowhere"}})).refused("outlet.unknown");
}

TEST_CASE("a note is short and carries no number of a telephone or a paper") {
  Submit c = submit(here);
  c.note = std::string(longest_note + 1, 'a');
  ordered().by(manager()).when(c).refused("daily-report.note-too-long");
  c.note = "联系 13800001111";
  ordered().by(manager()).when(c).refused("daily-report.note-personal");
  c.note = "下午停电 35 分钟";
  CHECK(sent(ordered().by(manager()), c).note == c.note);
}

TEST_CASE("a second report of a day is a correction, with its reason") {
  with_sent().when(submit(here)).refused("daily-report.already-sent");
  with_sent().when(correct("")).refused("daily-report.reason-missing");
  ordered().by(manager()).when(correct("漏记")).refused("daily-report.not-sent");
  const auto treated = with_sent().and_then(full_round(xianggong));
  const auto event = decide(treated.bank, correct("补记一轮消杀"), manager());
  REQUIRE(event.has_value());
  CHECK(event->version == 2);
  CHECK(value_of(event->figures, FigureKey::rounds_done) == 1);
  const auto corrected = treated.and_then(*event);
  const auto versions = versions_of(corrected.bank, here, eighth);
  REQUIRE(versions.size() == 2);
  CHECK(value_of(versions[0]->figures, FigureKey::rounds_done) == 0);
  CHECK(versions[1]->reason == "补记一轮消杀");
  CHECK(report_of(corrected.bank, here, eighth) == versions[1]);
}

TEST_CASE("what no room holds any more stays in a correction as it was sent") {
  const auto story = served();
  const auto next = story.and_then(sent(story, submit(here)))
                        .by(manager(time("2021-01-09T09:00:00+08:00")))
                        .and_then(outlet::Opened{xianggong, 1});
  const auto event = decide(next.bank, correct("更正"), next.stamp);
  REQUIRE(event.has_value());
  CHECK(value_of(event->figures, FigureKey::minutes_open) == 7 * 60);
}

TEST_CASE("a report has so many versions and no more") {
  auto story = with_sent();
  for (std::int64_t i = 2; i <= most_versions; ++i) {
    const auto event = decide(story.bank, correct("再核"), story.stamp);
    REQUIRE(event.has_value());
    story = story.and_then(*event);
  }
  story.when(correct("再核")).refused("daily-report.too-many-versions");
}

TEST_CASE("who gathers names whoever is silent, with a reason, and nobody else") {
  const auto silent = ordered().by(city_command());
  silent.when(submit(city)).refused("daily-report.below-missing", {to_text(here)});
  silent.when(submit(city, {{here, ""}})).refused("daily-report.absence-unexplained");
  silent.when(submit(city, {{here, "断网"}, {there, "断网"}})).refused("daily-report.not-missing");
  const auto event = sent(silent, submit(city, {{here, "断网"}}));
  CHECK(event.absent == std::vector<Absence>{{here, "断网"}});
  CHECK(event.gathered.empty());
  const auto spoken = with_sent().by(city_command());
  spoken.when(submit(city, {{here, "断网"}})).refused("daily-report.not-missing");
  CHECK(sent(spoken, submit(city)).gathered == std::vector<Gathered>{{here, 1}});
}

TEST_CASE("a city's figures are the sum of what was sent to it, and a province's of its cities") {
  const auto story = served();
  const auto outlet =
      story.and_then(sent(story, submit(here)), Submitted{there,
                                                          eighth,
                                                          {{FigureKey::minutes_open, 60},
                                                           {FigureKey::most_inside, 2},
                                                           {FigureKey::cash_differences, 1}},
                                                          false,
                                                          "",
                                                          {},
                                                          {}});
  const auto in_city = outlet.by(city_command());
  const auto gathered = sent(in_city, submit(city));
  CHECK(value_of(gathered.figures, FigureKey::minutes_open) == 8 * 60);
  CHECK(value_of(gathered.figures, FigureKey::most_inside) == 3);
  CHECK(value_of(gathered.figures, FigureKey::cash_differences) == 1);
  const auto whole = in_city.and_then(gathered).by(province_command());
  CHECK(sent(whole, submit(all)).figures == gathered.figures);
}

TEST_CASE("silence is overdue, one level after the other, from the day that reports began") {
  const auto overdue = [](const Story& story, const Scope& at, const char* when, Day on = eighth) {
    return is_overdue(story.bank, at, on, time(when));
  };
  CHECK_FALSE(overdue(scene(), here, "2021-01-09T08:00:00+08:00"));
  CHECK_FALSE(overdue(ordered(), here, "2021-01-09T08:00:00+08:00", seventh));
  CHECK_FALSE(overdue(ordered(), here, "2021-01-08T20:59:59+08:00"));
  CHECK(overdue(ordered(), here, "2021-01-08T21:00:00+08:00"));
  CHECK_FALSE(overdue(ordered(), there, "2021-01-08T23:59:00+08:00"));
  CHECK_FALSE(overdue(ordered(), city, "2021-01-08T21:59:59+08:00"));
  CHECK(overdue(ordered(), city, "2021-01-08T22:00:00+08:00"));
  CHECK(overdue(ordered(), all, "2021-01-08T23:00:00+08:00"));
  CHECK_FALSE(overdue(with_sent(), here, "2021-01-09T08:00:00+08:00"));
}

TEST_CASE("reports are kept for a month") {
  auto story = with_sent();
  const Day later = eighth + days_kept + std::chrono::days{1};
  story = story.and_then(Submitted{here, later, {}, true, "", {}, {}});
  CHECK_FALSE(report_of(story.bank, here, eighth));
  CHECK(report_of(story.bank, here, later));
}

}  // namespace waystation::daily_report
