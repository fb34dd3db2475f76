// From the road: find a rest station, say what is wrong there, and what can be done without coming.
#include "application/claim_code.h"
#include "http/random_id.h"
#include "http/served_bank.h"

using namespace waystation;
using namespace waystation::http;

namespace {

constexpr auto station_outlet = "102221004264";
const std::string own = "/p/102221004264";

struct Road {
  std::shared_ptr<Time> now = std::make_shared<Time>(*parse_time("2021-01-08T10:00:00+08:00"));
  ServedBank bank{false, [now = now] { return *now; }};

  Road() {
    bank.give("zone.add-community",
              R"({"community":"C1","title":"塔湾社区","city":"SY","at":{"lon_e6":123410000,)"
              R"("lat_e6":41800000},"position_source":"synthetic","people":1,"card_customers":1,)"
              R"("elderly_permille":1})");
    bank.give("station.publish",
              R"({"outlet":"102221004264","amenities":["water","toilet"],"corners":["book_bar"],)"
              R"("audiences":["courier"],"from":"07:00","till":"19:00","notice":"<测温>",)"
              R"("valid_days":30})");
  }
  Response send(const std::string& path, const std::string& body) {
    Request request = bank.request(Method::post, path);
    request.content_type = "application/x-www-form-urlencoded";
    request.body = body;
    return bank.ask(request);
  }
  std::string key() { return "key=" + to_text(random_id()); }
  Response ask_call(const std::string& contact = "024-12345678") {
    return send(own + "/call", key() + "&kind=mobile_bank_help&segment=elderly&day=2021-01-08" +
                                   "&window=11:00-13:00&contact=" + contact);
  }
  Response withdraw(const std::string& number, const std::string& code) {
    return send(own + "/call/withdraw", "number=" + number + "&code=" + code);
  }
};

bool says(const Response& response, std::string_view words) {
  return response.bytes().find(words) != std::string_view::npos;
}

std::string refused_as(const Response& response) {
  constexpr std::string_view mark = "data-refusal=\"";
  const auto at = response.bytes().find(mark);
  if (at == std::string_view::npos) return "";
  const auto rest = response.bytes().substr(at + mark.size());
  return std::string(rest.substr(0, rest.find('"')));
}

}  // namespace

TEST_CASE("a station is found by what is needed, who one is and where one lives") {
  Road road;
  const Response all = road.bank.get("/p/stations");
  CHECK(all.status == 200);
  CHECK(says(all, "沈阳向工街支行"));
  CHECK(says(all, "热水"));
  CHECK(says(road.bank.get("/p/stations?need=water&need=toilet&who=courier&open=yes"), "向工街"));
  for (const char* none : {"?need=printer", "?who=traffic_police", "?need=water&need=fridge"})
    CHECK_MESSAGE(says(road.bank.get(std::string("/p/stations") + none), "没有找到"), none);
  CHECK(says(road.bank.get("/p/stations?need=nonsense&who=&open=maybe"), "向工街"));
  CHECK(says(road.bank.get("/p/stations?place=C1"), "直线 820 米"));
  *road.now += std::chrono::hours{11};
  CHECK(says(road.bank.get("/p/stations?open=yes"), "没有找到"));
  CHECK(says(road.bank.get("/p/stations?lang=en&need=toilet"), "Toilet"));
}

TEST_CASE("the switches of language and size keep what was asked, and only that") {
  Road road;
  const Response page = road.bank.get("/p/stations?need=water&need=water&x=%22%3E&who=courier");
  CHECK(says(page, "/p/stations?need=water&amp;who=courier&amp;lang=en"));
  CHECK_FALSE(says(page, "x=\""));
}

TEST_CASE("one press says that an amenity is wrong, once") {
  Road road;
  const Response page = road.bank.get(own + "/station");
  CHECK(page.status == 200);
  CHECK(says(page, "&lt;测温&gt;"));
  CHECK(says(page, "最近没有人核实"));
  CHECK(road.send(own + "/doubt", road.key() + "&amenity=toilet").status == 200);
  const auto bank = road.bank.desk.standing();
  CHECK(bank->bank.stations.at({station_outlet}).items[1].doubted_at == *road.now);
  CHECK(says(road.bank.get(own + "/station"), "待核实"));
  CHECK(refused_as(road.send(own + "/doubt", road.key() + "&amenity=toilet")) ==
        "station.fault-known");
  CHECK(refused_as(road.send(own + "/doubt", road.key() + "&amenity=gold")) == "form.choice");
  CHECK(refused_as(road.send(own + "/doubt", "amenity=water")) == "form.key");
  CHECK(refused_as(road.send("/p/102221000000/doubt", road.key() + "&amenity=water")) ==
        "outlet.unknown");
  CHECK(road.bank.get("/p/102221000000/station").status == 404);
}

TEST_CASE("a call back is asked for without a name, and withdrawn with number and digits") {
  Road road;
  CHECK(says(road.bank.get(own + "/call"), "name=\"contact\""));
  CHECK(says(road.bank.get(own + "/call"), "value=\"09:00-11:00\" selected"));
  const Response noted = road.ask_call();
  REQUIRE(noted.status == 200);
  CHECK(says(noted, ">W001<"));
  const std::string id = "2021-01-08-W001";
  const std::string code = claim_code(road.bank.data.journal(), {station_outlet}, id);
  CHECK(says(noted, code));
  const auto request = [&] {
    return *contactless::request_of(road.bank.desk.standing()->bank, {station_outlet}, {id});
  };
  CHECK(request().contact->text.find("12345678") == std::string::npos);
  CHECK(road.bank.data.journal().open(request().person, "contact", *request().contact) ==
        "024-12345678");
  CHECK(refused_as(road.withdraw("W001", code == "0000" ? "0001" : "0000")) == "claim.wrong");
  CHECK(refused_as(road.withdraw("W002", code)) == "claim.wrong");
  const auto sealed = *request().contact;
  const PersonId person = request().person;
  CHECK(says(road.withdraw("w1", code), "已撤回"));
  CHECK(request().stage == contactless::Stage::withdrawn);
  CHECK_FALSE(road.bank.data.journal().open(person, "contact", sealed));
  CHECK(refused_as(road.withdraw("W001", code)) == "contactless.request-ended");
}

TEST_CASE("the form offers first what is still to come") {
  Road road;
  *road.now += std::chrono::hours{2};
  CHECK(says(road.bank.get(own + "/call"), "value=\"11:00-13:00\" selected"));
  *road.now += std::chrono::hours{5};
  const Response evening = road.bank.get(own + "/call");
  CHECK(says(evening, "value=\"09:00-11:00\" selected"));
  CHECK_FALSE(says(evening, "<option>2021-01-08"));
  CHECK(says(evening, "<option>2021-01-09"));
}

TEST_CASE("a form that is not filled in is refused by its field") {
  Road road;
  CHECK(refused_as(road.ask_call("name")) == "form.contact");
  const std::string head = road.key() + "&segment=elderly&contact=024-12345678";
  CHECK(refused_as(road.send(own + "/call", head + "&kind=gold")) == "form.choice");
  CHECK(refused_as(road.send(own + "/call", head + "&kind=wealth_studio&day=x")) == "form.choice");
  CHECK(refused_as(road.send(
            own + "/call", head + "&kind=wealth_studio&day=2021-01-08&window=9")) == "form.choice");
  CHECK(refused_as(road.send(own + "/call",
                             head + "&kind=wealth_studio&day=2021-01-08&window=07:00-08:00")) ==
        "contactless.window-past");
}

TEST_CASE("wrong digits make an address wait") {
  Road road;
  road.ask_call();
  const std::string code =
      claim_code(road.bank.data.journal(), {station_outlet}, "2021-01-08-W001");
  const std::string wrong = code == "1234" ? "4321" : "1234";
  std::string last;
  for (int i = 0; i < 40 && last != "limit.code"; ++i) last = refused_as(road.withdraw("1", wrong));
  CHECK(last == "limit.code");
  CHECK(refused_as(road.withdraw("1", code)) == "limit.code");
}

TEST_CASE("what can be done at home is counted, and the suppliers of a sealed zone are linked") {
  Road road;
  CHECK(says(road.send(own + "/divert", road.key() + "&kind=mobile_bank_help"), "不用来"));
  CHECK(contactless::tally_on(road.bank.desk.standing()->bank, {station_outlet},
                              *parse_day("2021-01-08"))
            .diverted == 1);
  CHECK(refused_as(road.send(own + "/divert", road.key() + "&kind=gold")) == "form.choice");
  CHECK(says(road.bank.get("/p/contactless"), "现在没有公布"));
  road.bank.give("zone.seal", R"({"zone":"Z1","title":"皇姑区","city":"SY","scheme":"2021-01",)"
                              R"("kind":"key_control_area","outline":[],"communities":["C1"]})");
  road.bank.give(
      "contactless.publish-suppliers",
      R"({"zone":"Z1","suppliers":[{"title":"示例超市","link":"https://shop.example/?a&b",)"
      R"("from":"08:00","till":"18:00"}]})");
  CHECK(says(road.bank.get("/p/contactless"), "href=\"https://shop.example/?a&amp;b\""));
  CHECK(says(road.bank.get("/p/contactless?place=C1"), "皇姑区"));
  CHECK(says(road.bank.get("/p/contactless?lang=en"), "Without coming"));
}
