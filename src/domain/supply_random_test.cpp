// Ten thousand weeks at two outlets: deliveries, issues, counts and transfers, on time and late,
// each answered as the model answers it. tests/mutations proves that it fails where a rule is
// broken.
#include <map>

#include "domain/random_steps.h"
#include "domain/supply_model.h"

namespace waystation::supply::model {

using namespace sealed_zone;

namespace {

const std::array places{xianggong, elsewhere};

// How often each answer was given: by the name of what was allowed, or by the code of the refusal.
using Answers = std::map<std::string, int>;

class Week {
 public:
  Week(const Bank& bank, Answers& answers) : bank_(bank), answers_(answers) {}

  void live(const random_steps::Steps& steps) {
    for (const auto number : steps) {
      draws_.begin(number);
      now_ += std::chrono::minutes{draw(0, 540)};
      one_of_five(draw(0, 10));
      check_conservation();
    }
    check_every_moment();
  }

 private:
  std::int64_t draw(std::int64_t low, std::int64_t high) { return draws_.between(low, high); }
  bool chance(int percent) { return draw(1, 100) <= percent; }

  void hold(bool promise, const std::string& what) const {
    random_steps::hold(promise, "at " + to_text(now_) + ": " + what);
  }

  void one_of_five(std::int64_t kind) {
    if (kind <= 2) return receive();
    if (kind <= 5) return issue();
    if (kind <= 7) return count();
    if (kind == 8) return send();
    accept();
  }

  Stamp stamp() const { return at(now_); }
  std::optional<Time> maybe_earlier() {
    if (chance(50)) return {};
    if (chance(3)) return now_ + std::chrono::minutes{draw(1, 60)};
    return now_ - std::chrono::minutes{draw(0, chance(10) ? 6000 : 2000)};
  }
  // On time, or the code of why not.
  std::string lateness(const std::optional<Time>& occurred_at) const {
    if (!occurred_at) return "";
    if (*occurred_at > now_) return "late-entry.in-future";
    return now_ - *occurred_at > std::chrono::hours{72} ? "late-entry.too-old" : "";
  }
  When when_of(const std::optional<Time>& occurred_at) const {
    const Time then = occurred_at.value_or(now_);
    return {then, then < now_};
  }
  int any_place() { return int(draw(0, 1)); }
  Item any_item() { return chance(60) ? Item::suit : Item::wipe; }
  std::optional<std::string> maybe_lot(Item item) {
    if (chance(60)) return {};
    const KnownLot& x = known_lots[std::size_t(draw(0, 4))];
    return x.item == item ? std::optional(x.lot) : std::nullopt;
  }

  // Asks the bank, compares with the model's answer, and lets it happen; whether it did.
  bool ask(const auto& command, const std::string& expected) {
    const auto event = decide(bank_, command, stamp());
    const std::string code = event ? "" : event.error().code;
    ++answers_[event ? command.name : code];
    hold(code == expected, "answered \"" + code + "\", the model \"" + expected + "\" to " +
                               std::string(command.name) + to_json(command));
    if (!event) return false;
    apply_to_rooms(bank_, *event, stamp());
    return true;
  }

  void receive() {
    const KnownLot& lot = known_lots[std::size_t(draw(0, 4))];
    const int place = any_place();
    const Receive c{places[place], lot.item, lot.lot, draw(0, 20), lot.expires_on, maybe_earlier()};
    const When when = when_of(c.occurred_at);
    std::string expected =
        c.quantity < 1 ? "supply.quantity-out-of-range" : lateness(c.occurred_at);
    if (expected.empty() && !Model::is_usable(lot, when)) expected = "supply.lot-expired";
    if (expected.empty() && model_.is_closed(place, lot.item, lot.lot, when))
      expected = "supply.before-count";
    if (!ask(c, expected)) return;
    model_.add(place, {{lot.item, lot.lot, c.quantity, {}}}, 1, when.at);
    balance_ += c.quantity;
  }

  void issue() {
    const int place = any_place();
    Issue c{places[place], any_item(), draw(0, 12)};
    c.lot = maybe_lot(c.item);
    if (chance(50)) c.reason = "as ordered";
    c.occurred_at = maybe_earlier();
    const When when = when_of(c.occurred_at);
    Answer answer{lateness(c.occurred_at)};
    if (answer.code.empty())
      answer = model_.leave(place, {c.item, c.quantity, c.lot}, c.reason.has_value(), when);
    if (!ask(c, answer.code)) return;
    model_.add(place, answer.lots, -1, when.at);
    balance_ -= c.quantity;
  }

  void count() {
    const int place = any_place();
    Count c{places[place], any_item(), 0, chance(80) ? "counted" : ""};
    c.lot = maybe_lot(c.item);
    c.occurred_at = maybe_earlier();
    const When when = when_of(c.occurred_at);
    const auto there =
        c.lot ? model_.sum(place, c.item, *c.lot, when.at) : model_.booked(place, c.item, when);
    c.counted = there + (chance(40) ? 0 : draw(-4, 3));
    Answer answer{lateness(c.occurred_at)};
    if (c.counted < 0) answer.code = "supply.quantity-out-of-range";
    if (answer.code.empty()) answer = model_.count(place, c, when);
    if (!ask(c, answer.code)) return;
    model_.add(place, answer.lots, 1, when.at);
    model_.counts.push_back({place, c.item, c.lot.value_or(""), when.at});
    balance_ += c.counted - there;
  }

  void send() {
    const int from = any_place();
    Send c{places[from], places[1 - from], {"T" + std::to_string(++transfers_)}, {}};
    for (auto lines = draw(1, 3); lines > 0; --lines) {
      const Item item = any_item();
      c.lines.push_back({item, draw(1, 8), maybe_lot(item)});
    }
    if (chance(50)) c.reason = "as ordered";
    c.occurred_at = maybe_earlier();
    const When when = when_of(c.occurred_at);
    Model after = model_;
    std::string expected = lateness(c.occurred_at);
    for (const Sending& line : c.lines) {
      if (!expected.empty()) break;
      const Answer answer = after.leave(from, line, c.reason.has_value(), when);
      expected = answer.code;
      after.add(from, answer.lots, -1, when.at);
    }
    if (!ask(c, expected)) return;
    model_ = after;
    open_.push_back({c.transfer, 1 - from, when.at});
  }

  struct OpenTransfer {
    TransferId id;
    int to;
    Time sent_at;
  };

  void accept() {
    if (open_.empty()) return;
    const auto chosen = open_.begin() + draw(0, std::ssize(open_) - 1);
    const auto lines = bank_.transfers.at(chosen->id).lines;
    Accept c{places[chosen->to], chosen->id, {}, chance(70) ? "torn" : "", maybe_earlier()};
    const When when = when_of(c.occurred_at);
    std::string expected = lateness(c.occurred_at);
    if (expected.empty() && when.at < chosen->sent_at) expected = "supply.before-sending";
    std::vector<Lot> arrived;
    std::int64_t missing = 0;
    for (const Lot& line : lines) {
      const std::int64_t there = chance(70) ? line.quantity : draw(0, line.quantity);
      c.lines.push_back({line.item, line.lot, there});
      arrived.push_back({line.item, line.lot, there, {}});
      missing += line.quantity - there;
      if (expected.empty() && model_.is_closed(chosen->to, line.item, line.lot, when))
        expected = "supply.before-count";
    }
    if (expected.empty() && missing > 0 && c.reason.empty())
      expected = "supply.shortage-reason-missing";
    if (!ask(c, expected)) return;
    model_.add(chosen->to, arrived, 1, when.at);
    open_.erase(chosen);
  }

  // Shelves + transit + shortages = all that came, less all that was issued or found missing.
  void check_conservation() {
    std::int64_t sum = 0;
    for (const auto& [id, shelf] : bank_.shelves) sum += total(shelf.lots);
    for (const auto& [id, transfer] : bank_.transfers)
      sum += total(transfer.lines) + total(transfer.shortage);
    hold(sum == balance_, "the sum of all is " + std::to_string(sum));
  }

  void check_every_moment() {
    for (const int place : {0, 1})
      for (const Item item : {Item::suit, Item::wipe})
        for (const Line& x : model_.lines) check_moment(place, item, x.at);
  }
  void check_moment(int place, Item item, Time at) {
    std::int64_t sum = 0;
    for (const KnownLot& lot : known_lots) {
      if (lot.item != item) continue;
      const auto one = model_.sum(place, item, lot.lot, at);
      hold(one >= 0, "lot " + lot.lot + " below nothing at " + to_text(at));
      sum += one;
    }
    const auto told = balance(bank_, places[place], item, at);
    if (told) hold(*told == sum, "the balance at " + to_text(at) + " is " + std::to_string(*told));
    if (!told) hold(now_ - at > remembered, "forgotten too early: " + to_text(at));
  }

  Bank bank_;
  random_steps::Draws draws_;
  Answers& answers_;
  Model model_;
  Time now_ = morning;
  std::vector<OpenTransfer> open_;
  int transfers_ = 0;
  std::int64_t balance_ = 0;
};

}  // namespace

TEST_CASE("no order of entries, late or not, makes a stock negative, wrong or lost") {
  const Bank bank = scene().bank;
  Answers answers;
  CHECK(random_steps::all_hold(
      "supplies", 48, [&](const random_steps::Steps& steps) { Week(bank, answers).live(steps); }));
  for (const char* code :
       {"supply.receive", "supply.issue", "supply.count", "supply.send", "supply.accept",
        "late-entry.in-future", "late-entry.too-old", "supply.before-count",
        "supply.before-sending", "supply.lot-expired", "supply.lot-not-here", "supply.lot-unknown",
        "supply.not-first-expiring", "supply.quantity-out-of-range", "supply.reason-missing",
        "supply.short", "supply.short-later", "supply.shortage-reason-missing"}) {
    INFO(code);
    CHECK(answers[code] >= 100);
  }
}

}  // namespace waystation::supply::model
