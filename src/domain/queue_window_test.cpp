#include "domain/outlet_day_story.h"

namespace waystation::queue {

using namespace outlet_day;

namespace {

OpenWindow opening(std::int32_t window, std::vector<Service> list = {Service::cash}) {
  return {tiexi, window, std::move(list)};
}

}  // namespace

TEST_CASE("a window opens for some services, pauses for a break and closes") {
  OutletDay day;
  day.story.when_asked(opening(1)).then({tiexi, eighth, 1, {Service::cash}});
  day.order(opening(1));
  day.order(PauseWindow{tiexi, 1, PauseReason::disinfection});
  CHECK(day.queue().windows[0].paused_for == PauseReason::disinfection);
  day.story.when(PauseWindow{tiexi, 1, PauseReason::rest}).refused("queue.window-already-paused");
  day.take();
  day.story.when(Call{tiexi, 1}).refused("queue.window-not-open");
  day.order(opening(1));
  day.call();
  day.serve(), day.finish();
  day.order(CloseWindow{tiexi, 1});
  day.story.when(CloseWindow{tiexi, 1}).refused("queue.window-not-open");
  day.story.when(PauseWindow{tiexi, 7, PauseReason::rest}).refused("queue.window-not-open");
}

TEST_CASE("a window serves something, each service once, and has a number of the outlet's") {
  OutletDay day;
  day.story.when(opening(1, {})).refused("queue.no-services");
  day.story.when(opening(1, {Service::cash, Service::cash})).refused("queue.service-twice");
  day.story.when(opening(0)).refused("queue.window-out-of-range");
  day.story.when(opening(3)).refused("queue.window-out-of-range");
  day.order(opening(1));
  day.story.when(opening(1)).refused("queue.window-already-open");
  day.order(opening(1, {Service::cash, Service::pension}));
  day.story.when(OpenWindow{{"nowhere"}, 1, {Service::cash}}).refused("outlet.unknown");
  day.story.when(PauseWindow{{"nowhere"}, 1, PauseReason::rest}).refused("outlet.unknown");
}

TEST_CASE("no more windows open than the outlet was opened with") {
  OutletDay day;
  day.happened(outlet::Opened{tiexi, 1});
  day.order(opening(1));
  day.story.when(opening(2)).refused("queue.windows-all-open");
  day.order(PauseWindow{tiexi, 1, PauseReason::rest});
  day.order(opening(2));
  day.story.when(opening(1)).refused("queue.windows-all-open");
}

TEST_CASE("nobody is left standing at a window that pauses or closes") {
  OutletDay day;
  day.order(opening(1));
  day.take();
  day.call();
  day.story.when(PauseWindow{tiexi, 1, PauseReason::rest}).refused("queue.window-busy");
  day.story.when(CloseWindow{tiexi, 1}).refused("queue.window-busy");
}

TEST_CASE("a window of yesterday is not open today") {
  OutletDay day;
  day.order(opening(1));
  day.pass(24 * 60);
  day.story.when(CloseWindow{tiexi, 1}).refused("queue.window-not-open");
  day.take();
  CHECK(day.queue().windows[0].state == WindowState::closed);
  day.order(opening(1));
  day.call();
}

}  // namespace waystation::queue
