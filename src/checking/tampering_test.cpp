// Every place of a plan is changed in every simple way: the checker notices, or the change only
// weakens a bound.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "checking/broken.h"
#include "checking/check.h"
#include "checking/json.h"
#include "checking/small_zone.h"

using namespace waystation::checking;

namespace {

using Kind = JsonValue::Kind;

void write(const JsonValue& v, std::string& out) {
  const auto text = [&](const std::string& s) { out += '"' + s + '"'; };
  if (v.kind == Kind::string) return text(v.text);
  if (v.kind == Kind::integer) return void(out += std::to_string(v.number));
  out += v.kind == Kind::list ? '[' : '{';
  for (std::size_t i = 0; i < v.items.size(); ++i) {
    if (i > 0) out += ',';
    if (v.kind == Kind::object) text(v.keys[i]), out += ':';
    write(v.items[i], out);
  }
  out += v.kind == Kind::list ? ']' : '}';
}

// Calls visit for each way to change one value, with the value changed, and puts it back.
void each_change(JsonValue& v, const std::function<void()>& visit) {
  const JsonValue before = v;
  const auto changed = [&](const std::function<void()>& change) {
    change();
    visit();
    v = before;
  };
  if (v.kind == Kind::integer)
    for (const std::int64_t by : {-1, 1, -1000, 1'000'000}) changed([&] { v.number += by; });
  if (v.kind == Kind::string)
    for (const char* other : {"", "x", "O2", "S3", "S5", "a", "L2", "0", "2021-01-09", "09:00"})
      if (v.text != other) changed([&] { v.text = other; });
  for (std::size_t i = 0; i < before.items.size(); ++i) {
    const auto at = std::ptrdiff_t(i);
    changed([&] {
      v.items.erase(v.items.begin() + at);
      if (v.kind == Kind::object) v.keys.erase(v.keys.begin() + at);
    });
    if (v.kind == Kind::list)
      changed([&] { v.items.insert(v.items.begin() + at, before.items[i]); });
    if (i > 0)
      changed([&] {
        std::swap(v.items[i - 1], v.items[i]);
        if (v.kind == Kind::object) std::swap(v.keys[i - 1], v.keys[i]);
      });
  }
  for (JsonValue& item : v.items) each_change(item, visit);
}

bool only_weaker(const CheckResult& now, const CheckResult& before) {
  for (std::size_t i = 0; i < before.levels.size(); ++i)
    if (now.levels[i].value != before.levels[i].value ||
        now.levels[i].bound > before.levels[i].bound)
      return false;
  return true;
}

}  // namespace

TEST_CASE("no place of a plan can be changed unseen") {
  const Network network = read_network(small_zone_files());
  const CheckResult before = check_plan(network, small_zone_plan);
  REQUIRE(before.ok);
  JsonValue plan = read_json(small_zone_plan);
  int changes = 0, weaker = 0;
  each_change(plan, [&] {
    std::string text;
    write(plan, text);
    if (text == small_zone_plan) return;
    ++changes;
    const CheckResult now = check_plan(network, text);
    if (!now.ok) {
      CHECK_FALSE(now.rule.empty());
      return;
    }
    ++weaker;
    CHECK_MESSAGE(only_weaker(now, before), text);
  });
  CHECK(changes > 1000);
  CHECK(weaker > 0);
  CHECK(weaker < changes / 20);
  MESSAGE(changes << " changes, of which " << weaker << " only weaken a bound");
}
