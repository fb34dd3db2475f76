#include "storage/journal_sqlite.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace waystation {

namespace {

// Raised only where an old program could not read the file; a newer one migrates.
constexpr int format = 1;

// (ver, stream) and not (stream, ver): streams that grow alike then share a page of the index, so a
// commit of many streams writes few pages. Commands lie in the order of the log for the same
// reason; only the small index of their ids is touched at random.
constexpr const char* tables =
    "CREATE TABLE event(seq INTEGER PRIMARY KEY, stream TEXT NOT NULL, ver INTEGER NOT NULL,"
    " type TEXT NOT NULL, schema INTEGER NOT NULL, at_us INTEGER NOT NULL, actor TEXT NOT NULL,"
    " cmd_id BLOB NOT NULL, body BLOB NOT NULL, prev BLOB NOT NULL, hash BLOB NOT NULL,"
    " UNIQUE(ver, stream)) STRICT;"
    "CREATE TABLE command(id BLOB NOT NULL UNIQUE, actor TEXT NOT NULL, digest BLOB NOT NULL,"
    " first_seq INTEGER PRIMARY KEY, n INTEGER NOT NULL, reply BLOB NOT NULL,"
    " checksum BLOB NOT NULL) STRICT;"
    "CREATE TABLE anchor(seq INTEGER NOT NULL, hash TEXT NOT NULL, at TEXT NOT NULL,"
    " signer TEXT NOT NULL, signature TEXT NOT NULL) STRICT;";

// What every writing connection must say. Erased keys are overwritten, not only forgotten.
void set_up(sqlite::Database& log) {
  log.run("PRAGMA synchronous=FULL");
  log.run("PRAGMA foreign_keys=ON");
  log.run("PRAGMA secure_delete=ON");
  log.run("PRAGMA temp_store=MEMORY");
  log.run("PRAGMA wal_autocheckpoint=0");
}

int count_pages(void* counter, sqlite3*, const char*, int pages) {
  *static_cast<std::atomic<int>*>(counter) = pages;
  return SQLITE_OK;
}

Time now() {
  return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

}  // namespace

void SqliteJournal::create(const Places& places) {
  sqlite::Database log(places.log(), sqlite::Access::create);
  log.run("PRAGMA page_size=4096");
  log.run("PRAGMA journal_mode=WAL");
  set_up(log);
  log.run("BEGIN IMMEDIATE");
  log.run(tables);
  log.run(Seals::table);
  log.run(("PRAGMA user_version=" + std::to_string(format)).c_str());
  log.run("COMMIT");
  log.checkpoint_on_close();
}

static sqlite::Database& refuse_other_format(sqlite::Database& log) {
  const auto found = log.number("PRAGMA user_version");
  if (found != format)
    throw LogRefused("log.sqlite has format " + std::to_string(found) + ", this program knows " +
                     std::to_string(format));
  set_up(log);
  return log;
}

SqliteJournal::SqliteJournal(const Places& places, const Keys& keys)
    : places_(places),
      keys_(keys),
      log_(places.log(), sqlite::Access::write),
      seals_(refuse_other_format(log_), keys),
      witness_(places.witness(), keys.derive(Purpose::witness), Witness::Access::write),
      files_(places.evidence()),
      cache_{places.state(), keys.derive(Purpose::records)},
      record_key_(keys.derive(Purpose::records)),
      insert_event_(log_, "INSERT INTO event VALUES(?,?,?,?,?,?,?,?,?,?,?)"),
      insert_command_(log_, "INSERT INTO command VALUES(?,?,?,?,?,?,?)"),
      find_command_(log_, std::string("SELECT ") + command_columns + " FROM command WHERE id = ?"),
      begin_(log_, "BEGIN IMMEDIATE"),
      commit_(log_, "COMMIT"),
      rollback_(log_, "ROLLBACK"),
      ahead_(head_of_log(log_)),
      durable_seq_(ahead_.seq),
      durable_(ahead_) {
  sqlite3_wal_hook(log_.handle(), count_pages, &wal_pages_);
  check_against_anchors();
  check_against_witnesses();
  // SQLite has made the -wal by now, but does not heed a failure to make its name durable.
  disk::sync_folder(places_.root);
  files_.forget_unfinished();
  log_.checkpoint_on_close();
}

void SqliteJournal::refuse_shorter(std::int64_t known, const std::string& by) const {
  if (known <= durable_.seq) return;
  throw LogRefused("the log ends at entry " + std::to_string(durable_.seq) + " but " + by +
                   " knows entry " + std::to_string(known) + ": " +
                   std::to_string(known - durable_.seq) + " entries are missing, from " +
                   std::to_string(durable_.seq + 1) +
                   " on. Keep this folder as evidence and restore the newest backup");
}

void SqliteJournal::check_against_anchors() {
  const AnchorFile anchors = read_anchors(places_.anchors(), keys_.verifying());
  if (!anchors.problems.empty()) throw LogRefused(anchors.problems.front());
  if (anchors.genuine.empty()) return;
  const Anchor& newest = *std::ranges::max_element(anchors.genuine, {}, &Anchor::seq);
  refuse_shorter(newest.seq, "anchors.jsonl");
  const auto hash = hash_in_log(log_, newest.seq);
  if (hash && to_hex(*hash) != newest.hash)
    throw LogRefused("entry " + std::to_string(newest.seq) +
                     " is not the one that was anchored on " + to_text(newest.at) +
                     ": the log was changed at or before it; run verify");
  anchored_seq_ = newest.seq;
}

// A log that is ahead of its witness is no sign of damage: a process may die between the two.
void SqliteJournal::check_against_witnesses() {
  const std::int64_t seen = witness_.last_seen();
  if (seen < anchored_seq_)
    throw LogRefused("witness.bin ends at entry " + std::to_string(seen) +
                     ", before the newest anchor: it was cut or replaced; run verify");
  refuse_shorter(seen, "witness.bin");
  sqlite::Statement rows(log_, "SELECT hash FROM event WHERE seq >= ? ORDER BY seq");
  rows.with(std::max<std::int64_t>(seen, 1));
  std::vector<Digest> hashes;
  while (rows.step()) {
    const auto hash = rows.blob(0);
    std::copy_n(hash.begin(), std::min(hash.size(), sizeof(Digest)), hashes.emplace_back().begin());
  }
  if (hashes.empty()) return;
  if (!witness_.agrees(std::max<std::int64_t>(seen, 1), hashes.front()))
    throw LogRefused("entry " + std::to_string(seen) +
                     " is not the one that was written: the log was changed; run verify");
  witness_.record(std::max<std::int64_t>(seen, 1), hashes);
}

SqliteJournal::~SqliteJournal() {
  if (lost_) return;
  try {
    if (log_.in_transaction()) rollback();
    anchor_now();
    write_anchors_pending();
  } catch (const std::exception&) {
    // The log is whole without this anchor, and a destructor can tell nobody.
  }
}

void SqliteJournal::replay(std::int64_t from, std::int64_t to,
                           const std::function<void(const Entry&)>& visit) const {
  to = std::min(to, durable_seq_.load());
  // Its own connection: any thread may replay beside the writer.
  sqlite::Database log(places_.log(), sqlite::Access::read);
  log.run("PRAGMA mmap_size=1073741824");
  Witness witness(places_.witness(), keys_.derive(Purpose::witness), Witness::Access::read);
  LogWalk walk(log, from, to);
  std::int64_t last = from - 1;
  while (walk.next()) {
    if (!walk.problem().empty())
      throw LogRefused("log entry " + std::to_string(walk.problem_seq()) + ": " + walk.problem());
    if (!witness.agrees(walk.entry().seq, walk.hash()))
      throw LogRefused("log entry " + std::to_string(walk.entry().seq) +
                       ": it is not the one that was written");
    visit(walk.entry());
    last = walk.entry().seq;
  }
  if (last < to) throw LogRefused("log entry " + std::to_string(last + 1) + ": it is missing");
}

std::optional<Journal::Cached> SqliteJournal::load_state(std::string_view code_digest) {
  if (auto found = cache_.load(code_digest)) {
    const auto hash = hash_in_log(log_, found->seq);
    if (hash && *hash == found->log_hash) return Cached{found->seq, std::move(found->state)};
  }
  cache_.drop();
  return {};
}

std::int64_t SqliteJournal::save_state(std::int64_t seq, std::string_view code_digest,
                                       const std::function<void(const Put&)>& write) {
  sqlite::Database log(places_.log(), sqlite::Access::read);  // Its own: any thread may save.
  const auto hash = hash_in_log(log, seq);
  if (!hash) return 0;
  const std::int64_t size = cache_.write_aside(seq, *hash, code_digest, write);
  const std::lock_guard lock(cache_guard_);
  if (seq >= erased_seq_)
    cache_.adopt();
  else
    cache_.drop();
  return size;
}

void SqliteJournal::seal(const PersonId& person, std::int64_t seq, std::string_view field,
                         Personal& value) {
  seals_.seal(person, seq, field, value);
}

void SqliteJournal::destroy_key(const PersonId& person) {
  seals_.destroy(person);
  destroys_ = true;
}

std::optional<std::string> SqliteJournal::open(const PersonId& person, std::string_view field,
                                               const Personal& value) const {
  return seals_.open(person, field, value);
}

Digest SqliteJournal::keyed_digest(std::string_view bytes) const {
  return seals_.keyed_digest(bytes);
}

void SqliteJournal::anchor_now() {
  const std::lock_guard lock(anchor_guard_);
  if (durable_.seq == anchored_seq_) return;
  witness_.sync();
  const Anchor anchor = sign_anchor(keys_, durable_.seq, durable_.hash, now());
  append_anchor(places_.anchors(), anchor);
  unstored_anchors_.push_back(anchor);
  anchored_seq_ = durable_.seq;
  anchored_at_ = std::chrono::steady_clock::now();
}

}  // namespace waystation
