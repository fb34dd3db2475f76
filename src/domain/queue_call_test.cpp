#include "domain/outlet_day_story.h"

namespace waystation::queue {

using namespace outlet_day;

namespace {

OutletDay with_window(std::vector<Service> list = {Service::cash}) {
  OutletDay day;
  day.open_window(1, std::move(list));
  return day;
}

}  // namespace

TEST_CASE("a call takes the smallest virtual arrival of the window's services and records why") {
  OutletDay day = with_window({Service::cash, Service::pension});
  day.take(Service::account);
  day.take(Service::cash);
  day.pass(5);
  const auto elder = day.take(Service::pension, Priority::elderly);
  day.enter(3);
  day.story.when_asked(Call{tiexi, 1})
      .then({.outlet = tiexi,
             .window = 1,
             .ticket = elder,
             .virtual_arrival = morning - std::chrono::minutes(5),
             .holder_inside = false,
             .waiting = 2,
             .lobby = {3, 0, 10},
             .rule_version = 1});
}

TEST_CASE("a window that is called to twice while it serves is refused") {
  OutletDay day = with_window();
  day.take(), day.take();
  day.call();
  day.story.when(Call{tiexi, 1}).refused("queue.window-busy");
  day.serve();
  day.story.when(Call{tiexi, 1}).refused("queue.window-busy");
}

TEST_CASE("two tellers who call at once get two tickets, or the second none") {
  OutletDay day = with_window();
  day.open_window(2, {Service::cash});
  const auto first = day.take(), second = day.take();
  CHECK(day.call(1) == first);
  CHECK(day.call(2) == second);
  day.serve(2), day.finish(2);
  day.story.when(Call{tiexi, 2}).refused("queue.nobody-waiting");
}

TEST_CASE("nobody is called while the outlet is closed, paused or evacuated, or to no window") {
  OutletDay day = with_window();
  day.take();
  day.story.when(Call{tiexi, 2}).refused("queue.window-not-open");
  day.story.when(Call{{"nowhere"}, 1}).refused("outlet.unknown");
  auto paused = day;
  paused.happened(outlet::Restricted{tiexi, outlet::State::paused, "清机"});
  paused.story.when(Call{tiexi, 1}).refused("queue.outlet-paused");
  auto fire = day;
  fire.order(lobby::Evacuate{tiexi, "fire alarm"});
  fire.story.when(Call{tiexi, 1}).refused("lobby.under-evacuation");
  day.happened(outlet::Closed{tiexi, 0, ""});
  day.story.when(Call{tiexi, 1}).refused("outlet.not-open");
}

TEST_CASE("a full lobby calls nobody in, but serves who is inside") {
  OutletDay day = with_window();
  const auto first = day.take(), second = day.take();
  day.order(lobby::Enter{tiexi, 1, lobby::CountedBy::tap, second});
  day.enter(9);
  CHECK(day.call() == second);
  day.serve(), day.finish();
  day.story.when(Call{tiexi, 1}).refused("lobby.full");
  day.order(lobby::Leave{tiexi, 1, lobby::CountedBy::tap, second});
  CHECK(day.call() == first);
}

TEST_CASE("a place is kept for each who was called and is on the way") {
  OutletDay day = with_window();
  day.open_window(2, {Service::cash});
  day.take(), day.take();
  day.enter(9);
  day.call(1);
  day.story.when(Call{tiexi, 2}).refused("lobby.full");
}

TEST_CASE("a missed number is called three times, goes back three places once, then is void") {
  OutletDay day = with_window();
  std::vector<TicketId> ids;
  for (int i = 0; i < 5; ++i) ids.push_back(day.take()), day.pass(1);
  CHECK(day.call() == ids[0]);
  day.story.when(Miss{tiexi, 1}).refused("queue.calls-left");
  CHECK(day.order(Recall{tiexi, 1}).calls == 2);
  day.order(Recall{tiexi, 1});
  day.story.when(Recall{tiexi, 1}).refused("queue.calls-used-up");
  CHECK(day.order(Miss{tiexi, 1}).outcome == MissedOutcome::sent_back);
  for (const int expected : {1, 2, 3}) {
    CHECK(day.call() == ids[std::size_t(expected)]);
    day.serve(), day.finish();
  }
  CHECK(day.call() == ids[0]);
  CHECK(day.miss().outcome == MissedOutcome::voided);
  CHECK(day.ticket(ids[0]).stage == Stage::voided);
  CHECK(day.call() == ids[4]);
  CHECK(day.queue().figures.sent_back == 1);
  CHECK(day.queue().figures.voided == 1);
}

TEST_CASE("a missed number of a short line goes to its end") {
  OutletDay day = with_window();
  const auto first = day.take(), second = day.take();
  day.call();
  day.miss();
  CHECK(day.call() == second);
  day.serve(), day.finish();
  CHECK(day.call() == first);
}

TEST_CASE("what a window asks for its ticket fits what the ticket is at") {
  OutletDay day = with_window();
  for (const auto& code : {"queue.window-idle"}) {
    day.story.when(Recall{tiexi, 1}).refused(code);
    day.story.when(Miss{tiexi, 1}).refused(code);
    day.story.when(Serve{tiexi, 1}).refused(code);
    day.story.when(Finish{tiexi, 1}).refused(code);
    day.story.when(Park{tiexi, 1}).refused(code);
    day.story.when(Transfer{tiexi, 1, Service::cash}).refused(code);
    day.story.when(Serve{tiexi, 9}).refused(code);
  }
  day.take();
  day.call();
  day.story.when(Finish{tiexi, 1}).refused("queue.not-serving");
  day.serve();
  day.story.when(Serve{tiexi, 1}).refused("queue.serving-already");
  day.story.when(Recall{tiexi, 1}).refused("queue.serving-already");
  day.story.when(Miss{tiexi, 1}).refused("queue.serving-already");
  day.story.when(Finish{{"nowhere"}, 1}).refused("outlet.unknown");
  day.pass(-1);
  day.story.when(Finish{tiexi, 1}).refused("queue.clock-behind");
}

TEST_CASE("a transferred ticket keeps its number and its time") {
  OutletDay day = with_window({Service::cash});
  day.open_window(2, {Service::account});
  const auto early = day.take(Service::cash);
  day.pass(1);
  day.take(Service::account);
  day.call(), day.serve();
  day.story.when(Transfer{tiexi, 1, Service::cash}).refused("queue.same-service");
  day.order(Transfer{tiexi, 1, Service::account});
  CHECK(day.call(2) == early);
  CHECK(day.ticket(early).service == Service::account);
}

TEST_CASE("an evacuation sends everybody back to their place, and calling goes on afterwards") {
  OutletDay day = with_window();
  const auto first = day.take(), second = day.take();
  day.order(lobby::Enter{tiexi, 1, lobby::CountedBy::tap, second});
  day.call(), day.serve();
  day.order(lobby::Evacuate{tiexi, "fire alarm"});
  CHECK(day.ticket(first).stage == Stage::waiting);
  CHECK(!day.ticket(second).inside);
  CHECK(!day.queue().windows[0].ticket);
  day.order(lobby::Reopen{tiexi});
  CHECK(day.call() == first);
}

TEST_CASE("a call is counted once with its wait, and so is whether the promise was kept") {
  OutletDay day = with_window();
  day.take(), day.take();
  const auto slow = day.take();  // Promised 10 to 20 minutes: two before, five each.
  CHECK(day.ticket(slow).promised->p50_minutes == 10);
  day.call(), day.serve();
  day.pass(30);
  day.finish();
  day.call(), day.serve(), day.finish();
  CHECK(day.call() == slow);
  day.miss();
  CHECK(day.call() == slow);
  const Figures& figures = day.queue().figures;
  CHECK(figures.called == 4);
  CHECK(figures.promised == 3);
  CHECK(figures.within_p90 == 1);
  CHECK(*hit_permille(figures) == 333);
  CHECK(*wait_percentile(figures, 33) == 0);
  CHECK(*wait_percentile(figures, 50) == 30);
  CHECK(*wait_percentile(figures, 90) == 30);
  CHECK(!hit_permille({}));
  CHECK(!wait_percentile({}, 50));
}

TEST_CASE("the queue's state survives the journey through JSON") {
  OutletDay day = with_window({Service::cash, Service::pension});
  for (int i = 0; i < 4; ++i) day.take(), day.pass(1);
  day.call(), day.serve();
  day.order(lobby::Enter{tiexi, 1, lobby::CountedBy::tap, TicketId{"2021-01-08-A002"}});
  written(day.bank());
}

}  // namespace waystation::queue
