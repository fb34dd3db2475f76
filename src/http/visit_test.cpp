// From home: take, see, cancel, book; and what is refused.
#include <algorithm>

#include "application/claim_code.h"
#include "http/random_id.h"
#include "http/served_bank.h"

using namespace waystation;
using namespace waystation::http;

namespace {

using std::chrono::minutes;

// A bank at ten o'clock of a weekday, with one window for cash and pensions.
struct Morning {
  std::shared_ptr<Time> now = std::make_shared<Time>(*parse_time("2021-01-08T10:00:00+08:00"));
  ServedBank bank;
  std::string pocket, from = "127.0.0.1";

  explicit Morning(bool secure = false)
      : bank(
            false, [now = now] { return *now; }, secure) {
    bank.give("queue.open-window",
              R"({"outlet":"102221004264","window":1,"services":["cash","pension"]})");
  }
  Request form(const std::string& path, const std::string& body) {
    Request request = bank.request(Method::post, path);
    request.content_type = "application/x-www-form-urlencoded";
    request.body = body;
    request.cookie = pocket.empty() ? "" : "ws-mine=" + pocket;
    request.address = from;
    return request;
  }
  Response send(const std::string& path, const std::string& body) {
    Response out = bank.ask(form(path, body));
    const std::string line = header_in(out, "Set-Cookie");
    if (line.starts_with("ws-mine=")) pocket = line.substr(8, line.find(';') - 8);
    return out;
  }
  std::string key() { return to_text(random_id()); }
  Response take(const std::string& more = "service=cash&priority=ordinary") {
    return send("/p/102221004264/take", "key=" + key() + '&' + more);
  }
  Response book(const std::string& band, const std::string& more = "") {
    return send(
        "/p/102221004264/book",
        "key=" + key() + "&service=cash&priority=ordinary&day=2021-01-09&band=" + band + more);
  }
  Response mine() {
    Request request = bank.request(Method::get, "/p/mine", "ws-mine=" + pocket);
    return bank.ask(request);
  }
  Response find(const std::string& number, const std::string& code) {
    return send("/p/find", "outlet=102221004264&number=" + number + "&code=" + code);
  }
  std::string code_of(const std::string& id) {
    return claim_code(bank.data.journal(), {"102221004264"}, id);
  }
  const queue::Queue& queue() {
    standing = bank.desk.standing();
    return standing->bank.queues.outlets.at({"102221004264"});
  }
  std::shared_ptr<const Standing> standing;
};

bool has(const Response& response, std::string_view words) {
  return response.bytes().find(words) != std::string_view::npos;
}

std::string refusal(const Response& response) {
  constexpr std::string_view mark = "data-refusal=\"";
  const auto at = response.bytes().find(mark);
  if (at == std::string_view::npos) return "";
  const auto rest = response.bytes().substr(at + mark.size());
  return std::string(rest.substr(0, rest.find('"')));
}

}  // namespace

TEST_CASE("a number is taken from home, seen with its place, and given back") {
  Morning day;
  CHECK(has(day.bank.get("/p/102221004264/take"), "value=\"pension\""));
  CHECK_FALSE(has(day.bank.get("/p/102221004264/take"), "value=\"passbook\""));
  const Response first = day.take();
  REQUIRE(first.status == 200);
  CHECK(has(first, ">A001<"));
  CHECK(has(first, day.code_of("2021-01-08-A001")));
  CHECK(header_in(first, "Refresh") == "30; url=/p/mine");
  day.take();
  const Response both = day.mine();
  CHECK(has(both, ">A001<"));
  CHECK(has(both, ">A002<"));
  CHECK(has(both, "1 人"));
  CHECK(day.queue().tickets.at({"2021-01-08-A002"}).channel == queue::Channel::phone);

  const std::string token =
      claim_token(day.bank.data.journal(), {"102221004264"}, "2021-01-08-A001");
  const std::string body = "outlet=102221004264&number=2021-01-08-A001&token=" + token;
  CHECK(day.send("/p/mine/cancel", body).status == 200);
  CHECK(day.queue().tickets.at({"2021-01-08-A001"}).stage == queue::Stage::cancelled);
  CHECK_FALSE(has(day.mine(), ">A001<"));
  const Response twice = day.send("/p/mine/cancel", body);
  CHECK(twice.status == 409);
  CHECK(refusal(twice) == "queue.ticket-over");
  CHECK(refusal(day.send("/p/mine/cancel",
                         "outlet=102221004264&number=2021-01-08-A002&token=0000000000000000")) ==
        "claim.wrong");
}

TEST_CASE("a form sent twice takes one number, and sent otherwise none") {
  Morning day;
  const std::string key = "key=" + day.key();
  const std::string body = key + "&service=cash&priority=ordinary";
  CHECK(has(day.send("/p/102221004264/take", body), ">A001<"));
  CHECK(has(day.send("/p/102221004264/take", body), ">A001<"));
  CHECK(day.queue().figures.taken == 1);
  const Response other =
      day.send("/p/102221004264/take", key + "&service=pension&priority=ordinary");
  CHECK(other.status == 422);
  CHECK(refusal(other) == "desk.id-used-otherwise");
}

TEST_CASE("priority and proxy are claims that the ticket carries to the door") {
  Morning day;
  day.take("service=pension&priority=elderly&proxy=kin&holders=2");
  const auto& ticket = day.queue().tickets.at({"2021-01-08-B001"});
  CHECK(ticket.priority == queue::Priority::elderly);
  REQUIRE(ticket.proxy);
  CHECK(ticket.proxy->card_holders == 2);
  CHECK(refusal(day.take("service=cash&priority=ordinary&proxy=kin&holders=9")) ==
        "queue.proxy-holders-out-of-range");
}

TEST_CASE("who comes from home is told when, and the ticket follows the queue to its end") {
  Morning day;
  for (int i = 0; i < 5; ++i)
    day.bank.give(
        "queue.take",
        R"({"outlet":"102221004264","service":"cash","priority":"ordinary","channel":"paper"})");
  day.take();
  CHECK(has(day.mine(), "5 人"));
  CHECK(has(day.mine(), "10:15"));  // Five at five minutes are half past less five, ten early.
  for (int i = 1; i <= 6; ++i) {
    day.bank.give("queue.call", R"({"outlet":"102221004264","window":1})");
    if (i == 6) CHECK(has(day.mine(), "叫到您了"));
    if (i == 6) CHECK(header_in(day.mine(), "Refresh") != "");
    day.bank.give("queue.serve", R"({"outlet":"102221004264","window":1})");
    day.bank.give("queue.finish", R"({"outlet":"102221004264","window":1})");
  }
  const Response done = day.mine();
  CHECK(has(done, "已经办完"));
  CHECK(has(done, "/p/102221004264/take"));
  CHECK(header_in(done, "Refresh") == "");
}

TEST_CASE("closing in the evening does not lose a number; the next day it goes first") {
  Morning day;
  day.take();
  day.bank.give("queue.close-day", R"({"outlet":"102221004264","remaining":"carried_over"})");
  CHECK(has(day.mine(), "下个营业日先叫您"));
  CHECK(refusal(day.take()) == "queue.day-over");
  *day.now += minutes(24 * 60);
  CHECK(has(day.find("A1", day.code_of("2021-01-08-A001")), ">A001<"));
  day.bank.give("queue.open-window", R"({"outlet":"102221004264","window":1,"services":["cash"]})");
  CHECK(has(day.mine(), "今天先叫"));
  day.bank.give("queue.cancel", R"({"outlet":"102221004264","ticket":"2021-01-08-A001"})");
  *day.now += minutes(24 * 60);
  day.bank.give("queue.open-window", R"({"outlet":"102221004264","window":1,"services":["cash"]})");
  const Response old = day.mine();
  CHECK(has(old, "重新取号"));
  CHECK(old.status == 200);
}

TEST_CASE("a number is found by its code, which does not follow from the number") {
  Morning day;
  for (int i = 0; i < 40; ++i)
    day.bank.give(
        "queue.take",
        R"({"outlet":"102221004264","service":"cash","priority":"ordinary","channel":"paper"})");
  std::vector<std::string> codes;
  for (int i = 10; i < 40; ++i) codes.push_back(day.code_of("2021-01-08-A0" + std::to_string(i)));
  std::ranges::sort(codes);
  CHECK(std::unique(codes.begin(), codes.end()) - codes.begin() > 25);
  CHECK(claim_code(day.bank.data.journal(), {"102221004221"}, "2021-01-08-A010") !=
        day.code_of("2021-01-08-A010"));
  CHECK(has(day.find("a3", day.code_of("2021-01-08-A003")), ">A003<"));

  Morning stranger;
  CHECK(refusal(stranger.find("A999", "0000")) == "claim.wrong");
  CHECK(refusal(stranger.find("<b>", "0000")) == "claim.wrong");
  stranger.take();
  stranger.pocket.clear();
  int tries = 2;
  while (refusal(stranger.find("A001", "x")) == "claim.wrong") ++tries;
  CHECK(tries == 10);
  const Response right = stranger.find("A001", stranger.code_of("2021-01-08-A001"));
  CHECK(right.status == 429);
  CHECK(refusal(right) == "limit.code");
  CHECK(std::stoi(header_in(right, "Retry-After")) > 0);
  stranger.from = "198.51.100.7";
  CHECK(stranger.find("A001", stranger.code_of("2021-01-08-A001")).status == 200);
}

TEST_CASE("a made-up pocket shows nothing") {
  Morning day;
  day.take();
  day.pocket = "102221004264.2021-01-08-A001.0000000000000000~102221004264.<i>.1~C-";
  CHECK_FALSE(has(day.mine(), ">A001<"));
  CHECK(has(day.mine(), "还没有号"));
}

TEST_CASE("a flood from one address is refused by name, and others are unharmed") {
  Morning day;
  int taken = 0;
  while (day.take().status == 200) ++taken;
  CHECK(taken == 30);
  const Response no = day.take();
  CHECK(no.status == 429);
  CHECK(refusal(no) == "limit.address");
  CHECK(std::stoi(header_in(no, "Retry-After")) == 120);
  day.from = "127.0.0.2";
  CHECK(day.take().status == 200);
  day.from = "2001:db8::1";
  CHECK(day.take().status == 200);
}

TEST_CASE("many addresses together do not flood one outlet") {
  Morning day;
  int taken = 0;
  Response last;
  do {
    day.from = "198.51.100." + std::to_string(taken);
    last = day.take();
  } while (last.status == 200 && ++taken);
  CHECK(taken >= 60);
  CHECK(taken < 70);
  CHECK(refusal(last) == "limit.outlet");
}

TEST_CASE("behind our own proxy the limits count whom it names, and without one nobody's word") {
  for (const bool secure : {true, false}) {
    Morning day(secure);
    int taken = 0;
    for (int i = 0; i < 40; ++i) {
      Request request =
          day.form("/p/102221004264/take", "service=cash&priority=ordinary&key=" + day.key());
      request.forwarded = true;
      request.forwarded_for =
          "203.0.113." + std::to_string(i) + ", 198.51.100." + std::to_string(i / 20);
      if (day.bank.ask(request).status == 200) ++taken;
    }
    CHECK(taken == (secure ? 40 : 30));
  }
}

TEST_CASE("a time is booked, with a sealed contact that goes when it is cancelled") {
  Morning day;
  CHECK(has(day.bank.get("/p/102221004264/book?day=2021-01-09"), "还剩 6"));
  const Response booked = day.book("09:30", "&contact=024-00001234");
  REQUIRE(booked.status == 200);
  CHECK(has(booked, "已约好"));
  CHECK_FALSE(has(booked, "00001234"));
  REQUIRE(day.queue().bookings.size() == 1);
  const auto& [id, booking] = *day.queue().bookings.begin();
  REQUIRE(booking.contact);
  CHECK(booking.contact->sealed_at > 0);
  CHECK(booking.person.text.starts_with("C-"));
  CHECK(has(day.find(id.text, day.code_of(id.text)), "09:30"));
  CHECK(refusal(day.book("10:00")) == "queue.booking-live");

  const std::string token = claim_token(day.bank.data.journal(), {"102221004264"}, id.text);
  const PersonId person = booking.person;
  const Personal sealed = *booking.contact;
  CHECK(day.send("/p/mine/cancel", "outlet=102221004264&number=" + id.text + "&token=" + token)
            .status == 200);
  CHECK(day.queue().bookings.empty());
  CHECK_FALSE(day.bank.data.journal().open(person, "contact", sealed));
  CHECK(day.book("10:00").status == 200);
}

TEST_CASE("a full time has a waitlist, and both have an end") {
  Morning day;
  for (int i = 0; i < 6; ++i) {
    day.pocket.clear();
    CHECK(has(day.book("09:30"), "已约好"));
  }
  day.pocket.clear();
  CHECK(has(day.book("09:30"), "在候补名单上"));
  CHECK(has(day.bank.get("/p/102221004264/book?day=2021-01-09"), "可候补"));
  Response last;
  for (int i = 0; i < 10; ++i) {
    day.pocket.clear();
    last = day.book("09:30");
  }
  CHECK(refusal(last) == "queue.waitlist-full");
}

TEST_CASE("what a form lacks or overdoes is refused by name, and nothing happens") {
  Morning day;
  const std::string long_field = "key=" + std::string(300, 'x');
  const std::string key = "key=01ARZ3NDEKTSV4RRFFQ69G5FAV";
  const std::string proxy = key + "&service=cash&priority=ordinary&proxy=";
  const std::string band = key + "&service=cash&priority=ordinary&day=2021-01-09";
  const std::vector<std::tuple<std::string, std::string, std::string>> tries = {
      {"/p/102221004264/take", "service=cash&priority=ordinary", "form.key"},
      {"/p/102221004264/take", key + "&service=gold&priority=ordinary", "form.choice"},
      {"/p/102221004264/take", key + "&service=cash&priority=vip", "form.choice"},
      {"/p/102221004264/take", proxy + "friend", "form.choice"},
      {"/p/102221004264/take", proxy + "kin&holders=99", "form.choice"},
      {"/p/102221004264/take", long_field, "form.field-too-long"},
      {"/p/102221004264/take", "key=%00", "form.not-text"},
      {"/p/102221004264/take", key + "&service=passbook&priority=ordinary",
       "queue.service-not-given"},
      {"/p/102221000000/take", key + "&service=cash&priority=ordinary", "outlet.unknown"},
      {"/p/102221004264/book", band, "form.choice"},
      {"/p/102221004264/book", band + "&band=09:40", "queue.band-not-on-grid"},
      {"/p/102221004264/book", band + "&band=09:30&contact=%3Cb%3E", "form.contact"}};
  for (const auto& [path, body, code] : tries) {
    const Response no = day.send(path, body);
    CHECK_MESSAGE(refusal(no) == code, path, " ", body);
    CHECK(no.status >= 400);
  }
  CHECK(day.queue().figures.taken == 0);
  CHECK(day.send("/p/elsewhere", "a=b").status == 404);
  CHECK(code_in(day.bank.post("/p/102221004264/take", "{}")) == "http.form-only");
}

TEST_CASE("a number from home keeps to the hours, and its role does nothing else") {
  Morning day;
  *day.now += minutes(7 * 60);
  CHECK(refusal(day.take()) == "queue.outside-hours");
  CHECK(has(day.bank.get("/p/102221004264/take"), "不能在家取号"));
  const auto as_visitor = [&](const char* command, const char* body) {
    const Answer answer = day.bank.desk.ask(Order{.id = day.bank.next_id(),
                                                  .command = command,
                                                  .body = body,
                                                  .by = public_actor,
                                                  .role = Role::visitor,
                                                  .scope = {},
                                                  .at = {},
                                                  .if_match = {}});
    return answer.result ? "" : answer.result.error().code;
  };
  *day.now += minutes(16 * 60);
  CHECK(
      as_visitor(
          "queue.take",
          R"({"outlet":"102221004264","service":"cash","priority":"ordinary","channel":"paper"})") ==
      "queue.visitor-channel");
  CHECK(as_visitor("queue.call", R"({"outlet":"102221004264","window":1})") == "authority.role");
  CHECK(as_visitor("outlet.close",
                   R"({"outlet":"102221004264","customers_served":0,"reason":"x"})") ==
        "authority.role");
  std::vector<std::string> may;
  for (const CommandRow& row : all_commands())
    if (row.roles & the_public) may.emplace_back(row.name);
  CHECK(may == std::vector<std::string>{"contactless.ask", "contactless.divert",
                                        "contactless.withdraw", "queue.book", "queue.cancel",
                                        "queue.cancel-booking", "queue.forget", "queue.take",
                                        "station.report-fault"});
}

TEST_CASE("a ticket on paper is printed by its crew, and by nobody else") {
  Morning day;
  day.take();
  const std::string path = "/slip/102221004264/2021-01-08-A001";
  CHECK(day.bank.get(path).status == 401);
  day.bank.account("teller", Role::teller, "SY/102221004264");
  day.bank.account("elsewhere", Role::city_command, "DL");
  day.bank.account("auditor", Role::auditor, "");
  const Response slip = day.bank.get(path, day.bank.cookie_of("teller"));
  CHECK(slip.status == 200);
  CHECK(has(slip, day.code_of("2021-01-08-A001")));
  CHECK(has(slip, "<svg"));
  CHECK(day.bank.get(path, day.bank.cookie_of("elsewhere")).status == 404);
  CHECK(day.bank.get(path, day.bank.cookie_of("auditor")).status == 403);
  CHECK(code_in(day.bank.get("/slip/102221004264/2021-01-08-A777", day.bank.cookie_of("teller"))) ==
        "queue.ticket-unknown");
}
