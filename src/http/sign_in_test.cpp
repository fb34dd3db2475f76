#include "http/served_bank.h"

namespace waystation::http {

static const std::string good = "correct horse battery staple";

static std::string token_in(const Response& response) {
  const std::string line = header_in(response, "Set-Cookie");
  return line.substr(0, line.find(';'));
}

TEST_CASE("the one-time code makes the first administrator, once") {
  ServedBank bank;
  const auto enrol = [&](const std::string& account, const std::string& password) {
    return bank.post("/api/enrol", R"({"code":")" + bank.enrol_code + R"(","account":")" + account +
                                       R"(","password":")" + password + R"("})");
  };
  CHECK(code_in(enrol("boss", "short")) == "password.too-short");
  CHECK(code_in(enrol("boss", std::string(257, 'x'))) == "password.too-long");
  const Response made = enrol("boss", good);
  REQUIRE_MESSAGE(made.status == 200, made.body);
  CHECK(made.body.find(R"("role":"administrator")") != std::string::npos);
  CHECK(bank.get("/api/session", token_in(made)).body.find(R"("account":"boss")") !=
        std::string::npos);
  CHECK(code_in(enrol("thief", good)) == "enrol.code-wrong");
}

TEST_CASE("signing in gives a new cookie that no script reads and no other site sends") {
  ServedBank bank;
  REQUIRE(bank.data.credentials().set_password({"LN-command"}, good).has_value());
  const auto sign_in = [&](const std::string& password) {
    return bank.post("/api/session", R"({"account":"LN-command","password":")" + password + R"("})",
                     "ws=fixed");
  };
  const Response in = sign_in(good);
  REQUIRE_MESSAGE(in.status == 200, in.body);
  const std::string line = header_in(in, "Set-Cookie");
  CHECK(line.find("; Path=/; HttpOnly; SameSite=Strict") != std::string::npos);
  CHECK(token_in(in) != "ws=fixed");
  CHECK(token_in(in).size() >= 46);  // 256 bits in base64.
  CHECK(bank.get("/api/views/cities", token_in(in)).status == 200);
  CHECK(sign_in("wrong but long enough").status == 401);
}

TEST_CASE("signing out ends the session everywhere") {
  ServedBank bank;
  const std::string cookie = bank.cookie_of("LN-command");
  REQUIRE(bank.get("/api/views/cities", cookie).status == 200);
  const Response out = bank.ask(bank.request(Method::remove, "/api/session", cookie));
  CHECK(out.status == 204);
  CHECK(header_in(out, "Set-Cookie").find("Max-Age=0") != std::string::npos);
  CHECK(bank.get("/api/views/cities", cookie).status == 401);
}

TEST_CASE("a disabled account has no session any more") {
  ServedBank bank;
  bank.account("leaver", Role::inspector, "");
  const std::string cookie = bank.cookie_of("leaver");
  REQUIRE(bank.get("/api/views/cities", cookie).status == 200);
  bank.give("account.disable", R"({"account":"leaver"})");
  CHECK(bank.get("/api/views/cities", cookie).status == 401);
}

TEST_CASE("personas are for the demonstration only, and only at the machine itself") {
  const std::string body = R"({"persona":"LN-command"})";
  ServedBank real;
  CHECK(code_in(real.post("/api/session", body)) == "sign-in.no-demonstration");
  CHECK(real.get("/api/session").body.find(R"("personas":[])") != std::string::npos);

  ServedBank demo(true);
  const Response in = demo.post("/api/session", body);
  REQUIRE_MESSAGE(in.status == 200, in.body);
  CHECK(in.body.find(R"("demo":true)") != std::string::npos);
  CHECK(demo.get("/api/views/cities", token_in(in)).status == 200);
  CHECK(demo.post("/api/session", R"({"persona":"nobody"})").status == 404);

  Request rebound = demo.request(Method::get, "/api/session");
  rebound.host = "evil.example:8080";
  CHECK(demo.ask(rebound).status == 421);
}

TEST_CASE("an address that tries many passwords waits longer each time") {
  Turnstile turnstile;
  Turnstile::Moment now{};
  for (int i = 0; i < Turnstile::free_tries; ++i) turnstile.failed("a", now);
  CHECK(turnstile.seconds_to_wait("a", now) == 0);
  turnstile.failed("a", now);
  CHECK(turnstile.seconds_to_wait("a", now) == 1);
  CHECK(turnstile.seconds_to_wait("b", now) == 0);
  for (int i = 0; i < 20; ++i) turnstile.failed("a", now);
  CHECK(turnstile.seconds_to_wait("a", now) == 60);
  CHECK(turnstile.seconds_to_wait("a", now + std::chrono::seconds(60)) == 0);
  turnstile.passed("a");
  turnstile.failed("a", now);
  CHECK(turnstile.seconds_to_wait("a", now) == 0);
}

}  // namespace waystation::http
