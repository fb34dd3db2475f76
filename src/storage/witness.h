#pragma once
// What the log once held, kept outside it. A -wal that was cut, or lost from its first damaged bit
// on, leaves a shorter log that SQLite and the hash chain find whole; a row edited with the chain
// recomputed does so too. So after each commit 16 bytes for each entry go into a file of their own:
// a keyed hash of its number and its chain hash. The file needs no fsync: a killed process leaves
// it in the system's cache, and after a power cut it may be short, which proves nothing; it is
// fsynced with each anchor.
#include <array>
#include <span>

#include "application/journal.h"
#include "storage/disk.h"
#include "storage/keys.h"

namespace waystation {

class Witness {
 public:
  enum class Access { read, write };
  Witness(const std::filesystem::path&, const SecretKey&, Access);

  // The last entry that it has seen.
  std::int64_t last_seen() const;
  // False where it saw another entry than this; true also where it saw nothing.
  bool agrees(std::int64_t seq, const Digest& hash);
  void record(std::int64_t first, std::span<const Digest> hashes);
  // Forgets what came after `seq`: only for a restoration to an earlier moment.
  void forget_after(std::int64_t seq);
  void sync() const { file_.sync(); }

 private:
  static constexpr std::size_t size = 16;
  using Record = std::array<unsigned char, size>;
  Record record_of(std::int64_t seq, const Digest& hash) const;

  disk::File file_;
  std::array<unsigned char, 16> key_;
  std::string block_;  // Read ahead, for a walk over the log.
  std::int64_t block_first_ = 0;
};

}  // namespace waystation
