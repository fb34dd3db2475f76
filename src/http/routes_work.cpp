// What takes longer than a moment, on the workers: importing tables and computing plans.
#include <sodium.h>

#include "application/export.h"
#include "application/import.h"
#include "application/what_if.h"
#include "http/messages.h"
#include "http/routes.h"
#include "planning/planner.h"

namespace waystation::http {

namespace {

constexpr Roles importers = command_centres | administrators;

Refusal all_busy() {
  return {Why::busy, "http.busy"};
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string out(text.size() / 4 * 3 + 3, '\0');
  std::size_t size = 0;
  const char* end = nullptr;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(),
                        text.size(), "\r\n", &size, &end, sodium_base64_VARIANT_ORIGINAL) ||
      end != text.data() + text.size())
    return {};
  out.resize(size);
  return out;
}

// {name, base64}, read apart from the codec: its strings are remarks, this one is a whole file.
Decision<ImportText> uploaded_json(const std::string& body) {
  json::Parser parser;
  json::Element root;
  std::string problem;
  if (!parser.parse(body, root, problem)) return Refusal{Why::invalid, "json.syntax", problem};
  std::string_view name, base64;
  if (root["name"].get(name)) return Refusal{Why::invalid, "json.field", "/name: missing"};
  if (root["base64"].get(base64)) return Refusal{Why::invalid, "json.field", "/base64: missing"};
  auto bytes = from_base64(base64);
  if (!bytes) return Refusal{Why::invalid, "json.field", "/base64: not base64"};
  return ImportText{std::string(name), std::move(*bytes)};
}

Decision<ImportText> uploaded(const Request& request) {
  const auto is = [&](std::string_view type) { return request.content_type.starts_with(type); };
  if (is("application/json")) return uploaded_json(request.body);
  // A form of another site could send these three without asking; no table is of such a type.
  const bool form = request.content_type.empty() || is("text/plain") || is("multipart/") ||
                    is("application/x-www-form-urlencoded");
  if (form) return Refusal{Why::invalid, "http.json-only"};
  std::string name = query_value(request.query, "name");
  if (name.empty()) return Refusal{Why::invalid, "import.name-missing", "name"};
  return ImportText{std::move(name), request.body};
}

bool asked_for(const Request& request, std::string_view flag) {
  const std::string value = query_value(request.query, flag);
  return value == "true" || value == "1";
}

}  // namespace

void Routes::import_table(Call& call) {
  if (!(importers & role_set(call.visitor->role)))
    return call.refuse(*refuse_authority(importers, {}, {{}, call.visitor->role, {}}));
  auto file = uploaded(call.request);
  if (!file) return call.refuse(file.error());
  ImportOptions options{.dry_run = asked_for(call.request, "dry_run"),
                        .partial = asked_for(call.request, "partial"),
                        .at = {},
                        .by = call.visitor->account,
                        .role = call.visitor->role,
                        .scope = call.visitor->scope,
                        .id = parse_command_id(call.request.idempotency_key)};
  in_background(call, workers_, all_busy(),
                [this, file = std::move(*file), options = std::move(options)]() mutable {
                  const ImportReport report =
                      import_text(service_.desk, {std::move(file)}, options);
                  return Response{.status = report.ok() || options.partial ? 200 : 422,
                                  .body = to_json(report)};
                });
}

// Nothing is recorded: who likes the plan proposes it with the command plan.propose.
void Routes::compute_plan(Call& call) {
  if (!call.request.content_type.starts_with("application/json"))
    return call.refuse({Why::invalid, "http.json-only"});
  const auto asked = from_json<PlanRequest>(call.request.body);
  if (!asked) return call.refuse(asked.error());
  const Visitor& visitor = *call.visitor;
  const Stamp stamp{{call.standing->as_of, visitor.account}, visitor.role, visitor.scope};
  const Scope touched = scope_of_zone(call.standing->bank, asked->zone);
  if (const auto no = refuse_authority(command_centres, touched, stamp)) return call.refuse(*no);
  in_background(
      call, workers_, all_busy(), [standing = call.standing, asked = *asked, id = call.request.id] {
        const auto plan = planning::make_plan(standing->bank, {asked.zone, asked.from, asked.days});
        return plan ? Response{.body = to_json(*plan)} : problem(plan.error(), id);
      });
}

void Routes::compute_what_if(Call& call) {
  if (!call.request.content_type.starts_with("application/json"))
    return call.refuse({Why::invalid, "http.json-only"});
  const auto asked = from_json<what_if::Question>(call.request.body);
  if (!asked) return call.refuse(asked.error());
  const Visitor& visitor = *call.visitor;
  const Stamp stamp{{call.standing->as_of, visitor.account}, visitor.role, visitor.scope};
  const Scope touched = scope_of_outlet(call.standing->bank, asked->outlet);
  if (const auto no = refuse_authority(managers, touched, stamp)) return call.refuse(*no);
  in_background(
      call, workers_, all_busy(), [standing = call.standing, asked = *asked, id = call.request.id] {
        const auto outlook = what_if::outlook(standing->bank, asked);
        return outlook ? Response{.body = to_json(*outlook)} : problem(outlook.error(), id);
      });
}

// ?outlet=102221004264&day=2021-01-08
static Decision<ExportOf> export_of(const Request& request) {
  ExportOf of;
  if (auto outlet = query_value(request.query, "outlet"); !outlet.empty())
    of.outlet = OutletId{std::move(outlet)};
  if (const auto day = query_value(request.query, "day"); !day.empty()) {
    of.day = parse_day(day);
    if (!of.day) return Refusal{Why::invalid, "view.parameter-malformed", "day", {}, {}};
  }
  return of;
}

// /api/export/outlets.csv, of what the visitor may see.
void Routes::export_table(Call& call) {
  const auto dot = std::min(call.rest.find('.'), call.rest.size());
  ExportWhat what{};
  ExportFormat format{};
  if (!from_name(call.rest.substr(0, dot), what) ||
      !from_name(call.rest.substr(std::min(dot + 1, call.rest.size())), format))
    return call.refuse({Why::missing, "export.unknown", {}, {}, {{"id", call.rest}}});
  const auto asked = export_of(call.request);
  if (!asked) return call.refuse(asked.error());
  const Time now = std::max(service_.clock(), call.standing->as_of);
  in_background(call, workers_, all_busy(),
                [this, what, format, of = *asked, now, standing = call.standing,
                 visitor = *call.visitor, name = call.rest, id = call.request.id] {
                  const Viewing viewing{*standing, now, visitor.role, visitor.scope,
                                        &service_.desk.journal()};
                  auto bytes = export_bytes(viewing, what, format, of);
                  if (!bytes) return problem(bytes.error(), id);
                  Response out{.type = media_type_of(format), .body = std::move(*bytes)};
                  out.headers = "Content-Disposition: attachment; filename=\"" + name + "\"\r\n";
                  return out;
                });
}

}  // namespace waystation::http
