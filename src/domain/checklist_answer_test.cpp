#include "domain/checklist_story.h"

namespace waystation::checklist {

TEST_CASE("an answer belongs to the outlet's day, and the next day begins clean") {
  ChecklistDay today;
  const auto e = today.order(today.pass_of("before-chlorine"));
  CHECK(e.on == eighth);
  CHECK(e.phase == Phase::before_opening);
  CHECK(today.state("before-chlorine") == ItemState::passed);
  const auto tomorrow =
      items_now(today.bank(), elsewhere, eighth + std::chrono::days{1}, today.now() + hours{24});
  for (const ItemNow& now : tomorrow)
    if (!now.by_system) CHECK(now.state == ItemState::open);
}

TEST_CASE("a later answer corrects an earlier one, which it names") {
  ChecklistDay today;
  CHECK(!today.order(today.fail_of("before-chlorine")).corrects);
  CHECK(today.order(today.pass_of("before-chlorine")).corrects == Verdict::fail);
  CHECK(today.state("before-chlorine") == ItemState::passed);
  CHECK(day_of(today.bank(), elsewhere, eighth)->answers.at({"before-chlorine"}).times == 2);
}

TEST_CASE("what was seen without a line is recorded later, and never undoes what was seen since") {
  ChecklistDay today;
  auto late = today.fail_of("before-chlorine");
  late.occurred_at = today.now() - minutes{30};
  today.order(today.pass_of("before-chlorine"));
  today.order(late);
  CHECK(today.state("before-chlorine") == ItemState::passed);
  auto yesterday = today.pass_of("before-chlorine");
  yesterday.occurred_at = today.now() - hours{10};
  CHECK(today.story.when(yesterday).decision.error().code == "checklist.none-in-force");
  late.occurred_at = today.now() + hours{1};
  today.refused(late, "late-entry.in-future");
}

TEST_CASE("who is not of the outlet does not answer for it") {
  ChecklistDay today;
  today.story.by(city_office).when_asked(today.pass_of("before-crew")).refused("authority.role");
}

TEST_CASE("an answer names an item that is asked here and now") {
  ChecklistDay today;
  today.refused(today.pass_of("nowhere"), "checklist.item-unknown");
  today.refused(today.pass_of("before-machines"), "checklist.item-not-asked");
  today.refused(today.pass_of("before-again"), "checklist.item-not-asked");
  today.refused(today.pass_of("during-patrol"), "checklist.phase-locked");
  today.refused(today.pass_of("after-waste"), "checklist.phase-locked");
  today.refused(today.pass_of("before-round"), "checklist.answered-by-system");
  Give nowhere{{"102221009999"}, {"before-crew"}};
  today.story.when(nowhere).refused("outlet.unknown");
}

TEST_CASE("what is no pass has a note, and what must be met is never said not to apply") {
  ChecklistDay today;
  auto silent = today.fail_of("before-crew");
  silent.note = {};
  today.refused(silent, "checklist.note-missing");
  today.refused(today.fail_of("before-crew", Verdict::not_applicable),
                "checklist.mandatory-applies");
  today.order(today.fail_of("before-notice", Verdict::not_applicable));
  CHECK(today.state("before-notice") == ItemState::not_applicable);
}

TEST_CASE("a number is given where it is asked, and passes only within its limits") {
  ChecklistDay today;
  auto c = today.pass_of("before-chlorine");
  c.value = {};
  today.refused(c, "checklist.value-missing");
  c.value = 249;
  today.refused(c, "checklist.value-out-of-limits");
  c.value = 250;
  today.order(c);
  auto crew = today.pass_of("before-crew");
  crew.value = 5;
  today.refused(crew, "checklist.value-not-asked");
  auto cannot = today.fail_of("before-chlorine", Verdict::cannot);
  cannot.value = {};
  today.order(cannot);
  CHECK(today.state("before-chlorine") == ItemState::cannot);
}

TEST_CASE("a pass that needs a photo names one that is stored for this outlet") {
  ChecklistDay today;
  auto c = today.pass_of("before-lines");
  c.evidence = {};
  today.refused(c, "checklist.evidence-missing");
  c.evidence = {photo};
  today.refused(c, "evidence.unknown");
  today.keep_photo();
  today.order(c);
  c.evidence = std::vector(7, photo);
  today.refused(c, "checklist.too-many-files");
}

TEST_CASE("an item that waits for a failure is asked once the other has failed") {
  ChecklistDay today;
  CHECK(!today.is_asked("before-again"));
  today.order(today.fail_of("before-chlorine"));
  CHECK(today.is_asked("before-again"));
  today.order(today.pass_of("before-chlorine"));
  CHECK(!today.is_asked("before-again"));
}

}  // namespace waystation::checklist
