// What takes longer than a moment, on the workers: importing tables and computing plans.
#include <sodium.h>

#include "application/import.h"
#include "http/messages.h"
#include "http/routes.h"

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

}  // namespace waystation::http
