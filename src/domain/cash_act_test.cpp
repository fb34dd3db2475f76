#include "domain/cash_story.h"

namespace waystation::cash {

using namespace story;

namespace {

const ActId act{"a"};
const Confirm confirm{xianggong, act};

Days waiting() {
  Days days;
  days.sanitised(1, 5).give(teller, Store{xianggong, act, {bag(1)}});
  return days;
}

}  // namespace

TEST_CASE("nothing moves until another has confirmed it") {
  Days days = waiting();
  CHECK(days.bag_here(1).place == PlaceKind::cabinet);
  days.ask(teller, confirm).refused("cash.same-person");
  days.ask(supervisor, confirm)
      .then({xianggong, act, {DeedKind::store, {bag(1)}}, yuan(500), {"teller"}});
  days.give(supervisor, confirm);
  CHECK(days.bag_here(1).place == PlaceKind::vault);
  days.ask(supervisor, confirm).refused("cash.act-unknown");
}

TEST_CASE("what is put forward waits no longer than the policy lets") {
  Days days = waiting();
  days.later(std::chrono::minutes{30}).ask(supervisor, confirm).refused("cash.act-expired");
  days.give(teller, Store{xianggong, act, {bag(1)}}).give(supervisor, confirm);
}

TEST_CASE("a bag waits for one deed at a time, and a deed has one name") {
  Days days = waiting();
  days.ask(second, Store{xianggong, {"b"}, {bag(1)}}).refused("cash.bag-waiting");
  days.ask(second, Count{xianggong, bag(1), hundreds(5), yuan(500)}).refused("cash.bag-waiting");
  days.sanitised(2, 5);
  days.ask(second, Store{xianggong, act, {bag(2)}})
      .then({xianggong,
             act,
             {DeedKind::store, {bag(2)}},
             yuan(500),
             Role::teller,
             days.now() + std::chrono::minutes{30}});
  days.give(second, Store{xianggong, act, {bag(2)}});
  days.ask(teller, Store{xianggong, act, {bag(1)}}).refused("cash.act-exists");
}

TEST_CASE("whoever put it forward may take it back, nobody else") {
  Days days = waiting();
  days.ask(second, Withdraw{xianggong, act}).refused("cash.not-own-act");
  days.ask(teller, Withdraw{xianggong, {"b"}}).refused("cash.act-unknown");
  days.give(teller, Withdraw{xianggong, act});
  days.ask(supervisor, confirm).refused("cash.act-unknown");
}

TEST_CASE("another refuses it with a reason, and nothing has moved") {
  Days days = waiting();
  days.ask(teller, Refuse{xianggong, act, "no"}).refused("cash.same-person");
  days.ask(crew, Refuse{xianggong, act, "no"}).refused("cash.not-a-signer");
  days.ask(supervisor, Refuse{xianggong, act, ""}).refused("cash.reason-missing");
  days.ask(supervisor, Refuse{xianggong, {"b"}, "no"}).refused("cash.act-unknown");
  days.give(supervisor, Refuse{xianggong, act, "封签不清"});
  CHECK(days.bag_here(1).place == PlaceKind::cabinet);
  days.ask(supervisor, confirm).refused("cash.act-unknown");
}

TEST_CASE("only who may sign a deed confirms it") {
  Days days = waiting();
  days.ask(crew, confirm).refused("cash.not-a-signer");
  days.ask(signer("guide", Role::lobby_guide), confirm).refused("authority.role");
  days.ask(signer("other", Role::teller, {shenyang, elsewhere}), confirm)
      .refused("authority.scope");
}

TEST_CASE("a deed that is no longer allowed is not confirmed") {
  Days days;
  days.counted(1, 5).until(*days.bag_here(1).sanitised_at + std::chrono::days{14});
  days.give(manager, Release{xianggong, act, {bag(1)}});
  days.happened(policy::Changed{policy::Key::cash_hold_key_area_days,
                                {},
                                {},
                                day("2021-01-20"),
                                {21, policy::Grade::G, "order 2"}});
  days.ask(supervisor, confirm).refused("cash.clock-running");
}

}  // namespace waystation::cash
