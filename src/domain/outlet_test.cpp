#include "domain/sealed_zone_story.h"

namespace waystation::outlet {

using namespace sealed_zone;

namespace {

Register asked() {
  return {{"102221004221"},
          "沈阳明廉街支行",
          shenyang,
          "皇姑区",
          "",
          {},
          PositionSource::unknown,
          outside,
          Kind::sub_branch,
          3,
          2,
          80,
          12,
          {540},
          {1020},
          yuan(900'000),
          yuan(4'000'000),
          {}};
}

Register with(auto change) {
  Register c = asked();
  change(c);
  return c;
}

// The outlet outside the seal, closed the evening before and treated this morning.
Story ready_elsewhere() {
  return scene().and_then(Closed{elsewhere, 80, ""}, full_round(elsewhere));
}

}  // namespace

TEST_CASE("a CNAPS code carries its check digit") {
  for (const auto* right : {"102221004264", "102221004221", "102221004230", "102221000010"})
    CHECK_MESSAGE(is_cnaps_code(right), right);
  for (const auto* wrong : {"102221004265", "102221002464", "10222100426", "10222100426x", ""})
    CHECK_FALSE_MESSAGE(is_cnaps_code(wrong), wrong);
}

TEST_CASE("a registered outlet works until something closes it") {
  const auto e = decide(scene().bank, asked(), province);
  REQUIRE(e.has_value());
  CHECK_FALSE(e->state.has_value());
  const Outlet outlet = scene().bank.outlets.at(elsewhere);
  CHECK(outlet.state == State::open);
  CHECK(outlet.windows_open == 2);
  CHECK(outlet.self_service);
}

TEST_CASE("an outlet's public phone is published, changed and taken back") {
  const std::string invented = "024-00004264";
  const Story story = scene().and_then(PhonePublished{xianggong, invented});
  CHECK(story.bank.outlets.at(xianggong).phone == invented);
  scene().when(PublishPhone{xianggong, invented}).then(PhonePublished{xianggong, invented});
  CHECK_FALSE(story.and_then(PhonePublished{xianggong, {}}).bank.outlets.at(xianggong).phone);
  scene().when(PublishPhone{xianggong, "<b>"}).refused("outlet.phone-malformed");
  scene().when(PublishPhone{{"102221000000"}, invented}).refused("outlet.unknown");
}

TEST_CASE("an outlet's record must hold together") {
  using R = Register;
  scene().when(with([](R& c) { c.outlet = xianggong; })).refused("outlet.already-registered");
  scene().when(with([](R& c) { c.outlet = {"102221004222"}; })).refused("outlet.code-invalid");
  scene().when(with([](R& c) { c.title = ""; })).refused("outlet.title-empty");
  scene().when(with([](R& c) { c.city = {"DL"}; })).refused("city.unknown");
  scene().when(with([](R& c) { c.community = CommunityId{"?"}; })).refused("community.unknown");
  scene().when(with([](R& c) { c.at.lon_e6 = 180'000'001; })).refused("outlet.point-not-on-earth");
  scene().when(with([](R& c) { c.windows = -1; })).refused("outlet.figure-negative");
  scene().when(with([](R& c) { c.closes = c.opens; })).refused("outlet.hours-reversed");
  scene().when(with([](R& c) { c.cash_limit = yuan(1); })).refused("outlet.float-above-limit");
  for (const char* phone : {"", "12", "call me", "javascript:1", "024-000000000000000000"})
    scene().when(with([&](R& c) { c.phone = phone; })).refused("outlet.phone-malformed");
  scene()
      .and_then(city::Added{{"DL"}, "大连市", "Asia/Shanghai"})
      .when(with([](R& c) { c.city = {"DL"}; }))
      .refused("outlet.community-of-another-city");
}

TEST_CASE("an outlet whose record comes after the seal is closed from the start") {
  const auto e = decide(scene().bank, with([](Register& c) { c.community = inside; }), province);
  REQUIRE(e.has_value());
  CHECK(e->state == State::closed);
  const auto outlet = scene().and_then(*e).bank.outlets.at(e->outlet);
  CHECK(outlet.state == State::closed);
  CHECK_FALSE(outlet.self_service);
}

TEST_CASE("a seal closes the outlets inside it and their machines, and no others") {
  const Bank bank = scene().bank;
  CHECK(bank.outlets.at(xianggong).state == State::closed);
  CHECK_FALSE(bank.outlets.at(xianggong).self_service);
  CHECK(bank.outlets.at(xianggong).reason == "皇姑区重点管控区");
  CHECK(bank.outlets.at(elsewhere).state == State::open);
}

TEST_CASE("a back office has no counter to open") {
  const auto e =
      decide(scene().bank, with([](Register& c) { c.kind = Kind::back_office; }), province);
  const Story story = scene().and_then(*e);
  CHECK(story.bank.outlets.at(e->outlet).state == State::closed);
  story.when(Prepare{e->outlet}).refused("outlet.no-counter");
  story.when(Open{e->outlet, 1}).refused("outlet.no-counter");
}

TEST_CASE("without disinfection there is no opening, anywhere") {
  scene()
      .and_then(Closed{elsewhere, 80, ""})
      .when(Open{elsewhere, 1})
      .refused("outlet.gate-unmet", {"gate.disinfection-missing"});
  ready_elsewhere().when_asked(Open{elsewhere, 1}).then({elsewhere, 1});
}

TEST_CASE("a round that is too old does not open the doors") {
  using std::chrono::minutes;
  const auto later = [](int m) { return ready_elsewhere().by(at(morning + minutes(m))); };
  later(120).when(Open{elsewhere, 1}).then({elsewhere, 1});
  later(121).when(Open{elsewhere, 1}).refused("outlet.gate-unmet", {"gate.disinfection-missing"});
}

TEST_CASE("an outlet opens only windows that it has, and only once") {
  const Story story = ready_elsewhere();
  story.when(Open{elsewhere, 0}).refused("outlet.windows-out-of-range");
  story.when(Open{elsewhere, 3}).refused("outlet.windows-out-of-range");
  story.when(Open{{"?"}, 1}).refused("outlet.unknown");
  const Story opened = story.and_then(Opened{elsewhere, 1});
  opened.when(Open{elsewhere, 1}).refused("outlet.already-open");
  opened.when(Open{elsewhere, 2}).then({elsewhere, 2});
}

TEST_CASE("the day's opening is remembered while windows and limits change") {
  Story story = ready_elsewhere().and_then(Prepared{elsewhere}, Opened{elsewhere, 1});
  story.stamp.at += std::chrono::hours(1);
  story = story.and_then(Restricted{elsewhere, State::limited, "人多"}, Opened{elsewhere, 2},
                         Closed{elsewhere, 61, "提前"});
  const Outlet& outlet = story.bank.outlets.at(elsewhere);
  CHECK(outlet.opened_at == morning);
  CHECK(outlet.since == morning + std::chrono::hours(1));
  CHECK(outlet.customers_served == 61);
}

TEST_CASE("only a closed outlet is prepared") {
  scene().when(Prepare{elsewhere}).refused("outlet.not-closed");
  scene().when(Prepare{{"?"}}).refused("outlet.unknown");
  scene().when_asked(Prepare{xianggong}).then({xianggong});
}

TEST_CASE("a limit or a pause is told to the public") {
  scene()
      .when_asked(Restrict{elsewhere, State::limited, "人多"})
      .then({elsewhere, State::limited, "人多"});
  scene().when(Restrict{elsewhere, State::limited, ""}).refused("outlet.reason-empty");
  scene().when(Restrict{elsewhere, State::ready, "人多"}).refused("outlet.not-a-restriction");
  scene().when(Restrict{xianggong, State::paused, "人多"}).refused("outlet.not-open");
  scene().when(Restrict{{"?"}, State::paused, "人多"}).refused("outlet.unknown");
  scene()
      .and_then(Restricted{elsewhere, State::paused, "消毒"})
      .when(Restrict{elsewhere, State::paused, "消毒"})
      .refused("outlet.already-so");
}

TEST_CASE("who closes within the published hours says why") {
  scene().when(Close{elsewhere, 10, ""}).refused("outlet.reason-empty");
  scene().when(Close{elsewhere, 10, "停电"}).then({elsewhere, 10, "停电"});
  const Story evening = scene().by(at(time("2021-01-08T16:00:00+08:00")));
  evening.when_asked(Close{elsewhere, 61, ""}).then({elsewhere, 61, ""});
  evening.when(Close{elsewhere, -1, ""}).refused("outlet.customers-negative");
  evening.when(Close{xianggong, 0, ""}).refused("outlet.already-closed");
  evening.when(Close{{"?"}, 0, ""}).refused("outlet.unknown");
}

TEST_CASE("self-service is switched, not repeated") {
  scene().when_asked(SwitchSelfService{elsewhere, false}).then({elsewhere, false});
  scene().when(SwitchSelfService{elsewhere, true}).refused("outlet.already-so");
  scene().when(SwitchSelfService{{"?"}, true}).refused("outlet.unknown");
}

}  // namespace waystation::outlet
