#include "domain/checklist_story.h"

namespace waystation::checklist {

namespace {

Publish with(auto change) {
  Publish c{eighth, {item("a", Phase::before_opening), item("b", Phase::before_opening)}};
  change(c);
  return c;
}

void unclear(auto change) {
  scene().when(with([&](Publish& c) { change(c.items[1]); })).refused("checklist.item-unclear");
}

}  // namespace

TEST_CASE("a template is published with a number of its own and holds from its day on") {
  const Story story = scene();
  story.when_asked(Publish{eighth, one_of_each_kind()}).then({1, eighth, one_of_each_kind()});
  const auto next = std::vector{item("x", Phase::before_opening)};
  const Story later = story.and_then(Published{1, eighth, one_of_each_kind()},
                                     Published{2, day("2021-01-10"), next});
  CHECK(!in_force(later.bank, day("2021-01-07")));
  CHECK(in_force(later.bank, day("2021-01-09"))->version == 1);
  CHECK(in_force(later.bank, day("2021-01-11"))->version == 2);
  later.when(Publish{day("2021-01-10"), next}).then({3, day("2021-01-10"), next});
}

TEST_CASE("a template that begins on the same day takes the place of the other") {
  const Story story = scene().and_then(Published{1, eighth, one_of_each_kind()},
                                       Published{2, eighth, {item("x", Phase::before_opening)}});
  CHECK(in_force(story.bank, eighth)->items.size() == 1);
}

TEST_CASE("nobody below the province publishes a template") {
  scene().by(city_office).when_asked(Publish{eighth, one_of_each_kind()}).refused("authority.role");
}

TEST_CASE("a template for yesterday, an empty one and an endless one are refused") {
  scene().when(Publish{day("2021-01-07"), one_of_each_kind()}).refused("checklist.from-past");
  scene().when(Publish{eighth, {}}).refused("checklist.items-out-of-range");
  scene()
      .when(Publish{eighth, std::vector(201, item("a", Phase::before_opening))})
      .refused("checklist.items-out-of-range");
}

TEST_CASE("an item that nobody could meet is refused") {
  unclear([](Item& i) { i.title_zh.clear(); });
  unclear([](Item& i) { i.title_en = std::string(241, 'x'); });
  unclear([](Item& i) { i.item = {"a"}; });
  unclear([](Item& i) { i.measure = Measure{2, 1, "mg/L"}; });
  unclear([](Item& i) { i.measure = Measure{1, 2, ""}; });
  unclear([](Item& i) { i.if_failed = ItemId{"b"}; });
  unclear([](Item& i) { i.if_failed = ItemId{"a"}, i.phase = Phase::after_closing; });
  unclear([](Item& i) { i.every_minutes = 60; });
  unclear([](Item& i) { i.phase = Phase::during_hours, i.every_minutes = 0; });
  unclear([](Item& i) { i.answered_by = KnownFact::crew_fit, i.evidence = true; });
}

}  // namespace waystation::checklist
