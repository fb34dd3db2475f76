// Ten thousand days of rounds begun, finished, abandoned and told late: none that is kept is
// shorter or weaker than the policy asks, and the shelf loses exactly what was used.
// tests/mutations proves that it fails where a rule is broken.
#include <map>

#include "domain/random_steps.h"
#include "domain/sealed_zone_story.h"

namespace waystation::disinfection {

using namespace sealed_zone;

namespace {

class DayOfRounds {
 public:
  explicit DayOfRounds(const Bank& bank) : bank_(bank) {}

  void live(const random_steps::Steps& steps) {
    for (const auto number : steps) {
      draws_.begin(number);
      now_ += std::chrono::minutes{draw(0, 25)};
      const auto kind = draw(0, 3);
      kind == 0 ? begin() : kind == 1 ? record() : kind == 2 ? finish() : abandon();
    }
    const Rounds* rounds = bank_.disinfections.find(xianggong);
    if (rounds) check(*rounds);
    hold(stock(supply::Item::chlorine_liquid) == agent_left_, "agent is lost");
    hold(stock(supply::Item::wipe) == wipes_left_, "wipes are lost");
  }

  static Bank stocked() {
    return scene()
        .and_then(supply::Received{xianggong, supply::Item::chlorine_liquid, "C", 500, {}},
                  supply::Received{xianggong, supply::Item::wipe, "W", 40, {}})
        .bank;
  }

 private:
  std::int64_t draw(std::int64_t low, std::int64_t high) { return draws_.between(low, high); }
  void hold(bool promise, const std::string& what) const {
    random_steps::hold(promise, "at " + to_text(now_) + ": " + what);
  }
  std::int64_t stock(supply::Item item) const {
    return supply::stock(bank_, xianggong, item, eighth);
  }
  RoundId any_round() { return {"R" + std::to_string(draw(1, 4))}; }
  std::vector<TouchPoint> any_points() { return {TouchPoint(draw(0, 3)), TouchPoint(draw(7, 9))}; }

  // Lets the command happen if it may; whether it did.
  bool give(const auto& command) {
    const auto event = decide(bank_, command, at(now_));
    if (event) apply_to_rooms(bank_, *event, at(now_));
    return event.has_value();
  }

  void begin() {
    Begin c{xianggong, any_round(), Agent::chlorine, "C", 500, any_points()};
    c.agent_used = draw(0, 90);
    if (!give(c)) return;
    agent_left_ -= *c.agent_used;
    begun_[c.round.text] = now_;
  }

  void finish() {
    const Finish c{xianggong, any_round(), std::int32_t(draw(0, 5))};
    const auto begun = begun_.find(c.round.text);
    const bool is_long_enough =
        begun != begun_.end() && now_ - begun->second >= std::chrono::minutes{30};
    const bool done = give(c);
    hold(done == (is_long_enough && c.wipes_used <= wipes_left_), "a round's end was misjudged");
    if (!done) return;
    begun_.erase(begun);
    wipes_left_ -= c.wipes_used;
  }

  void abandon() {
    const Abandon c{xianggong, any_round(), "disturbed"};
    hold(give(c) == (begun_.erase(c.round.text) == 1), "an abandoned round was misjudged");
  }

  void record() {
    Record c{xianggong,
             Agent::chlorine,
             "C",
             std::int32_t(draw(450, 600)),
             std::int32_t(draw(25, 40)),
             any_points(),
             std::int32_t(draw(0, 5))};
    c.agent_used = draw(0, 90);
    if (draw(0, 1)) c.occurred_at = now_ - std::chrono::minutes{draw(0, 90)};
    if (!give(c)) return;
    hold(c.concentration >= 500 && c.contact_minutes >= 30, "a weak round was recorded");
    agent_left_ -= *c.agent_used;
    wipes_left_ -= c.wipes_used;
  }

  void check(const Rounds& rounds) {
    for (std::size_t i = 0; i < rounds.last.size(); ++i) {
      const Round& round = rounds.last[i];
      hold(round.contact_minutes >= 30, "a round below contact time");
      hold(i == 0 || rounds.last[i - 1].at <= round.at, "rounds out of order");
      for (const Treated& t : rounds.treated)
        if (std::ranges::find(round.touch_points, t.touch_point) != round.touch_points.end())
          hold(t.at >= round.at, "a last time before its round");
    }
    hold(rounds.open.size() == begun_.size(), "open rounds are lost");
  }

  Bank bank_;
  random_steps::Draws draws_;
  Time now_ = morning;
  std::map<std::string, Time> begun_;
  std::int64_t agent_left_ = 500, wipes_left_ = 40;
};

}  // namespace

TEST_CASE("in no order of commands is a round kept that did not disinfect") {
  const Bank bank = DayOfRounds::stocked();
  CHECK(random_steps::all_hold(
      "rounds", 40, [&](const random_steps::Steps& steps) { DayOfRounds(bank).live(steps); }));
}

}  // namespace waystation::disinfection
