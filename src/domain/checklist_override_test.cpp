#include "domain/checklist_story.h"

namespace waystation::checklist {

namespace {

const Override lines{elsewhere, {"before-lines"}, "相机损坏，电话核实"};

}  // namespace

TEST_CASE("an outlet never overrides its own checklist") {
  ChecklistDay today;
  today.refused(lines, "authority.role");
  Stamp disguised = city_office;
  disguised.scope.outlet = elsewhere;
  today.story.by(disguised).when_asked(lines).refused("checklist.override-own-outlet");
}

TEST_CASE("a named upper level overrides one item for the day, with a reason") {
  ChecklistDay today;
  today.answer_before();
  today.order(today.fail_of("before-lines", Verdict::cannot));
  today.refused(Sign{elsewhere, Phase::before_opening}, "checklist.phase-open");
  Override silent = lines;
  silent.reason.clear();
  today.story.by(city_office).when_asked(silent).refused("checklist.reason-empty");
  today.story.by(city_office)
      .when_asked(lines)
      .then({elsewhere, eighth, {"before-lines"}, Level::city, lines.reason});
  today.happened(Overridden{elsewhere, eighth, {"before-lines"}, Level::city, lines.reason});
  CHECK(today.state("before-lines") == ItemState::overridden);
  today.order(Sign{elsewhere, Phase::before_opening});
  today.order(outlet::Open{elsewhere, 1});
}

TEST_CASE("an override ends with its day and covers its item only") {
  ChecklistDay today;
  today.happened(Overridden{elsewhere, eighth, {"before-lines"}, Level::province, "x"});
  CHECK(today.state("before-crew") == ItemState::open);
  CHECK(open_items(today.bank(), elsewhere, Phase::before_opening, eighth + std::chrono::days{1},
                   today.now() + hours{24})
            .size() == 4);
}

TEST_CASE("what passed, or is not asked, needs no override") {
  ChecklistDay today;
  today.order(today.pass_of("before-crew"));
  const auto refused = [&](const char* id, const char* code) {
    today.story.by(city_office).when_asked(Override{elsewhere, {id}, "x"}).refused(code);
  };
  refused("before-crew", "checklist.nothing-to-override");
  refused("before-machines", "checklist.item-not-asked");
  today.story.by(province)
      .when(Override{{"102221009999"}, {"before-crew"}, "x"})
      .refused("outlet.unknown");
}

TEST_CASE("a failed item that was overridden still asks for what follows a failure") {
  ChecklistDay today;
  today.order(today.fail_of("before-chlorine"));
  today.happened(Overridden{elsewhere, eighth, {"before-chlorine"}, Level::city, "x"});
  CHECK(today.is_asked("before-again"));
}

}  // namespace waystation::checklist
