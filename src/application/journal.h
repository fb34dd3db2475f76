#pragma once
// What the desk needs of a log. One writer. seq is gap-free from 1 and given by the desk; (stream,
// version) is unique; bodies are the exact bytes that are hashed, stored and replayed. Implemented
// in storage/.
#include <array>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>

#include "domain/room.h"

namespace waystation {

using CommandId =
    std::array<unsigned char, 16>;  // A ULID or any 128 random bits, made by the client.
using Digest = std::array<unsigned char, 32>;

// Crockford base32 of 26 characters, or 32 hexadecimal digits.
std::optional<CommandId> parse_command_id(std::string_view text);
std::string to_text(const CommandId&);

struct Entry {
  std::int64_t seq = 0;
  std::string stream;
  std::int64_t version = 0;
  std::string type;
  int schema = 1;
  Time at;
  std::string actor;
  CommandId command{};
  std::string body;
};

// An accepted command, kept as long as the log, so that a retry gets the same reply.
struct CommandRecord {
  CommandId id{};
  std::string actor;
  Digest digest{};  // Keyed: a digest of a command may not betray a phone number.
  std::int64_t first_seq = 0;
  std::int64_t events = 0;
  std::string reply;
};

// A write that may or may not be on the disk. The process must end and replay; never retry an
// fsync.
struct OutcomeUnknown : std::runtime_error {
  using std::runtime_error::runtime_error;
};
// A log that must not be served from: damaged, behind its anchor, of a newer schema, or in use
// elsewhere.
struct LogRefused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Files that entries speak of, by the SHA-256 of their bytes (64 digits, lower case). Any thread.
class FileStore {
 public:
  virtual ~FileStore() = default;

  // Returns once every byte is on the disk; the same bytes again change nothing. False where the
  // bytes have another hash.
  virtual bool keep(const std::string& sha256, std::string_view bytes) = 0;
  virtual bool holds(const std::string& sha256) = 0;
  // None where there is no such file, or it is not what it was.
  virtual std::optional<std::string> read(const std::string& sha256) = 0;
};

class Journal {
 public:
  virtual ~Journal() = default;

  virtual FileStore& files() const = 0;  // Beside the log; what is in it is never changed.

  // Every entry from `from` to `to` in order, hashes verified on the way; throws LogRefused naming
  // the seq.
  virtual void replay(std::int64_t from, std::int64_t to,
                      const std::function<void(const Entry&)>& visit) const = 0;
  virtual std::int64_t head() = 0;  // The last seq, 0 where there is none.

  // One transaction. What is appended is visible to recall() at once and durable when commit()
  // returns.
  virtual void begin() = 0;
  virtual void append(const Entry&) = 0;
  virtual void remember(const CommandRecord&) = 0;
  virtual std::optional<CommandRecord> recall(const CommandId&) = 0;
  virtual void commit() = 0;  // Throws OutcomeUnknown.
  virtual void rollback() = 0;
  // Undoes a part of a transaction: what came after the mark. Marks nest.
  virtual void mark() = 0;
  virtual void back_to_mark() = 0;
  virtual void release_mark() = 0;

  // Personal values, in the same transaction. seal() makes the person's key where there is none.
  virtual void seal(const PersonId&, std::int64_t seq, std::string_view field, Personal&) = 0;
  virtual void destroy_key(const PersonId&) = 0;
  // Any thread. None after erasure. `field` is its name in the event that brought it.
  virtual std::optional<std::string> open(const PersonId&, std::string_view field,
                                          const Personal&) const = 0;
  virtual Digest keyed_digest(std::string_view bytes) const = 0;

  // The newest usable state cache: (seq, bytes); none where code or log differ.
  struct Cached {
    std::int64_t seq;
    std::string state;
  };
  virtual std::optional<Cached> load_state(std::string_view code_digest) = 0;
  // Any thread. `write` puts the state piece by piece, so that it is never whole in memory. Returns
  // its size in bytes.
  using Put = std::function<void(std::string_view)>;
  virtual std::int64_t save_state(std::int64_t seq, std::string_view code_digest,
                                  const std::function<void(const Put&)>& write) = 0;
};

}  // namespace waystation
