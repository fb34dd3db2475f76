// Every refusal of the routes by its code, which the web translates; the statuses are in
// routes_test.cpp.
#include "http/served_bank.h"

namespace waystation::http {

static const std::string switch_command = "/api/commands/outlet.switch-self-service";

TEST_CASE("who has no session, no JSON or no key is told which") {
  ServedBank bank;
  CHECK(code_in(bank.post(switch_command, "{}")) == "session.none");
  Request request = bank.request(Method::post, switch_command, bank.cookie_of("LN-command"));
  CHECK(code_in(bank.ask(request)) == "http.json-only");
  request.content_type = "application/json";
  CHECK(code_in(bank.ask(request)) == "http.key-required");
}

TEST_CASE("what is not there is refused by the name of what was asked for") {
  ServedBank bank;
  const std::string cookie = bank.cookie_of("LN-command");
  CHECK(code_in(bank.get("/api/nothing")) == "http.no-such-page");
  CHECK(code_in(bank.post("/healthz", "{}")) == "http.method");
  CHECK(code_in(bank.get("/api/views/nothing", cookie)) == "view.unknown");
  CHECK(code_in(bank.get("/api/export/nothing.csv", cookie)) == "export.unknown");
  CHECK(code_in(bank.get("/api/export/outlets.doc", cookie)) == "export.unknown");
}

TEST_CASE("a table comes with its name, and never as a form of another site could send it") {
  ServedBank bank;
  Request request = bank.request(Method::post, "/api/import", bank.cookie_of("LN-command"));
  for (const char* form : {"", "text/plain", "multipart/form-data"}) {
    request.content_type = form;
    CHECK(code_in(bank.ask(request)) == "http.json-only");
  }
  request.content_type = "text/csv";
  CHECK(code_in(bank.ask(request)) == "import.name-missing");
}

TEST_CASE("a demonstration answers to names of this machine only") {
  ServedBank bank(true);
  Request request = bank.request(Method::get, "/healthz");
  request.host = "bank.example";
  CHECK(code_in(bank.ask(request)) == "http.other-host");
}

TEST_CASE("a server that stops is no longer ready") {
  ServedBank bank;
  bank.routes.stop_taking();
  CHECK(code_in(bank.get("/readyz")) == "desk.not-ready");
}

// What a worker uses outlives the bank, which waits for its workers.
TEST_CASE("who comes while all workers are busy and the queue is full is told to come again") {
  std::promise<void> gate;
  const std::shared_future<void> opened(gate.get_future());
  std::string code;
  ServedBank bank;
  const Request request =
      bank.request(Method::get, "/api/export/outlets.csv", bank.cookie_of("LN-command"));
  // Each answer holds its worker until the gate opens, so the queue fills.
  const auto hear = [&code, opened](const Response& response) {
    if (code_in(response) != "http.busy") return opened.wait();
    code = code_in(response);
  };
  for (int clients = 0; clients < 100 && code.empty(); ++clients) bank.routes.answer(request, hear);
  gate.set_value();
  CHECK(code == "http.busy");
}

TEST_CASE("our own failure behind a request is told without detail") {
  std::promise<std::string> told;
  bool failed = false;
  ServedBank bank;
  bank.routes.answer(
      bank.request(Method::get, "/api/export/outlets.csv", bank.cookie_of("LN-command")),
      [&](const Response& response) {
        if (!std::exchange(failed, true)) throw std::runtime_error("the disk of the secret server");
        CHECK(response.bytes().find("secret") == std::string_view::npos);
        told.set_value(code_in(response));
      });
  CHECK(told.get_future().get() == "http.failed");
}

}  // namespace waystation::http
