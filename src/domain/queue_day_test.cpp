#include "domain/outlet_day_story.h"

namespace waystation::queue {

using namespace outlet_day;

namespace {

constexpr Remaining carried = Remaining::carried_over, away = Remaining::turned_away;

}  // namespace

TEST_CASE("who still waits at the end of a day is first on the next") {
  OutletDay day;
  day.open_window(1, {Service::cash});
  const auto served = day.take(), late = day.take();
  day.call(), day.serve(), day.finish();
  day.story.when_asked(CloseDay{tiexi, carried}).then({tiexi, eighth, carried, {late}});
  day.order(CloseDay{tiexi, carried});
  CHECK(!day.queue().tickets.contains(served));
  day.story.when(Take{tiexi, Service::cash, Priority::ordinary, Channel::paper, {}})
      .refused("queue.day-over");
  day.story.when(CloseDay{tiexi, carried}).refused("queue.day-over");
  day.pass(24 * 60);
  CHECK(day.take(Service::cash, Priority::elderly).text == "2021-01-09-A001");
  day.open_window(1, {Service::cash});
  CHECK(day.call() == late);
  CHECK(day.queue().figures.waits.empty());
  CHECK(day.queue().past.at("2021-01-08").carried_over == 1);
  CHECK(day.queue().past.at("2021-01-08").served == 1);
}

TEST_CASE("or is turned away, by name of the ticket") {
  OutletDay day;
  const auto late = day.take();
  CHECK(day.order(CloseDay{tiexi, away}).tickets == std::vector{late});
  CHECK(day.queue().tickets.empty());
  CHECK(day.queue().past.at("2021-01-08").turned_away == 1);
  day.pass(24 * 60);
  day.take();
  day.story.when(Cancel{tiexi, late}).refused("queue.ticket-of-another-day");
}

TEST_CASE("a day that nobody closed is closed before the next begins") {
  OutletDay day;
  day.take();
  day.pass(24 * 60);
  day.story.when(Take{tiexi, Service::cash, Priority::ordinary, Channel::paper, {}})
      .refused("queue.day-not-closed");
  day.story.when(OpenWindow{tiexi, 1, {Service::cash}}).refused("queue.day-not-closed");
  day.order(CloseDay{tiexi, carried});
  day.take();
  CHECK(day.queue().tickets.size() == 2);
}

TEST_CASE("a day on which everybody was served needs no closing") {
  OutletDay day;
  day.open_window(1, {Service::cash});
  day.take();
  day.call(), day.serve(), day.finish();
  day.pass(24 * 60);
  CHECK(day.take().text == "2021-01-09-A001");
  CHECK(day.queue().tickets.size() == 1);
  CHECK(day.queue().past.at("2021-01-08").served == 1);
}

TEST_CASE("nobody is left at a window when the day closes") {
  OutletDay day;
  day.story.when(CloseDay{tiexi, carried}).refused("queue.day-not-begun");
  day.story.when(CloseDay{{"nowhere"}, carried}).refused("outlet.unknown");
  day.open_window(1, {Service::cash});
  day.take();
  day.call();
  day.story.when(CloseDay{tiexi, carried}).refused("queue.window-busy");
  day.pass(-1);
  day.story.when(CloseDay{tiexi, carried}).refused("queue.clock-behind");
}

TEST_CASE("closing the outlet closes the queue's day and wipes nobody") {
  OutletDay day;
  day.open_window(1, {Service::cash});
  day.open_window(2, {Service::cash});
  const auto served = day.take(), called = day.take(), waiting = day.take();
  day.call(1), day.serve(1);
  day.call(2);
  day.happened(outlet::Closed{tiexi, 1, "疫情"});
  CHECK(!day.queue().tickets.contains(served));
  CHECK(day.queue().figures.served == 1);
  CHECK(day.queue().windows[0].state == WindowState::closed);
  CHECK(day.ticket(called).stage == Stage::waiting);
  day.happened(outlet::Opened{tiexi, 2});
  day.open_window(1, {Service::cash});
  CHECK(day.call(1) == called);
  day.miss();
  CHECK(day.call(1) == waiting);
}

TEST_CASE("a seal stops the queue, and who waited before it is asked about afterwards") {
  OutletDay day;
  day.open_window(1, {Service::cash});
  const auto waiting = day.take();
  auto seal = sealed();
  seal.zone = {"SY-TX-01"}, seal.communities = {outside};
  day.happened(seal);
  day.story.when(Call{tiexi, 1}).refused("outlet.not-open");
  day.pass(6 * 24 * 60);
  day.happened(outlet::Opened{tiexi, 2});
  day.story.when(OpenWindow{tiexi, 1, {Service::cash}}).refused("queue.day-not-closed");
  day.order(CloseDay{tiexi, carried});
  day.open_window(1, {Service::cash});
  CHECK(day.call() == waiting);
}

TEST_CASE("a queue without a day is not closed by its outlet") {
  OutletDay day;
  day.happened(outlet::Closed{tiexi, 0, ""});
  CHECK(!day.bank().queues.outlets.contains(tiexi));
}

TEST_CASE("the figures of the last days stay") {
  OutletDay day;
  for (std::size_t i = 0; i < days_kept + 3; ++i) {
    day.take();
    day.order(CloseDay{tiexi, away});
    day.pass(24 * 60);
  }
  CHECK(day.queue().past.size() == days_kept);
  CHECK(!day.queue().past.contains("2021-01-08"));
}

TEST_CASE("whoever closes the outlet may not forget those whom the queue counted") {
  OutletDay day;
  day.open_window(1, {Service::cash});
  day.take();
  day.call();
  day.serve();
  day.finish();
  const auto refused = decide(day.bank(), outlet::Close{tiexi, 0, "停电"}, day.story.stamp);
  REQUIRE(refused.has_error());
  CHECK(refused.error().code == "outlet.customers-fewer");
  CHECK(decide(day.bank(), outlet::Close{tiexi, 1, "停电"}, day.story.stamp).has_value());
}

}  // namespace waystation::queue
