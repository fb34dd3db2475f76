#include "checking/check.h"

#include <doctest/doctest.h>

#include "checking/broken.h"
#include "checking/small_zone.h"

using namespace waystation::checking;

namespace {

// What the checker says of the small plan when a text in it, or in a table of the network, is
// another.
std::string verdict(const CheckResult& r) {
  return r.ok ? "ok" : r.rule + ' ' + r.where + ": " + r.detail;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string after(const std::string& from, const std::string& to) {
  const Network network = read_network(small_zone_files());
  return check_plan(network, replaced(small_zone_plan, from, to)).rule;
}

std::string in_network(const std::string& file, const std::string& from, const std::string& to) {
  Files files = small_zone_files();
  files[file] = replaced(files[file], from, to);
  return check_plan(read_network(files), small_zone_plan).rule;
}

}  // namespace

TEST_CASE("a plan made by hand is proven, with every bound met") {
  const auto result = check_plan(read_network(small_zone_files()), small_zone_plan);
  CHECK(verdict(result) == "ok");
  REQUIRE(result.levels.size() == 6);
  for (const CheckedLevel& level : result.levels) CHECK(level.value == level.bound);
}

TEST_CASE("a broken rule is named by its id") {
  CHECK(after(R"("critical":2,"ordinary":2})", R"("critical":3,"ordinary":1})") == "H1");
  CHECK(after(R"("critical_served":2)", R"("critical_served":1)") == "H2");
  CHECK(after(R"("crews":[{"team":"a")", R"("crews":[{"team":"b")") == "H3");
  CHECK(after(R"("person":"S3")", R"("person":"S6")") == "H4");
  CHECK(after(R"("person":"S3")", R"("person":"S5")") == "H5");
  CHECK(after(R"("custody":"key_b")", R"("custody":"none")") == "H6");
  CHECK(after(R"("opens_on":"2021-01-08")", R"("opens_on":"2021-01-09")") == "H9");
  CHECK(after(R"("gate":"东卡口")", R"("gate":"西卡口")") == "H10");
  CHECK(after(R"("van_runs":[{"day":"2021-01-08")", R"("van_runs":[{"day":"2021-01-09")") == "H11");
  CHECK(after(R"("float_left":800000)", R"("float_left":800001)") == "H12");
  CHECK(after(R"("wipes_left":650)", R"("wipes_left":651)") == "H13");
  CHECK(after(R"("who":"S6")", R"("who":"S5")") == "L5");
  CHECK(after(R"("value":888)", R"("value":887)") == "L6");
  CHECK(after(R"("bound":888)", R"("bound":889)") == "bound");
  CHECK(after(R"("value":"6")", R"("value":"5")") == "why");
  CHECK(after(R"("cost":5000000000)", R"("cost":4000000000)") == "why");
  CHECK(after("戊", "庚") == "file");
  CHECK(after(R"("policy_version":1)", R"("policy_version":2)") == "file");
  CHECK(after(R"("zone":"Z")", R"("zone":"Y")") == "file");
}

TEST_CASE("a weaker bound or another price is no lie, a stronger bound without prices is") {
  CHECK(after(R"("bound":888)", R"("bound":5)") == "");
  CHECK(after(R"("price":111)", R"("price":112)") == "");
  CHECK(after(R"("price":111)", R"("price":110)") == "bound");
  CHECK(after(R"({"level":"L6","row":"1/serve","price":111})", "") == "bound");
  CHECK(after(R"("row":"1/serve")", R"("row":"01/serve")") == "bound");
  CHECK(after(R"("price":111})", R"("price":111},{"level":"L6","row":"1/serve","price":111})") ==
        "bound");
}

TEST_CASE("the same plan is refused where the world is another") {
  CHECK(in_network("staff.csv", "S1,甲,1,O1,C1", "S1,甲,1,O1,") == "H4");
  CHECK(in_network("staff.csv", "S4,丁,4,O2,C1,,guard,2021-01-06",
                   "S4,丁,4,O2,C1,,guard,2021-01-09") == "H4");
  CHECK(in_network("staff.csv", "teller;vault", "teller") == "H6");
  CHECK(in_network("staff.csv", "lobby", "guard") == "H5");
  CHECK(in_network("passes.csv", "2021-01-08,2021-01-21", "2021-01-10,2021-01-21") == "H1");
  CHECK(in_network("vans.csv", "5000000", "7999") == "H10");
  CHECK(in_network("outlets.csv", "4000,20000", "4000,11999") == "H12");
  CHECK(in_network("supplies.csv", "O1,suit,a,150", "O1,suit,a,149") == "H13");
  CHECK(in_network("supplies.csv", "2021-12-31", "2021-01-08") == "H13");
}

TEST_CASE("measures, tests and pins are obeyed") {
  Files files = small_zone_files();
  const auto with = [&](const std::string& file, const std::string& text) {
    Files more = files;
    more[file] = text;
    return check_plan(read_network(more), small_zone_plan).rule;
  };
  CHECK(with("measures.csv",
             "person,kind,scheme,from,until\nS5,home_isolation,x,2021-01-09,2021-01-20\n") == "H8");
  CHECK(with("tests.csv", "person,sampled_at,result\nS5,2021-01-07T08:00:00+08:00,positive\n") ==
        "H8");
  CHECK(with("pins.csv", "kind,target,reason,until\nperson_excluded,S5,r,2021-01-08\n") == "H14");
  CHECK(with("pins.csv", "kind,target,reason,until\nmust_stay_shut,O1,r,2021-01-08\n") == "H14");
  CHECK(with("pins.csv", "kind,target,reason,until\nmust_open,O2,r,2021-01-08\n") == "H14");
  CHECK(with("pins.csv", "kind,target,reason,until\nmust_open,O2,r,2021-01-07\n") == "");
}

TEST_CASE(
    "who lives with somebody that is kept apart is not fit, in quarantine for the days of watch") {
  Files files = small_zone_files();
  files["staff.csv"] =
      replaced(files["staff.csv"], "O2,C1,,teller", "O2,C1,H,teller") + "S7,庚,7,O3,,H,,\n";
  const auto under = [&](const std::string& row) {
    Files more = files;
    more["measures.csv"] = "person,kind,scheme,from,until\nS7," + row + '\n';
    return check_plan(read_network(more), small_zone_plan).rule;
  };
  CHECK(check_plan(read_network(files), small_zone_plan).rule == "");
  CHECK(under("home_isolation,x,2021-01-01,2021-01-20") == "H8");
  CHECK(under("home_isolation,x,2021-01-10,2021-01-20") == "");
  CHECK(under("central_quarantine,x,2021-01-02,2021-01-22") == "H8");
  CHECK(under("central_quarantine,x,2021-01-01,2021-01-22") == "");
  files["tests.csv"] = "person,sampled_at,result\nS7,2021-01-07T08:00:00+08:00,positive\n";
  CHECK(check_plan(read_network(files), small_zone_plan).rule == "H8");
}

TEST_CASE("households stay in one team and nobody has two places") {
  CHECK(after(R"("who":"S5")", R"("who":"S1")") == "L5");
  Files files = small_zone_files();
  files["policies.csv"] = "key,zone,outlet,from,value\nshift_team_days,,,2021-01-01,1\n";
  const auto result =
      check_plan(read_network(files),
                 replaced(small_zone_plan, R"("policy_version":1)", R"("policy_version":2)"));
  CHECK(result.rule == "H3");  // Two teams need two crews.
}
