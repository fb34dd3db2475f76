#pragma once
// Bytes from a socket become a request, or a refusal and the end of the connection. What two
// programs could read differently (two lengths, a length and a chunked body, no or two hosts) is
// refused: such requests are how one client's bytes become another's request. A body must say its
// length; browsers always do.
#include <memory>
#include <optional>

#include "core/decision.h"
#include "http/message.h"

namespace waystation::http {

class RequestReader {
 public:
  static constexpr std::uint32_t header_limit = 8 * 1024;
  static constexpr std::size_t body_limit = 64 * 1024;
  static constexpr std::size_t import_limit = 1024 * 1024;        // POST /api/import.
  static constexpr std::size_t evidence_limit = 2 * 1024 * 1024;  // POST /api/evidence/.

  explicit RequestReader(Request& into);
  ~RequestReader();
  RequestReader(const RequestReader&) = delete;

  // Takes what it can of the bytes and returns how many it took. A header is taken whole or not at
  // all.
  std::size_t put(std::string_view bytes);

  bool header_done() const;
  bool done() const;
  bool keep_alive() const;  // As the client wishes.
  const std::optional<Refusal>& refusal() const { return refusal_; }

 private:
  class Parser;
  std::unique_ptr<Parser> parser_;
  std::optional<Refusal> refusal_;
};

}  // namespace waystation::http
