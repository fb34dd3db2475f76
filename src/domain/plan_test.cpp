#include "domain/sealed_zone_story.h"

namespace waystation::plan {

using namespace sealed_zone;

namespace {

const PlanId plan_id{"P1"};
const Member teller{resident, Post::teller, Custody::none};

OutletDay open_day(const char* iso, Team team) {
  OutletDay out;
  out.day = day(iso);
  out.team = team;
  out.windows = 1;
  return out;
}

OutletPlan verdict_for(const OutletId& id, Verdict verdict) {
  OutletPlan out;
  out.outlet = id;
  out.verdict = verdict;
  return out;
}

PlanDocument document() {
  OutletPlan opening = verdict_for(xianggong, Verdict::can_open);
  opening.crews = {{Team::a, {teller}}};
  opening.days = {open_day("2021-01-08", Team::a), open_day("2021-01-09", Team::b)};
  PlanDocument out;
  out.zone = huanggu;
  out.from = eighth;
  out.days = 14;
  out.outlets = {opening};
  return out;
}

approval::Signed province_signed(const char* id) {
  return {{id}, Level::province, ""};
}

Status status(const Story& story, const char* id) {
  return story.bank.plans.at({id}).status;
}

void refused(const PlanDocument& changed, const std::string& code) {
  scene().when(Propose{plan_id, changed}).refused(code);
}

}  // namespace

TEST_CASE("a plan is proposed with its whole document") {
  scene().when(Propose{plan_id, document()}).then({plan_id, document()});
}

TEST_CASE("a plan's id is given once") {
  scene()
      .and_then(Proposed{plan_id, document()})
      .when(Propose{plan_id, document()})
      .refused("plan.id-taken");
}

TEST_CASE("a plan is refused for a zone that is unknown or no longer sealed") {
  PlanDocument d = document();
  d.zone = {"nowhere"};
  refused(d, "zone.unknown");
  scene()
      .and_then(zone::Lifted{huanggu})
      .when(Propose{plan_id, document()})
      .refused("plan.zone-lifted");
}

TEST_CASE("a plan speaks of some outlets, each once, for some days, in a format we read") {
  PlanDocument d = document();
  d.outlets.clear();
  refused(d, "plan.empty");
  d = document();
  d.days = 0;
  refused(d, "plan.empty");
  d.days = 367;
  refused(d, "plan.too-long");
  d = document();
  d.format = 2;
  refused(d, "plan.format-unknown");
  d = document();
  d.outlets.push_back(d.outlets.front());
  refused(d, "plan.outlet-twice");
  d = document();
  d.outlets.front().outlet = {"102221009999"};
  refused(d, "outlet.unknown");
}

TEST_CASE("a plan reaches no outlet of another city") {
  auto far = outlet_registered({"102222000001"}, outside);
  far.city = {"DL"};
  PlanDocument d = document();
  d.outlets.push_back(verdict_for(far.outlet, Verdict::cannot_open));
  scene().and_then(far).when(Propose{plan_id, d}).refused("plan.outlet-elsewhere");
}

TEST_CASE("a city command proposes plans for its own zones only") {
  const Stamp dalian{{morning, {"DL-command"}}, Role::city_command, {{"DL"}, {}}};
  scene().by(dalian).when_asked(Propose{plan_id, document()}).refused("authority.scope");
}

TEST_CASE("a plan is in force from its approval, on its days, for its outlets") {
  const auto proposed = scene().and_then(Proposed{plan_id, document()});
  CHECK(!in_force(proposed.bank, xianggong, eighth));
  const auto approved = proposed.and_then(province_signed("P1"));
  REQUIRE(in_force(approved.bank, xianggong, eighth));
  CHECK(in_force(approved.bank, xianggong, day("2021-01-21")));
  CHECK(!in_force(approved.bank, xianggong, day("2021-01-22")));
  CHECK(!in_force(approved.bank, xianggong, day("2021-01-07")));
  CHECK(!in_force(approved.bank, elsewhere, eighth));
}

TEST_CASE("a new plan of the zone supersedes the old one once it is approved") {
  const auto both = scene().and_then(Proposed{{"P1"}, document()}, province_signed("P1"),
                                     Proposed{{"P2"}, document()});
  CHECK(status(both, "P1") == Status::approved);
  const auto after = both.and_then(province_signed("P2"));
  CHECK(status(after, "P1") == Status::superseded);
  CHECK(status(after, "P2") == Status::approved);
}

TEST_CASE("a plan for later days leaves the present one in force until then") {
  PlanDocument next = document();
  next.from = day("2021-01-15");
  const auto first = scene().and_then(Proposed{{"P1"}, document()}, province_signed("P1"));
  const auto later = first.by(at(time("2021-01-12T08:00:00+08:00")))
                         .and_then(Proposed{{"P2"}, next}, province_signed("P2"));
  CHECK(status(later, "P1") == Status::approved);
  CHECK(in_force(later.bank, xianggong, day("2021-01-14"))->document.from == eighth);
  CHECK(in_force(later.bank, xianggong, day("2021-01-15"))->document.from == next.from);
}

TEST_CASE("on duty is the team of the day, and nobody where the outlet is shut") {
  const auto duty = on_duty(document(), xianggong, eighth);
  REQUIRE(duty.size() == 1);
  CHECK(duty.front().person == resident);
  CHECK(on_duty(document(), xianggong, day("2021-01-09")).empty());
  CHECK(on_duty(document(), xianggong, day("2021-01-10")).empty());
  CHECK(on_duty(document(), elsewhere, eighth).empty());
}

TEST_CASE("the command pins an outlet or excludes a person, with a reason and an end") {
  const SetPin open{PinKind::must_open, xianggong.text, "pensions are due", day("2021-01-15")};
  scene().when(open).then({open.kind, open.target, open.reason, open.until});
  const SetPin out{PinKind::person_excluded, resident.text, "looks after a child", eighth};
  scene().when(out).then({out.kind, out.target, out.reason, out.until});
}

TEST_CASE("a pin needs a known target, a reason and a day that is not over") {
  scene()
      .when(SetPin{PinKind::must_open, "102221009999", "x", eighth})
      .refused("plan.target-unknown");
  scene()
      .when(SetPin{PinKind::person_excluded, xianggong.text, "x", eighth})
      .refused("plan.target-unknown");
  scene().when(SetPin{PinKind::must_open, xianggong.text, "", eighth}).refused("plan.reason-empty");
  scene()
      .when(SetPin{PinKind::must_open, xianggong.text, "x", day("2021-01-07")})
      .refused("plan.pin-past");
}

TEST_CASE("a pin is taken back once, by whose scope covers its target") {
  const Pinned pinned{PinKind::must_stay_shut, xianggong.text, "case next door", eighth};
  const auto story = scene().and_then(pinned);
  CHECK(story.bank.pins.at(xianggong.text).by == province.by);
  story.when(Unpin{xianggong.text}).then({xianggong.text});
  const Stamp dalian{{morning, {"DL-command"}}, Role::city_command, {{"DL"}, {}}};
  story.by(dalian).when_asked(Unpin{xianggong.text}).refused("authority.scope");
  story.and_then(Unpinned{xianggong.text}).when(Unpin{xianggong.text}).refused("plan.not-pinned");
}

}  // namespace waystation::plan
