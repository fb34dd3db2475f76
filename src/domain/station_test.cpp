#include "domain/station.h"

#include <algorithm>

#include "domain/outlet_day_story.h"

namespace waystation::station {

using namespace outlet_day;

namespace {

const Stamp passer_by{{morning, public_actor}, Role::visitor, {}};
const Stamp guide{{morning, {"SY-4028-guide"}}, Role::lobby_guide, {shenyang, tiexi}};

Publish offer() {
  using enum Amenity;
  return {tiexi,
          {water, toilet, heat_pad},
          {Corner::book_bar},
          {Audience::courier, Audience::other},
          {420},
          {1140},
          "进门请测体温。",
          30};
}

Published offered() {
  const Publish c = offer();
  return {c.outlet, c.amenities, c.corners, c.audiences, c.from, c.till, c.notice, c.valid_days};
}

Verify round(Condition toilet = Condition::working) {
  return {tiexi,
          {{Amenity::water, Condition::working},
           {Amenity::toilet, toilet},
           {Amenity::heat_pad, Condition::absent}}};
}

Story empty() {
  return scene().and_then(with_lobby(2, 40, 20));
}
Story rest() {
  return empty().and_then(offered());
}
Story confirmed() {
  return rest().and_then(Verified{tiexi, round().seen});
}

const Station& kept(const Story& story) {
  return story.bank.stations.at(tiexi);
}
const Item& item(const Story& story, Amenity amenity) {
  return *std::ranges::find(kept(story).items, amenity, &Item::amenity);
}

SuggestCorner suggest(Corner corner = Corner::elder_care) {
  return {tiexi, corner, "老年客户多。"};
}
CornerSuggested suggested(const char* id, Corner corner = Corner::elder_care) {
  return {tiexi, {id}, corner, "老年客户多。"};
}
SuggestionJudged judged(bool accepted) {
  return {tiexi, {"S1"}, accepted, accepted ? "" : "没有地方。"};
}

}  // namespace

TEST_CASE("a station is published with what it has, for whom and when") {
  empty().when_asked(offer()).then(offered());
  const auto story = rest();
  CHECK(item(story, Amenity::water).condition == Condition::working);
  CHECK(is_basic(Amenity::water));
  CHECK_FALSE(is_basic(Amenity::toilet));
  Publish c = offer();
  c.amenities.clear();
  empty().when(c).refused("station.amenities-empty");
  c = offer(), c.audiences.clear();
  empty().when(c).refused("station.audiences-empty");
  c = offer(), c.amenities.push_back(Amenity::water);
  empty().when(c).refused("station.named-twice");
  c = offer(), c.till = c.from;
  empty().when(c).refused("station.hours-order");
  c = offer(), c.notice = std::string(longest_notice + 1, 'x');
  empty().when(c).refused("station.text-too-long");
  for (const std::int32_t days : {0, most_valid_days + 1}) {
    c = offer(), c.valid_days = days;
    empty().when(c).refused("station.days-out-of-range");
  }
  c = offer(), c.outlet = {"nowhere"};
  empty().when(c).refused("outlet.unknown");
  auto office = with_lobby(0, 0, 0);
  office.kind = outlet::Kind::back_office;
  scene().and_then(office).when(offer()).refused("outlet.no-counter");
  empty().by(guide).when_asked(offer()).refused("authority.role");
}

TEST_CASE("what stays listed keeps its condition when the station is published anew") {
  Published more = offered();
  more.amenities = {Amenity::toilet, Amenity::umbrella};
  const auto story =
      confirmed().and_then(FaultReported{tiexi, Amenity::toilet, false}).and_then(more);
  CHECK(item(story, Amenity::toilet).condition == Condition::faulty);
  CHECK(kept(story).items.size() == 2);
  CHECK(kept(story).verified_at == morning);
}

TEST_CASE("a station that is withdrawn says why, and is confirmed again when it comes back") {
  confirmed().when_asked(Withdraw{tiexi, "大堂改造。"}).then({tiexi, "大堂改造。"});
  const auto gone = confirmed().and_then(Withdrawn{tiexi, "大堂改造。"});
  CHECK_FALSE(station_of(gone.bank, tiexi));
  CHECK(nearest(gone.bank, {}, morning).empty());
  gone.when(round()).refused("station.unknown");
  CHECK(is_unconfirmed(kept(gone.and_then(offered())), morning));
  rest().when(Withdraw{tiexi, ""}).refused("station.reason-empty");
  rest()
      .when(Withdraw{tiexi, std::string(longest_reason + 1, 'x')})
      .refused("station.text-too-long");
}

TEST_CASE("who verifies has looked at everything, and its days are counted") {
  rest().by(guide).when_asked(round()).then({tiexi, round().seen});
  CHECK(is_unconfirmed(kept(rest()), morning));
  const auto story = confirmed();
  const auto days = [](int n) { return morning + std::chrono::days{n}; };
  CHECK_FALSE(is_unconfirmed(kept(story), days(30)));
  CHECK(is_unconfirmed(kept(story), days(30) + std::chrono::microseconds{1}));
  CHECK_FALSE(is_offered(item(story, Amenity::heat_pad), morning));
  Verify c = round();
  c.seen.pop_back();
  rest().when(c).refused("station.not-all-seen", {"heat_pad"});
  c = round(), c.seen[2].amenity = Amenity::water;
  rest().when(c).refused("station.named-twice");
  c = round(), c.seen[2].amenity = Amenity::printer;
  rest().when(c).refused("station.amenity-unlisted");
  empty().when(round()).refused("station.unknown");
}

TEST_CASE("the crew's word holds at once; the public's is a doubt until somebody looks") {
  const ReportFault broken{tiexi, Amenity::toilet};
  const FaultReported by_crew{tiexi, Amenity::toilet, false},
      by_public{tiexi, Amenity::toilet, true};
  confirmed().by(guide).when_asked(broken).then(by_crew);
  confirmed().by(passer_by).when_asked(broken).then(by_public);
  CHECK_FALSE(is_offered(item(confirmed().and_then(by_crew), Amenity::toilet), morning));
  const auto doubted = confirmed().and_then(by_public);
  const Item& toilet = item(doubted, Amenity::toilet);
  const Time limit = morning + std::chrono::hours{answer_hours};
  CHECK(is_offered(toilet, limit));
  CHECK_FALSE(is_offered(toilet, limit + std::chrono::microseconds{1}));
  doubted.by(passer_by).when(broken).refused("station.fault-known");
  doubted.by(guide).when(broken).then(by_crew);
  confirmed().and_then(by_crew).by(passer_by).when(broken).refused("station.fault-known");
  confirmed()
      .by(passer_by)
      .when(ReportFault{tiexi, Amenity::fridge})
      .refused("station.amenity-unlisted");
  CHECK_FALSE(item(doubted.and_then(Verified{tiexi, round().seen}), Amenity::toilet).doubted_at);
}

TEST_CASE("a repair ends a fault and answers a doubt; what works is not repaired") {
  const Repair repair{tiexi, Amenity::toilet};
  confirmed().when(repair).refused("station.nothing-to-repair");
  for (const bool by_public : {false, true}) {
    const auto story = confirmed().and_then(FaultReported{tiexi, Amenity::toilet, by_public});
    story.by(guide).when_asked(repair).then({tiexi, Amenity::toilet});
    const auto mended = story.and_then(Repaired{tiexi, Amenity::toilet});
    CHECK(is_offered(item(mended, Amenity::toilet), morning + std::chrono::days{9}));
  }
  rest().by(passer_by).when_asked(repair).refused("authority.role");
}

TEST_CASE("who rests inside takes a place under the lobby's cap, and is counted once") {
  const CountVisit three{tiexi, Audience::courier, 3, false};
  confirmed().by(guide).when_asked(three).then({tiexi, Audience::courier, 3, false, eighth, 3, 10});
  OutletDay day;
  day.story = confirmed();
  day.order(three);
  day.order(CountVisit{tiexi, Audience::courier, 2, true});
  CHECK(day.bank().lobbies.at(tiexi).inside == 3);
  CHECK(day.bank().lobbies.at(tiexi).counts.entered == 3);
  CHECK(visits_on(day.bank().stations.at(tiexi), eighth) == 5);
  day.enter(6);
  day.story.when(CountVisit{tiexi, Audience::other, 2, false}).refused("lobby.full");
  day.order(CountVisit{tiexi, Audience::other, 1, false});
  day.story.when(CountVisit{tiexi, Audience::other, 0, true})
      .refused("station.people-out-of-range");
  day.order(lobby::Evacuate{tiexi, "火警"});
  day.story.when(three).refused("lobby.under-evacuation");
}

TEST_CASE("a tally keeps its days and forgets older ones") {
  auto story = confirmed();
  for (int i = 0; i < 40; ++i)
    story = story.and_then(
        Visited{tiexi, Audience::courier, 1, true, eighth + std::chrono::days{i}, 0, 10});
  CHECK(kept(story).visits.size() == days_of_visits);
  CHECK(kept(story).visits_ever == 40);
}

TEST_CASE("nobody is counted in a station that is shut") {
  const CountVisit one{tiexi, Audience::other, 1, false};
  OutletDay day;
  day.story = confirmed();
  day.pass(12 * 60);
  day.story.when(one).refused("station.closed-now");
  CHECK_FALSE(is_open(day.bank(), tiexi, kept(day.story), day.now()));
  confirmed().and_then(outlet::Closed{tiexi, 0, "封闭"}).when(one).refused("station.closed-now");
}

TEST_CASE("a corner is suggested, judged, opened, and then published") {
  confirmed().by(guide).when_asked(suggest()).then(suggested("S1"));
  const auto story = confirmed().and_then(suggested("S1"));
  story.when_asked(JudgeSuggestion{tiexi, {"S1"}, true, ""}).then(judged(true));
  story.when(JudgeSuggestion{tiexi, {"S1"}, false, "没有地方。"}).then(judged(false));
  story.when(JudgeSuggestion{tiexi, {"S1"}, false, ""}).refused("station.reason-empty");
  story.when(OpenCorner{tiexi, {"S1"}}).refused("station.suggestion-not-accepted");
  story.when(OpenCorner{tiexi, {"S7"}}).refused("station.suggestion-unknown");
  const auto accepted = story.and_then(judged(true));
  accepted.when(JudgeSuggestion{tiexi, {"S1"}, false, "x"}).refused("station.suggestion-judged");
  accepted.when_asked(OpenCorner{tiexi, {"S1"}}).then({tiexi, {"S1"}});
  const auto opened = accepted.and_then(CornerOpened{tiexi, {"S1"}});
  CHECK(kept(opened).corners == std::vector{Corner::book_bar, Corner::elder_care});
  CHECK(kept(opened).suggestions[0].state == SuggestionState::opened);
  opened.when(suggest()).refused("station.corner-there");
}

TEST_CASE("a corner is suggested once at a time, with a word why") {
  confirmed().and_then(suggested("S1")).when(suggest()).refused("station.corner-suggested");
  confirmed().and_then(suggested("S1"), judged(false)).when(suggest()).then(suggested("S2"));
  SuggestCorner c = suggest();
  c.why.clear();
  confirmed().when(c).refused("station.reason-empty");
  auto full = confirmed();
  for (std::size_t i = 1; i <= most_suggestions; ++i) {
    const std::string id = "S" + std::to_string(i);
    SuggestionJudged no = judged(false);
    no.suggestion = {id};
    full = full.and_then(suggested(id.c_str()), no);
  }
  full.when(suggest()).refused("station.too-many-suggestions");
}

TEST_CASE("the nearest that has what is needed, for whom, and now") {
  auto far = with_lobby(2, 40, 20), near = far, nowhere = far;
  far.outlet = elsewhere, far.at = {123'500'000, 41'800'000};
  near.at = {123'400'000, 41'800'000};
  nowhere.outlet = xianggong;
  for (auto* e : {&far, &near}) e->position_source = PositionSource::synthetic;
  auto story = scene().and_then(far, near, nowhere, offered());
  Published other = offered();
  other.outlet = elsewhere, other.amenities = {Amenity::water}, other.audiences = {Audience::other};
  story = story.and_then(other);
  other.outlet = xianggong;
  story = story.and_then(other);
  const auto found = [&](Need need, Time now = morning) {
    std::vector<OutletId> out;
    for (const Near& one : nearest(story.bank, need, now)) out.push_back(one.outlet);
    return out;
  };
  const Point here{123'410'000, 41'800'000};
  CHECK(found({.at = here}) == std::vector{tiexi, elsewhere, xianggong});
  CHECK(found({.at = here, .most = 1}) == std::vector{tiexi});
  CHECK(found({.at = Point{123'500'000, 41'800'000}, .most = 1}) == std::vector{elsewhere});
  CHECK(found({.amenities = {Amenity::toilet, Amenity::water}}) == std::vector{tiexi});
  CHECK(found({.audience = Audience::courier}) == std::vector{tiexi});
  story = story.and_then(outlet::Closed{xianggong, 0, "封闭"});
  CHECK(found({.open_now = true}) == std::vector{elsewhere, tiexi});
  CHECK(found({.open_now = true}, morning + std::chrono::hours{13}).empty());
  const auto metres = nearest(story.bank, {.at = here}, morning)[0].metres;
  CHECK(*metres > 820);
  CHECK(*metres < 840);
  CHECK_FALSE(nearest(story.bank, {.at = here}, morning)[2].metres);
}

}  // namespace waystation::station
