#include "http/served_bank.h"

namespace waystation::http {

static const std::string off = R"({"outlet":"102221004264","on":false})";
static const std::string switch_command = "/api/commands/outlet.switch-self-service";

TEST_CASE("a command is recorded once, and its retry gets the same answer") {
  ServedBank bank;
  const std::string cookie = bank.cookie_of("LN-command");
  Request request = bank.request(Method::post, switch_command, cookie);
  request.content_type = "application/json";
  request.body = off;
  request.idempotency_key = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
  const Response first = bank.ask(request);
  REQUIRE(first.status == 200);
  CHECK(header_in(first, "ETag") == "\"2\"");
  CHECK(header_in(first, "Idempotent-Replay") == "");
  const auto seq = bank.desk.standing()->as_of_seq;
  const Response second = bank.ask(request);
  CHECK(second.status == 200);
  CHECK(second.body == first.body);
  CHECK(header_in(second, "Idempotent-Replay") == "true");
  CHECK(bank.desk.standing()->as_of_seq == seq);

  request.body = R"({"outlet":"102221004264","on":true})";
  const Response other = bank.ask(request);
  CHECK(other.status == 422);
  CHECK(code_in(other) == "desk.id-used-otherwise");
}

TEST_CASE("a command that was decided on an old version is refused with the current one") {
  ServedBank bank;
  Request request = bank.request(Method::post, switch_command, bank.cookie_of("LN-command"));
  request.content_type = "application/json";
  request.body = off;
  request.idempotency_key = to_text(bank.next_id());
  request.if_match = "\"7\"";
  const Response stale = bank.ask(request);
  CHECK(stale.status == 412);
  CHECK(header_in(stale, "ETag") == "\"1\"");
  CHECK(stale.body.find(R"("version":1)") != std::string::npos);
  request.idempotency_key = to_text(bank.next_id());
  request.if_match = "\"1\"";
  CHECK(bank.ask(request).status == 200);
  request.if_match = "1";
  CHECK(code_in(bank.ask(request)) == "http.version-malformed");
}

TEST_CASE("a command needs a session, JSON, and an id made by the client") {
  ServedBank bank;
  CHECK(bank.post(switch_command, off).status == 401);
  CHECK(bank.post(switch_command, off, "ws=made-up").status == 401);
  const std::string cookie = bank.cookie_of("LN-command");
  Request request = bank.request(Method::post, switch_command, cookie);
  request.body = off;
  request.content_type = "text/plain";
  CHECK(bank.ask(request).status == 415);
  request.content_type = "application/json";
  CHECK(bank.ask(request).status == 428);
  request.idempotency_key = "short";
  CHECK(code_in(bank.ask(request)) == "http.key-malformed");
  CHECK(bank.post("/api/commands/outlet.explode", "{}", cookie).status == 404);
  const Response wrong =
      bank.post(switch_command, R"({"outlet":"102221004264","on":"no"})", cookie);
  CHECK(wrong.status == 400);
  CHECK(wrong.type.starts_with("application/problem+json"));
  CHECK(wrong.body.find("/on: expected true or false") != std::string::npos);
}

TEST_CASE("no page of another site changes anything with the visitor's cookie") {
  ServedBank bank;
  const std::string cookie = bank.cookie_of("LN-command");
  struct Try {
    const char *site, *origin;
    bool allowed;
  };
  const Try tries[] = {{"", "", true},
                       {"same-origin", "http://127.0.0.1:8080", true},
                       {"none", "", true},
                       {"same-site", "", false},
                       {"cross-site", "", false},
                       {"", "http://evil.example", false},
                       {"", "null", false},
                       {"same-origin", "http://127.0.0.1:8081", false}};
  for (const auto& route : Routes::table()) {
    if (route.method == Method::get) continue;
    for (const Try& t : tries) {
      Request request = bank.request(route.method, std::string(route.path), cookie);
      request.content_type = "application/json";
      request.fetch_site = t.site;
      request.origin = t.origin;
      const bool refused = code_in(bank.ask(request)) == "http.cross-site";
      CHECK_MESSAGE(refused == !t.allowed, route.path, " ", t.site, " ", t.origin);
      if (route.method == Method::remove) bank.cookie_of("LN-command");
    }
  }
}

TEST_CASE("every answer of every route carries the security headers") {
  ServedBank bank;
  const std::string cookie = bank.cookie_of("LN-command");
  for (const auto& route : Routes::table())
    for (const std::string& who : {std::string(), cookie}) {
      const Response response = bank.ask(bank.request(route.method, std::string(route.path), who));
      std::string head;
      append_head(head, response, {true, true, "now"});
      for (const char* line :
           {"Content-Security-Policy: default-src 'self';", "frame-ancestors 'none'",
            "object-src 'none'", "base-uri 'none'", "X-Content-Type-Options: nosniff",
            "Referrer-Policy: no-referrer", "Cross-Origin-Opener-Policy: same-origin",
            "Cross-Origin-Resource-Policy: same-origin",
            "Strict-Transport-Security: max-age=31536000", "Cache-Control: "})
        CHECK_MESSAGE(head.find(line) != std::string::npos, route.path, " lacks ", line);
      CHECK(head.find("Access-Control-Allow-Origin") == std::string::npos);
      if (response.status != 204)
        CHECK_MESSAGE(head.find("charset=utf-8") != std::string::npos, route.path);
    }
}

TEST_CASE("nothing private is answered without a session") {
  ServedBank bank;
  for (const auto& route : Routes::table()) {
    if (route.door != Door::signed_in) continue;
    CHECK_MESSAGE(bank.ask(bank.request(route.method, std::string(route.path))).status == 401,
                  route.path);
  }
}

TEST_CASE("counts and the contract are for who runs the server") {
  ServedBank bank;
  bank.account("admin", Role::administrator, "");
  for (const char* path : {"/metrics", "/api/openapi.json"}) {
    CHECK(bank.get(path).status == 200);
    Request outside = bank.request(Method::get, path);
    outside.loopback = false;
    CHECK(bank.ask(outside).status == 404);
    outside.cookie = bank.cookie_of("admin");
    CHECK(bank.ask(outside).status == 200);
    Request through_proxy = bank.request(Method::get, path);
    through_proxy.forwarded = true;
    CHECK(bank.ask(through_proxy).status == 404);
  }
}

TEST_CASE("a view that has not changed is not sent again") {
  ServedBank bank;
  const std::string cookie = bank.cookie_of("LN-command");
  const Response first = bank.get("/api/views/cities", cookie);
  REQUIRE_MESSAGE(first.status == 200, first.bytes());
  Request again = bank.request(Method::get, "/api/views/cities", cookie);
  again.if_none_match = header_in(first, "ETag");
  const Response second = bank.ask(again);
  // The minute may have turned between the two.
  CHECK((second.status == 304 || header_in(second, "ETag") != again.if_none_match));
  bank.give("city.add", R"({"city":"AS","title":"鞍山市","time_zone":"Asia/Shanghai"})");
  CHECK(bank.ask(again).status == 200);
  CHECK(bank.get("/api/views/nothing", cookie).status == 404);
}

TEST_CASE("wrong methods and pages that are not there are refused as problems") {
  ServedBank bank;
  CHECK(bank.post("/healthz", "{}").status == 405);
  CHECK(bank.get("/api/nothing").status == 404);
  CHECK(bank.get("/healthz").body == R"({"status":"ok"})");
  CHECK(bank.get("/readyz").status == 200);
  bank.routes.stop_taking();
  const Response draining = bank.get("/readyz");
  CHECK(draining.status == 503);
  CHECK(header_in(draining, "Retry-After") == "1");
}

TEST_CASE(
    "the built-in page stands in for pages that were not built, on every path of the application") {
  ServedBank bank;
  for (const char* path : {"/", "/board", "/plans/p1", "/index.html"}) {
    const Response page = bank.get(path);
    CHECK(page.status == 200);
    CHECK(page.bytes().find("npm run build") != std::string_view::npos);
  }
  CHECK(bank.get("/no-such.js").status == 404);
  Request again = bank.request(Method::get, "/");
  again.if_none_match = header_in(bank.get("/"), "ETag");
  CHECK(bank.ask(again).status == 304);
}

}  // namespace waystation::http
