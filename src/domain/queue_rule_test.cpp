#include "domain/outlet_day_story.h"

namespace waystation::queue {

using namespace outlet_day;

TEST_CASE("the calling rule is data that can be printed") {
  OutletDay day;
  const CallingRule rule = calling_rule(day.bank(), tiexi, eighth);
  CHECK(rule.version == 1);
  CHECK(rule.head_starts.size() == 4);
  CHECK(rule.head_starts[0].minutes == 0);
  CHECK(rule.head_starts[1].minutes == 10);
  CHECK(rule.appointment_minutes == 15);
  CHECK(rule.longest_head_start_minutes == 15);
  CHECK((rule.calls == 3 && rule.back_places == 3 && rule.returns == 1));
  CHECK(rule.cap.people == 10);
  day.happened(policy_changed(policy::Key::priority_head_start_minutes, 20));
  CHECK(calling_rule(day.bank(), tiexi, eighth).version == 2);
  CHECK(calling_rule(day.bank(), tiexi, eighth).longest_head_start_minutes == 20);
}

TEST_CASE("a screen can say who is next and why nobody is") {
  OutletDay day;
  const auto why = [&] { return why_nobody_callable(day.bank(), tiexi, 1, day.now()); };
  CHECK(why()->code == "queue.window-not-open");
  day.open_window(1, {Service::cash});
  CHECK(why()->code == "queue.nobody-waiting");
  CHECK(!next_at(day.bank(), tiexi, 1, day.now()));
  const auto first = day.take();
  CHECK(!why());
  CHECK(next_at(day.bank(), tiexi, 1, day.now())->ticket == first);
  day.enter(10);
  CHECK(why()->code == "lobby.full");
  CHECK(why()->facts == std::vector<Fact>{{"inside", "10"}, {"coming", "0"}, {"cap", "10"}});
  CHECK(!next_at(day.bank(), tiexi, 1, day.now()));
}

TEST_CASE("people before me are those whom my windows call first") {
  OutletDay day;
  day.open_window(1, {Service::cash, Service::pension});
  day.open_window(2, {Service::account});
  day.take(Service::account);
  day.take(Service::pension);
  day.pass(1);
  const auto mine = day.take(Service::cash);
  day.take(Service::cash);
  CHECK(people_before(day.bank(), tiexi, mine) == 1);
  day.take(Service::cash, Priority::pregnant);
  CHECK(people_before(day.bank(), tiexi, mine) == 2);
  day.order(CloseWindow{tiexi, 1});
  CHECK(people_before(day.bank(), tiexi, mine) == 1);
  CHECK(people_before(day.bank(), tiexi, {"nobody"}) == 0);
}

TEST_CASE("a wait grows with the work before and shrinks with the windows") {
  OutletDay day;
  const auto wait = [&] { return expected_wait(day.bank(), tiexi, Service::cash, day.now()); };
  CHECK(!wait());
  day.open_window(1, {Service::cash});
  CHECK(*wait() == Wait{0, 0});
  std::vector<TicketId> ids;
  for (int i = 0; i < 4; ++i) ids.push_back(day.take()), day.pass(1);
  CHECK(*wait() == Wait{20, 28});  // Four of five minutes; 1.28 × √4 × 3 on top.
  CHECK(*expected_wait(day.bank(), tiexi, ids[1], day.now()) == Wait{5, 9});
  day.open_window(2, {Service::cash});
  CHECK(*wait() == Wait{10, 14});
  day.call(1), day.call(2);
  CHECK(*wait() == Wait{8, 11});  // Two before, and half a service at each window.
  CHECK(!expected_wait(day.bank(), tiexi, ids[0], day.now()));
}

TEST_CASE("the work of a shared line is shared") {
  OutletDay day;
  day.open_window(1, {Service::cash, Service::account});
  day.open_window(2, {Service::account});
  day.take(Service::account), day.take(Service::account);
  CHECK(expected_wait(day.bank(), tiexi, Service::cash, day.now())->p50_minutes == 15);
  CHECK(expected_wait(day.bank(), tiexi, Service::account, day.now())->p50_minutes == 15);
  CHECK(!expected_wait(day.bank(), tiexi, Service::pension, day.now()));
}

}  // namespace waystation::queue
