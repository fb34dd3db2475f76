#include "domain/outlet_day_story.h"

namespace waystation::queue {

using namespace outlet_day;
using std::chrono::minutes;

namespace {

Take take(Service service = Service::cash, Priority priority = Priority::ordinary) {
  return {tiexi, service, priority, Channel::paper, {}};
}

Take by_proxy(std::int32_t card_holders) {
  Take c = take();
  c.proxy = Proxy{ProxyKind::kin, ProxyPurpose::pension, card_holders};
  return c;
}

}  // namespace

TEST_CASE("numbers run by service and day, by paper, tablet and phone in one line") {
  OutletDay day;
  day.story.when_asked(take()).then({.outlet = tiexi,
                                     .ticket = {"2021-01-08-A001"},
                                     .day = eighth,
                                     .proxy = {},
                                     .booking = {},
                                     .virtual_arrival = morning,
                                     .promised = {}});
  day.order(take());
  Take by_phone = take();
  by_phone.channel = Channel::phone;
  CHECK(day.order(by_phone).ticket.text == "2021-01-08-A002");
  CHECK(day.take(Service::account).text == "2021-01-08-E001");
  CHECK(day.queue().live == 3);
  CHECK(day.queue().figures.taken == 3);
}

TEST_CASE("from home a number is taken by phone, within the hours, for a service that is given") {
  OutletDay day;
  day.open_window(1, {Service::cash});
  Take by_phone = take();
  by_phone.channel = Channel::phone;
  const Stamp visitor{{day.now(), public_actor}, Role::visitor, {}};
  const auto asked = [&](const Take& c, Stamp stamp) {
    const auto decision = decide(day.bank(), c, stamp);
    return decision ? "" : decision.error().code;
  };
  CHECK(asked(by_phone, visitor) == "queue.outside-hours");  // At eight; it opens at nine.
  Stamp later = visitor;
  later.at += minutes(120);
  CHECK(asked(by_phone, later) == "");
  CHECK(asked(take(), later) == "queue.visitor-channel");
  by_phone.service = Service::passbook;
  CHECK(asked(by_phone, later) == "queue.service-not-given");
  CHECK(asked(take(Service::passbook), day.story.stamp) == "");
}

TEST_CASE("a priority is a head start, and the longest one counts") {
  OutletDay day;
  CHECK(day.order(take(Service::cash, Priority::elderly)).virtual_arrival == morning - minutes(10));
  CHECK(day.order(take(Service::cash, Priority::ordinary)).virtual_arrival == morning);
  CHECK(head_start_minutes(day.bank(), tiexi, eighth, Priority::elderly, true) == 15);
  day.happened(policy_changed(policy::Key::priority_head_start_minutes, 25));
  CHECK(head_start_minutes(day.bank(), tiexi, eighth, Priority::disabled, true) == 25);
}

TEST_CASE("a proxy stands for some card holders, with the purpose") {
  OutletDay day;
  CHECK(day.ticket(day.order(by_proxy(5)).ticket).proxy->card_holders == 5);
  day.story.when(by_proxy(0)).refused("queue.proxy-holders-out-of-range");
  day.story.when(by_proxy(6)).refused("queue.proxy-holders-out-of-range");
}

TEST_CASE("tickets are given only while the outlet is open for the day") {
  OutletDay day;
  Take astray = take();
  astray.outlet = {"nowhere"};
  day.story.when(astray).refused("outlet.unknown");
  day.happened(outlet::Closed{tiexi, 0, ""});
  day.story.when(take()).refused("outlet.not-open");
  auto office = outlet_registered({"102221004036"}, outside);
  office.kind = outlet::Kind::back_office;
  day.happened(office);
  astray.outlet = office.outlet;
  day.story.when(astray).refused("outlet.no-counter");
}

TEST_CASE("no more tickets are given than the policy lets a day have") {
  OutletDay day;
  day.happened(policy_changed(policy::Key::tickets_most_per_day, 2));
  day.take(), day.take();
  day.story.when(take()).refused("queue.day-full");
}

TEST_CASE("a clock that jumps back is refused") {
  OutletDay day;
  const auto ticket = day.take();
  day.pass(-1);
  day.story.when(take()).refused("queue.clock-behind");
  day.story.when(Cancel{tiexi, ticket}).refused("queue.clock-behind");
}

TEST_CASE("a ticket is cancelled once, and not while it is at a window") {
  OutletDay day;
  day.open_window(1, {Service::cash});
  const auto first = day.take(), second = day.take();
  day.order(Cancel{tiexi, first});
  CHECK(day.queue().live == 1);
  day.story.when(Cancel{tiexi, first}).refused("queue.ticket-over");
  CHECK(day.call() == second);
  day.story.when(Cancel{tiexi, second}).refused("queue.ticket-at-window");
  day.story.when(Cancel{{"nowhere"}, second}).refused("outlet.unknown");
}

TEST_CASE("a number that nobody has is unknown, and one of yesterday is told so") {
  OutletDay day;
  day.take();
  day.story.when(Cancel{tiexi, {"2021-01-08-A099"}}).refused("queue.ticket-unknown");
  day.story.when(Cancel{tiexi, {"A099"}}).refused("queue.ticket-unknown");
  day.story.when(Cancel{tiexi, {"2021-01-07-A001"}}).refused("queue.ticket-of-another-day");
}

TEST_CASE("whoever was parked comes back to the place they had") {
  OutletDay day;
  day.open_window(1, {Service::cash});
  const auto first = day.take();
  day.pass(1);
  const auto second = day.take();
  day.call(), day.serve();
  day.order(Park{tiexi, 1});
  day.story.when(Resume{tiexi, second}).refused("queue.ticket-not-parked");
  day.story.when(Resume{{"nowhere"}, first}).refused("outlet.unknown");
  day.order(Resume{tiexi, first});
  CHECK(day.call() == first);
}

TEST_CASE("a false priority is put right at the door, and the ticket stands where it belongs") {
  OutletDay day;
  day.open_window(1, {Service::cash});
  const auto honest = day.take();
  day.pass(2);
  const auto false_claim = day.take(Service::cash, Priority::disabled);
  day.story
      .when_asked(CorrectPriority{tiexi, false_claim, Priority::ordinary, "no card, and says so"})
      .then({tiexi, false_claim, Priority::disabled, Priority::ordinary, "no card, and says so",
             day.now()});
  day.order(CorrectPriority{tiexi, false_claim, Priority::ordinary, "no card, and says so"});
  CHECK(day.ticket(false_claim).priority == Priority::ordinary);
  CHECK(day.queue().live == 2);
  CHECK(day.call() == honest);
}

TEST_CASE("a priority that nobody claimed is given at the door, from the time of the ticket") {
  OutletDay day;
  day.open_window(1, {Service::cash});
  day.take();
  day.pass(2);
  const auto frail = day.take();
  day.pass(3);
  day.order(CorrectPriority{tiexi, frail, Priority::elderly, "walks with a stick"});
  CHECK(day.ticket(frail).virtual_arrival == morning + minutes(2) - minutes(10));
  CHECK(day.call() == frail);
}

TEST_CASE("a corrected ticket that is parked stays parked, and one sent back stays sent back") {
  OutletDay day;
  day.open_window(1, {Service::cash});
  const auto ticket = day.take(Service::cash, Priority::elderly);
  day.call(), day.serve();
  day.order(Park{tiexi, 1});
  day.order(CorrectPriority{tiexi, ticket, Priority::ordinary, "said so"});
  CHECK(day.ticket(ticket).stage == Stage::parked);
  day.order(Resume{tiexi, ticket});
  for (int i = 0; i < 4; ++i) day.pass(1), day.take();
  CHECK(day.call() == ticket);
  while (day.ticket(ticket).calls < calling_rule(day.bank(), tiexi, eighth).calls)
    day.order(Recall{tiexi, 1});
  day.order(Miss{tiexi, 1});
  const Time sent_back = day.ticket(ticket).virtual_arrival;
  CHECK(sent_back > morning);
  day.order(CorrectPriority{tiexi, ticket, Priority::pregnant, "seen at the door"});
  CHECK(day.ticket(ticket).virtual_arrival == sent_back - minutes(10));
}

TEST_CASE("a priority is put right with a reason, of a ticket that waits, and to another one") {
  OutletDay day;
  day.open_window(1, {Service::cash});
  const auto ticket = day.take(Service::cash, Priority::elderly);
  const auto to = [&](Priority priority, std::string reason = "seen at the door") {
    return CorrectPriority{tiexi, ticket, priority, std::move(reason)};
  };
  day.story.when(to(Priority::elderly)).refused("queue.priority-unchanged");
  day.story.when(to(Priority::ordinary, "")).refused("queue.reason-empty");
  auto astray = to(Priority::ordinary);
  astray.outlet = {"nowhere"};
  day.story.when(astray).refused("outlet.unknown");
  astray = to(Priority::ordinary);
  astray.ticket = {"2021-01-08-A099"};
  day.story.when(astray).refused("queue.ticket-unknown");
  day.call();
  day.story.when(to(Priority::ordinary)).refused("queue.ticket-at-window");
}

}  // namespace waystation::queue
