#include "application/view_story.h"

using namespace waystation;
using namespace waystation::view_story;
using view::FigureKey;
using view::Severity;

namespace {

view::Figure figure(const Seen& seen, FigureKey key) {
  return seen.see(view::BoardQuery{}).figures[std::size_t(key)];
}

}  // namespace

TEST_CASE("the board has six figures in a fixed order, and the day of the response") {
  const auto board = Seen(opened()).see(view::BoardQuery{});
  REQUIRE(board.figures.size() == 6);
  for (std::size_t i = 0; i < 6; ++i) CHECK(board.figures[i].key == FigureKey(i));
  CHECK(board.response_day == 7);
  CHECK(board.cities_in_response == std::vector<CityId>{shenyang});
}

TEST_CASE("the first figure counts outlets where people can do their banking") {
  const auto f = figure(Seen(opened()), FigureKey::outlets_serving);
  CHECK(f.value == 2);
  CHECK(f.of == 3);
}

TEST_CASE("residents are reached when a counter of their own zone is open") {
  CHECK(figure(Seen(approved()), FigureKey::residents_reached).value == 0);
  CHECK(figure(Seen(approved()), FigureKey::residents_reached).severity == Severity::alarm);
  CHECK(figure(Seen(opened()), FigureKey::residents_reached).value == 1000);
}

TEST_CASE("residents beyond walking distance are not reached") {
  Story story = opened();
  auto& home = story.bank.communities.edit(inside);
  home.at = {123'400'000, 41'800'000}, home.position_source = PositionSource::synthetic;
  auto& counter = story.bank.outlets.edit(xianggong);
  counter.at = {123'400'000, 41'830'000}, counter.position_source = PositionSource::synthetic;
  CHECK(figure(Seen(story), FigureKey::residents_reached).value == 0);
}

TEST_CASE("with no seal there is nothing to count inside one") {
  const Seen seen(opened().and_then(zone::Lifted{huanggu}));
  const auto board = seen.at("2021-01-08T09:00:00+08:00").see(view::BoardQuery{});
  CHECK_FALSE(board.response_day);
  for (const auto key : {FigureKey::residents_reached, FigureKey::people_fit, FigureKey::cash_cover,
                         FigureKey::suit_cover, FigureKey::rounds_overdue})
    CHECK_FALSE(board.figures[std::size_t(key)].value);
}

TEST_CASE("each figure names the outlet that decides it") {
  const Seen seen(opened());
  CHECK(figure(seen, FigureKey::suit_cover).value == 25);
  CHECK(figure(seen, FigureKey::suit_cover).target == xianggong);
  CHECK(figure(seen, FigureKey::cash_cover).value == 5);
  CHECK(figure(seen, FigureKey::cash_cover).target == xianggong);
  CHECK(figure(seen, FigureKey::people_fit).value == 5);
  CHECK(figure(seen, FigureKey::rounds_overdue).value == 0);
  const auto late = figure(seen.at("2021-01-08T10:01:00+08:00"), FigureKey::rounds_overdue);
  CHECK(late.value == 1);
  CHECK(late.severity == Severity::alarm);
}

TEST_CASE("an unfit member of the crew on duty colours the figure of people") {
  const Seen seen(opened().and_then(quarantine::CheckRecorded{five[1], {"38.0"}, true}));
  CHECK(figure(seen, FigureKey::people_fit).severity == Severity::warning);
  CHECK(figure(seen, FigureKey::people_fit).target == xianggong);
}

TEST_CASE("a city's row and the map count what is abnormal there") {
  const Seen late = Seen(opened()).at("2021-01-08T10:01:00+08:00");
  const auto board = late.see(view::BoardQuery{});
  REQUIRE(board.cities.size() == 1);
  CHECK(board.cities[0].open == 2);
  CHECK(board.cities[0].total == 3);
  CHECK(board.cities[0].abnormal == 1);
  CHECK(board.cities[0].sealed_zones == 1);
  const auto map = late.see(view::GroundMapQuery{});
  CHECK(map.outlets.size() == 3);
  CHECK(map.zones.size() == 1);
  CHECK(map.communities.size() == 2);
  for (const auto& o : map.outlets) CHECK(o.alert == (o.outlet == xianggong));
}

TEST_CASE("bars of cover stand with the shortest first") {
  const auto cover = Seen(opened()).see(view::BoardQuery{}).cover;
  REQUIRE(cover.size() == 3);
  CHECK(cover[0].item == "mask");
  CHECK(cover[0].days == 0);
  CHECK(cover[1].days == 25);
}
