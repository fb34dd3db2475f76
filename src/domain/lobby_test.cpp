#include "domain/outlet_day_story.h"

namespace waystation::lobby {

using namespace outlet_day;

namespace {

constexpr CountedBy tap = CountedBy::tap, sensor = CountedBy::sensor;

Cap cap(std::int32_t windows, std::int32_t m2, std::int32_t seats) {
  return cap_of(scene().and_then(with_lobby(windows, m2, seats)).bank, tiexi, eighth);
}

Isolate found(FoundAt at) {
  return {tiexi, at, {}};
}

}  // namespace

TEST_CASE("the cap is the least of rule, area, seats and windows, and each can be shown") {
  CHECK(cap(2, 40, 20).people == 10);
  CHECK(cap(2, 39, 20).people == 9);
  CHECK(cap(2, 40, 11).people == 6);  // Every second seat, the odd one too.
  CHECK(cap(1, 40, 20).people == 7);
  CHECK(cap(9, 400, 200).people == 10);
  CHECK(*cap(2, 39, 20).by_area == 9);
  CHECK(*cap(2, 40, 11).by_seats == 6);
  CHECK(cap(2, 40, 20).by_windows == 10);
}

TEST_CASE("what the register does not say limits nobody") {
  CHECK(cap(1, 0, 0).people == 7);
  CHECK(!cap(1, 0, 0).by_area);
  CHECK(cap_of(scene().bank, {"nowhere"}, eighth).people == 0);
}

TEST_CASE("the local command's numbers make the cap") {
  const auto story =
      scene().and_then(with_lobby(2, 40, 20), policy_changed(policy::Key::lobby_m2_per_person, 8));
  CHECK(cap_of(story.bank, tiexi, eighth).people == 5);
}

TEST_CASE("people enter and leave, and the lobby is never let over its cap") {
  OutletDay day;
  day.story.when_asked(Enter{tiexi, 9, tap, {}}).then({tiexi, 9, tap, {}, eighth, 9, 10});
  day.enter(9);
  day.story.when(Enter{tiexi, 2, tap, {}}).refused("lobby.full");
  day.enter(1);
  day.story.when(Leave{tiexi, 3, tap, {}}).then({tiexi, 3, tap, {}, 7});
  day.order(Leave{tiexi, 3, tap, {}});
  day.story.when(Leave{tiexi, 8, tap, {}}).refused("lobby.fewer-inside");
  CHECK(day.bank().lobbies.at(tiexi).counts.most_inside == 10);
  CHECK(day.bank().lobbies.at(tiexi).counts.entered == 10);
}

TEST_CASE("a sensor tells what has happened, even above the cap") {
  OutletDay day;
  day.enter(10);
  day.story.when(Enter{tiexi, 2, sensor, {}}).then({tiexi, 2, sensor, {}, eighth, 12, 10});
}

TEST_CASE("what a door counter counts is a sensor's, whatever it says, and is never asked about") {
  OutletDay day;
  const Stamp counter{{day.now(), {"TX-door"}}, Role::door_counter, {{"SY"}, tiexi}};
  const auto entered = decide(day.bank(), Enter{tiexi, 12, tap, {}}, counter);
  REQUIRE(entered.has_value());
  CHECK(entered->by == sensor);
  day.happened(*entered);
  const auto left = decide(day.bank(), Leave{tiexi, 1, tap, {}}, counter);
  REQUIRE(left.has_value());
  CHECK(left->by == sensor);
  CHECK_FALSE(refuse_command(day.bank(), Enter{tiexi, 1, tap, {}}, counter));
  CHECK(refuse_command(day.bank(), Count{tiexi, 1, ""}, counter)->code == "authority.role");
}

TEST_CASE("a number of people is a possible one, at an outlet that is known and open") {
  OutletDay day;
  for (const std::int32_t people : {-1, 0, 101}) {
    day.story.when(Enter{tiexi, people, sensor, {}}).refused("lobby.people-out-of-range");
    day.story.when(Leave{tiexi, people, sensor, {}}).refused("lobby.people-out-of-range");
  }
  day.story.when(Count{tiexi, -1, ""}).refused("lobby.people-out-of-range");
  day.story.when(Enter{{"nowhere"}, 1, tap, {}}).refused("outlet.unknown");
  day.story.when(Leave{{"nowhere"}, 1, tap, {}}).refused("outlet.unknown");
  day.story.when(Count{{"nowhere"}, 1, ""}).refused("outlet.unknown");
  day.happened(outlet::Closed{tiexi, 0, ""});
  day.story.when(Enter{tiexi, 1, tap, {}}).refused("outlet.not-open");
}

TEST_CASE("a place is kept for who was called, and the others wait their turn outside") {
  OutletDay day;
  day.open_window(1, {queue::Service::cash});
  const auto first = day.take(), second = day.take(), third = day.take();
  day.enter(8);
  CHECK(day.call() == first);
  day.story.when(Enter{tiexi, 2, tap, {}}).refused("lobby.full");
  day.story.when(Enter{tiexi, 1, tap, third}).refused("lobby.not-your-turn");
  day.order(Enter{tiexi, 1, tap, second});
  day.story.when(Enter{tiexi, 1, tap, third}).refused("lobby.full");
  day.order(Enter{tiexi, 1, tap, first});
  CHECK(occupancy(day.bank(), tiexi, eighth).inside == 10);
  CHECK(occupancy(day.bank(), tiexi, eighth).coming == 0);
}

TEST_CASE("a ticket goes in and out once") {
  OutletDay day;
  day.open_window(1, {queue::Service::cash});
  const auto ticket = day.take();
  day.story.when(Leave{tiexi, 1, tap, ticket}).refused("lobby.ticket-not-inside");
  day.story.when(Enter{tiexi, 2, tap, ticket}).refused("lobby.people-out-of-range");
  day.story.when(Enter{tiexi, 1, tap, TicketId{"2021-01-08-A999"}}).refused("queue.ticket-unknown");
  day.enter(1);
  day.order(Enter{tiexi, 0, sensor, ticket});  // A sensor has counted them.
  CHECK(day.bank().lobbies.at(tiexi).inside == 1);
  CHECK(day.ticket(ticket).inside);
  day.story.when(Enter{tiexi, 1, tap, ticket}).refused("lobby.ticket-already-inside");
  day.order(Leave{tiexi, 1, tap, ticket});
  CHECK(!day.ticket(ticket).inside);
}

TEST_CASE("a count of heads corrects what doors missed, and says why") {
  OutletDay day;
  day.enter(5);
  day.story.when(Count{tiexi, 5, ""}).then({tiexi, 5, 0, ""});
  day.story.when(Count{tiexi, 3, ""}).refused("lobby.reason-empty");
  day.order(Count{tiexi, 3, "two left by the side door"});
  CHECK(day.bank().lobbies.at(tiexi).inside == 3);
}

TEST_CASE("temperature and mask are checked at the door, and only the verdict is kept") {
  OutletDay day;
  const auto verdict = [&](std::int32_t tenths, bool masked, bool symptoms) {
    return day.order(CheckDoor{tiexi, tenths, masked, symptoms}).verdict;
  };
  CHECK(verdict(365, true, false) == Verdict::pass);
  CHECK(verdict(365, false, false) == Verdict::mask_missing);
  CHECK(verdict(373, true, false) == Verdict::suspected);
  CHECK(verdict(365, true, true) == Verdict::suspected);
  const Counts& counts = day.bank().lobbies.at(tiexi).counts;
  CHECK((counts.passed == 1 && counts.masks_missing == 1 && counts.suspected == 2));
  day.story.when(CheckDoor{tiexi, 3, true, false}).refused("lobby.temperature-implausible");
  day.story.when(CheckDoor{{"nowhere"}, 365, true, false}).refused("outlet.unknown");
}

TEST_CASE("a suspected case goes to the isolation room, and the clocks of the incident start") {
  OutletDay day;
  day.story.when(found(FoundAt::inside)).refused("lobby.fewer-inside");
  day.enter(2);
  const auto e = day.order(found(FoundAt::inside));
  CHECK(e.suspect.text == "2021-01-08-S1");
  CHECK(e.report_by == morning + std::chrono::minutes(30));
  CHECK(e.close_by == morning + std::chrono::minutes(30));
  CHECK(day.bank().lobbies.at(tiexi).inside == 1);
  day.story.when(found(FoundAt::door)).refused("lobby.isolation-full");
  day.story.when(Isolate{{"nowhere"}, FoundAt::door, {}}).refused("outlet.unknown");
  day.story.when(ReleaseIsolation{tiexi, {"nobody"}, Outcome::cleared})
      .refused("lobby.suspect-unknown");
  day.story.when(ReleaseIsolation{{"nowhere"}, e.suspect, Outcome::cleared})
      .refused("outlet.unknown");
  day.order(ReleaseIsolation{tiexi, e.suspect, Outcome::taken_away});
  CHECK(day.order(found(FoundAt::door)).suspect.text == "2021-01-08-S2");
}

TEST_CASE("the ticket of a suspected case is parked, wherever it was") {
  OutletDay day;
  day.open_window(1, {queue::Service::cash});
  const auto ticket = day.take();
  day.call();
  day.order(Isolate{tiexi, FoundAt::door, ticket});
  CHECK(day.ticket(ticket).stage == queue::Stage::parked);
  CHECK(day.queue().coming == 0);
  CHECK(!day.queue().windows[0].ticket);
  day.order(queue::Resume{tiexi, ticket});
  CHECK(day.call() == ticket);
}

TEST_CASE("whoever is taken away waits no longer, and who waits outside is not found inside") {
  OutletDay day;
  day.open_window(1, {queue::Service::cash});
  const auto ticket = day.take();
  day.enter(1);
  day.story.when(Isolate{tiexi, FoundAt::inside, ticket}).refused("lobby.ticket-not-inside");
  const auto e = day.order(Isolate{tiexi, FoundAt::door, ticket});
  day.order(ReleaseIsolation{tiexi, e.suspect, Outcome::taken_away});
  CHECK(day.ticket(ticket).stage == queue::Stage::cancelled);
  CHECK(day.queue().figures.cancelled == 1);
}

TEST_CASE("an evacuation empties the lobby and keeps everybody out until it is reopened") {
  OutletDay day;
  day.enter(7);
  day.story.when(Evacuate{tiexi, ""}).refused("lobby.reason-empty");
  day.story.when(Evacuate{{"nowhere"}, "fire alarm"}).refused("outlet.unknown");
  day.story.when(Reopen{tiexi}).refused("lobby.not-evacuated");
  CHECK(day.order(Evacuate{tiexi, "fire alarm"}).inside == 7);
  CHECK(day.bank().lobbies.at(tiexi).inside == 0);
  day.story.when(Evacuate{tiexi, "fire alarm"}).refused("lobby.already-evacuated");
  day.story.when(Enter{tiexi, 1, tap, {}}).refused("lobby.under-evacuation");
  day.story.when(Reopen{{"nowhere"}}).refused("outlet.unknown");
  day.order(Reopen{tiexi});
  day.enter(1);
}

TEST_CASE("whoever closes the outlet has seen everybody out") {
  OutletDay day;
  day.enter(3);
  day.happened(outlet::Closed{tiexi, 60, ""});
  CHECK(day.bank().lobbies.at(tiexi).inside == 0);
}

TEST_CASE("counts are of their day, the people inside are of now") {
  OutletDay day;
  day.enter(3);
  day.pass(24 * 60);
  day.enter(1);
  const Lobby& lobby = day.bank().lobbies.at(tiexi);
  CHECK(lobby.inside == 4);
  CHECK(lobby.counts.entered == 1);
  CHECK(lobby.counts.most_inside == 4);
}

}  // namespace waystation::lobby
