#include "application/view_reports.h"

#include "application/journal_in_memory.h"
#include "application/view_story.h"
#include "application/view_worklist.h"

using namespace waystation;
using namespace waystation::view_story;
using daily_report::FigureKey;
using view::ReportState;

namespace {

const Scope outlet_place{shenyang, xianggong};

Story reporting() {
  return scene().and_then(daily_report::HourSet{{20 * 60}, 60});
}

daily_report::Submitted sent_of(const Scope& at, Day on, std::int64_t rounds) {
  return {at, on, {{FigureKey::rounds_done, rounds}}, rounds == 0, "", {}, {}};
}

view::ReportDayQuery on(Day day) {
  view::ReportDayQuery q;
  q.day = day;
  return q;
}

const view::ReportRow& row(const view::ReportDay& seen, const Scope& at) {
  const auto found = std::ranges::find(seen.rows, at, &view::ReportRow::at);
  REQUIRE(found != seen.rows.end());
  return *found;
}

const view::ReportFigure& rounds(const view::ReportRow& row) {
  const auto found =
      std::ranges::find(row.figures, FigureKey::rounds_done, &view::ReportFigure::key);
  REQUIRE(found != row.figures.end());
  return *found;
}

}  // namespace

TEST_CASE("a day names who is missing, who is overdue and whom the level above has named") {
  const auto afternoon = Seen(reporting()).at("2021-01-08T15:00:00+08:00").see(on(eighth));
  CHECK(afternoon.rows.size() == 3);
  CHECK(afternoon.missing.size() == 3);
  CHECK(afternoon.overdue.empty());
  const auto evening = Seen(reporting()).at("2021-01-08T21:30:00+08:00").see(on(eighth));
  CHECK(evening.overdue == std::vector<Scope>{outlet_place});
  CHECK(row(evening, outlet_place).state == ReportState::overdue);
  auto named = sent_of(city_scope, eighth, 0);
  named.absent = {{outlet_place, "断网"}};
  const auto later = Seen(reporting().and_then(named)).at("2021-01-08T21:30:00+08:00");
  const auto seen = later.see(on(eighth));
  CHECK(row(seen, outlet_place).state == ReportState::named_missing);
  CHECK(row(seen, outlet_place).absence == "断网");
  CHECK(row(seen, city_scope).state == ReportState::sent);
  CHECK(seen.overdue.empty());
}

TEST_CASE("what was sent stands beside what the rooms say now and the day before") {
  const auto story = reporting().and_then(sent_of(outlet_place, eighth - std::chrono::days{1}, 5),
                                          sent_of(outlet_place, eighth, 1), treated(), treated());
  const auto seen = Seen(story).at("2021-01-08T20:30:00+08:00").see(on(eighth));
  const auto& figure = rounds(row(seen, outlet_place));
  CHECK(figure.sent == 1);
  CHECK(figure.now == 2);
  CHECK(figure.day_before == 5);
  CHECK(figure.changed);
}

TEST_CASE("a city sees that an outlet corrected what it had gathered") {
  auto gathered = sent_of(city_scope, eighth, 1);
  gathered.gathered = {{outlet_place, 1}};
  const auto story = reporting().and_then(sent_of(outlet_place, eighth, 1), gathered);
  CHECK_FALSE(row(Seen(story).see(on(eighth)), city_scope).below_changed);
  const auto corrected = story.and_then(daily_report::Corrected{
      outlet_place, eighth, 2, "补记", {{FigureKey::rounds_done, 2}}, false, "", {}, {}});
  const auto seen = Seen(corrected).see(on(eighth));
  CHECK(row(seen, city_scope).below_changed);
  CHECK(rounds(row(seen, city_scope)).changed);
}

TEST_CASE("one report has its versions, whom it waits for, and who may send it") {
  const auto city =
      Seen(reporting()).at("2021-01-08T20:30:00+08:00").by(Role::city_command, city_scope);
  const auto page = city.see(view::ReportPageQuery{});
  CHECK(page.day == eighth);
  CHECK(page.row.mine);
  CHECK(page.missing_below == std::vector<Scope>{outlet_place});
  CHECK(page.versions.empty());
  view::ReportPageQuery q;
  q.at = outlet_place;
  CHECK_FALSE(city.see(q).row.mine);
  const auto sent = Seen(reporting().and_then(sent_of(outlet_place, eighth, 1)));
  CHECK(sent.see(q).versions.size() == 1);
  q.at = Scope{{"XX"}, {}};
  CHECK(sent.refused(q) == "city.unknown");
  q.at = Scope{shenyang, {"nowhere"}};
  CHECK(sent.refused(q) == "outlet.unknown");
  CHECK(city.by(Role::outlet_manager, outlet_scope).refused(view::ReportDayQuery{city_scope, {}}) ==
        "authority.scope");
}

TEST_CASE("each figure leads to the entries of the log that it rests on") {
  JournalInMemory journal;
  const auto add = [&](const char* type, const char* stream, const char* at, std::string body) {
    Entry entry;
    entry.seq = std::int64_t(journal.entries.size()) + 1;
    entry.type = type, entry.stream = stream, entry.at = time(at), entry.actor = "guide";
    entry.body = std::move(body);
    journal.append(entry);
  };
  const std::string named = R"({"outlet":")" + xianggong.text + R"("})";
  add("disinfection.recorded", "disinfection/x", "2021-01-08T09:00:00+08:00", named);
  add("queue.taken", "queue/x", "2021-01-08T09:10:00+08:00", named);
  add("disinfection.recorded", "disinfection/y", "2021-01-08T09:20:00+08:00",
      R"({"outlet":"102221004010"})");
  add("disinfection.recorded", "disinfection/x", "2021-01-09T09:00:00+08:00",
      named.substr(0, named.size() - 1) + R"(,"occurred_at":"2021-01-08T08:00:00Z"})");
  add("disinfection.recorded", "disinfection/x", "2021-01-09T10:00:00+08:00", named);
  add("quarantine.check-recorded", "quarantine/SY-S0101", "2021-01-08T07:00:00+08:00", "{}");
  add("quarantine.check-recorded", "quarantine/nobody", "2021-01-08T07:00:00+08:00", "{}");
  const Seen seen(reporting());
  const auto facts = [&](FigureKey key) {
    Viewing v = seen.viewing();
    v.journal = &journal;
    auto found = view::see(v, view::ReportFactsQuery{xianggong, eighth, key});
    REQUIRE(found.has_value());
    return *found;
  };
  const auto disinfected = facts(FigureKey::rounds_done);
  CHECK(disinfected.room == "rounds");
  REQUIRE(disinfected.facts.size() == 2);
  CHECK(disinfected.facts[0].seq == 1);
  CHECK(disinfected.facts[1].seq == 4);
  CHECK(facts(FigureKey::tickets_taken).facts.size() == 1);
  CHECK(facts(FigureKey::staff_checked).facts.size() == 1);
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<FigureKey>>(
      [&](auto key) { CHECK(view_named(facts(key.value).room)); });
  CHECK(seen.refused(view::ReportFactsQuery{{"nowhere"}, eighth, FigureKey::entered}) ==
        "outlet.unknown");
}

TEST_CASE("the worklist names a silent outlet to itself, and counts it for those above") {
  const auto items = [](const Seen& seen) {
    auto all = seen.see(view::WorklistQuery{}).items;
    std::erase_if(all,
                  [](const auto& item) { return item.code != view::WorkCode::report_overdue; });
    return all;
  };
  const Seen late = Seen(reporting()).at("2021-01-08T21:30:00+08:00");
  CHECK(items(Seen(reporting()).at("2021-01-08T20:30:00+08:00")).empty());
  CHECK(items(Seen(scene()).at("2021-01-08T21:30:00+08:00")).empty());
  const auto own = items(late.by(Role::outlet_manager, outlet_scope));
  REQUIRE(own.size() == 1);
  CHECK(own[0].mine);
  CHECK(own[0].outlet == xianggong);
  CHECK(own[0].severity == view::Severity::alarm);
  const auto above = items(late);
  REQUIRE(above.size() == 1);
  CHECK(above[0].city == shenyang);
  CHECK_FALSE(above[0].mine);
  CHECK(above[0].severity == view::Severity::warning);
  CHECK(above[0].facts[1].value == "1");
}
