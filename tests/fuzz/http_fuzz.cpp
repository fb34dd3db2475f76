// Any bytes, in pieces of any size, are a request or a refusal: no crash, no endless loop, and the
// same result however they were cut. The first byte says how.
#include <cstdint>
#include <cstdlib>

#include "application/journal.h"
#include "http/request_reader.h"

using namespace waystation::http;

namespace {

struct Outcome {
  bool done = false;
  std::string refusal, path, body, cookie;
  bool operator==(const Outcome&) const = default;
};

Outcome read(std::string_view bytes, std::size_t step) {
  Request request;
  RequestReader reader(request);
  std::string waiting;
  for (std::size_t at = 0; at < bytes.size() && !reader.done() && !reader.refusal(); at += step) {
    waiting += bytes.substr(at, step);
    const std::size_t used = reader.put(waiting);
    if (used > waiting.size()) std::abort();
    waiting.erase(0, used);
  }
  if (reader.refusal()) return {false, reader.refusal()->code, {}, {}, {}};
  if (!reader.done()) return {};
  if (request.body.size() > RequestReader::evidence_limit) std::abort();
  if (request.path.empty() || (request.path + '/').find("/../") != std::string::npos) std::abort();
  return {true, {}, request.path, request.body, request.cookie};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Outcome whole = read(bytes, bytes.size() + 1);
  const Outcome pieces = read(bytes, data[0] % 32 + 1);
  if (whole.done && !(whole == pieces)) std::abort();

  for (const auto& [name, value] : parse_query(bytes))
    if (name.size() + value.size() > bytes.size()) std::abort();
  const auto cookie = cookie_value(bytes, "ws");
  if (cookie.size() > bytes.size()) std::abort();
  if (const auto id = waystation::parse_command_id(bytes))
    if (waystation::parse_command_id(waystation::to_text(*id)) != id) std::abort();
  return 0;
}
