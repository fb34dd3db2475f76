#include "foresight/engine.h"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <random>

#include "foresight/model.h"
#include "foresight/slow_engine.h"

using namespace waystation::foresight;

namespace {

std::size_t allocations = 0;

struct Bench {
  Tape tape;
  Engine engine;
  Waits waits;
};

std::vector<const Kernel*> kernels() {
  std::vector<const Kernel*> out;
  for (const Kernel* k : {&kernel_sse2, &kernel_avx2, &kernel_avx512})
    if (k->is_supported()) out.push_back(k);
  return out;
}

std::vector<Happened> story_of(const Kernel& kernel, const Prepared& p, Bench& b, Day& day) {
  std::vector<Happened> story(20'000);
  Trace trace{story.data(), story.data() + story.size()};
  kernel.play_traced(p, b.tape, b.engine, b.waits, day, trace);
  story.resize(static_cast<std::size_t>(trace.next - story.data()));
  return story;
}

// An outlet that has everything: hours, modes, rounds, vans, proxies, ageing; drawn at random.
OutletModel any_outlet(std::mt19937& r) {
  const auto some = [&](int least, int most) {
    return least + int(r() % unsigned(most - least + 1));
  };
  OutletModel m = od_v1();
  m.open_minutes = 30.0 * some(16, 20);
  m.windows.clear();
  for (int s = 0; s < 16; ++s) m.windows.push_back(some(s == 15 ? 1 : 0, 5));
  m.machines.clear();
  for (int k = some(0, 6); k > 0; --k) m.machines.push_back(MachineMode(some(0, 2)));
  for (VisitorClass& c : m.classes) {
    c.head_start_minutes = 5 * some(0, 4);
    c.proxy_share = some(0, 3) / 10.0, c.proxy_holders = some(2, 5);
    c.machine_fails = some(0, 4) / 10.0;
    for (double& rate : c.per_minute) rate *= some(3, 20) / 10.0;
  }
  m.volume_variation = some(0, 2) / 10.0;
  m.lobby_cap = some(3, 60);
  m.balk_people = some(0, 1) * some(1, 40);
  m.pauses.push_back({double(some(0, 400)), double(some(1, 40)), some(0, 3)});
  m.pauses.push_back({double(some(0, 400)), double(some(5, 40)), 0, true});
  m.pauses.push_back({double(some(0, 480)), double(some(5, 40)), 0, true});
  m.vans.push_back({double(some(0, 480)), 100'000, double(some(0, 30))});
  m.two_lines = some(0, 1);
  return m;
}

int sum(const ByClass<int>& of) {
  int out = 0;
  for (const int n : of) out += n;
  return out;
}

}  // namespace

// The counting allocator stands for malloc and free, both of them.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
void* operator new(std::size_t size) {
  ++allocations;
  if (void* p = std::malloc(size ? size : 1)) return p;
  throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size ? size : 1);
}
void operator delete(void* p) noexcept {
  std::free(p);
}
void operator delete(void* p, const std::nothrow_t&) noexcept {
  std::free(p);
}
void operator delete(void* p, std::size_t) noexcept {
  std::free(p);
}

TEST_CASE("the fast engine tells the same day as the slow one, event by event") {
  std::mt19937 random(20210108);
  auto b = std::make_unique<Bench>();
  std::size_t events = 0, rounds = 0, outside = 0;
  for (unsigned n = 0; n < 300; ++n) {
    const auto p = prepare(n == 0 ? od_v1() : any_outlet(random));
    REQUIRE(p.has_value());
    best_kernel().draw(*p, {7, 1, n}, b->tape);
    Day day;
    const auto fast = story_of(best_kernel(), *p, *b, day);
    const auto slow = SlowEngine(*p, b->tape).run();
    REQUIRE_MESSAGE(fast.size() == slow.size(), "outlet ", n);
    for (std::size_t k = 0; k < fast.size(); ++k) {
      if (fast[k] == slow[k]) continue;
      FAIL("outlet ", n, " event ", k, " at ", fast[k].tick, " and ", slow[k].tick, ": ",
           int(fast[k].what), " ", fast[k].who, " and ", int(slow[k].what), " ", slow[k].who);
    }
    events += fast.size(), rounds += day.rounds;
    for (const Happened& h : fast) outside += h.what == What::waits_outside;
  }
  CHECK(events > 100'000);  // The random outlets are no empty ones.
  CHECK(rounds > 300);
  CHECK(outside > 5'000);
}

TEST_CASE("everybody who comes is served, goes home, or leaves a line") {
  std::mt19937 random(3);
  auto b = std::make_unique<Bench>();
  for (unsigned n = 0; n < 200; ++n) {
    const auto p = prepare(any_outlet(random));
    REQUIRE(p.has_value());
    best_kernel().draw(*p, {8, 2, n}, b->tape);
    Day day;
    best_kernel().play(*p, b->tape, b->engine, b->waits, day);
    CHECK(sum(day.arrived) == b->tape.visitors - p->appointments + b->tape.appointments_shown);
    CHECK(sum(day.arrived) ==
          sum(day.served) + sum(day.balked) + sum(day.left_outside) + sum(day.left_window));
    for (int h = 0; h <= p->hours; ++h) CHECK(day.peak[h] <= p->cap);
    CHECK(day.windows_busy <= day.windows_staffed);
  }
}

TEST_CASE("every instruction set draws and plays the same bytes") {
  std::mt19937 random(5);
  auto a = std::make_unique<Bench>(), b = std::make_unique<Bench>();
  for (unsigned n = 0; n < 100; ++n) {
    const auto p = prepare(any_outlet(random));
    REQUIRE(p.has_value());
    kernel_sse2.draw(*p, {n, 3, n}, a->tape);
    Day first;
    const auto story = story_of(kernel_sse2, *p, *a, first);
    for (const Kernel* k : kernels()) {
      k->draw(*p, {n, 3, n}, b->tape);
      REQUIRE(a->tape.visitors == b->tape.visitors);
      const auto bytes = sizeof(int) * std::size_t(a->tape.visitors);
      for (auto array : {&Tape::arrival, &Tape::outside, &Tape::patience, &Tape::window,
                         &Tape::machine, &Tape::fen})
        CHECK(std::memcmp(a->tape.*array, b->tape.*array, bytes) == 0);
      Day day;
      CHECK_MESSAGE(story_of(*k, *p, *b, day) == story, k->name);
      CHECK((day == first));
    }
  }
  MESSAGE("instruction sets: ", kernels().size());
}

TEST_CASE("drawing and playing a day allocates nothing, in 64 KiB") {
  const auto p = prepare(od_v1());
  auto b = std::make_unique<Bench>();
  Day day;
  const std::size_t before = allocations;
  CHECK(before > 0);  // The counter counts.
  for (const Kernel* k : {&kernel_sse2, &best_kernel()})
    for (unsigned n = 0; n < 50; ++n) {
      day = {};
      k->draw(*p, {1, 0, n}, b->tape);
      k->play(*p, b->tape, b->engine, b->waits, day);
    }
  CHECK(allocations == before);
  CHECK(sizeof(Bench) + sizeof(Day) <= 64 * 1024);
}

TEST_CASE("a what-if changes the outlet and not the visitors") {
  OutletModel model = od_v1();
  const auto as_it_is = prepare(model);
  model.lobby_cap = 12, model.windows = {2}, model.pauses.clear();
  const auto what_if = prepare(model);
  auto a = std::make_unique<Bench>(), b = std::make_unique<Bench>();
  best_kernel().draw(*as_it_is, {1, 5, 9}, a->tape);
  best_kernel().draw(*what_if, {1, 5, 9}, b->tape);
  REQUIRE(a->tape.visitors == b->tape.visitors);
  for (int c = 0; c < a->tape.visitors; ++c) {
    CHECK(a->tape.window[c] == b->tape.window[c]);
    CHECK(a->tape.arrival[c] == b->tape.arrival[c]);
  }
  best_kernel().draw(*what_if, {1, 5, 10}, b->tape);
  CHECK(a->tape.window[30] != b->tape.window[30]);  // Another day has others.
}
