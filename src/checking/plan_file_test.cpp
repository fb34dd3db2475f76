#include "checking/plan_file.h"

#include <doctest/doctest.h>

#include "checking/broken.h"

using namespace waystation::checking;

namespace {

const std::string smallest =
    R"({"format":1,"zone":"Z","from":"2021-01-08","days":14,"policy_version":1,"outlets":[{"outlet":"O",)"
    R"("verdict":"cannot_open","windows":0,"crews":[],"backups":[],"suit_cover_days":0,"wipe_cover_days":0,)"
    R"("cash_need":0,"days":[],"conflict":[{"rule":"H5","code":"why.x","facts":[]}]}],"flows":[],)"
    R"("van_runs":[{"day":"2021-01-08","van":"V","gate":"north","from":"08:00","to":"08:30","stops":["O"]}],)"
    R"("levels":[],"multipliers":[],"names":{}})";

std::string changed(std::string from, std::string to) {
  std::string text = smallest;
  text.replace(text.find(from), from.size(), to);
  return text;
}

std::string where_refused(const std::string& text) {
  try {
    read_plan(text);
  } catch (const Broken& broken) {
    CHECK(broken.rule == "file");
    return broken.where;
  }
  return "accepted";
}

}  // namespace

TEST_CASE("the checker reads a plan file with any white space") {
  CHECK(read_plan(smallest).van_runs[0].to == 510);
  CHECK(read_plan(changed("\"days\":14", "\n \"days\" : 14")).days == 14);
}

TEST_CASE("the checker refuses members that are missing, unknown, reordered or of another type") {
  CHECK(where_refused(changed("\"format\":1,", "")) == "/format");
  CHECK(where_refused(changed("\"format\":1,", "\"format\":1,\"author\":1,")) == "/zone");
  CHECK(where_refused(changed("\"names\":{}", "\"names\":{},\"more\":1")) == "/more");
  CHECK(where_refused(changed("\"from\":\"2021-01-08\",\"days\":14",
                              "\"days\":14,\"from\":\"2021-01-08\"")) == "/from");
  CHECK(where_refused(changed("\"days\":14", "\"days\":14.0")) == "/days");
  CHECK(where_refused(changed("\"days\":14", "\"days\":\"14\"")) == "/days");
  CHECK(where_refused(changed("\"zone\":\"Z\"", "\"zone\":null")) == "/zone");
  CHECK(where_refused(changed("\"from\":\"2021-01-08\"", "\"from\":\"2021-02-30\"")) == "/from");
  CHECK(where_refused(changed("\"08:30\"", "\"8:30\"")) == "/van_runs/0/to");
  CHECK(where_refused(changed("\"facts\":[]", "\"facts\":{}")) == "/outlets/0/conflict/0/facts");
  CHECK(where_refused("[]") == "");
  CHECK_THROWS_AS(read_plan(smallest + "}"), Unreadable);
}
