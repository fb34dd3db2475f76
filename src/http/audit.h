#pragma once
// Security events as one JSON line each on stderr, in UTC: sign-ins, denials, failures
// (ASVS 16.2, 16.3). No password, token, name or body is ever given to it; what is given is
// escaped, so that nobody writes a line.
#include <string_view>

namespace waystation::http {

struct AuditLine {
  std::string_view what;  // "sign-in", "denied", "failed"
  std::string_view outcome;
  std::string_view account;
  std::string_view address;
  std::string_view path;
  std::string_view request_id;
};

void audit(const AuditLine&);

}  // namespace waystation::http
