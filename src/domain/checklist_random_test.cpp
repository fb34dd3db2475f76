// A naive model of the checklists, one list of everything that ever happened, searched from end to
// end, plays against the room: ten thousand random days, and both must accept the same orders and
// open the gate at the same moments. A failure names its seed.
#include <random>

#include "domain/checklist_story.h"

namespace waystation::checklist {

namespace {

constexpr const char* hand_made[] = {"before-lines", "before-chlorine", "before-again",
                                     "before-crew",  "before-notice",   "during-patrol",
                                     "after-waste"};

// What was said of an item, in the order in which it was recorded.
struct Said {
  std::string item;
  Verdict verdict;
  Time at;
};

struct Model {
  std::vector<Said> said;
  std::vector<std::string> overridden;
  std::vector<Phase> valid_signatures;
  bool photo_stored = false, treated = false;
  bool opened = false, serving = false;
  Time closed_at = morning, treated_at;  // It was shut when the scene began.

  static Phase phase_of(const std::string& id) {
    return id.starts_with("before")   ? Phase::before_opening
           : id.starts_with("during") ? Phase::during_hours
                                      : Phase::after_closing;
  }
  std::optional<Said> last(const std::string& id) const {
    std::optional<Said> found;
    for (const Said& s : said)
      if (s.item == id && (!found || s.at >= found->at)) found = s;
    return found;
  }
  bool is_overridden(const std::string& id) const {
    return std::ranges::find(overridden, id) != overridden.end();
  }
  bool passes(const std::string& id, Time now) const {
    if (id == "before-round") return treated;
    if (id == "after-round") return treated && !serving && treated_at >= closed_at;
    const auto answer = last(id);
    if (!answer || answer->verdict != Verdict::pass) return false;
    const Time until = serving ? now : std::min(now, closed_at);
    return id != "during-patrol" || answer->at + minutes{60} >= until;
  }
  bool is_asked(const std::string& id) const {
    if (id != "before-again") return true;
    const auto chlorine = last("before-chlorine");
    if (chlorine && chlorine->verdict == Verdict::pass) return false;
    return chlorine || is_overridden("before-chlorine");
  }
  bool is_locked(Phase phase) const {
    if (phase == Phase::during_hours) return !opened;
    return phase == Phase::after_closing && (!opened || serving);
  }
  bool is_settled(const std::string& id, Time now) const {
    if (passes(id, now) || is_overridden(id)) return true;
    return id == "before-notice" && last(id).has_value();
  }
  bool is_open(Phase phase, Time now) const {
    for (const char* id : {"before-round", "before-lines", "before-chlorine", "before-again",
                           "before-crew", "during-patrol", "after-waste", "after-round"})
      if (phase_of(id) == phase && is_asked(id) && !is_settled(id, now)) return true;
    return false;
  }
  bool is_signed(Phase phase) const {
    return std::ranges::find(valid_signatures, phase) != valid_signatures.end();
  }
  bool is_complete(Phase phase, Time now) const { return is_signed(phase) && !is_open(phase, now); }
  void say(const Said& s) {
    const auto before = last(s.item);
    said.push_back(s);
    const bool stands = !before || s.at >= before->at;
    if (stands && s.verdict != Verdict::pass) std::erase(valid_signatures, phase_of(s.item));
  }
};

class RandomDay {
 public:
  RandomDay(const Bank& start, std::uint64_t seed) : bank_(start), seed_(seed), random_(seed) {}

  void live(int orders) {
    for (int i = 0; i < orders; ++i) {
      now_ += minutes{draw(0, 20)};
      switch (draw(0, 8)) {
        case 0:
          return_to_work();
          break;
        case 1:
          override_item();
          break;
        case 2:
        case 3:
          sign();
          break;
        case 4:
          treat();
          break;
        default:
          answer();
      }
      compare();
    }
  }

  bool opened() const { return model_.opened; }
  bool ended_well() const { return model_.is_complete(Phase::after_closing, now_); }

 private:
  int draw(int low, int high) { return low + int(random_() % std::uint64_t(high - low + 1)); }
  void hold(bool promise, const std::string& what) {
    if (!promise) FAIL_CHECK("seed " << seed_ << " at " << to_text(now_) << ": " << what);
  }
  bool give(const auto& command, Stamp stamp) {
    stamp.at = now_;
    const auto event = decide(bank_, command, stamp);
    if (event) apply_to_rooms(bank_, *event, stamp);
    return event.has_value();
  }

  void answer() {
    const std::string id = hand_made[draw(0, 6)];
    Give c{elsewhere, {id}, draw(0, 2) ? Verdict::pass : Verdict(draw(0, 3))};
    if (draw(0, 5)) c.note = "因故";
    if (id == "before-chlorine") c.value = draw(0, 3) ? 500 : 100;
    if (id == "before-lines" && draw(0, 3)) c.evidence = {photo};
    if (!draw(0, 4)) c.occurred_at = now_ - minutes{draw(0, 40)};
    const bool may = answer_is_due(c);
    hold(give(c, manager) == may, "answer of " + id + " should be " + (may ? "taken" : "refused"));
    if (may) model_.say({id, c.verdict, c.occurred_at.value_or(now_)});
  }
  bool answer_is_due(const Give& c) const {
    const std::string& id = c.item.text;
    const bool passes = c.verdict == Verdict::pass;
    if (!model_.is_asked(id) || model_.is_locked(Model::phase_of(id))) return false;
    if (c.verdict == Verdict::not_applicable && id != "before-notice") return false;
    if (!passes && !c.note) return false;
    if (c.value && passes && *c.value < 250) return false;
    if (c.evidence && !model_.photo_stored) return false;
    return id != "before-lines" || !passes || c.evidence;
  }

  void sign() {
    const Phase phase = Phase(draw(0, 2));
    const bool may =
        !model_.is_locked(phase) && !model_.is_signed(phase) && !model_.is_open(phase, now_);
    hold(give(Sign{elsewhere, phase}, manager) == may, "signing");
    if (may) model_.valid_signatures.push_back(phase);
  }

  void override_item() {
    const std::string id = hand_made[draw(0, 6)];
    const bool may = model_.is_asked(id) && !model_.is_settled(id, now_);
    hold(give(Override{elsewhere, {id}, "经核"}, city_office) == may, "override of " + id);
    if (may) model_.overridden.push_back(id);
  }

  void treat() {
    if (!model_.photo_stored) {
      model_.photo_stored = give(evidence::Store{elsewhere, photo, {}, 1}, manager);
      return;
    }
    Stamp stamp = manager;
    stamp.at = now_;
    apply_to_rooms(bank_, treated(), stamp);
    model_.treated = true;
    model_.treated_at = now_;
  }

  // Opens as often as it can, and closes in the afternoon.
  void return_to_work() {
    if (model_.serving) {
      if (draw(0, 2)) return;
      hold(give(outlet::Close{elsewhere, 0, "收工"}, manager), "closing");
      model_.serving = false;
      model_.closed_at = now_;
      return;
    }
    if (model_.opened) return;
    const bool may = model_.is_complete(Phase::before_opening, now_);
    hold(give(outlet::Open{elsewhere, 1}, manager) == may, "the gate");
    if (!may) return;
    model_.opened = model_.serving = true;
  }

  void compare() {
    for (const Phase phase : {Phase::before_opening, Phase::during_hours, Phase::after_closing}) {
      const std::string name(name_of(phase));
      hold(is_complete(bank_, elsewhere, phase, eighth, now_) == model_.is_complete(phase, now_),
           name + " complete");
      hold(
          !open_items(bank_, elsewhere, phase, eighth, now_).empty() == model_.is_open(phase, now_),
          name + " open");
    }
  }

  Bank bank_;
  std::uint64_t seed_;
  std::mt19937_64 random_;
  Time now_ = morning - hours{6};
  Model model_;
};

}  // namespace

TEST_CASE("ten thousand random days open the gate when a naive model does") {
  ChecklistDay start;
  // A round counts for the whole day, so that the model needs no clock for it.
  start.happened(policy::Changed{
      policy::Key::round_valid_minutes, {}, {}, eighth, {24 * 60, policy::Grade::A, "A"}});
  int opened = 0, evenings = 0;
  for (std::uint64_t seed = 1; seed <= 10'000; ++seed) {
    RandomDay day(start.bank(), seed);
    day.live(60);
    opened += day.opened();
    evenings += day.ended_well();
  }
  // Otherwise the promises above were never put to the test.
  CHECK(opened > 2'000);
  CHECK(evenings > 200);
}

}  // namespace waystation::checklist
