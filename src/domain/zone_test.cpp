#include "domain/sealed_zone_story.h"

namespace waystation::zone {

using namespace sealed_zone;

namespace {

const VanId van_id{"SY-V01"};
const van::Registered van_registered{van_id, "辽A-示01", shenyang, yuan(5'000'000), 200};

SealOff second_seal() {
  return {{"SY-HG-02"}, "第二管控区", shenyang, "2021-01", SealKind::key_control_area,
          {},           {},           {outside}};
}
AddCommunity community_asked() {
  return {{"SY-HG-C02"}, "向工东社区", shenyang, {}, PositionSource::unknown, 10'300, 3'020, 248};
}
RecordGrant grant() {
  return {huanggu, xianggong, "皇姑防指2021-1", "指挥部", ""};
}
RecordPass pass() {
  return {huanggu, PassKind::cash_van, van_id.text, "塔湾街东卡口", {450}, {480},
          eighth,  day("2021-01-14")};
}
PassRecorded pass_recorded() {
  const RecordPass c = pass();
  return {c.zone, c.kind, c.holder, c.gate, c.window_from, c.window_to, c.valid_from, c.valid_to};
}

template <class Command> Command with(Command c, auto change) {
  change(c);
  return c;
}

Story lifted() {
  return scene().and_then(van_registered, Lifted{huanggu});
}

}  // namespace

TEST_CASE("a community is added once, to a known city, with possible figures") {
  const AddCommunity c = community_asked();
  scene().when_asked(c).then({c.community, c.title, c.city, c.at, c.position_source, c.people,
                              c.card_customers, c.elderly_permille});
  using A = AddCommunity;
  scene().when(with(c, [](A& x) { x.community = inside; })).refused("community.already-added");
  scene().when(with(c, [](A& x) { x.city = {"DL"}; })).refused("city.unknown");
  scene().when(with(c, [](A& x) { x.title = ""; })).refused("community.title-empty");
  scene().when(with(c, [](A& x) { x.people = -1; })).refused("community.figures-impossible");
  scene()
      .when(with(c, [](A& x) { x.elderly_permille = 1001; }))
      .refused("community.figures-impossible");
  scene()
      .when(with(c, [](A& x) { x.at.lat_e6 = 91'000'000; }))
      .refused("community.point-not-on-earth");
}

TEST_CASE("a seal closes around communities that lie in one city and in no other seal") {
  const SealOff c = second_seal();
  scene().when_asked(c).then(
      {c.zone, c.title, c.city, c.scheme, c.kind, c.since, c.outline, c.communities});
  using S = SealOff;
  scene().when(with(c, [](S& x) { x.zone = huanggu; })).refused("zone.id-taken");
  scene().when(with(c, [](S& x) { x.city = {"DL"}; })).refused("city.unknown");
  scene().when(with(c, [](S& x) { x.title = ""; })).refused("zone.title-empty");
  scene().when(with(c, [](S& x) { x.scheme = ""; })).refused("zone.scheme-empty");
  scene().when(with(c, [](S& x) { x.communities = {}; })).refused("zone.no-communities");
  scene().when(with(c, [](S& x) { x.communities = {{"?"}}; })).refused("community.unknown");
  scene()
      .when(with(c,
                 [](S& x) {
                   x.communities = {outside, outside};
                 }))
      .refused("zone.community-twice");
  scene()
      .when(with(c, [](S& x) { x.communities = {inside}; }))
      .refused("zone.community-sealed-already");
  scene()
      .and_then(city::Added{{"DL"}, "大连市", "Asia/Shanghai"})
      .when(with(c, [](S& x) { x.city = {"DL"}; }))
      .refused("zone.community-of-another-city");
}

TEST_CASE("a seal has an outline on the ground and a beginning that has come") {
  const SealOff c = second_seal();
  using S = SealOff;
  scene().when(with(c, [](S& x) { x.outline = {{}, {}}; })).refused("zone.outline-too-short");
  scene()
      .when(with(c,
                 [](S& x) {
                   x.outline = {{}, {}, {181'000'000, 0}};
                 }))
      .refused("zone.point-not-on-earth");
  scene()
      .when(with(c, [](S& x) { x.since = morning + std::chrono::hours(1); }))
      .refused("zone.since-in-future");
}

TEST_CASE("an outlet lies in a seal from its first to its last moment") {
  const auto before = time("2021-01-01T23:59:59+08:00"), first = time("2021-01-02T00:00:00+08:00");
  const Bank sealed_bank = scene().bank;
  CHECK_FALSE(sealed_zone_of(sealed_bank, xianggong, before));
  CHECK(sealed_zone_of(sealed_bank, xianggong, first) == huanggu);
  CHECK_FALSE(sealed_zone_of(sealed_bank, elsewhere, morning));
  CHECK_FALSE(sealed_zone_of(lifted().bank, xianggong, morning));
}

TEST_CASE("a seal is lifted once, and its communities may then be sealed again") {
  scene().when_asked(Lift{huanggu}).then({huanggu});
  lifted().when(Lift{huanggu}).refused("zone.already-lifted");
  scene().when(Lift{{"nowhere"}}).refused("zone.unknown");
  const auto again = with(second_seal(), [](SealOff& x) { x.communities = {inside}; });
  CHECK(decide(lifted().bank, again, province).has_value());
}

TEST_CASE("a risk level belongs to an estate of a seal in force, from its day on") {
  const SetRisk c{huanggu, "明廉小区", RiskLevel::medium, {}};
  scene().when_asked(c).then({huanggu, "明廉小区", RiskLevel::medium, eighth});
  scene().when(with(c, [](SetRisk& x) { x.area = ""; })).refused("zone.area-empty");
  scene()
      .when(with(c, [](SetRisk& x) { x.since = day("2021-01-09"); }))
      .refused("zone.since-in-future");
  lifted().when(c).refused("zone.already-lifted");
  const Story story = scene().and_then(RiskSet{huanggu, "明廉小区", RiskLevel::medium, eighth},
                                       RiskSet{huanggu, "明廉小区", RiskLevel::low, eighth});
  CHECK(story.bank.zones.at(huanggu).risk_areas.size() == 1);
}

TEST_CASE("a grant is a named paper for an outlet inside the seal") {
  const RecordGrant c = grant();
  const GrantRecorded e{c.zone, c.granted, c.document, c.issuer, ""};
  scene().when_asked(c).then(e);
  CHECK(grant_for(scene().and_then(e).bank.zones.at(huanggu), xianggong));
  using G = RecordGrant;
  scene().when(with(c, [](G& x) { x.granted = elsewhere; })).refused("zone.outlet-outside");
  scene().when(with(c, [](G& x) { x.granted = {"?"}; })).refused("outlet.unknown");
  scene().when(with(c, [](G& x) { x.document = ""; })).refused("zone.document-empty");
  scene().when(with(c, [](G& x) { x.issuer = ""; })).refused("zone.issuer-empty");
  scene().when(with(c, [](G& x) { x.evidence_sha256 = "12"; })).refused("zone.evidence-malformed");
}

TEST_CASE("a pass lets one known holder through one gate in one window") {
  const Story story = scene().and_then(van_registered);
  story.when_asked(pass()).then(pass_recorded());
  using P = RecordPass;
  scene().when(pass()).refused("zone.holder-unknown");
  story.when(with(pass(), [](P& x) { x.kind = PassKind::staff; })).refused("zone.holder-unknown");
  story.when(with(pass(), [](P& x) { x.gate = ""; })).refused("zone.gate-empty");
  story.when(with(pass(), [](P& x) { x.window_to = {450}; })).refused("zone.window-reversed");
  story.when(with(pass(), [](P& x) { x.valid_to = day("2021-01-07"); }))
      .refused("zone.dates-reversed");
}

TEST_CASE("a pass is valid no longer than the policy of its zone allows") {
  const Story story = scene().and_then(van_registered);
  const auto longer = with(pass(), [](RecordPass& x) { x.valid_to = day("2021-01-15"); });
  story.when(longer).refused("zone.pass-too-long");
  const policy::Changed fortnight{
      policy::Key::pass_valid_days, huanggu, {}, eighth, {14, policy::Grade::G, "皇姑防指2021-2"}};
  CHECK(decide(story.and_then(fortnight).bank, longer, province).has_value());
}

TEST_CASE("a pass is found on its days only") {
  const auto zone = scene().and_then(van_registered, pass_recorded()).bank.zones.at(huanggu);
  CHECK(pass_for(zone, PassKind::cash_van, van_id.text, day("2021-01-14")));
  CHECK_FALSE(pass_for(zone, PassKind::cash_van, van_id.text, day("2021-01-15")));
  CHECK_FALSE(pass_for(zone, PassKind::supplies, van_id.text, eighth));
}

}  // namespace waystation::zone
