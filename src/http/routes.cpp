#include "http/routes.h"

#include <random>

#include "http/audit.h"
#include "http/contract.h"

namespace waystation::http {

namespace {

constexpr std::size_t commands_prefix = std::string_view("/api/commands/").size();

std::string random_epoch() {
  std::random_device source;
  return std::to_string(source());
}

bool is_loopback_name(std::string_view host) {
  const auto colon = host.starts_with('[') ? host.find(':', host.find(']')) : host.find(':');
  const auto name = host.substr(0, colon);
  return name == "127.0.0.1" || name == "localhost" || name == "[::1]";
}

}  // namespace

Routes::Routes(const Service& service)
    : service_(service), sessions_(service.credentials), epoch_(random_epoch()) {}

std::span<const Routes::Route> Routes::table() {
  static constexpr Route routes[] = {
      {Method::post, "/api/commands/", Door::signed_in, &Routes::give_command},
      {Method::get, "/api/views/", Door::signed_in, &Routes::see_view},
      {Method::get, "/api/changes", Door::signed_in, &Routes::hear_changes},
      {Method::get, "/api/session", Door::anybody, &Routes::who_am_i},
      {Method::post, "/api/session", Door::anybody, &Routes::sign_in},
      {Method::remove, "/api/session", Door::anybody, &Routes::sign_out},
      {Method::post, "/api/enrol", Door::anybody, &Routes::enrol},
      {Method::post, "/api/import", Door::signed_in, &Routes::import_table},
      {Method::post, "/api/evidence/", Door::signed_in, &Routes::keep_evidence},
      {Method::get, "/api/evidence/", Door::signed_in, &Routes::show_evidence},
      {Method::post, "/api/plan", Door::signed_in, &Routes::compute_plan},
      {Method::post, "/api/what-if", Door::signed_in, &Routes::compute_what_if},
      {Method::get, "/api/export/", Door::signed_in, &Routes::export_table},
      {Method::get, "/api/openapi.json", Door::operators, &Routes::show_contract},
      {Method::get, "/api/docs", Door::operators, &Routes::show_file},
      {Method::get, "/api/docs/", Door::operators, &Routes::show_file},
      {Method::get, "/healthz", Door::anybody, &Routes::health},
      {Method::get, "/readyz", Door::anybody, &Routes::readiness},
      {Method::get, "/metrics", Door::operators, &Routes::show_metrics},
      {Method::get, "/p", Door::anybody, &Routes::show_public},
      {Method::get, "/p/", Door::anybody, &Routes::show_public},
      {Method::post, "/p/", Door::anybody, &Routes::act_for_public},
      {Method::get, "/slip/", Door::signed_in, &Routes::show_slip},
      {Method::get, "/open-data/", Door::anybody, &Routes::show_open_data},
      {Method::get, "/api/calendar", Door::signed_in, &Routes::name_calendar},
      {Method::get, "/calendar/", Door::anybody, &Routes::show_calendar},
      {Method::get, "/", Door::anybody, &Routes::show_file},
  };
  return routes;
}

// The pages ("/") take what no route of the API takes; below /api/ nothing is a page.
const Routes::Route* Routes::find(const Request& request, bool& path_known) const {
  const std::string_view path = request.path;
  for (const Route& route : table()) {
    const bool below = route.path.ends_with('/') && path.starts_with(route.path);
    if (!below && path != route.path) continue;
    if (route.path == "/" && path.starts_with("/api/")) continue;
    path_known = true;
    if (request.reads() ? route.method == Method::get : route.method == request.method)
      return &route;
  }
  return nullptr;
}

// A page of another site may make a browser send something here, with the cookie. Browsers say so;
// whoever is no browser has no foreign cookie to abuse. A demonstration has no password, so a
// foreign name that was pointed at this machine is turned away too.
std::optional<Refusal> Routes::refuse_foreign(const Request& request) const {
  if (service_.demo && !is_loopback_name(request.host))
    return Refusal{Why::forbidden, "http.other-host"};
  if (request.reads()) return {};
  const std::string& site = request.fetch_site;
  if (!site.empty() && site != "same-origin" && site != "none")
    return Refusal{Why::forbidden, "http.cross-site"};
  if (!request.origin.empty() && request.origin != "http://" + request.host &&
      request.origin != "https://" + request.host)
    return Refusal{Why::forbidden, "http.cross-site"};
  return {};
}

std::optional<Refusal> Routes::refuse_at_the_door(const Call& call, Door door) const {
  if (door == Door::anybody) return {};
  if (door == Door::signed_in)
    return call.visitor ? std::nullopt : std::optional(Refusal{Why::forbidden, "session.none"});
  const bool at_the_machine = call.request.loopback && !call.request.forwarded;
  const bool administrator = call.visitor && call.visitor->role == Role::administrator;
  if (at_the_machine || administrator) return {};
  return Refusal{Why::missing, "http.no-such-page"};
}

void Routes::answer(const Request& request, Respond respond) {
  Call call{request, respond, service_.desk.standing(), {}, {}};
  const auto token = cookie_value(request.cookie, cookie_name());
  if (!token.empty()) call.visitor = sessions_.visitor(token, *call.standing);
  bool path_known = false;
  const Route* route = find(request, path_known);
  if (auto no = refuse_foreign(request)) {
    audit({"denied", no->code, call.visitor ? call.visitor->account.text : "", request.address,
           request.path, request.id});
    return call.refuse(*no);
  }
  if (!route)
    return call.refuse(path_known ? Refusal{Why::invalid, "http.method"}
                                  : Refusal{Why::missing, "http.no-such-page"});
  if (const auto no = refuse_at_the_door(call, route->door)) return call.refuse(*no);
  if (route->path.ends_with('/')) call.rest = request.path.substr(route->path.size());
  (this->*route->handle)(call);
}

std::string Routes::client_address(const Request& request) const {
  if (service_.secure && request.loopback)
    if (auto client = address_key(last_forwarded(request.forwarded_for)); !client.empty())
      return client;
  return address_key(request.address);
}

// The job makes the answer on another thread; what it throws is our own failure, told without
// detail.
void Routes::in_background(const Call& call, Workers& workers, const Refusal& full,
                           std::function<Response()> job) {
  const bool taken =
      workers.run([job = std::move(job), respond = call.respond, id = call.request.id] {
        try {
          respond(job());
        } catch (const std::exception& failure) {
          audit({"failed", failure.what(), "", "", "", id});
          respond(problem({Why::outcome_unknown, "http.failed"}, id));
        }
      });
  if (!taken) call.refuse(full);
}

void Routes::health(Call& call) {
  call.respond({.body = R"({"status":"ok"})"});
}

void Routes::readiness(Call& call) {
  if (draining_ || service_.desk.lost()) return call.refuse({Why::busy, "desk.not-ready"});
  call.respond(
      {.body = R"({"status":"ready","seq":)" + std::to_string(call.standing->as_of_seq) + "}"});
}

void Routes::show_metrics(Call& call) {
  metrics_.sse_clients = std::int64_t(changes_.listeners());
  metrics_.sse_dropped = changes_.dropped();
  call.respond({.type = "text/plain; version=0.0.4; charset=utf-8",
                .body = prometheus_text(metrics_, service_.desk)});
}

void Routes::show_contract(Call& call) {
  static const auto contract = std::make_shared<const std::string>(openapi_contract());
  call.respond({.shared = contract, .keeping = Keeping::no_cache});
}

void Routes::show_file(Call& call) {
  Response out;
  if (!service_.files.answer(call.request, out))
    return call.refuse({Why::missing, "http.no-such-page"});
  call.respond(std::move(out));
}

namespace {

// A quoted version, as the ETag of a reply gives it: "12".
std::optional<std::int64_t> version_in(std::string_view if_match) {
  std::int64_t version = 0;
  if (if_match.size() < 3 || if_match.front() != '"' || if_match.back() != '"') return {};
  const char* end = if_match.data() + if_match.size() - 1;
  const auto read = std::from_chars(if_match.data() + 1, end, version);
  return read.ptr == end && read.ec == std::errc() ? std::optional(version) : std::nullopt;
}

Decision<Order> order_from(const Request& request, const Visitor& visitor) {
  if (!request.content_type.starts_with("application/json"))
    return Refusal{Why::invalid, "http.json-only"};
  if (request.idempotency_key.empty()) return Refusal{Why::invalid, "http.key-required"};
  const auto id = parse_command_id(request.idempotency_key);
  if (!id) return Refusal{Why::invalid, "http.key-malformed", "Idempotency-Key"};
  Order order{.id = *id,
              .command = request.path.substr(commands_prefix),
              .body = request.body,
              .by = visitor.account,
              .role = visitor.role,
              .scope = visitor.scope,
              .at = {},
              .if_match = {}};
  if (!request.if_match.empty()) {
    order.if_match = version_in(request.if_match);
    if (!order.if_match) return Refusal{Why::invalid, "http.version-malformed", "If-Match"};
  }
  return order;
}

Response accepted(const Answer& answer) {
  const Reply& reply = answer.result->front();
  Response out{.body = to_json(reply)};
  out.headers = "ETag: \"" + std::to_string(reply.version) + "\"\r\n";
  if (answer.replayed) out.headers += "Idempotent-Replay: true\r\n";
  return out;
}

}  // namespace

void Routes::give_command(Call& call) {
  auto order = order_from(call.request, *call.visitor);
  if (!order) return call.refuse(order.error());
  ++metrics_.commands;
  std::vector<Order> bundle;
  bundle.push_back(std::move(*order));
  service_.desk.submit(std::move(bundle), [this, respond = call.respond, id = call.request.id,
                                           account = call.visitor->account](Answer answer) {
    if (answer.result) {
      changes_.note(*answer.result);
      return respond(accepted(answer));
    }
    ++metrics_.commands_refused;
    const Refusal& no = answer.result.error();
    if (no.code.starts_with("authority.")) audit({"denied", no.code, account.text, "", "", id});
    respond(problem(no, id));
  });
}

}  // namespace waystation::http
