#include "storage/verify.h"

#include <doctest/doctest.h>

#include "storage/folder.h"
#include "storage/journal_sqlite.h"

using namespace waystation;
namespace fs = std::filesystem;

namespace {

Entry entry_of(std::int64_t seq) {
  Entry e{.seq = seq,
          .stream = "city/SY",
          .version = seq,
          .type = "city.added",
          .schema = 1,
          .at = Time{std::chrono::seconds{1'610'064'000 + seq}},
          .actor = "LN-command",
          .command = {},
          .body = "event " + std::to_string(seq) + ' ' + std::string(300, 'x')};
  e.command[0] = static_cast<unsigned char>(seq);
  e.command[1] = static_cast<unsigned char>(seq >> 8);
  return e;
}

void write(Journal& journal, std::int64_t from, std::int64_t to) {
  for (std::int64_t seq = from; seq <= to; ++seq) {
    const Entry entry = entry_of(seq);
    journal.begin();
    journal.append(entry);
    journal.remember({entry.command, entry.actor, {}, seq, 1, "reply"});
    journal.commit();
  }
}

// A folder with 500 entries whose program is running. Made once: 500 commits are 500 fsyncs.
struct Live {
  Live() {
    DataFolder::create(path());
    folder = std::make_unique<DataFolder>(path());
    write(folder->journal(), 1, 500);
  }
  fs::path path() const { return temporary.path() / "live"; }
  disk::TemporaryFolder temporary;
  std::unique_ptr<DataFolder> folder;
};

const Live& live() {
  static const Live made;
  return made;
}

// As if its program had been killed: a copy while it still has the log open.
struct Killed {
  Killed() { fs::copy(live().path(), path(), fs::copy_options::recursive); }
  // As if it had been closed cleanly once, so that everything is in the main file.
  void close() { DataFolder folder(path()); }

  fs::path path() const { return temporary.path() / "killed"; }
  fs::path log() const { return path() / "log.sqlite"; }
  fs::path wal() const { return path() / "log.sqlite-wal"; }
  Verification verified() const { return verify(path()); }
  disk::TemporaryFolder temporary;
};

void flip(const fs::path& file, std::size_t at) {
  const disk::File open(file, 02);  // O_RDWR
  std::string byte = open.read_at(1, std::int64_t(at));
  byte[0] = char(byte[0] ^ 1);
  open.write_at(byte, std::int64_t(at));
}

void change(const fs::path& log, const std::string& sql) {
  sqlite::Database(log, sqlite::Access::write).run(sql.c_str());
}

// Edits one entry and makes the chain after it fit again.
void rewrite(const fs::path& log, std::int64_t edited) {
  sqlite::Database database(log, sqlite::Access::write);
  std::vector<Entry> entries;
  LogWalk walk(database, 1, INT64_MAX);
  while (walk.next()) entries.push_back(walk.entry());
  Chain chain;
  Digest before{};
  sqlite::Statement update(database, "UPDATE event SET body = ?, prev = ?, hash = ? WHERE seq = ?");
  database.run("BEGIN");
  for (Entry& e : entries) {
    if (e.seq == edited) e.body[0] = 'E';
    const Digest hash = chain.link(before, e);
    update.with(sqlite::bytes_of(e.body), sqlite::Bytes(before), sqlite::Bytes(hash), e.seq)
        .finish();
    before = hash;
  }
  database.run("COMMIT");
}

}  // namespace

TEST_CASE("a log that nobody touched passes, running, killed or closed") {
  Killed killed;
  CHECK(verify(live().path()).ok);
  Verification found = killed.verified();
  CHECK_MESSAGE(found.ok, to_json(found));
  CHECK(found.events == 500);
  killed.close();
  found = killed.verified();
  CHECK_MESSAGE(found.ok, to_json(found));
  CHECK_FALSE(found.first_bad_seq.has_value());
}

TEST_CASE(
    "damage 1: a bit flipped in the middle of the -wal is found, and the first lost entry named") {
  const Killed killed;
  flip(killed.wal(), fs::file_size(killed.wal()) / 2);
  const Verification found = killed.verified();
  CHECK_FALSE(found.ok);
  REQUIRE(found.first_bad_seq.has_value());
  CHECK(*found.first_bad_seq == found.events + 1);
  CHECK(found.events < 500);
  CHECK_THROWS_AS(DataFolder(killed.path()), LogRefused);
}

TEST_CASE("damage 2: a -wal that was cut is found") {
  const Killed killed;
  fs::resize_file(killed.wal(), fs::file_size(killed.wal()) * 6 / 10);
  const Verification found = killed.verified();
  CHECK_FALSE(found.ok);
  CHECK(found.first_bad_seq == found.events + 1);
  CHECK_THROWS_AS(DataFolder(killed.path()), LogRefused);
}

TEST_CASE("damage 3: a -wal that is gone is found") {
  const Killed killed;
  fs::remove(killed.wal());
  const Verification found = killed.verified();
  CHECK_FALSE(found.ok);
  CHECK(found.first_bad_seq == found.events + 1);
  CHECK_THROWS_AS(DataFolder(killed.path()), LogRefused);
}

TEST_CASE("damage 4: a bit flipped in a row of the main file is found by its number") {
  Killed killed;
  killed.close();
  const std::size_t at = disk::read(killed.log()).find("event 250 ");
  REQUIRE(at != std::string::npos);
  flip(killed.log(), at + 40);
  const Verification found = killed.verified();
  CHECK_FALSE(found.ok);
  CHECK(found.first_bad_seq == 250);
}

TEST_CASE("damage 5: entries deleted from the end are found") {
  Killed killed;
  killed.close();
  change(killed.log(), "DELETE FROM event WHERE seq > 400");
  const Verification found = killed.verified();
  CHECK_FALSE(found.ok);
  CHECK(found.first_bad_seq == 401);
  CHECK_THROWS_AS(DataFolder(killed.path()), LogRefused);
}

TEST_CASE("damage 6: an entry that was edited, and the chain recomputed, is found by its number") {
  Killed killed;
  killed.close();
  rewrite(killed.log(), 250);
  const Verification found = killed.verified();
  CHECK_FALSE(found.ok);
  CHECK(found.first_bad_seq == 250);
  CHECK_THROWS_AS(DataFolder(killed.path()), LogRefused);
}

TEST_CASE("damages 5 and 6 are found in a log that was never closed, too") {
  const Killed killed;
  change(killed.log(), "DELETE FROM event WHERE seq > 400");
  CHECK(killed.verified().first_bad_seq == 401);
  const Killed other;
  rewrite(other.log(), 250);
  CHECK(other.verified().first_bad_seq == 250);
}

TEST_CASE("with the witness gone too, the anchors still tell of a lost end and of a changed past") {
  Killed killed;
  killed.close();
  disk::write_durably(killed.path() / "witness.bin", "");
  rewrite(killed.log(), 250);
  Verification found = killed.verified();
  CHECK_FALSE(found.ok);
  CHECK(found.first_bad_seq == 1);
  change(killed.log(), "DELETE FROM event WHERE seq > 400");
  found = killed.verified();
  CHECK_FALSE(found.ok);
  CHECK(found.first_bad_seq == 401);
  CHECK_THROWS_AS(DataFolder(killed.path()), LogRefused);
}

TEST_CASE("a bit flipped in the witness is not blamed on the log") {
  Killed killed;
  flip(killed.path() / "witness.bin", 100 * 16);
  const Verification found = killed.verified();
  REQUIRE(found.findings.size() == 1);
  CHECK(found.findings[0].what.find("the witness is damaged, not the log") != std::string::npos);
}

TEST_CASE("an entry taken out of the middle is named") {
  Killed killed;
  killed.close();
  change(killed.log(), "DELETE FROM event WHERE seq = 300");
  CHECK(killed.verified().first_bad_seq == 300);
}

TEST_CASE("a stored reply that was changed, or taken out, is found") {
  Killed killed;
  killed.close();
  change(killed.log(), "UPDATE command SET reply = x'00' WHERE first_seq = 77");
  CHECK(killed.verified().first_bad_seq == 77);
  change(killed.log(), "DELETE FROM command WHERE first_seq = 33");
  CHECK(killed.verified().first_bad_seq == 33);
}

TEST_CASE("an anchor that was forged or a file that is missing is told") {
  Killed killed;
  killed.close();
  const Keys keys(killed.path() / "keys");
  Anchor forged = sign_anchor(keys, 400, {1}, {});
  forged.seq = 300;
  append_anchor(killed.path() / "anchors.jsonl", forged);
  const Verification found = killed.verified();
  CHECK_FALSE(found.ok);
  CHECK(found.findings[0].what == "anchors.jsonl:2: was not signed by this folder's key");
  fs::remove(killed.path() / "anchors.jsonl");
  CHECK(killed.verified().findings[0].what == "anchors.jsonl is missing");
}
