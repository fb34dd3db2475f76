// The writing half of the journal: one transaction, gathered, then written and fsynced as a whole.
#include <sodium.h>

#include <cstring>

#include "storage/journal_sqlite.h"

namespace waystation {

Digest checksum_of(const CommandRecord& c, const SecretKey& key) {
  std::string row(reinterpret_cast<const char*>(c.id.data()), c.id.size());
  row.append(reinterpret_cast<const char*>(c.digest.data()), c.digest.size());
  (row += std::to_string(c.first_seq)) += '/';
  (row += std::to_string(c.events)) += '/';
  (row += std::to_string(c.actor.size())) += '/';
  (row += c.actor) += c.reply;
  Digest out;
  crypto_generichash(out.data(), out.size(), reinterpret_cast<const unsigned char*>(row.data()),
                     row.size(), key.data(), key.size());
  return out;
}

CommandRecord command_in(const sqlite::Statement& row) {
  CommandRecord out;
  const auto id = row.blob(0), digest = row.blob(2), reply = row.blob(5);
  std::memcpy(out.id.data(), id.data(), std::min(id.size(), out.id.size()));
  out.actor = row.text(1);
  std::memcpy(out.digest.data(), digest.data(), std::min(digest.size(), out.digest.size()));
  out.first_seq = row.integer(3);
  out.events = row.integer(4);
  out.reply.assign(reinterpret_cast<const char*>(reply.data()), reply.size());
  return out;
}

void SqliteJournal::lose(const std::string& why) {
  lost_ = true;
  throw OutcomeUnknown("the log's last write may or may not be on the disk: " + why);
}

void SqliteJournal::begin() {
  if (lost_) lose("an earlier write failed");
  try {
    if (wal_pages_ >= wal_pages_before_checkpoint) move_wal_into_file(SQLITE_CHECKPOINT_PASSIVE);
    begin_.finish();
  } catch (const sqlite::Failure& failure) {
    lose(failure.what());
  }
  forget_pending();
}

// Here and not within a commit, so that nobody's reply waits for it. Readers may hold some of the
// pages back.
void SqliteJournal::move_wal_into_file(int mode) {
  const int code = sqlite3_wal_checkpoint_v2(log_.handle(), nullptr, mode, nullptr, nullptr);
  if (code != SQLITE_OK && code != SQLITE_BUSY) sqlite::fail(log_.handle(), code, "checkpoint");
  wal_pages_ = 0;
}

void SqliteJournal::append(const Entry& entry) {
  if (entry.seq != ahead_.seq + 1)
    throw std::logic_error("entry " + std::to_string(entry.seq) + " cannot follow entry " +
                           std::to_string(ahead_.seq));
  if (pending_ == entries_.size()) {
    entries_.emplace_back();
    hashes_.emplace_back();
  }
  entries_[pending_] = entry;
  hashes_[pending_] = chain_.link(ahead_.hash, entry);
  ahead_ = {entry.seq, hashes_[pending_]};
  ++pending_;
}

void SqliteJournal::remember(const CommandRecord& command) {
  commands_.push_back(command);
}

std::optional<CommandRecord> SqliteJournal::recall(const CommandId& id) {
  for (const CommandRecord& command : commands_)
    if (command.id == id) return command;
  std::optional<CommandRecord> out;
  if (find_command_.with(sqlite::Bytes(id)).step()) out = command_in(find_command_);
  find_command_.reset();
  return out;
}

void SqliteJournal::commit() {
  if (lost_) lose("an earlier write failed");
  try {
    if (pending_ == 0 && commands_.empty() && seals_.pending() == 0) {
      rollback_.finish();
      return forget_pending();
    }
    write_pending();
    commit_.finish();
    settle();
  } catch (const std::exception& failure) {
    lose(failure.what());
  }
}

void SqliteJournal::write_pending() {
  const Digest* before = &durable_.hash;
  for (std::size_t i = 0; i < pending_; ++i) {
    const Entry& e = entries_[i];
    insert_event_
        .with(e.seq, e.stream, e.version, e.type, e.schema, e.at.time_since_epoch().count(),
              e.actor, sqlite::Bytes(e.command), sqlite::bytes_of(e.body), sqlite::Bytes(*before),
              sqlite::Bytes(hashes_[i]))
        .finish();
    before = &hashes_[i];
  }
  for (const CommandRecord& c : commands_) {
    const Digest checksum = checksum_of(c, record_key_);
    insert_command_
        .with(sqlite::Bytes(c.id), c.actor, sqlite::Bytes(c.digest), c.first_seq, c.events,
              sqlite::bytes_of(c.reply), sqlite::Bytes(checksum))
        .finish();
  }
  seals_.write_pending();
}

// What follows a commit: from here on the entries count as written.
void SqliteJournal::settle() {
  if (pending_ > 0) witness_.record(durable_.seq + 1, std::span(hashes_).first(pending_));
  seals_.settle();
  bool anchor_due = false;
  {
    const std::lock_guard lock(anchor_guard_);
    durable_ = ahead_;
    anchor_due = std::chrono::steady_clock::now() - anchored_at_ >= anchor_every;
  }
  durable_seq_ = ahead_.seq;
  if (destroys_) {
    {
      const std::lock_guard lock(cache_guard_);
      erased_seq_ = ahead_.seq;
      cache_.drop();
    }
    // The wrapped key leaves the -wal too. Readers may delay it until the next close.
    move_wal_into_file(SQLITE_CHECKPOINT_TRUNCATE);
  }
  forget_pending();
  if (!anchor_due) return;
  anchor_now();
  write_anchors_pending();
}

void SqliteJournal::write_anchors_pending() {
  std::vector<Anchor> anchors;
  {
    const std::lock_guard lock(anchor_guard_);
    anchors.swap(unstored_anchors_);
  }
  if (anchors.empty()) return;
  sqlite::Statement insert(log_, "INSERT INTO anchor VALUES(?,?,?,?,?)");
  begin_.finish();
  for (const Anchor& a : anchors)
    insert.with(a.seq, a.hash, to_text(a.at), a.signer, a.signature).finish();
  commit_.finish();
}

void SqliteJournal::rollback() {
  forget_pending();
  if (log_.in_transaction()) rollback_.finish();
}

void SqliteJournal::forget_pending() {
  pending_ = 0;
  commands_.clear();
  marks_.clear();
  seals_.back_to(0);
  ahead_ = durable_;
  destroys_ = false;
}

SqliteJournal::Point SqliteJournal::point() const {
  return {pending_, commands_.size(), seals_.pending()};
}

void SqliteJournal::mark() {
  marks_.push_back(point());
}

void SqliteJournal::back_to_mark() {
  const Point to = marks_.back();
  marks_.pop_back();
  pending_ = to.entries;
  commands_.resize(to.commands);
  seals_.back_to(to.keys);
  if (pending_ == 0)
    ahead_ = durable_;
  else
    ahead_ = {entries_[pending_ - 1].seq, hashes_[pending_ - 1]};
}

void SqliteJournal::release_mark() {
  marks_.pop_back();
}

}  // namespace waystation
