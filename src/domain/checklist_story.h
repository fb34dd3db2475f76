#pragma once
// The scene of the checklists' stories: an outlet outside the seal, shut in the morning, and a
// template with one item of each kind. Orders are given one after the other, and each must be
// accepted.
#include "domain/sealed_zone_story.h"

namespace waystation::checklist {

using namespace sealed_zone;
using std::chrono::hours;
using std::chrono::minutes;

inline const Stamp manager{
    {morning, {"SY-4010-manager"}}, Role::outlet_manager, {shenyang, elsewhere}};
inline const Stamp city_office{{morning, {"SY-command"}}, Role::city_command, {shenyang, {}}};
inline const std::string photo(64, 'a');

inline Item item(const char* id, Phase phase) {
  Item out;
  out.item = {id};
  out.title_zh = "检查";
  out.title_en = "Check";
  out.phase = phase;
  return out;
}

inline std::vector<Item> one_of_each_kind() {
  using enum Phase;
  Item round = item("before-round", before_opening), lines = item("before-lines", before_opening),
       chlorine = item("before-chlorine", before_opening),
       again = item("before-again", before_opening), crew = item("before-crew", before_opening),
       machines = item("before-machines", before_opening),
       sealed = item("before-seal", before_opening), notice = item("before-notice", before_opening),
       patrol = item("during-patrol", during_hours), waste = item("after-waste", after_closing),
       evening = item("after-round", after_closing);
  round.answered_by = KnownFact::round_valid;
  lines.evidence = true;
  chlorine.measure = Measure{250, 1000, "mg/L"};
  again.if_failed = chlorine.item;
  crew.answered_by = KnownFact::crew_fit;
  machines.when = Condition::with_machines;
  sealed.when = Condition::inside_seal;
  notice.mandatory = false;
  patrol.every_minutes = 60;
  evening.answered_by = KnownFact::closing_round_done;
  return {round, lines, chlorine, again, crew, machines, sealed, notice, patrol, waste, evening};
}

inline disinfection::Recorded treated() {
  return full_round(elsewhere);
}

struct ChecklistDay {
  Story story =
      scene()
          .and_then(outlet::Closed{elsewhere, 0, ""}, Published{1, eighth, one_of_each_kind()})
          .by(manager);

  void pass(minutes time) { story.stamp.at += time; }
  Bank& bank() { return story.bank; }
  Time now() const { return story.stamp.at; }

  template <class Command> EventOf<Command> order(const Command& command) {
    const auto decision = decide(story.bank, command, story.stamp);
    REQUIRE_MESSAGE(decision.has_value(), decision.error().code);
    written(*decision);
    story = story.and_then(*decision);
    return *decision;
  }
  void happened(const auto& event) { story = story.and_then(event); }

  static Give pass_of(const char* id) {
    Give c{elsewhere, {id}, Verdict::pass};
    if (c.item.text == "before-lines") c.evidence = {photo};
    if (c.item.text == "before-chlorine") c.value = 500;
    return c;
  }
  static Give fail_of(const char* id, Verdict verdict = Verdict::fail) {
    Give c{elsewhere, {id}, verdict};
    c.note = "不够";
    if (c.item.text == "before-chlorine") c.value = 100;
    return c;
  }
  void keep_photo() { happened(evidence::Stored{elsewhere, photo, evidence::Media::jpeg, 1000}); }
  void answer_before() {
    happened(treated());
    keep_photo();
    for (const char* id : {"before-lines", "before-chlorine", "before-crew"}) order(pass_of(id));
  }
  void open() {
    answer_before();
    order(Sign{elsewhere, Phase::before_opening});
    order(outlet::Prepare{elsewhere});
    order(outlet::Open{elsewhere, 1});
  }
  void close() { order(outlet::Close{elsewhere, 0, "提前结束"}); }

  ItemState state(const char* id) const {
    for (const ItemNow& now : items_now(story.bank, elsewhere, eighth, story.stamp.at))
      if (now.item->item.text == id) return now.state;
    FAIL("not asked: " << id);
    return ItemState::open;
  }
  bool is_asked(const char* id) const {
    for (const ItemNow& now : items_now(story.bank, elsewhere, eighth, story.stamp.at))
      if (now.item->item.text == id) return true;
    return false;
  }
  void refused(const auto& command, const char* code) const {
    story.when_asked(command).refused(code);
  }
};

}  // namespace waystation::checklist
