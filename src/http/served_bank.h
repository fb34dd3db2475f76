#pragma once
// For tests: a small bank in a temporary folder behind the routes, and a visitor who asks it
// things.
#include <doctest/doctest.h>
#include <stdlib.h>

#include <future>

#include "http/routes.h"
#include "storage/folder.h"

namespace waystation::http {

struct TemporaryFolder {
  std::filesystem::path path;
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "http-XXXXXX").string();
    path = ::mkdtemp(pattern.data());
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path); }
  TemporaryFolder(const TemporaryFolder&) = delete;
};

struct ServedBank {
  TemporaryFolder folder;
  std::string enrol_code = DataFolder::create(folder.path / "data");
  DataFolder data{folder.path / "data"};
  Desk desk;
  StaticFiles files{std::filesystem::path()};
  Routes routes;
  std::uint64_t last_key = 0;

  static constexpr auto outlet = "102221004264";
  static constexpr auto city = "SY";

  explicit ServedBank(bool demo = false, Clock clock = system_clock_now, bool secure = false)
      : desk(data.journal(), clock),
        routes(Service{.desk = desk,
                       .credentials = data.credentials(),
                       .files = files,
                       .clock = clock,
                       .demo = demo,
                       .secure = secure}) {
    give("city.add", R"({"city":"SY","title":"沈阳市","time_zone":"Asia/Shanghai"})");
    give("city.add", R"({"city":"DL","title":"大连市","time_zone":"Asia/Shanghai"})");
    give(
        "outlet.register",
        R"({"outlet":"102221004264","title":"沈阳向工街支行","city":"SY","district":"","address":"",)"
        R"("at":{"lon_e6":123400000,"lat_e6":41800000},"position_source":"synthetic",)"
        R"("kind":"sub_branch","windows":2,"machines":1,"lobby_m2":80,"seats":12,"opens":"09:00",)"
        R"("closes":"16:30","cash_float":0,"cash_limit":100000000})");
    account("LN-command", Role::province_command, "");
  }

  CommandId next_id() {
    CommandId id{};
    ++last_key;
    for (std::size_t i = 0; i < 8; ++i) id[i] = static_cast<unsigned char>(last_key >> (8 * i));
    return id;
  }
  void give(const std::string& command, const std::string& body,
            Role role = Role::province_command) {
    const Answer answer = desk.ask(Order{.id = next_id(),
                                         .command = command,
                                         .body = body,
                                         .by = {"console"},
                                         .role = role,
                                         .scope = {},
                                         .at = {},
                                         .if_match = {}});
    REQUIRE_MESSAGE(answer.result.has_value(),
                    command << " " << answer.result.error().code << answer.result.error().where);
  }
  void account(const std::string& id, Role role, const std::string& scope) {
    give("account.create",
         R"({"account":")" + id + R"(","title":")" + id + R"(","role":")" +
             std::string(name_of(role)) + R"(","scope":")" + scope + R"("})",
         role == Role::administrator ? role : Role::province_command);
  }
  std::string cookie_of(const std::string& account) {
    return "ws=" + data.credentials().begin_session({account}, system_clock_now());
  }

  Request request(Method method, const std::string& target, const std::string& cookie = "") {
    Request out;
    out.method = method;
    out.path = decoded_path(target);
    const auto question = target.find('?');
    if (question != target.npos) out.query = target.substr(question + 1);
    out.host = "127.0.0.1:8080";
    out.cookie = cookie;
    out.address = "127.0.0.1";
    out.loopback = true;
    out.id = "test";
    return out;
  }
  Response ask(const Request& request) {
    std::promise<Response> promise;
    routes.answer(request, [&](Response response) { promise.set_value(std::move(response)); });
    return promise.get_future().get();
  }
  Response get(const std::string& target, const std::string& cookie = "") {
    return ask(request(Method::get, target, cookie));
  }
  Response post(const std::string& target, const std::string& body,
                const std::string& cookie = "") {
    Request out = request(Method::post, target, cookie);
    out.content_type = "application/json";
    out.body = body;
    out.idempotency_key = to_text(next_id());
    return ask(out);
  }
};

inline std::string code_in(const Response& response) {
  const std::string_view body = response.bytes();
  const auto at = body.find(R"("code":")");
  if (at == body.npos) return "";
  return std::string(body.substr(at + 8, body.find('"', at + 8) - at - 8));
}

inline std::string header_in(const Response& response, const std::string& name) {
  const auto at = response.headers.find(name + ": ");
  if (at == std::string::npos) return "";
  const auto from = at + name.size() + 2;
  return response.headers.substr(from, response.headers.find('\r', from) - from);
}

}  // namespace waystation::http
