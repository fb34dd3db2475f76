#include "application/view_queue.h"

#include <algorithm>

#include "application/view_public.h"
#include "application/views.h"
#include "domain/outlet_day_story.h"

using namespace waystation;
using namespace waystation::outlet_day;

namespace {

Standing standing_of(const Story& story) {
  Standing out;
  out.bank = story.bank;
  out.as_of = story.stamp.at;
  return out;
}

struct Watched {
  const OutletDay& day;
  Standing standing = standing_of(day.story);
  Viewing viewing{standing, day.now(), Role::outlet_manager, {{"SY"}, tiexi}, nullptr};

  view::QueuePage page(std::optional<TicketId> ticket = {}) const {
    auto seen = view::see(viewing, view::QueueQuery{tiexi, std::move(ticket)});
    REQUIRE(seen.has_value());
    return *seen;
  }
};

}  // namespace

TEST_CASE("an outlet without a ticket has a rule and a cap, and no queue") {
  OutletDay day;
  const auto page = Watched{day}.page();
  CHECK_FALSE(page.day);
  CHECK(page.windows.empty());
  CHECK(page.lobby.cap == 10);
  CHECK(page.rule.cap.people == 10);
}

TEST_CASE("the crew sees whom a window would call, or why nobody") {
  OutletDay day;
  day.open_window(1, {queue::Service::cash});
  CHECK(Watched{day}.page().windows.at(0).why_nobody == "queue.nobody-waiting");
  const auto first = day.take(), second = day.take();
  const auto before = Watched{day}.page();
  CHECK(before.windows.at(0).next == first);
  CHECK(before.tickets.size() == 2);
  CHECK(before.services.at(0).waiting == 2);
  CHECK(before.services.at(0).wait.has_value());
  REQUIRE(day.call() == first);
  const auto called = Watched{day}.page(second);
  CHECK(called.windows.at(0).ticket == first);
  CHECK_FALSE(called.windows.at(0).serving);
  CHECK(called.last_called.at(0).ticket == first);
  CHECK(called.last_called.at(0).window == 1);
  day.serve();
  day.finish();
  CHECK(Watched{day}.page().last_called.at(0).ticket == first);
  CHECK(Watched{day}.page().last_called.at(0).window == 0);
  REQUIRE(called.place);
  CHECK(called.place->before == 0);
  CHECK(called.place->may_enter);
}

TEST_CASE("a ticket that was never given has no place") {
  OutletDay day;
  day.open_window(1, {queue::Service::cash});
  const Watched watched{day};
  const auto seen =
      view::see(watched.viewing, view::QueueQuery{tiexi, TicketId{"2021-01-08-A099"}});
  REQUIRE_FALSE(seen.has_value());
  CHECK(seen.error().code == "queue.ticket-unknown");
}

TEST_CASE("another outlet's queue does not exist for a crew, nor an outlet that is none") {
  OutletDay day;
  const Standing standing = standing_of(day.story);
  const Viewing other{standing, day.now(), Role::outlet_manager, {{"SY"}, xianggong}, nullptr};
  CHECK(view::see(other, view::QueueQuery{tiexi, {}}).error().code == "authority.scope");
  CHECK(view::see(other, view::QueueQuery{{"102221000000"}, {}}).error().code == "outlet.unknown");
}

TEST_CASE("the public sees how many wait and about how long") {
  OutletDay day;
  day.open_window(1, {queue::Service::cash});
  day.take();
  const Standing standing = standing_of(day.story);
  const Viewing anybody{standing, day.now()};
  const auto page = view::public_page(anybody, tiexi, {});
  REQUIRE(page.has_value());
  CHECK(page->outlet.waiting == 1);
  CHECK(page->outlet.wait.has_value());
  CHECK(page->waits.size() == 1);
  CHECK(view::public_page(anybody, {"102221000000"}, {}).error().code == "outlet.unknown");
  CHECK(view::public_page(anybody, tiexi, 99).error().code == "disinfection.machine-unknown");
}

TEST_CASE("a hall display sees numbers and figures, and nobody who is isolated") {
  OutletDay day;
  day.open_window(1, {queue::Service::cash});
  const auto first = day.take();
  day.order(lobby::Isolate{tiexi, lobby::FoundAt::door, {}});
  day.call();
  Watched watched{day};
  CHECK(watched.page().isolated.size() == 1);
  CHECK(watched.page().shown_state == view::ShownState::open);
  CHECK(watched.page().windows.at(0).calls == 1);
  watched.viewing.role = Role::hall_display;
  const auto row = view_named("queue");
  REQUIRE(row);
  CHECK(row->see(watched.viewing, {{"outlet", tiexi.text}}).has_value());
  CHECK(watched.page().isolated.empty());
  CHECK(watched.page().windows.at(0).ticket == first);
  CHECK(view_named("outlet")->see(watched.viewing, {{"outlet", tiexi.text}}).error().code ==
        "authority.role");
  CHECK(row->see(watched.viewing, {{"outlet", xianggong.text}}).error().code == "authority.scope");
}

TEST_CASE("the crew sees the day's appointments by band, the waitlist in the order of moving up") {
  OutletDay day;
  const auto book = [&](const char* code, queue::Service service) {
    day.order(queue::Book{tiexi,
                          {code},
                          {std::string("C-x") + code},
                          {},
                          service,
                          queue::Priority::ordinary,
                          eighth,
                          {570}});
  };
  book("z1", queue::Service::account);
  book("z2", queue::Service::account);
  book("w2", queue::Service::account);
  book("a3", queue::Service::cash);
  const Watched watched{day};
  const auto page = view::see(watched.viewing, view::AppointmentsQuery{tiexi, {}});
  REQUIRE(page.has_value());
  std::vector<std::string> codes;
  for (const auto& one : page->rows) codes.push_back(one.booking.text);
  CHECK(codes == std::vector<std::string>{"z1", "z2", "w2", "a3"});
  CHECK(page->rows.at(2).waitlisted);
  const auto band = std::ranges::find(page->bands, TimeOfDay{570}, &view::BandShown::band);
  REQUIRE(band != page->bands.end());
  CHECK(band->booked == 2);
  CHECK(band->waitlisted == 2);
  CHECK(band->minutes_left == 0);
  CHECK(view::see(watched.viewing, view::AppointmentsQuery{tiexi, sealed_zone::day("2021-01-09")})
            ->rows.empty());
  CHECK(view::see(watched.viewing, view::AppointmentsQuery{{"102221000000"}, {}}).error().code ==
        "outlet.unknown");
}
