// Files of evidence, up and down. A file is acknowledged once its bytes are on the disk and the log
// knows it; the same bytes again are acknowledged again, so whoever heard no answer just repeats.
#include <algorithm>

#include "application/view_checklist.h"
#include "http/messages.h"
#include "http/routes.h"
#include "storage/evidence_files.h"

namespace waystation::http {

namespace {

using evidence::Media;

struct Kind {
  Media media;
  std::string_view type;
  std::string_view begins;  // What every such file begins with.
};
constexpr Kind kinds[] = {{Media::jpeg, "image/jpeg", "\xFF\xD8\xFF"},
                          {Media::png, "image/png", "\x89PNG\r\n\x1A\n"},
                          {Media::webp, "image/webp", "RIFF"},
                          {Media::pdf, "application/pdf", "%PDF-"}};

const Kind& kind_of(Media media) {
  return *std::ranges::find(kinds, media, &Kind::media);
}

// The hash is not yet looked at: the command's own rules do.
evidence::Store named_in(const std::string& path) {
  const auto slash = std::min(path.find('/'), path.size());
  const std::string sha256 = path.substr(std::min(slash + 1, path.size()));
  return {{path.substr(0, slash)}, sha256, {}, 0};
}

// A picture that is something else would be shown as what it says it is.
Decision<evidence::Store> sent(const Request& request, const std::string& path) {
  const auto kind =
      std::ranges::find_if(kinds, [&](const Kind& k) { return request.content_type == k.type; });
  if (kind == std::end(kinds)) return invalid("evidence.media-unknown");
  if (!request.body.starts_with(kind->begins)) return invalid("evidence.media-differs");
  evidence::Store out = named_in(path);
  out.media = kind->media;
  out.bytes = std::int64_t(request.body.size());
  if (!is_valid_id(out.outlet.text)) return unknown("outlet.unknown", out.outlet.text);
  return out;
}

std::optional<Refusal> refuse_storing(const Bank& bank, const evidence::Store& c,
                                      const Stamp& stamp) {
  if (auto no = refuse_command(bank, c, stamp)) return no;
  const auto event = decide(bank, c, stamp);
  if (event || event.error().code == "evidence.already-stored") return {};
  return event.error();
}

Response receipt(const evidence::Store& c) {
  return {.body = to_json(EvidenceReceipt{c.outlet, c.sha256, c.media, c.bytes})};
}

}  // namespace

void Routes::keep_evidence(Call& call) {
  auto command = sent(call.request, call.rest);
  if (!command) return call.refuse(command.error());
  const auto id = parse_command_id(call.request.idempotency_key);
  if (!id) return call.refuse({Why::invalid, "http.key-required", "Idempotency-Key"});
  const Visitor& visitor = *call.visitor;
  const Time now = std::max(service_.clock(), call.standing->as_of);
  const Stamp stamp{{now, visitor.account}, visitor.role, visitor.scope};
  if (auto no = refuse_storing(call.standing->bank, *command, stamp)) return call.refuse(*no);
  Order order{.id = *id,
              .command = evidence::Store::name,
              .body = to_json(*command),
              .by = visitor.account,
              .role = visitor.role,
              .scope = visitor.scope,
              .at = {},
              .if_match = {}};
  in_background(call, workers_, {Why::busy, "http.busy"},
                [this, c = *command, order = std::move(order), bytes = call.request.body,
                 request_id = call.request.id]() mutable {
                  if (!service_.desk.journal().files().keep(c.sha256, bytes))
                    return problem(conflict("evidence.hash-differs"), request_id);
                  const Answer answer = service_.desk.ask(std::move(order));
                  if (answer.result) changes_.note(*answer.result);
                  const bool kept =
                      answer.result || answer.result.error().code == "evidence.already-stored";
                  return kept ? receipt(c) : problem(answer.result.error(), request_id);
                });
}

void Routes::show_evidence(Call& call) {
  const auto asked = named_in(call.rest);
  const Bank& bank = call.standing->bank;
  const Stamp stamp{
      {call.standing->as_of, call.visitor->account}, call.visitor->role, call.visitor->scope};
  if (auto no =
          refuse_authority(view::ChecklistPage::roles, scope_of_outlet(bank, asked.outlet), stamp))
    return call.refuse(*no);
  const auto* file = evidence::file_of(bank, asked.outlet, asked.sha256);
  if (!file) return call.refuse(unknown("evidence.unknown", asked.sha256));
  in_background(call, workers_, {Why::busy, "http.busy"},
                [this, media = file->media, sha256 = asked.sha256, id = call.request.id] {
                  auto bytes = service_.desk.journal().files().read(sha256);
                  if (!bytes) return problem(conflict("evidence.damaged"), id);
                  return Response{.type = kind_of(media).type, .body = std::move(*bytes)};
                });
}

}  // namespace waystation::http
