// Any bytes are a form or a refusal, and what is kept of them is short, honest text. Also the
// pocket, the address and what a proxy says, which come from outside as well.
#include <cstdint>
#include <cstdlib>

#include "http/form.h"
#include "http/limiter.h"
#include "http/pocket.h"

using namespace waystation::http;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto form = Form::read(bytes)) {
    if (bytes.size() > Form::most_bytes || form->size() > Form::most_fields) std::abort();
    for (const char* name : {"key", "code", "number", "service"}) {
      const std::string text = form->text(name);
      if (text.size() > Form::longest_field) std::abort();
      for (const char c : text)
        if (static_cast<unsigned char>(c) < 0x20) std::abort();
    }
  }
  const Pocket pocket = Pocket::read(bytes);
  if (pocket.claims.size() > Pocket::most_claims) std::abort();
  const std::string written = pocket.text();
  if (Pocket::read(written).text() != written) std::abort();
  if (last_forwarded(bytes).size() > bytes.size()) std::abort();
  if (address_key(bytes).size() > 64) std::abort();
  return 0;
}
