#include "domain/outlet_day_story.h"

namespace waystation::queue {

using namespace outlet_day;

namespace {

constexpr TimeOfDay half_past_nine{570};
const PersonId wang{"C-7f3k9q"};

Book book(const char* code, PersonId person = wang, Service service = Service::cash,
          TimeOfDay band = half_past_nine, Day on = eighth) {
  return {tiexi, {code}, std::move(person), {}, service, Priority::ordinary, on, band};
}
Book with(auto change) {
  Book c = book("b1");
  change(c);
  return c;
}
PersonId customer(int i) {
  return {"C-x" + std::to_string(i)};
}

// Two windows, half of 30 minutes each: 30 minutes of service, so that two accounts fill the band.
OutletDay with_full_band() {
  OutletDay day;
  day.order(book("a1", customer(1), Service::account));
  day.order(book("a2", customer(2), Service::account));
  return day;
}

}  // namespace

TEST_CASE("a booking takes minutes of a band, and its contact is sealed with the person") {
  OutletDay day;
  CHECK(minutes_left(day.bank(), tiexi, eighth, half_past_nine) == 30);
  Book c = book("b1");
  c.contact = Personal{"024-11111111"};
  day.story.when_asked(c).then({tiexi,
                                {"b1"},
                                wang,
                                Personal{"024-11111111"},
                                Service::cash,
                                Priority::ordinary,
                                eighth,
                                half_past_nine,
                                5,
                                false});
  day.order(c);
  CHECK(minutes_left(day.bank(), tiexi, eighth, half_past_nine) == 25);
  CHECK(event_named("queue.booked")->personal);
  written(day.bank());
}

TEST_CASE("a person stands under an opaque reference, never a phone or a staff number") {
  OutletDay day;
  for (const char* plain : {"13900001111", "C-13900001111", "SY-S0101", "C-"}) {
    day.story.when(book("b1", PersonId{plain})).refused("queue.reference-not-opaque");
    day.story.when(Forget{tiexi, {plain}}).refused("queue.reference-not-opaque");
  }
}

TEST_CASE("a band is one of the outlet's hours, still to come, and not too far") {
  OutletDay day;
  const auto at = [](int minutes) { return with([&](Book& c) { c.band = {minutes}; }); };
  day.story.when(at(575)).refused("queue.band-not-on-grid");
  day.story.when(at(510)).refused("queue.band-outside-hours");
  day.story.when(at(960)).refused("queue.band-outside-hours");
  day.story.when(with([](Book& c) { c.day = *parse_day("2021-01-07"); }))
      .refused("queue.band-past");
  day.story.when(with([](Book& c) { c.day = *parse_day("2021-01-16"); }))
      .refused("queue.band-too-far");
  day.order(with([](Book& c) { c.day = *parse_day("2021-01-15"); }));
  day.story.when(with([](Book& c) { c.outlet = {"nowhere"}; })).refused("outlet.unknown");
  auto office = outlet_registered({"102221004036"}, outside);
  office.kind = outlet::Kind::back_office;
  day.happened(office);
  day.story.when(with([&](Book& c) { c.outlet = office.outlet; })).refused("outlet.no-counter");
  day.pass(-1);
  day.story.when(book("b2", customer(1))).refused("queue.clock-behind");
}

TEST_CASE("one person has one live booking, at whichever outlet") {
  OutletDay day;
  day.order(book("b1"));
  day.story.when(book("b1", customer(1))).refused("queue.booking-exists");
  Book other = book("b2");
  other.outlet = elsewhere;
  day.story.when(other).refused("queue.booking-live");
  day.pass(130);  // 10:10, when nobody waits for them any more, is still within the hold.
  other.band = {720};
  day.story.when(other).refused("queue.booking-live");
  day.pass(1);
  day.order(other);
  day.order(CancelBooking{elsewhere, {"b2"}});
  day.order(book("b3", wang, Service::cash, {780}));
}

TEST_CASE("a full band has a waitlist, which moves up when somebody cancels") {
  OutletDay day = with_full_band();
  CHECK(day.order(book("w1", customer(3), Service::social_card)).waitlisted);
  CHECK(day.order(book("w2", customer(4), Service::pension)).waitlisted);
  CHECK(day.order(book("w3", customer(5), Service::cash)).waitlisted);
  day.story.when(CancelBooking{tiexi, {"a1"}}).then({tiexi, {"a1"}, {{"w1"}, {"w2"}}, 30});
  day.order(CancelBooking{tiexi, {"a1"}});
  CHECK(!day.queue().bookings.at({"w1"}).waitlisted);
  CHECK(day.queue().bookings.at({"w3"}).waitlisted);
  day.order(CancelBooking{tiexi, {"w3"}});
  CHECK(minutes_left(day.bank(), tiexi, eighth, half_past_nine) == 0);
  day.story.when(CancelBooking{tiexi, {"w3"}}).refused("queue.booking-unknown");
  day.story.when(CancelBooking{{"nowhere"}, {"w3"}}).refused("outlet.unknown");
}

TEST_CASE("who asks later does not pass the waitlist, and the list has an end") {
  OutletDay day;
  day.happened(policy_changed(policy::Key::waitlist_max_people, 1));
  day.order(book("a1", customer(1), Service::account));
  day.order(book("a2", customer(2), Service::social_card));
  CHECK(day.order(book("w1", customer(3), Service::account)).waitlisted);
  day.story.when(book("w2", customer(4), Service::cash)).refused("queue.waitlist-full");
}

TEST_CASE("who arrives in time has a ticket with a head start, others a place like everybody") {
  OutletDay day;
  day.order(book("b1"));
  const Arrive arrive{tiexi, {"b1"}, Channel::tablet};
  day.pass(79);  // 09:19
  day.story.when(arrive).refused("queue.booking-too-early");
  day.pass(1);
  const auto taken = day.order(arrive);
  CHECK(taken.booking == BookingId{"b1"});
  CHECK(taken.virtual_arrival == day.now() - std::chrono::minutes(15));
  CHECK(day.ticket(taken.ticket).booked);
  CHECK(day.queue().bookings.empty());
  CHECK(day.bank().queues.booked.empty());
  day.story.when(arrive).refused("queue.booking-unknown");
  day.story.when(Arrive{{"nowhere"}, {"b1"}, Channel::tablet}).refused("outlet.unknown");
}

TEST_CASE("who arrives too late, or from the waitlist, is told so") {
  OutletDay day = with_full_band();
  day.order(book("w1", customer(3)));
  day.pass(130);  // 10:10
  day.story.when(Arrive{tiexi, {"w1"}, Channel::paper}).refused("queue.booking-waitlisted");
  day.pass(1);
  day.story.when(Arrive{tiexi, {"a1"}, Channel::paper}).refused("queue.booking-too-late");
}

TEST_CASE("a booking that nobody came for lapses with its day") {
  OutletDay day;
  day.order(book("b1"));
  day.order(book("b2", customer(1), Service::cash, half_past_nine, eighth));
  day.take();
  day.order(book("b3", customer(2), Service::cash, half_past_nine, *parse_day("2021-01-09")));
  day.order(CloseDay{tiexi, Remaining::turned_away});
  CHECK(day.queue().past.at("2021-01-08").no_shows == 2);
  CHECK(day.queue().bookings.size() == 1);
  CHECK(day.queue().bands.size() == 1);
  CHECK(day.bank().queues.booked.size() == 1);
  day.pass(3 * 24 * 60);
  day.take();
  CHECK(day.queue().bookings.empty());
  CHECK(day.bank().queues.booked.empty());
}

TEST_CASE("a person is forgotten when no booking of theirs is live") {
  OutletDay day;
  day.order(book("b1"));
  day.story.when(Forget{tiexi, wang}).refused("queue.booking-live");
  day.story.when(Forget{{"nowhere"}, wang}).refused("outlet.unknown");
  day.pass(200);
  day.story.when_asked(Forget{tiexi, wang}).then({tiexi, wang});
  day.order(Forget{tiexi, wang});
  CHECK(day.queue().bookings.empty());
  CHECK(day.bank().queues.booked.empty());
  day.order(Forget{tiexi, wang});
  CHECK(event_named("queue.forgotten")->erases);
}

}  // namespace waystation::queue
