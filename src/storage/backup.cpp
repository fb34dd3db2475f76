#include "storage/backup.h"

#include <sodium.h>

#include "domain/evidence.h"
#include "storage/credentials.h"
#include "storage/journal_sqlite.h"
#include "storage/vault_file.h"

namespace waystation {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t piece = 1 << 20;
constexpr std::size_t longest_manifest = 64 * 1024;

// A copy at one moment, also of a database that is being written.
void copy_database(const fs::path& from, const fs::path& to) {
  sqlite::Database source(from, sqlite::Access::read), target(to, sqlite::Access::create);
  sqlite3_backup* copy = sqlite3_backup_init(target.handle(), "main", source.handle(), "main");
  if (!copy) sqlite::fail(target.handle(), SQLITE_ERROR, "backup");
  // In one step, which in WAL holds nobody up: a copy in many that the writer disturbs starts again
  // and again.
  sqlite3_backup_step(copy, -1);
  if (const int code = sqlite3_backup_finish(copy)) sqlite::fail(target.handle(), code, "backup");
  target.run("PRAGMA journal_mode=WAL");
  target.checkpoint_on_close();
}

class Blake2b {
 public:
  Blake2b() { crypto_generichash_init(&state_, nullptr, 0, 32); }
  void take(std::string_view text) {
    crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(text.data()),
                              text.size());
  }
  std::string hex() {
    Digest out;
    crypto_generichash_final(&state_, out.data(), out.size());
    return to_hex(out);
  }

 private:
  crypto_generichash_state state_;
};

// Calls use(piece) for the whole file, in order.
void each_piece(const fs::path& path, auto use) {
  const disk::File file(path, 0);
  for (std::int64_t at = 0;;) {
    const std::string part = file.read_at(piece, at);
    if (part.empty()) return;
    use(part);
    at += std::int64_t(part.size());
  }
}

BackedUpFile described(const fs::path& path) {
  Blake2b hash;
  each_piece(path, [&](const std::string& part) { hash.take(part); });
  return {path.filename().string(), std::int64_t(fs::file_size(path)), hash.hex()};
}

// A still folder beside the file that is to be made: the copies, and the anchors and witness that
// fit them.
Manifest stage(const Places& from, const Places& to, const Keys& keys) {
  Manifest out{
      .program = "waystation",
      .made_at = std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now()),
      .seq = 0,
      .hash = {},
      .files = {}};
  // The log last: what is kept outside it may be behind it, never ahead.
  copy_database(from.access(), to.access());
  fs::copy_file(from.anchors(), to.anchors());
  fs::copy_file(from.witness(), to.witness());
  copy_database(from.log(), to.log());
  sqlite::Database log(to.log(), sqlite::Access::read);
  const LogHead head = head_of_log(log);
  out.seq = head.seq;
  out.hash = to_hex(head.hash);
  if (head.seq > 0)
    append_anchor(to.anchors(), sign_anchor(keys, head.seq, head.hash, out.made_at));
  for (const auto& file : {to.log(), to.anchors(), to.witness(), to.access()})
    out.files.push_back(described(file));
  return out;
}

// In a width that never changes, so that it is read back without looking for its end.
std::string framed(std::int64_t number) {
  const std::string digits = std::to_string(number);
  return std::string(12 - digits.size(), ' ') + digits;
}

// The folder only grows and the log was copied before: the files of its every entry are there.
std::vector<std::string> whole_files(EvidenceFiles& files, BackedUpEvidence& sum) {
  std::vector<std::string> names;
  files.each([&](const std::string& sha256) {
    const auto bytes = files.read(sha256);
    if (!bytes) return void(++sum.damaged);
    names.push_back(sha256);
    sum.bytes += std::int64_t(bytes->size());
  });
  sum.files = std::ssize(names);
  return names;
}

void pack_evidence(VaultWriter& vault, EvidenceFiles& files,
                   const std::vector<std::string>& names) {
  for (const std::string& sha256 : names) {
    const auto bytes = files.read(sha256);
    if (!bytes) throw BackupFailed("evidence " + sha256 + " was lost during the backup");
    vault.write(sha256 + framed(std::int64_t(bytes->size())));
    vault.write(*bytes);
  }
}

void unpack_evidence(VaultReader& vault, const BackedUpEvidence& expected, const fs::path& to) {
  constexpr std::int64_t longest = 64 << 20;
  EvidenceFiles files(to);
  for (std::int64_t i = 0; i < expected.files; ++i) {
    const std::string sha256 = vault.read(64);
    const std::int64_t size = std::strtoll(vault.read(12).c_str(), nullptr, 10);
    if (size < 0 || size > longest || !evidence::is_sha256(sha256))
      throw BackupFailed("a file of evidence has no sensible name or size");
    if (!files.keep(sha256, vault.read(std::size_t(size))))
      throw BackupFailed("evidence " + sha256 + " is not as it was");
  }
}

void pack(const fs::path& file, const Places& staged, Manifest& manifest, const Places& from,
          const SecretKey& key) {
  EvidenceFiles evidence(from.evidence());
  const auto names = whole_files(evidence, manifest.evidence.emplace());
  VaultWriter vault(file, fs::absolute(from.keys()).lexically_normal().string(), key);
  const std::string head = to_json(manifest);
  std::string size = std::to_string(head.size());
  vault.write(std::string(8 - size.size(), ' ') + size + head);
  for (const BackedUpFile& each : manifest.files)
    each_piece(staged.root / each.name, [&](const std::string& part) { vault.write(part); });
  pack_evidence(vault, evidence, names);
  vault.finish();
}

void unpack_file(VaultReader& vault, const BackedUpFile& expected, const fs::path& to) {
  const bool known = expected.name == to.filename() && expected.name.find('/') == std::string::npos;
  if (!known || expected.size < 0) throw BackupFailed("the manifest names an unexpected file");
  Blake2b hash;
  {
    const disk::File file(to, 0101, 0600);  // O_WRONLY | O_CREAT
    for (std::int64_t left = expected.size; left > 0;) {
      const std::string part = vault.read(std::min(std::size_t(left), piece));
      hash.take(part);
      file.write(part);
      left -= std::int64_t(part.size());
    }
    file.sync();
  }
  if (hash.hex() != expected.blake2b) throw BackupFailed(expected.name + " is not as it was");
}

Manifest unpack(const fs::path& file, const Places& to, const Keys& keys) {
  VaultReader vault(file, keys.derive(Purpose::backup));
  const std::size_t size = std::size_t(std::strtoul(vault.read(8).c_str(), nullptr, 10));
  if (size == 0 || size > longest_manifest) throw BackupFailed("the manifest has no sensible size");
  const auto manifest = from_json<Manifest>(vault.read(size));
  if (!manifest) throw BackupFailed("the manifest does not read: " + manifest.error().where);
  const fs::path wanted[] = {to.log(), to.anchors(), to.witness(), to.access()};
  if (manifest->files.size() != std::size(wanted)) throw BackupFailed("a file is missing");
  for (std::size_t i = 0; i < std::size(wanted); ++i)
    unpack_file(vault, manifest->files[i], wanted[i]);
  if (manifest->evidence) unpack_evidence(vault, *manifest->evidence, to.evidence());
  vault.expect_end();
  return *manifest;
}

// A bundle was accepted as a whole: half of it never was a state of the bank.
void refuse_half_a_bundle(sqlite::Database& log, std::int64_t seq) {
  sqlite::Statement row(log,
                        "SELECT first_seq, n FROM command WHERE first_seq <= ?1 AND"
                        " first_seq + n - 1 > ?1 ORDER BY first_seq DESC LIMIT 1");
  if (!row.with(seq).step()) return;
  const std::int64_t first = row.integer(0), last = first + row.integer(1) - 1;
  throw BackupFailed("entries " + std::to_string(first) + " to " + std::to_string(last) +
                     " were accepted together: restore to " + std::to_string(first - 1) + " or " +
                     std::to_string(last));
}

// Keys destroyed since then stay destroyed: erasure is not undone by going back.
void cut(const Places& places, const Keys& keys, std::int64_t seq, Time at) {
  sqlite::Database log(places.log(), sqlite::Access::write);
  log.checkpoint_on_close();
  if (seq > head_of_log(log).seq)
    throw BackupFailed("the backup ends at entry " + std::to_string(head_of_log(log).seq));
  refuse_half_a_bundle(log, seq);
  log.run("BEGIN IMMEDIATE");
  for (const char* sql :
       {"DELETE FROM event WHERE seq > ?", "DELETE FROM command WHERE first_seq > ?",
        "DELETE FROM anchor WHERE seq > ?"})
    sqlite::Statement(log, sql).with(seq).finish();
  log.run("COMMIT");
  auto anchors = read_anchors(places.anchors(), keys.verifying()).genuine;
  std::erase_if(anchors, [&](const Anchor& anchor) { return anchor.seq > seq; });
  const LogHead head = head_of_log(log);
  if (head.seq > 0) anchors.push_back(sign_anchor(keys, head.seq, head.hash, at));
  write_anchors(places.anchors(), anchors);
  Witness(places.witness(), keys.derive(Purpose::witness), Witness::Access::write)
      .forget_after(seq);
}

// The log of a backup is as old as its witness or newer; what is newer is witnessed from the
// verified log.
void complete_witness(const Places& places, const Keys& keys) {
  sqlite::Database log(places.log(), sqlite::Access::read);
  Witness witness(places.witness(), keys.derive(Purpose::witness), Witness::Access::write);
  LogWalk walk(log, witness.last_seen() + 1, INT64_MAX);
  while (walk.next()) witness.record(walk.entry().seq, std::span(&walk.hash(), 1));
  witness.sync();
}

void copy_keys(const fs::path& from, const fs::path& to) {
  fs::create_directories(to);
  fs::permissions(to, fs::perms::owner_all);
  for (const char* name : {"master.key", "signing.key"})
    disk::write_durably(to / name, disk::read(from / name));
}

}  // namespace

Verification restore(const Restoration& how) {
  if (fs::exists(how.to) && !fs::is_empty(how.to))
    throw BackupFailed(how.to.string() + " is not empty: a backup is restored into a new folder");
  const fs::path kept = how.keys.empty() ? fs::path(vault_label(how.file)) : how.keys;
  if (!fs::exists(kept / "master.key"))
    throw BackupFailed("the keys are not at " + kept.string() + ": say where they are kept");
  const bool was_there = fs::exists(how.to);
  fs::create_directories(how.to);
  try {
    const Keys keys(kept);
    const Places places{how.to};
    fs::permissions(how.to, fs::perms::owner_all);
    const Manifest manifest = unpack(how.file, places, keys);
    complete_witness(places, keys);
    copy_keys(kept, places.keys());
    Verification found = verify(how.to);
    if (found.ok && how.to_seq) {
      cut(places, keys, *how.to_seq, manifest.made_at);
      found = verify(how.to);
    }
    if (!found.ok)
      throw BackupFailed("what was restored does not verify: " + found.findings.front().what);
    disk::sync_folder(how.to);
    return found;
  } catch (...) {
    for (const auto& part : fs::directory_iterator(how.to)) fs::remove_all(part);
    if (!was_there) fs::remove(how.to);
    throw;
  }
}

Manifest back_up(const fs::path& folder, const fs::path& file) {
  if (fs::exists(file)) throw BackupFailed(file.string() + " is there already");
  const fs::path beside = fs::absolute(file).parent_path();
  const Places places{folder};
  const Keys keys(places.keys());
  const disk::TemporaryFolder work(beside);
  const Places staged{work.path() / "staged"};
  fs::create_directory(staged.root);
  Manifest manifest = stage(places, staged, keys);
  const fs::path fresh = work.path() / "backup";
  pack(fresh, staged, manifest, places, keys.derive(Purpose::backup));
  restore({fresh, work.path() / "restored", places.keys(), {}});
  fs::rename(fresh, file);
  Digest head;
  if (manifest.seq > 0 && from_hex(manifest.hash, head.data(), head.size()))
    append_anchor(places.anchors(), sign_anchor(keys, manifest.seq, head, manifest.made_at));
  disk::sync_folder(beside);
  return manifest;
}

}  // namespace waystation
