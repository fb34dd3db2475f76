#include "application/view_stations.h"

#include "application/journal_in_memory.h"
#include "application/view_contactless.h"
#include "application/view_story.h"
#include "domain/outlet_day_story.h"

using namespace waystation;
using namespace waystation::view_story;
using outlet_day::tiexi;

namespace {

const PersonId caller{"C-01ARZ3"};
const contactless::RequestId request_id{"2021-01-08-W001"};

station::Published corner_of(const OutletId& outlet) {
  using enum station::Amenity;
  return {outlet, {water, toilet}, {}, {station::Audience::courier}, {420}, {1140}, "", 30};
}

Story with_station() {
  return scene().and_then(outlet_day::with_lobby(2, 40, 20), corner_of(tiexi));
}

Story with_request() {
  return with_station().and_then(contactless::Asked{tiexi,
                                                    request_id,
                                                    caller,
                                                    {"024-12345678"},
                                                    contactless::Kind::wealth_studio,
                                                    contactless::Segment::elderly,
                                                    eighth,
                                                    {540},
                                                    {600},
                                                    eighth});
}

}  // namespace

TEST_CASE("the list of stations says what works, what is doubted, and what waits for somebody") {
  const Seen fresh(with_station());
  const auto row = fresh.see(view::StationsQuery{}).stations.at(0);
  CHECK(row.unconfirmed);
  CHECK(row.open_now);
  CHECK(row.cap == 10);
  const auto story = with_station().and_then(
      station::Verified{tiexi,
                        {{station::Amenity::water, station::Condition::faulty},
                         {station::Amenity::toilet, station::Condition::working}}},
      station::FaultReported{tiexi, station::Amenity::toilet, true},
      station::Visited{tiexi, station::Audience::courier, 2, true, eighth, 0, 10},
      station::Visited{tiexi, station::Audience::courier, 5, true, day("2021-01-02"), 0, 10},
      station::Visited{tiexi, station::Audience::courier, 9, true, day("2021-01-01"), 0, 10});
  const auto seen = Seen(story).see(view::StationsQuery{}).stations.at(0);
  CHECK_FALSE(seen.unconfirmed);
  CHECK(seen.faulty == 1);
  CHECK(seen.doubted == 1);
  CHECK(seen.visits[1].today == 2);
  CHECK(seen.visits[1].week == 7);
  CHECK(seen.items[1].offered);
}

TEST_CASE("an outlet without a station is shown empty, and what lies outside is not shown") {
  const Seen all(with_station());
  CHECK_FALSE(all.see(view::StationsQuery{{}, xianggong}).stations.at(0).published);
  CHECK(all.refused(view::StationsQuery{{}, OutletId{"1"}}) == "outlet.unknown");
  const Seen other = all.by(Role::teller, {shenyang, elsewhere});
  CHECK(other.refused(view::StationsQuery{{}, tiexi}) == "authority.scope");
  CHECK(other.see(view::StationsQuery{}).stations.empty());
}

TEST_CASE("the public finds stations without anybody's account") {
  const Seen seen(with_station());
  const auto found = view::public_stations(seen.viewing(), {});
  REQUIRE(found.size() == 1);
  CHECK(found[0].places == 10);
  CHECK(found[0].unconfirmed);
  CHECK(view::public_station(seen.viewing(), tiexi)->outlet == tiexi);
  CHECK(view::public_station(seen.viewing(), xianggong).error().code == "station.unknown");
}

TEST_CASE("how to reach a person is opened for the crew once the call is taken") {
  const JournalInMemory journal;
  const auto contact = [&](const Story& story, Role role) {
    Seen seen = Seen(story).by(role, {});
    Viewing v = seen.viewing();
    v.journal = &journal;
    return view::see(v, view::ContactlessQuery{})->requests.at(0).contact;
  };
  const auto taken =
      with_request().and_then(contactless::Taken{tiexi, request_id, resident, false});
  CHECK_FALSE(contact(with_request(), Role::teller));
  CHECK(contact(taken, Role::teller) == "024-12345678");
  CHECK_FALSE(contact(taken, Role::inspector));
  const auto done = taken.and_then(
      contactless::Answered{tiexi, request_id, caller, contactless::Result::solved, eighth});
  CHECK_FALSE(contact(done, Role::teller));
}

TEST_CASE("a request is late after its window, and who need not come is added up") {
  const Seen seen(with_request().and_then(
      contactless::Diverted{tiexi, contactless::Kind::mobile_bank_help, eighth}));
  CHECK_FALSE(seen.see(view::ContactlessQuery{}).requests.at(0).overdue);
  const auto late = seen.at("2021-01-08T10:00:00+08:00").see(view::ContactlessQuery{});
  CHECK(late.requests.at(0).overdue);
  CHECK(late.days.at(0).asked == 1);
  CHECK(late.days.at(0).need_not_come == 1);
  CHECK(seen.by(Role::teller, {shenyang, xianggong}).see(view::ContactlessQuery{}).days.empty());
}

TEST_CASE("the suppliers of a sealed zone are shown, and not once it is lifted") {
  const contactless::Supplier shop{"示例超市", "https://shop.example", {480}, {1080}};
  const auto story = with_station().and_then(contactless::SuppliersPublished{huanggu, {shop}});
  const Seen seen(story);
  CHECK(seen.see(view::ContactlessQuery{}).zones.at(0).suppliers.at(0).title == "示例超市");
  CHECK(view::public_suppliers(seen.viewing()).size() == 1);
  const Seen lifted(story.and_then(zone::Lifted{huanggu}));
  CHECK(view::public_suppliers(lifted.viewing()).empty());
}
