#pragma once
// A personal value (name, phone, health detail). On its way into the log it is sealed under the key
// of the person it speaks of, so that destroying the key erases it everywhere at once while every
// hash over the log stays valid (PIPL art. 47; Emergency Response Law 2024 art. 85: data gained for
// the response is destroyed when it ends). The bank holds it sealed; only a view opens it.
#include <cstdint>
#include <string>

namespace waystation {

struct Personal {
  std::string text;            // Plain while `sealed_at` is 0, else base64 of nonce and ciphertext.
  std::int64_t sealed_at = 0;  // Sequence number of the event it was sealed in.
  bool operator==(const Personal&) const = default;
};

}  // namespace waystation
