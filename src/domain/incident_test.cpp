#include "domain/incident.h"

#include "domain/sealed_zone_story.h"

namespace waystation::incident {

using namespace sealed_zone;

namespace {

using std::chrono::hours;
using std::chrono::minutes;

const Scope here{shenyang, xianggong}, city{shenyang, {}};
const IncidentId first{"2021-01-08-E1"};
const AccountId manager_account{"W-1"}, cadre{"SY-1"};
const Stamp manager{{morning, manager_account}, Role::outlet_manager, here};
const Stamp of_city{{morning, cadre}, Role::city_command, city};

Raise raise(Kind kind = Kind::suspected_case) {
  return {here, kind, Class::class_3, "大堂一名客户发热", false, {}};
}

Raised raised(const Raise& c = raise(), Time happened = morning) {
  Raised e{first,
           c.at,
           c.kind,
           c.incident_class,
           c.what,
           c.drill,
           happened,
           happened + minutes{30},
           happened + hours{12},
           {}};
  if (!steps_of(c.kind).empty()) e.close_by = happened + minutes{30};
  return e;
}

Story open_case() {
  return scene().and_then(account::Created{manager_account, "经理", Role::outlet_manager, here},
                          account::Created{cadre, "市行值班", Role::city_command, city},
                          outlet::Opened{xianggong, 1}, raised());
}

Story after(const Story& story, minutes passed) {
  Stamp stamp = story.stamp;
  stamp.at = morning + passed;
  return story.by(stamp);
}

lobby::Isolated isolated(Time at) {
  return {xianggong, {"2021-01-08-S1"}, lobby::FoundAt::door, {}, eighth, at, at};
}

disinfection::Recorded terminal() {
  auto e = full_round(xianggong);
  e.kind = disinfection::Kind::terminal;
  return e;
}

StepDone done(Step step, Time at = morning, bool late = false) {
  return {first, step, at, "", late, {}};
}

TakeStep take(Step step) {
  return {first, step, ""};
}

Story with_steps(Story story, int steps) {
  for (int i = 0; i < steps; ++i) story = story.and_then(done(Step(i)));
  return story;
}

const Incident& incident_of(const Story& story) {
  return story.bank.incidents.at(first);
}

bool is_due(const Story& story, DueKind kind) {
  for (const Due& due : dues_of(story.bank, incident_of(story)))
    if (due.kind == kind) return true;
  return false;
}

ActivateBackups backups() {
  return {first, elsewhere, commuter, "电话银行与铁西支行", cadre};
}

}  // namespace

TEST_CASE("an incident is raised with the clocks that run since it happened") {
  scene().when(raise()).then(raised());
  Raise earlier = raise();
  earlier.happened_at = morning - minutes{5};
  scene().when(earlier).then(raised(earlier, morning - minutes{5}));
  earlier.happened_at = morning + minutes{1};
  scene().when(earlier).refused("incident.in-future");
  Raised second = raised();
  second.incident = {"2021-01-08-E2"};
  open_case().when(raise()).then(second);
}

TEST_CASE("an incident has a place that exists and words of some length") {
  Raise c = raise();
  c.at = city;
  scene().when(c).refused("incident.outlet-missing");
  c.kind = Kind::system_outage;
  scene().when(c).then(raised(c));
  c.at = {{"XX"}, {}};
  scene().when(c).refused("city.unknown");
  c.at = {shenyang, {"nowhere"}};
  scene().when(c).refused("outlet.unknown");
  c = raise();
  c.what.clear();
  scene().when(c).refused("incident.text-empty");
  c.what.assign(longest_text + 1, 'x');
  scene().when(c).refused("incident.text-too-long");
}

TEST_CASE("who is not of the place sees no incident, and a teller reports but does not close") {
  const auto story = open_case();
  const Stamp other{{morning, {"X"}}, Role::outlet_manager, {shenyang, elsewhere}};
  story.by(other).when_asked(Acknowledge{first}).refused("authority.scope");
  const Stamp teller{{morning, {"T"}}, Role::teller, here};
  story.by(teller).when_asked(Acknowledge{first}).refused("authority.role");
  story.by(teller).when_asked(RecordProgress{first, "已送走"}).then({first, "已送走", false});
  story.when(Acknowledge{{"none"}}).refused("incident.unknown");
  story.when(TakeStep{{"none"}, Step::isolate, ""}).refused("incident.unknown");
}

TEST_CASE("a graver class calls again; a lighter one is a word of the command") {
  const auto story = open_case().and_then(Acknowledged{first, false});
  const Classify up{first, Class::class_1, "确诊"};
  story.by(manager).when(up).then({first, Class::class_1, "确诊"});
  story.when(Classify{first, Class::class_3, "x"}).refused("incident.class-same");
  const Classify down{first, Class::class_4, "误报"};
  story.by(manager).when(down).refused("incident.lower-above");
  story.by(of_city).when(down).then({first, Class::class_4, "误报"});
  const auto graver = after(story, minutes{20}).and_then(Classified{first, Class::class_1, "确诊"});
  CHECK_FALSE(incident_of(graver).acknowledged_at);
  CHECK(incident_of(graver).calls_from == morning + minutes{20});
  CHECK(is_due(graver, DueKind::progress));
  CHECK_FALSE(is_due(graver.and_then(Classified{first, Class::class_2, "x"}), DueKind::progress));
}

TEST_CASE("whoever acknowledges ends the calls") {
  const auto story = open_case();
  CHECK(
      waiting_for(story.and_then(account::Created{{"LN"}, "值班", Role::province_command, {}}).bank,
                  incident_of(story), morning)
          .size() == 1);
  story.by(manager).when(Acknowledge{first}).then({first, false});
  const auto known = story.and_then(Acknowledged{first, false});
  CHECK(waiting_for(known.bank, incident_of(known), morning + hours{1}).empty());
  known.when(Acknowledge{first}).refused("incident.already-acknowledged");
  after(story, minutes{11}).when(Acknowledge{first}).then({first, true});
}

TEST_CASE("the first report within 30 minutes, the written one within 12 hours and after it") {
  const auto story = open_case();
  story.when(FileFirst{first, "疑似一例"}).then({first, "疑似一例", false});
  after(story, minutes{31}).when(FileFirst{first, "疑似一例"}).then({first, "疑似一例", true});
  story.when(FileWritten{first, "书面"}).refused("incident.first-report-missing");
  const auto filed = story.and_then(FirstFiled{first, "疑似一例", false});
  filed.when(FileFirst{first, "疑似一例"}).refused("incident.already-filed");
  filed.when(FileWritten{first, "书面"}).then({first, "书面", false});
  after(filed, minutes{721}).when(FileWritten{first, "书面"}).then({first, "书面", true});
  const auto both = filed.and_then(WrittenFiled{first, "书面", false});
  both.when(FileWritten{first, "书面"}).refused("incident.already-filed");
  CHECK_FALSE(is_due(both, DueKind::first_report));
  CHECK_FALSE(is_due(both, DueKind::written_report));
}

TEST_CASE("of class 1 progress is told every two hours") {
  const auto story = open_case().and_then(Classified{first, Class::class_1, "确诊"});
  const RecordProgress progress{first, "流调完成"};
  after(story, minutes{120}).when(progress).then({first, "流调完成", false});
  after(story, minutes{121}).when(progress).then({first, "流调完成", true});
  const auto told = after(story, minutes{60}).and_then(ProgressRecorded{first, "x", false});
  after(told, minutes{180}).when(progress).then({first, "流调完成", false});
}

TEST_CASE("the four backups are named together, or those that are missing are") {
  const auto story = open_case();
  story.when(backups()).then({first, elsewhere, commuter, "电话银行与铁西支行", cadre});
  story.when(ActivateBackups{first, {}, {}, "", {}})
      .refused("incident.backup-missing",
               {"incident.backup-business", "incident.backup-people", "incident.backup-service",
                "incident.backup-management"});
  auto c = backups();
  c.business = xianggong;
  story.when(c).refused("incident.backup-same-outlet");
  c.business = OutletId{"nowhere"};
  story.when(c).refused("outlet.unknown");
  c = backups(), c.people = PersonId{"nobody"};
  story.when(c).refused("staff.unknown");
  c = backups(), c.management = AccountId{"nobody"};
  story.when(c).refused("duty.account-unfit");
  c = backups(), c.service.assign(longest_text + 1, 'x');
  story.when(c).refused("incident.text-too-long");
  c.incident = {"none"};
  story.when(c).refused("incident.unknown");
  const BackupsActivated e{first, elsewhere, commuter, "电话", cadre};
  CHECK(incident_of(story.and_then(e)).backups->business == elsewhere);
}

TEST_CASE("the steps of a case come in their order, each by the fact that it rests on") {
  const auto story = open_case();
  story.when(take(Step::close)).refused("incident.out-of-order");
  story.when(take(Step::isolate)).refused("incident.nobody-isolated");
  const auto isolation = after(story, minutes{12}).and_then(isolated(morning));
  isolation.when(take(Step::isolate)).then(done(Step::isolate, morning + minutes{12}, true));
  const auto one = with_steps(isolation, 1);
  one.when(take(Step::isolate)).refused("incident.step-not-asked");
  one.when(take(Step::close)).refused("incident.outlet-open");
  const auto shut = after(one, minutes{29}).and_then(outlet::Closed{xianggong, 3, "疑似病例", {}});
  after(shut, minutes{50}).when(take(Step::close)).then(done(Step::close, morning + minutes{29}));
  const auto late = after(one, minutes{31}).and_then(outlet::Closed{xianggong, 3, "疑似", {}});
  late.when(take(Step::close)).then(done(Step::close, morning + minutes{31}, true));
  TakeStep wordy = take(Step::close);
  wordy.note.assign(longest_text + 1, 'x');
  one.when(wordy).refused("incident.text-too-long");
}

TEST_CASE("disinfection after the case, then the approval of the city, which needs the report") {
  const auto traced = with_steps(after(open_case(), minutes{40}).and_then(isolated(morning)), 3);
  traced.when(take(Step::terminal)).refused("incident.terminal-missing");
  const auto clean = after(traced, minutes{90})
                         .and_then(
                             lobby::IsolationReleased{
                                 xianggong, {"2021-01-08-S1"}, lobby::Outcome::taken_away, {}},
                             terminal());
  clean.when(take(Step::terminal)).then(done(Step::terminal, morning + minutes{90}));
  const auto four = clean.and_then(done(Step::terminal, morning + minutes{90}));
  four.by(manager).when(take(Step::reopen)).refused("incident.approval-above");
  four.by(of_city).when(take(Step::reopen)).refused("incident.first-report-missing");
  const auto told = four.and_then(FirstFiled{first, "疑似一例", false}).by(of_city);
  CHECK(*keeps_shut(told.bank, xianggong) == first);
  const auto at_gate = [](const Story& s) {
    const auto missing = outlet::unmet(s.bank, xianggong, 1, s.stamp.at);
    return std::ranges::count(missing, "gate.reopening-unapproved");
  };
  CHECK(at_gate(told) == 1);
  CHECK(at_gate(told.and_then(done(Step::reopen))) == 0);
  told.when(take(Step::reopen)).then(done(Step::reopen));
  CHECK_FALSE(keeps_shut(told.and_then(done(Step::reopen)).bank, xianggong));
  told.and_then(done(Step::reopen)).when(take(Step::reopen)).refused("incident.step-not-asked");
}

TEST_CASE("the list of who was there names staff numbers and tickets, never a name") {
  const auto story = with_steps(
      open_case().and_then(isolated(morning), roster::Arrived{xianggong, resident, {}},
                           lobby::Entered{xianggong, 2, lobby::CountedBy::tap, {}, eighth, 2, 10}),
      2);
  const auto ending = story.when(take(Step::trace));
  REQUIRE(ending.decision.has_value());
  const Trace& trace = *ending.decision->trace;
  REQUIRE(trace.people.size() == 1);
  CHECK(trace.people[0] == resident);
  CHECK(trace.entered == 2);
  CHECK(trace.tickets.empty());
  CHECK(trace.from == time("2021-01-08T00:00:00+08:00"));
  CHECK(incident_of(story.and_then(*ending.decision)).trace->people.size() == 1);
}

TEST_CASE("an incident that is no case has no steps; of staff the isolation is said by the crew") {
  const auto outage = scene().and_then(raised(raise(Kind::system_outage)));
  outage.when(take(Step::isolate)).refused("incident.step-not-asked");
  const auto infected = scene().and_then(raised(raise(Kind::staff_infected)));
  infected.when(take(Step::isolate)).then(done(Step::isolate));
}

TEST_CASE("a suspicion that is not confirmed asks for no further step") {
  const auto story = open_case().and_then(isolated(morning));
  const Clear clear{first, "发热门诊排除"};
  story.when(clear).refused("incident.still-isolated");
  const auto released = story.and_then(
      lobby::IsolationReleased{xianggong, {"2021-01-08-S1"}, lobby::Outcome::cleared, {}});
  released.when(Clear{first, ""}).refused("incident.text-empty");
  released.when(Clear{first, std::string(longest_text + 1, 'x')}).refused("incident.text-too-long");
  released.when(clear).then({first, "发热门诊排除"});
  const auto cleared = released.and_then(Cleared{first, "发热门诊排除"});
  CHECK_FALSE(next_step(incident_of(cleared)));
  CHECK_FALSE(is_due(cleared, DueKind::close));
  CHECK_FALSE(keeps_shut(cleared.bank, xianggong));
  cleared.when(clear).refused("incident.step-not-asked");
  cleared.when(take(Step::isolate)).refused("incident.step-not-asked");
}

TEST_CASE("an incident is closed with a review, once nothing is open") {
  const auto story = open_case();
  const Close close{first, "复盘：8 分钟隔离。"};
  story.when(Close{first, ""}).refused("incident.text-empty");
  story.when(close).refused("incident.unfinished",
                            {"incident.unacknowledged", "incident.first-report-missing",
                             "incident.written-report-missing", "incident.steps-open"});
  const auto ready = with_steps(story, 5).and_then(
      Acknowledged{first, false}, FirstFiled{first, "x", false}, WrittenFiled{first, "x", false});
  ready.when(close).then({first, close.after_action});
  const auto over = ready.and_then(Closed{first, close.after_action});
  CHECK(dues_of(over.bank, incident_of(over)).empty());
  CHECK(incident_of(over).timeline.size() == 10);
  over.when(RecordProgress{first, "x"}).refused("incident.closed");
  over.when(take(Step::isolate)).refused("incident.closed");
}

TEST_CASE("a drill keeps the order, asks for no facts, and counts in no figure") {
  Raise c = raise();
  c.drill = true;
  const auto drill = scene().and_then(raised(c));
  drill.when(take(Step::isolate)).then(done(Step::isolate));
  drill.when(take(Step::terminal)).refused("incident.out-of-order");
  CHECK(figures_of(drill.bank, {}, morning + hours{1}).open == 0);
  CHECK_FALSE(keeps_shut(drill.bank, xianggong));
  const auto real = figures_of(open_case().bank, city, morning + hours{1});
  CHECK(real.open == 1);
  CHECK(real.overdue == 1);
}

}  // namespace waystation::incident
