#pragma once
// The log in SQLite: WAL, synchronous=FULL, one write connection. What a transaction appends is
// gathered in memory and written when it commits, so that taking back a part of it costs nothing.
// After a failed commit SQLite would go on acknowledging; this journal does not: it refuses all
// that follows.
#include <atomic>
#include <mutex>

#include "storage/anchor.h"
#include "storage/chain.h"
#include "storage/evidence_files.h"
#include "storage/log_walk.h"
#include "storage/places.h"
#include "storage/seals.h"
#include "storage/state_cache.h"
#include "storage/witness.h"

namespace waystation {

class SqliteJournal : public Journal {
 public:
  static constexpr std::chrono::minutes anchor_every{15};
  static constexpr int wal_pages_before_checkpoint = 4096;  // 16 MiB to read again at a start.

  static void create(const Places&);

  // Throws LogRefused where the log is behind its anchors or its witness, or of another format.
  SqliteJournal(const Places&, const Keys&);
  // Anchors the head, where commits came after the last anchor.
  ~SqliteJournal() override;

  void replay(std::int64_t from, std::int64_t to,
              const std::function<void(const Entry&)>& visit) const override;
  std::int64_t head() override { return durable_seq_; }

  void begin() override;
  void append(const Entry&) override;
  void remember(const CommandRecord&) override;
  std::optional<CommandRecord> recall(const CommandId&) override;
  void commit() override;
  void rollback() override;
  void mark() override;
  void back_to_mark() override;
  void release_mark() override;

  void seal(const PersonId&, std::int64_t seq, std::string_view field, Personal&) override;
  void destroy_key(const PersonId&) override;
  std::optional<std::string> open(const PersonId&, std::string_view field,
                                  const Personal&) const override;
  Digest keyed_digest(std::string_view bytes) const override;

  FileStore& files() const override { return files_; }

  std::optional<Cached> load_state(std::string_view code_digest) override;
  std::int64_t save_state(std::int64_t seq, std::string_view code_digest,
                          const std::function<void(const Put&)>& write) override;

  void anchor_now();  // Any thread.

 private:
  // Sizes of the pending lists, to go back to.
  struct Point {
    std::size_t entries, commands, keys;
  };
  void check_against_witnesses();
  void check_against_anchors();
  void refuse_shorter(std::int64_t known, const std::string& by) const;
  void write_pending();
  void write_anchors_pending();
  void settle();
  void forget_pending();
  void move_wal_into_file(int mode);
  Point point() const;
  [[noreturn]] void lose(const std::string& why);

  Places places_;
  const Keys& keys_;
  sqlite::Database log_;
  Seals seals_;
  Witness witness_;
  mutable EvidenceFiles files_;
  StateCache cache_;
  std::mutex cache_guard_;       // Of which file is the cache, and of what follows.
  std::int64_t erased_seq_ = 0;  // A state from before it holds what must be gone.
  Chain chain_;
  SecretKey record_key_;  // For the checksum of the rows of `command`.
  sqlite::Statement insert_event_, insert_command_, find_command_, begin_, commit_, rollback_;

  LogHead ahead_;               // With what is pending.
  std::vector<Entry> entries_;  // Reused: only the first `pending_` are of this transaction.
  std::vector<Digest> hashes_;
  std::size_t pending_ = 0;
  std::vector<CommandRecord> commands_;
  std::vector<Point> marks_;
  bool destroys_ = false;
  bool lost_ = false;
  std::atomic<int> wal_pages_ = 0;

  std::atomic<std::int64_t> durable_seq_ = 0;
  std::mutex anchor_guard_;  // Of what follows.
  LogHead durable_;
  std::int64_t anchored_seq_ = 0;
  std::chrono::steady_clock::time_point anchored_at_ = std::chrono::steady_clock::now();
  std::vector<Anchor> unstored_anchors_;
};

// The checksum of a command's row: the hash chain does not cover it.
Digest checksum_of(const CommandRecord&, const SecretKey&);
CommandRecord command_in(const sqlite::Statement& row);
inline constexpr const char* command_columns = "id, actor, digest, first_seq, n, reply, checksum";

}  // namespace waystation
