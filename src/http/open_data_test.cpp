// The feeds as programs read them.
#include "application/calendar.h"
#include "http/served_bank.h"

using namespace waystation;
using namespace waystation::http;

namespace {

struct Feeds {
  std::shared_ptr<Time> now = std::make_shared<Time>(*parse_time("2021-01-08T10:00:00+08:00"));
  ServedBank bank{false, [now = now] { return *now; }};

  json::Element parsed(const Response& response) {
    std::string problem;
    REQUIRE_MESSAGE(parser.parse(response.bytes(), root, problem), problem);
    return root;
  }
  json::Parser parser;
  json::Element root;
};

std::string_view text_at(json::Element root, const char* pointer) {
  std::string_view out;
  const auto failed = root.at_pointer(pointer).get(out);
  REQUIRE_MESSAGE(!failed, pointer);
  return out;
}

bool has(const Response& response, std::string_view words) {
  return response.bytes().find(words) != std::string_view::npos;
}

}  // namespace

TEST_CASE("branches have the shape of the open standard, and what is true now beside it") {
  Feeds feeds;
  feeds.bank.give("outlet.publish-phone", R"({"outlet":"102221004264","phone":"024-00004264"})");
  *feeds.now += std::chrono::minutes(1);
  feeds.bank.give("queue.open-window",
                  R"({"outlet":"102221004264","window":1,"services":["cash"]})");
  const Response feed = feeds.bank.get("/open-data/branches");
  REQUIRE(feed.status == 200);
  const auto root = feeds.parsed(feed);
  const std::string branch = "/data/0/Brand/0/Branch/0/";
  const auto at = [&](const std::string& path) { return text_at(root, (branch + path).c_str()); };
  CHECK(at("Identification") == "102221004264");
  CHECK(at("Type") == "Physical");
  CHECK(at("Availability/StandardAvailability/Day/6/Name") == "Sunday");
  CHECK(at("Availability/StandardAvailability/Day/0/OpeningHours/0/ClosingTime") == "16:30");
  CHECK(at("ContactInfo/0/ContactContent") == "024-00004264");
  CHECK(at("PostalAddress/GeoLocation/GeographicCoordinates/Longitude") == "123.4");
  CHECK(at("x-waystation-live/state") == "open");
  CHECK(at("x-waystation-live/evidence") == "ticket");
  CHECK(at("x-waystation-live/validUntil") == "2021-01-08T04:01:00Z");
  const Response atms = feeds.bank.get("/open-data/atms");
  CHECK(text_at(feeds.parsed(atms), "/data/0/Brand/0/ATM/0/Identification") == "102221004264-1");
  const Response map = feeds.bank.get("/open-data/outlets.geojson");
  CHECK(map.type == "application/geo+json; charset=utf-8");
  CHECK(text_at(feeds.parsed(map), "/features/0/properties/positionSource") == "synthetic");
  CHECK(feeds.bank.get("/open-data/nothing").status == 404);
}

TEST_CASE("a feed that has not changed is not sent again, and any site may read it") {
  Feeds feeds;
  const Response first = feeds.bank.get("/open-data/branches");
  Request again = feeds.bank.request(Method::get, "/open-data/branches");
  again.if_none_match = header_in(first, "ETag");
  CHECK(feeds.bank.ask(again).status == 304);
  *feeds.now += std::chrono::minutes(1);
  CHECK(feeds.bank.ask(again).status == 200);
  std::string head;
  append_head(head, first, {true, true, "now"});
  CHECK(head.find("Cross-Origin-Resource-Policy: cross-origin") != std::string::npos);
  CHECK(header_in(first, "Link") != "");
}

TEST_CASE("a calendar is folded after 75 bytes, and never within a character") {
  std::string line = "SUMMARY:";
  for (int i = 0; i < 60; ++i) line += "消";
  std::string joined;
  std::string rest = folded(line);
  while (!rest.empty()) {
    const auto end = rest.find("\r\n");
    CHECK(end <= 75);
    const std::string part = rest.substr(0, end);
    const std::string_view text = std::string_view(part).substr(joined.empty() ? 0 : 1);
    CHECK((static_cast<unsigned char>(text.front()) & 0xc0) != 0x80);
    joined += text;
    rest.erase(0, end + 2);
  }
  CHECK(joined == line);
  CHECK(folded("A:b") == "A:b\r\n");
}

TEST_CASE("an outlet's public calendar has hours and rounds, and neither people nor vans") {
  Feeds feeds;
  const Response feed = feeds.bank.get("/open-data/calendar/102221004264.ics");
  REQUIRE(feed.status == 200);
  CHECK(feed.type == "text/calendar; charset=utf-8");
  CHECK(feed.bytes().starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  CHECK(has(feed, "UID:hours-102221004264@waystation\r\n"));
  CHECK(has(feed, "DTSTART;TZID=Asia/Shanghai:20210108T090000\r\n"));
  CHECK(has(feed, "TZOFFSETTO:+0800\r\n"));
  CHECK(has(feed, "UID:round-102221004264-counter@waystation"));
  CHECK_FALSE(has(feed, "UID:van-"));
  CHECK_FALSE(has(feed, "UID:shift-"));
  CHECK(feed.bytes().ends_with("END:VCALENDAR\r\n"));
  CHECK(feeds.bank.get("/open-data/calendar/102221000000.ics").status == 404);
  CHECK(feeds.bank.get("/open-data/calendar/.ics").status == 404);
}

TEST_CASE("the crew's calendar needs an address that only its crew can ask for") {
  Feeds feeds;
  feeds.bank.account("teller", Role::teller, "SY/102221004264");
  feeds.bank.account("elsewhere", Role::city_command, "DL");
  const char* ask = "/api/calendar?outlet=102221004264";
  CHECK(feeds.bank.get(ask).status == 401);
  CHECK(feeds.bank.get(ask, feeds.bank.cookie_of("elsewhere")).status == 404);
  const Response named = feeds.bank.get(ask, feeds.bank.cookie_of("teller"));
  REQUIRE(named.status == 200);
  std::string path(text_at(feeds.parsed(named), "/path"));
  CHECK(feeds.bank.get(path).status == 200);
  CHECK(feeds.bank.get("/calendar/0000000000000000~outlet-102221004264~teller.ics").status == 404);
  CHECK(feeds.bank.get("/calendar/nothing").status == 404);
  CHECK(feeds.bank.get("/api/calendar?person=nobody", feeds.bank.cookie_of("LN-command")).status ==
        404);
  feeds.bank.give("account.disable", R"({"account":"teller"})");
  CHECK(feeds.bank.get(path).status == 404);
}
