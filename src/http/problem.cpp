#include "http/problem.h"

#include <charconv>

#include "http/messages.h"

namespace waystation::http {

namespace {

struct OwnStatus {
  std::string_view code;
  int status;
};
// Refusals of the transport itself, and those that the word of the domain does not fit.
constexpr OwnStatus own_status[] = {
    {"session.none", 401},       {"sign-in.wrong", 401},
    {"sign-in.wait", 429},       {"sign-in.busy", 429},
    {"http.method", 405},        {"http.json-only", 415},
    {"http.body-too-long", 413}, {"http.header-too-long", 431},
    {"http.timeout", 408},       {"http.length-required", 411},
    {"http.key-required", 428},  {"http.other-host", 421},
    {"http.failed", 500},        {"evidence.media-unknown", 415},
    {"http.form-only", 415},     {"limit.address", 429},
    {"limit.outlet", 429},       {"limit.code", 429},
    {"form.too-long", 413},
};

int status_of(Why why) {
  switch (why) {
    case Why::invalid:
      return 400;
    case Why::forbidden:
      return 403;
    case Why::missing:
      return 404;
    case Why::conflict:
      return 409;
    case Why::stale:
      return 412;
    case Why::mismatch:
      return 422;
    case Why::busy:
    case Why::outcome_unknown:
      return 503;
  }
  return 500;
}

std::string_view title_of(Why why) {
  switch (why) {
    case Why::invalid:
      return "The request is not valid";
    case Why::forbidden:
      return "Not allowed";
    case Why::missing:
      return "Not found";
    case Why::conflict:
      return "Refused in the present state";
    case Why::stale:
      return "Somebody else changed it first";
    case Why::mismatch:
      return "This id was used for something else";
    case Why::busy:
      return "Busy, try again";
    case Why::outcome_unknown:
      return "The outcome is unknown";
  }
  return {};
}

std::string detail_of(const Refusal& no) {
  std::string out = no.code;
  if (!no.where.empty()) out += " at " + no.where;
  for (const Fact& fact : no.facts) out += "; " + fact.name + " " + fact.value;
  for (const std::string& missing : no.missing) out += "; missing " + missing;
  return out;
}

std::optional<std::int64_t> current_version(const Refusal& no) {
  if (no.why != Why::stale) return {};
  for (const Fact& fact : no.facts) {
    std::int64_t version = 0;
    const char* end = fact.value.data() + fact.value.size();
    if (fact.name == "current" && std::from_chars(fact.value.data(), end, version).ptr == end)
      return version;
  }
  return {};
}

std::string seconds_to_wait(const Refusal& no) {
  for (const Fact& fact : no.facts)
    if (fact.name == "seconds") return fact.value;
  return "1";
}

}  // namespace

int status_of(const Refusal& no) {
  for (const OwnStatus& own : own_status)
    if (own.code == no.code) return own.status;
  return status_of(no.why);
}

Response problem(const Refusal& no, std::string_view request_id) {
  const Problem document{.type = "urn:waystation:" + no.code,
                         .title = std::string(title_of(no.why)),
                         .status = status_of(no),
                         .detail = detail_of(no),
                         .code = no.code,
                         .where = no.where,
                         .missing = no.missing,
                         .facts = no.facts,
                         .version = current_version(no),
                         .request_id = std::string(request_id)};
  Response out{.status = document.status,
               .type = "application/problem+json; charset=utf-8",
               .body = to_json(document)};
  if (out.status == 503 || out.status == 429)
    out.headers += "Retry-After: " + seconds_to_wait(no) + "\r\n";
  if (document.version) out.headers += "ETag: \"" + std::to_string(*document.version) + "\"\r\n";
  if (out.status == 405) out.headers += "Allow: GET, HEAD, POST, DELETE\r\n";
  return out;
}

}  // namespace waystation::http
