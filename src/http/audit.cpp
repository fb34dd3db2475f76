#include "http/audit.h"

#include <cstdio>

#include "application/desk.h"

namespace waystation::http {

void audit(const AuditLine& line) {
  std::string out = "{\"at\":\"" + to_text(system_clock_now()) + "\"";
  const auto add = [&](std::string_view key, std::string_view value) {
    if (value.empty()) return;
    ((out += ",\"") += key) += "\":";
    json::append_string(out, value.substr(0, 200));
  };
  add("what", line.what);
  add("outcome", line.outcome);
  add("account", line.account);
  add("address", line.address);
  add("path", line.path);
  add("request_id", line.request_id);
  out += "}\n";
  std::fputs(out.c_str(), stderr);
}

}  // namespace waystation::http
