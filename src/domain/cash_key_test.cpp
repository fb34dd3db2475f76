#include "domain/cash_key.h"

#include "domain/cash_story.h"

namespace waystation::cash_key {

using namespace cash::story;

namespace {

const LockName vault{"vault"};
const RegisterLock registering{xianggong, vault, LockKind::vault, day("2020-08-31")};
const BeginChange begin{xianggong, vault};
const ConfirmChange confirm{xianggong, vault};

// Teller and supervisor act together at the vault every six days, for so many days.
Days together(int until_day) {
  Days days;
  for (int n = 0; n * 6 <= until_day; ++n) {
    days.until(morning + std::chrono::days{n * 6}).sanitised(n + 1, 1);
    days.agree(teller, supervisor, cash::Store{xianggong, Days::act("s", n), {bag(n + 1)}});
  }
  return days;
}

const Pair* the_pair(const Days& days) {
  return pair_of(keys_of(days.bank(), xianggong), {"supervisor"}, {"teller"}, days.now());
}

policy::Changed order(policy::Key key, std::int64_t value) {
  return {key, {}, {}, eighth, {value, policy::Grade::G, "order 3"}};
}

}  // namespace

TEST_CASE("a lock is known once, with a day that has been") {
  Days days;
  auto later = registering;
  later.changed_on = eighth + std::chrono::days{1};
  days.ask(manager, later).refused("cash-key.day-in-future");
  days.give(manager, registering).ask(manager, registering).refused("cash-key.lock-exists");
}

TEST_CASE("a code is due after six months, at the latest on the last day of the month") {
  Days days;
  days.give(manager, registering);
  const auto& lock = keys_of(days.bank(), xianggong).locks[0];
  CHECK(to_text(code_due_on(days.bank(), xianggong, lock, days.now())) == "2021-02-28");
  days.happened(order(policy::Key::cassette_code_months, 3));
  CHECK(to_text(code_due_on(days.bank(), xianggong, lock, days.now())) == "2020-11-30");
}

TEST_CASE("a code is changed by two, the second in time") {
  Days days;
  days.ask(teller, begin).refused("cash-key.lock-unknown");
  days.ask(teller, confirm).refused("cash-key.lock-unknown");
  days.give(manager, registering).ask(supervisor, confirm).refused("cash-key.change-not-begun");
  days.give(teller, begin).ask(teller, confirm).refused("cash-key.same-person");
  Days late = days;
  late.later(std::chrono::minutes{30})
      .ask(supervisor, confirm)
      .refused("cash-key.change-not-begun");
  days.give(supervisor, confirm);
  const auto& lock = keys_of(days.bank(), xianggong).locks[0];
  CHECK(lock.changed_on == eighth);
  CHECK(lock.changed_by == std::vector<AccountId>{{"teller"}, {"supervisor"}});
}

TEST_CASE("a pair begins with its first deed at the vault and ends with a week apart") {
  Days days = together(12);
  REQUIRE(the_pair(days));
  CHECK(the_pair(days)->deeds == 3);
  CHECK(change_by(days.bank(), xianggong, *the_pair(days), days.now()) ==
        the_pair(days)->since + std::chrono::days{30});
  CHECK(the_pair(days.later(std::chrono::days{7})) == nullptr);
}

TEST_CASE("a pair beyond its days goes on, unless the policy blocks it") {
  Days days = together(30);
  days.later(std::chrono::days{1}).sanitised(90, 1);
  days.give(teller, cash::Store{xianggong, {"x"}, {bag(90)}});
  const cash::Confirm second_signature{xianggong, {"x"}};
  CHECK(days.ask(supervisor, second_signature).decision.has_value());
  days.happened(order(policy::Key::cash_pair_blocks, 1));
  days.ask(supervisor, second_signature).refused("cash-key.pair-too-long");
  CHECK(days.ask(manager, second_signature).decision.has_value());
}

}  // namespace waystation::cash_key
