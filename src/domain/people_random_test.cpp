// Ten thousand days of two teams that come, go, change their masks and hand over: beside a plain
// model in sets and counts, nobody of one team is ever inside with one of the other, nothing is
// signed by the wrong side, and every mask is where the model has it. A failure names its seed.
#include <map>
#include <random>
#include <set>

#include "domain/sealed_zone_story.h"

namespace waystation::roster {

using namespace sealed_zone;
using supply::Item;

namespace {

const std::vector<PersonId> crew{{"A1"}, {"A2"}, {"B1"}, {"B2"}};

bool is_of_b(const PersonId& id) {
  return id.text.front() == 'B';
}

// What must be true, in as few words as possible.
struct Model {
  std::set<PersonId> inside;
  std::map<PersonId, Time> mask;
  std::int64_t shelf = 12, in_hand = 0, used = 0;
  std::optional<bool> sheet_of_b;

  bool meets(bool b) const {
    return std::ranges::any_of(inside, [&](const PersonId& p) { return is_of_b(p) != b; });
  }
};

class Fortnight {
 public:
  Fortnight(const Bank& bank, std::uint64_t seed) : bank_(bank), seed_(seed), random_(seed) {
    now_ += std::chrono::hours{draw(0, 11 * 24)};
  }

  void live(int commands) {
    for (int i = 0; i < commands; ++i) {
      now_ += std::chrono::minutes{draw(1, 90)};
      const auto person = crew[std::size_t(draw(0, 3))];
      switch (draw(0, 6)) {
        case 0:
          arrive(person);
          break;
        case 1:
          leave(person);
          break;
        case 2:
          change(person);
          break;
        case 3:
          take_off(person);
          break;
        case 4:
          issue();
          break;
        case 5:
          hand_over(person);
          break;
        default:
          take_over(person);
      }
      check();
    }
  }

  static Bank staffed() {
    Story story = scene();
    for (const auto& id : crew) {
      auto e = all_rounder(id, outside);
      e.home_outlet = elsewhere;
      story = story.and_then(e);
    }
    const auto in = [](int i) {
      return Member{crew[std::size_t(i)], plan::Post::teller, plan::Custody::none};
    };
    return story
        .and_then(TeamSet{elsewhere, Team::a, eighth, day("2021-01-14"), {in(0), in(1)}},
                  TeamSet{elsewhere, Team::b, day("2021-01-15"), day("2021-01-21"), {in(2), in(3)}},
                  supply::Received{elsewhere, Item::mask, "M", 12, {}})
        .bank;
  }

 private:
  std::int64_t draw(std::int64_t low, std::int64_t high) {
    return low + std::int64_t(random_() % std::uint64_t(high - low + 1));
  }
  void hold(bool promise, const char* what) {
    if (!promise) FAIL_CHECK("seed " << seed_ << " at " << to_text(now_) << ": " << what);
  }
  bool b_on_duty() const { return local_day(now_, "Asia/Shanghai") >= day("2021-01-15"); }
  bool has_next() const { return !b_on_duty(); }

  // Lets the command happen exactly if the model says so.
  bool give(const auto& command, bool expected, const char* what) {
    const auto event = decide(bank_, command, at(now_));
    hold(event.has_value() == expected, what);
    if (event) apply_to_rooms(bank_, *event, at(now_));
    return event.has_value();
  }

  void arrive(const PersonId& p) {
    // In the last week nobody is to come after, so that nobody is kept apart.
    const bool fine = !model_.inside.contains(p) && !(has_next() && model_.meets(is_of_b(p)));
    if (give(Arrive{elsewhere, p}, fine, "arrive")) model_.inside.insert(p);
  }
  void leave(const PersonId& p) {
    if (!give(Leave{elsewhere, p}, model_.inside.contains(p), "leave")) return;
    model_.inside.erase(p);
    model_.mask.erase(p);
  }
  void change(const PersonId& p) {
    const bool fine = model_.in_hand + model_.shelf > 0;
    if (!give(ppe::Change{elsewhere, p, {ppe::Piece::mask}}, fine, "change")) return;
    --(model_.in_hand > 0 ? model_.in_hand : model_.shelf);
    ++model_.used;
    model_.mask[p] = now_;
  }
  void take_off(const PersonId& p) {
    if (give(ppe::TakeOff{elsewhere, p, {ppe::Piece::mask}}, model_.mask.contains(p), "take off"))
      model_.mask.erase(p);
  }
  void issue() {
    const auto n = draw(1, 3);
    if (!give(supply::Issue{elsewhere, Item::mask, n}, n <= model_.shelf, "issue")) return;
    model_.shelf -= n;
    model_.in_hand += n;
  }
  void hand_over(const PersonId& p) {
    const bool fine = !model_.sheet_of_b && is_of_b(p) == b_on_duty();
    if (give(HandOver{elsewhere, p, ""}, fine, "hand over")) model_.sheet_of_b = is_of_b(p);
  }
  void take_over(const PersonId& p) {
    const bool known = is_of_b(p) == b_on_duty() || has_next();
    const auto still_inside = [&] {
      return std::ranges::any_of(model_.inside, [&](const PersonId& other) {
        return is_of_b(other) == *model_.sheet_of_b &&
               (is_of_b(other) == b_on_duty() || has_next());
      });
    };
    const bool fine =
        model_.sheet_of_b && known && is_of_b(p) != *model_.sheet_of_b && !still_inside();
    if (give(TakeOver{elsewhere, p}, fine, "take over")) model_.sheet_of_b.reset();
  }

  void check() {
    const auto stock = supply::stock(bank_, elsewhere, Item::mask, eighth);
    hold(stock == model_.shelf, "the shelf");
    hold(ppe::in_hand(bank_, elsewhere, Item::mask) == model_.in_hand, "what is in hand");
    hold(model_.shelf + model_.in_hand + model_.used == 12, "a mask is lost");
    std::int64_t overdue = 0;
    for (const auto& [person, since] : model_.mask) overdue += since + std::chrono::hours{4} < now_;
    hold(ppe::overdue_at(bank_, elsewhere, now_) == overdue, "overdue masks");
    for (const auto& p : crew)
      hold((presence_of(bank_, elsewhere, p) != nullptr) == model_.inside.contains(p), "presence");
  }

  Bank bank_;
  std::uint64_t seed_;
  std::mt19937_64 random_;
  Time now_ = morning;
  Model model_;
};

}  // namespace

TEST_CASE("in ten thousand fortnights teams never meet and every mask is accounted for") {
  const Bank bank = Fortnight::staffed();
  for (std::uint64_t seed = 1; seed <= 10'000; ++seed) Fortnight(bank, seed).live(24);
}

}  // namespace waystation::roster
