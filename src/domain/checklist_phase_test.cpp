#include "domain/checklist_known.h"
#include "domain/checklist_story.h"

namespace waystation::checklist {

TEST_CASE("where no template is in force nothing is asked and the gate is as it was") {
  const Story story = scene().and_then(outlet::Closed{elsewhere, 0, ""}, treated());
  CHECK(items_now(story.bank, elsewhere, eighth, morning).empty());
  CHECK(story.when(outlet::Open{elsewhere, 1}).decision.has_value());
  CHECK(!story.when(outlet::Open{elsewhere, 1}).decision.has_error());
  CHECK(!left_open(story.bank, elsewhere, morning));
  story.by(manager).when(Sign{elsewhere, Phase::before_opening}).refused("checklist.nothing-asked");
}

TEST_CASE("the gate stays shut until the list before opening is answered and signed") {
  ChecklistDay today;
  today.happened(treated());
  const auto shut = [&](const std::string& items) {
    const auto no = today.story.when(outlet::Open{elsewhere, 1}).decision.error();
    CHECK(no.code == "outlet.gate-unmet");
    CHECK(no.missing == std::vector<std::string>{"gate.checklist-incomplete"});
    CHECK(no.facts.back() == Fact{"items", items});
  };
  shut("before-lines, before-chlorine, before-crew");
  today.answer_before();
  shut("checklist.sign");
  today.order(Sign{elsewhere, Phase::before_opening});
  today.order(outlet::Open{elsewhere, 1});
}

TEST_CASE("a phase with an open or failed item is not signed, and nobody signs twice") {
  ChecklistDay today;
  const Sign sign{elsewhere, Phase::before_opening};
  today.refused(sign, "checklist.phase-open");
  today.answer_before();
  today.order(today.fail_of("before-crew"));
  today.refused(sign, "checklist.phase-open");
  today.order(today.pass_of("before-crew"));
  const auto e = today.order(sign);
  REQUIRE(e.known.size() == 1);
  CHECK(e.known.front().item.text == "before-round");
  CHECK(e.known.front().met);
  today.refused(sign, "checklist.already-signed");
  today.refused(Sign{elsewhere, Phase::after_closing}, "checklist.phase-locked");
  Stamp teller = manager;
  teller.role = Role::teller;
  today.story.by(teller).when_asked(sign).refused("authority.role");
  today.story.when(Sign{{"102221009999"}, Phase::before_opening}).refused("outlet.unknown");
}

TEST_CASE("what fails after the signature takes the signature back") {
  ChecklistDay today;
  today.answer_before();
  today.order(Sign{elsewhere, Phase::before_opening});
  CHECK(is_complete(today.bank(), elsewhere, Phase::before_opening, eighth, today.now()));
  today.order(today.fail_of("before-crew"));
  CHECK(!is_complete(today.bank(), elsewhere, Phase::before_opening, eighth, today.now()));
  today.order(today.pass_of("before-crew"));
  CHECK(!is_complete(today.bank(), elsewhere, Phase::before_opening, eighth, today.now()));
}

TEST_CASE("what the system knows cannot be ticked, and fails when it is no longer so") {
  ChecklistDay today;
  CHECK(today.state("before-round") == ItemState::failed);
  today.happened(treated());
  CHECK(today.state("before-round") == ItemState::passed);
  today.pass(hours{24});
  CHECK(known(today.bank(), elsewhere, KnownFact::round_valid, today.now()) == false);
}

TEST_CASE("an outlet without an approved plan answers for its crew by hand") {
  ChecklistDay today;
  CHECK(today.state("before-crew") == ItemState::open);
  for (const auto fact :
       {KnownFact::crew_fit, KnownFact::health_checks_done, KnownFact::supplies_cover})
    CHECK(!known(today.bank(), elsewhere, fact, morning));
}

TEST_CASE("each fact that the system knows follows what happened") {
  ChecklistDay today;
  const auto is = [&](KnownFact fact) {
    return known(today.bank(), elsewhere, fact, today.now()).value();
  };
  CHECK(is(KnownFact::terminal_done));
  CHECK(is(KnownFact::isolation_room_free));
  CHECK(is(KnownFact::lobby_empty));
  CHECK(is(KnownFact::queue_day_closed));
  CHECK(!is(KnownFact::lobby_cap_known));
  CHECK(!is(KnownFact::stock_counted));
  today.happened(supply::Counted{elsewhere, supply::Item::suit, 0, 0, "", eighth, {}, {}, {}});
  CHECK(is(KnownFact::stock_counted));
  today.open();
  CHECK(!is(KnownFact::closing_round_done));
  today.order(lobby::Enter{elsewhere, 2, lobby::CountedBy::tap, {}});
  CHECK(!is(KnownFact::lobby_empty));
  today.order(lobby::Leave{elsewhere, 2, lobby::CountedBy::tap, {}});
  CHECK(is(KnownFact::rounds_in_time));
  today.pass(hours{7});
  CHECK(!is(KnownFact::rounds_in_time));
  today.close();
  CHECK(!is(KnownFact::closing_round_done));
  CHECK(!is(KnownFact::airings_done));
  today.pass(minutes{10});
  today.happened(treated());
  CHECK(is(KnownFact::closing_round_done));
}

TEST_CASE("a suspected case fills the isolation room and asks for a terminal disinfection") {
  ChecklistDay today;
  today.happened(lobby::Isolated{
      elsewhere, {"2021-01-08-S1"}, lobby::FoundAt::door, {}, eighth, morning, morning});
  CHECK(known(today.bank(), elsewhere, KnownFact::isolation_room_free, morning) == false);
  CHECK(known(today.bank(), elsewhere, KnownFact::terminal_done, morning) == false);
}

TEST_CASE("conditions ask an item only where it applies") {
  ChecklistDay today;
  CHECK(!today.is_asked("before-machines"));
  CHECK(!today.is_asked("before-seal"));
  CHECK(holds(today.bank(), xianggong, Condition::inside_seal, morning));
  CHECK(holds(today.bank(), elsewhere, Condition::raised_level, morning));
  today.bank().outlets.edit(elsewhere).machines = 1;
  CHECK(today.is_asked("before-machines"));
}

TEST_CASE("an item of the hours comes again, and is open once it is overdue") {
  ChecklistDay today;
  today.open();
  CHECK(today.state("during-patrol") == ItemState::open);
  today.order(today.pass_of("during-patrol"));
  today.pass(minutes{60});
  CHECK(today.state("during-patrol") == ItemState::passed);
  today.pass(minutes{1});
  CHECK(today.state("during-patrol") == ItemState::open);
  const auto again = today.order(today.pass_of("during-patrol"));
  CHECK(!again.corrects);
  today.close();
  today.pass(hours{5});
  CHECK(today.state("during-patrol") == ItemState::passed);
  today.order(Sign{elsewhere, Phase::during_hours});
}

TEST_CASE("closing records what is left, and the evening's list is worked off behind shut doors") {
  ChecklistDay today;
  today.open();
  today.refused(today.pass_of("after-waste"), "checklist.phase-locked");
  today.pass(hours{1});
  const auto closed = today.order(outlet::Close{elsewhere, 0, "提前结束"});
  REQUIRE(closed.left_open);
  CHECK(closed.left_open->on == eighth);
  CHECK(closed.left_open->items ==
        std::vector<std::string>{"during-patrol", "after-waste", "after-round"});
  CHECK(day_of(today.bank(), elsewhere, eighth)->left_open.size() == 3);
  today.pass(minutes{20});
  today.order(today.pass_of("after-waste"));
  today.refused(Sign{elsewhere, Phase::after_closing}, "checklist.phase-open");
  today.happened(treated());
  today.order(Sign{elsewhere, Phase::after_closing});
}

TEST_CASE("an earlier day is signed late with what the system knew, or by hand") {
  ChecklistDay today;
  today.open();
  today.close();
  const Time evening = today.now();
  today.pass(hours{20});
  auto waste = today.pass_of("after-waste"), round = today.pass_of("after-round"),
       patrol = today.pass_of("during-patrol");
  for (auto* c : {&waste, &round, &patrol}) {
    c->occurred_at = evening;
    today.order(*c);
  }
  today.order(Sign{elsewhere, Phase::after_closing, evening});
  CHECK(is_complete(today.bank(), elsewhere, Phase::after_closing, eighth, today.now()));
  CHECK(is_complete(today.bank(), elsewhere, Phase::before_opening, eighth, today.now()));
}

TEST_CASE("the last eight days are kept") {
  Checklists checklists;
  for (int i = 0; i < 12; ++i) touch(checklists, elsewhere, eighth + std::chrono::days{i});
  const auto& days = checklists.at(elsewhere).by_day;
  CHECK(days.size() == days_kept);
  CHECK(days.begin()->first == "2021-01-12");
}

}  // namespace waystation::checklist
