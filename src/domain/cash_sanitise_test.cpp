#include "domain/cash_story.h"

namespace waystation::cash {

using namespace story;

namespace {

Days with_bags(std::vector<Source> sources) {
  Days days;
  int n = 0;
  for (const Source source : sources) {
    days.give(teller, Receive{xianggong, window, source, hundreds(1), yuan(100)});
    days.give(teller, Fill{xianggong, bag(++n), window, source, hundreds(1), yuan(100), seal(n)});
  }
  return days;
}
BeginRun begin(std::vector<BagId> bags, const char* run = "r") {
  return {xianggong, {run}, cabinet, Method::cabinet, std::move(bags)};
}

}  // namespace

TEST_CASE("a run shorter than its method asks for has not sanitised anything") {
  Days days = with_bags({Source::ordinary});
  days.give(teller, begin({bag(1)})).later(std::chrono::minutes{89});
  days.ask(teller, FinishRun{xianggong, {"r"}}).refused("cash.sanitised-too-short");
  CHECK(days.ask(teller, FinishRun{xianggong, {"r"}}).decision.error().facts[1].value == "90");
  days.later(std::chrono::minutes{1});
  days.ask(teller, FinishRun{xianggong, {"r"}}).then({xianggong, {"r"}, {bag(1)}, 90, yuan(100)});
  days.give(teller, FinishRun{xianggong, {"r"}});
  CHECK(days.bag_here(1).sanitised_at == days.now());
  days.ask(teller, FinishRun{xianggong, {"r"}}).refused("cash.run-unknown");
}

TEST_CASE("one pass under the lamp takes half an hour") {
  Days days = with_bags({Source::ordinary});
  BeginRun pass = begin({bag(1)});
  pass.method = Method::uv_pass;
  days.give(teller, pass).later(std::chrono::minutes{29});
  days.ask(teller, FinishRun{xianggong, {"r"}}).refused("cash.sanitised-too-short");
  days.later(std::chrono::minutes{1}).give(teller, FinishRun{xianggong, {"r"}});
}

TEST_CASE("special sources are never in the cabinet with anything else") {
  Days days = with_bags({Source::ordinary, Source::wet_market, Source::hospital});
  days.ask(teller, begin({bag(1), bag(2)})).refused("cash.sources-mixed");
  days.ask(teller, begin({bag(2), bag(3)})).refused("cash.sources-mixed");
  days.give(teller, begin({bag(2)}));
}

TEST_CASE("a cabinet holds one run, and a run has one name") {
  Days days = with_bags({Source::ordinary, Source::ordinary});
  days.give(teller, begin({bag(1)}));
  days.ask(teller, begin({bag(2)}, "s")).refused("cash.cabinet-busy");
  BeginRun same = begin({bag(2)});
  same.cabinet = {"UV-2"};
  days.ask(teller, same).refused("cash.run-exists");
}

TEST_CASE("only bags that wait for it are sanitised, each once") {
  Days days = with_bags({Source::ordinary});
  days.ask(teller, begin({})).refused("cash.bags-missing");
  days.ask(teller, begin({bag(1), bag(1)})).refused("cash.bag-twice");
  days.ask(teller, begin({bag(7)})).refused("cash.bag-unknown");
  std::vector<BagId> many;
  for (int n = 0; n <= int(most_bags_per_deed); ++n) many.push_back(bag(n));
  days.ask(teller, begin(many)).refused("cash.bags-too-many");
  days.sanitised(2, 1).ask(teller, begin({bag(2)}, "s")).refused("cash.not-to-sanitise");
}

TEST_CASE("a run that was broken off leaves its bags as they were") {
  Days days = with_bags({Source::ordinary});
  days.give(teller, begin({bag(1)})).later(std::chrono::minutes{40});
  days.ask(teller, AbandonRun{xianggong, {"r"}, ""}).refused("cash.reason-missing");
  days.ask(teller, AbandonRun{xianggong, {"q"}, "lamp"}).refused("cash.run-unknown");
  days.give(teller, AbandonRun{xianggong, {"r"}, "the lamp went out"});
  CHECK(days.bag_here(1).stage == Stage::bagged);
  CHECK_FALSE(days.bag_here(1).sanitised_at);
  days.give(teller, begin({bag(1)}, "s")).later(std::chrono::minutes{60});
  days.ask(teller, FinishRun{xianggong, {"s"}}).refused("cash.sanitised-too-short");
}

}  // namespace waystation::cash
