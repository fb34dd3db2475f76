#include "domain/contactless.h"

#include "domain/outlet_day_story.h"

namespace waystation::contactless {

using namespace outlet_day;

namespace {

const PersonId asker{"C-01ARZ3"};
const RequestId first{"2021-01-08-W001"};
const Stamp at_home{{morning, public_actor}, Role::visitor, {}};

Ask ask() {
  return {tiexi, asker, {"024-0000"}, Kind::wealth_studio, Segment::elderly, eighth, {600}, {660}};
}
Asked asked(const PersonId& person = asker, const RequestId& id = first) {
  const Ask c = ask();
  return {tiexi, id, person, c.contact, c.kind, c.segment, c.day, c.from, c.till, eighth};
}
Taken taken(bool from_home = false) {
  return {tiexi, first, resident, from_home};
}

Story counter() {
  return scene().and_then(with_lobby(2, 40, 20));
}
Story waiting() {
  return counter().and_then(asked());
}
quarantine::Started at_home_until(const char* until) {
  return {resident, quarantine::MeasureKind::home_isolation, "order", eighth, day(until), {}, {}};
}

}  // namespace

TEST_CASE("a call back is asked for with a window, under a number of the day") {
  counter().by(at_home).when_asked(ask()).then(asked());
  const auto story = waiting();
  CHECK(request_of(story.bank, tiexi, first)->stage == Stage::waiting);
  CHECK(call_by(story.bank, tiexi, *request_of(story.bank, tiexi, first)) ==
        time("2021-01-08T11:00:00+08:00"));
  Ask c = ask();
  c.person = {"C-01ARZ4"};
  story.when(c).then(asked(c.person, {"2021-01-08-W002"}));
  CHECK(tally_on(story.bank, tiexi, eighth).asked == 1);
}

TEST_CASE("a request names nobody, and its reference is its own") {
  for (const char* plain : {"SY-S0101", "C-02488888888", "A-x"}) {
    Ask c = ask();
    c.person = {plain};
    counter().when(c).refused("contactless.reference-not-opaque");
  }
  waiting().when(ask()).refused("contactless.reference-used");
  Ask c = ask();
  c.contact = {""};
  counter().when(c).refused("contactless.contact-length");
  c.contact = {std::string(longest_contact + 1, '1')};
  counter().when(c).refused("contactless.contact-length");
  c = ask(), c.kind = Kind::grocery;
  counter().when(c).refused("contactless.no-call");
}

TEST_CASE("the window is long enough, to come, and not too far") {
  Ask c = ask();
  c.till = {c.from.minutes + shortest_window_minutes - 1};
  counter().when(c).refused("contactless.window-order");
  c = ask(), c.from = {420}, c.till = {480};
  counter().when(c).refused("contactless.window-past");
  c.till = {481};
  CHECK(decide(counter().bank, c, at_home).has_value());
  c = ask(), c.day = eighth + std::chrono::days{days_ahead + 1};
  counter().when(c).refused("contactless.window-too-far");
  c = ask(), c.outlet = {"nowhere"};
  counter().when(c).refused("outlet.unknown");
  auto office = with_lobby(0, 0, 0);
  office.kind = outlet::Kind::back_office;
  scene().and_then(office).when(ask()).refused("outlet.no-counter");
}

TEST_CASE("an outlet takes so many requests and no more") {
  auto story = counter();
  for (std::int64_t i = 0; i < most_open; ++i) {
    const std::string n = std::to_string(i);
    story = story.and_then(asked({"C-x" + n}, {"W" + n}));
  }
  story.when(ask()).refused("contactless.full");
  story = story.and_then(Withdrawn{tiexi, {"W0"}, {"C-x0"}, eighth});
  CHECK(decide(story.bank, ask(), at_home).has_value());
}

TEST_CASE("an adviser under a measure calls from home; who is ill does not call") {
  waiting().when_asked(Take{tiexi, first, resident, false}).then(taken());
  waiting()
      .and_then(taken())
      .when(Take{tiexi, first, resident, false})
      .refused("contactless.request-taken");
  CHECK(decide(waiting().and_then(taken()).bank, Take{tiexi, first, commuter, true}, province)
            .has_value());
  const auto isolated = waiting().and_then(at_home_until("2021-01-20"));
  isolated.when(Take{tiexi, first, resident, false}).refused("contactless.adviser-stays-home");
  isolated.when(Take{tiexi, first, resident, true}).then(taken(true));
  const auto ill = waiting().and_then(quarantine::CheckRecorded{resident, {"38.1"}, true});
  ill.when(Take{tiexi, first, resident, true})
      .refused("contactless.adviser-unwell", {"fit.abnormal"});
  waiting().when(Take{tiexi, first, {"nobody"}, true}).refused("staff.unknown");
}

TEST_CASE("the answer ends the request, destroys the contact, and is counted") {
  const Answer solved{tiexi, first, Result::solved};
  waiting().when(solved).refused("contactless.not-taken");
  const auto story = waiting().and_then(taken());
  story.when_asked(solved).then({tiexi, first, asker, Result::solved, eighth});
  for (const Result result : {Result::solved, Result::needs_to_come, Result::not_reached}) {
    const auto done = story.and_then(Answered{tiexi, first, asker, result, eighth});
    CHECK_FALSE(request_of(done.bank, tiexi, first)->contact);
    CHECK(desk_of(done.bank, tiexi)->open == 0);
    const Tally t = tally_on(done.bank, tiexi, eighth);
    CHECK(t.solved == (result == Result::solved));
    CHECK(t.needs_to_come == (result == Result::needs_to_come));
    CHECK(t.not_reached == (result == Result::not_reached));
    done.when(solved).refused("contactless.request-ended");
    CHECK(decide(done.bank, ask(), at_home).has_value());
  }
  CHECK(event_named("contactless.answered")->erases);
  CHECK(event_named("contactless.withdrawn")->erases);
  CHECK(event_named("contactless.asked")->personal);
}

TEST_CASE("whoever holds the number takes the request back") {
  waiting().by(at_home).when_asked(Withdraw{tiexi, first}).then({tiexi, first, asker, eighth});
  const auto gone = waiting().and_then(Withdrawn{tiexi, first, asker, eighth});
  gone.when(Withdraw{tiexi, first}).refused("contactless.request-ended");
  waiting().when(Withdraw{tiexi, {"W9"}}).refused("contactless.request-unknown");
  CHECK(tally_on(gone.bank, tiexi, eighth).asked == 1);
}

TEST_CASE("the next day begins with number one, and forgets what has ended") {
  auto next = asked({"C-y"}, {"2021-01-09-W001"});
  next.on = eighth + std::chrono::days{1};
  const auto ended = waiting().and_then(Withdrawn{tiexi, first, asker, eighth}, next);
  CHECK_FALSE(request_of(ended.bank, tiexi, first));
  const auto open = waiting().and_then(next);
  CHECK(request_of(open.bank, tiexi, first));
  CHECK(desk_of(open.bank, tiexi)->number == 1);
  CHECK(tally_on(open.bank, tiexi, eighth).asked == 1);
}

TEST_CASE("who need not come is counted, and by nobody's name") {
  const Divert c{tiexi, Kind::grocery};
  counter().by(at_home).when_asked(c).then({tiexi, Kind::grocery, eighth});
  auto story = counter();
  for (int i = 0; i < 100; ++i)
    story = story.and_then(Diverted{tiexi, Kind::grocery, eighth + std::chrono::days{i}});
  CHECK(desk_of(story.bank, tiexi)->days.size() == days_of_tallies);
  CHECK(tally_on(story.bank, tiexi, eighth + std::chrono::days{99}).diverted == 1);
}

TEST_CASE("a zone's suppliers have a name, an honest link and hours") {
  const Supplier good{"沈阳示例超市", "https://shop.example/hg", {480}, {1080}};
  const auto list = [&](const Supplier& s) { return PublishSuppliers{huanggu, {s}}; };
  counter().when_asked(list(good)).then({huanggu, {good}});
  CHECK(
      suppliers_of(counter().and_then(SuppliersPublished{huanggu, {good}}).bank, huanggu).size() ==
      1);
  CHECK(suppliers_of(counter().bank, huanggu).empty());
  for (const char* link : {"http://shop.example", "https://", "javascript:alert(1)",
                           "https://a\"onclick", "https://a b"}) {
    Supplier s = good;
    s.link = link;
    counter().when(list(s)).refused("contactless.link-not-https");
  }
  Supplier s = good;
  s.title.clear();
  counter().when(list(s)).refused("contactless.title-length");
  s = good, s.till = s.from;
  counter().when(list(s)).refused("contactless.hours-order");
  counter()
      .when(PublishSuppliers{huanggu, std::vector(most_suppliers + 1, good)})
      .refused("contactless.too-many-suppliers");
  counter().when(PublishSuppliers{{"none"}, {good}}).refused("zone.unknown");
}

}  // namespace waystation::contactless
