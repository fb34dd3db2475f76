#pragma once
// Personal values, sealed under a key of the person they speak of (XChaCha20-Poly1305). The value
// is bound to its person, entry and field, so that it cannot be moved to another. The person's key
// is wrapped by the master key, which is not in the log; destroying it erases every value of the
// person at once, in every copy of the log, and leaves all hashes valid.
#include <map>
#include <optional>
#include <shared_mutex>
#include <vector>

#include "application/journal.h"
#include "storage/keys.h"
#include "storage/sqlite.h"

namespace waystation {

class Seals {
 public:
  static constexpr const char* table =
      "CREATE TABLE subject_key(subject TEXT PRIMARY KEY, wrapped_key BLOB,"
      " destroyed_at_us INTEGER) STRICT, WITHOUT ROWID";

  // Reads all keys; throws LogRefused where one cannot be unwrapped.
  Seals(sqlite::Database&, const Keys&);
  ~Seals();

  // Both take effect with settle(); the writer's thread.
  void seal(const PersonId&, std::int64_t seq, std::string_view field, Personal&);
  void destroy(const PersonId&);

  std::size_t pending() const { return pending_.size(); }
  void back_to(std::size_t pending) { pending_.resize(pending); }
  void write_pending();  // Into the open transaction.
  void settle();         // After the commit.

  // Any thread.
  std::optional<std::string> open(const PersonId&, std::string_view field, const Personal&) const;
  Digest keyed_digest(std::string_view) const;

 private:
  struct Change {
    PersonId person;
    std::optional<SecretKey> key;  // None: destroyed.
  };
  std::optional<SecretKey> key_of(const PersonId&) const;
  std::string wrap(const PersonId&, const SecretKey&) const;

  SecretKey wrapping_;
  SecretKey pepper_;
  sqlite::Statement store_;
  std::vector<Change> pending_;
  mutable std::shared_mutex guard_;
  std::map<PersonId, SecretKey> keys_;
};

}  // namespace waystation
