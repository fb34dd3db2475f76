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

  void save(std::int64_t seq, const Digest& log_hash, std::string_view code_digest,
            std::string_view state) const;

  struct Found {
    std::int64_t seq;
    Digest log_hash;  // Of entry `seq`; the caller compares it with the log's.
    std::string state;
  };
  // None where there is no file, or one of other code, or a damaged one.
  std::optional<Found> load(std::string_view code_digest) const;
  void drop() const;
};

}  // namespace waystation
