#pragma once
// The state of the bank at some entry, so that a start need not replay the whole log. Never a
// source of truth: it is dropped where the code has changed, where the log is another, where a bit
// is wrong, and on every erasure.
#include <filesystem>

#include "application/journal.h"
#include "storage/keys.h"

namespace waystation {

struct StateCache {
  std::filesystem::path file;
  SecretKey key;  // For the checksum.

  // Writes it beside the present one, piece by piece; returns its size before it was compressed.
  // adopt() puts it in the place of the present one.
  using Write = std::function<void(const std::function<void(std::string_view)>& put)>;
  std::int64_t write_aside(std::int64_t seq, const Digest& log_hash, std::string_view code_digest,
                           const Write& write) const;
  void adopt() const;

  struct Found {
    std::int64_t seq;
    Digest log_hash;  // Of entry `seq`; the caller compares it with the log's.
    std::string state;
  };
  // None where there is no file, or one of other code, or a damaged one.
  std::optional<Found> load(std::string_view code_digest) const;
  void drop() const;  // Both.
};

}  // namespace waystation
