#include "storage/backup.h"

#include <doctest/doctest.h>

#include <thread>

#include "storage/folder.h"
#include "storage/journal_sqlite.h"

using namespace waystation;
namespace fs = std::filesystem;

namespace {

CommandId id_of(std::int64_t n) {
  CommandId id{};
  for (std::size_t i = 0; i < 8; ++i) id[i] = static_cast<unsigned char>(n >> (8 * i));
  return id;
}

// One command of so many entries, which are accepted together.
void write(Journal& journal, std::int64_t first, std::int64_t entries = 1) {
  journal.begin();
  for (std::int64_t seq = first; seq < first + entries; ++seq)
    journal.append({.seq = seq,
                    .stream = "city/SY",
                    .version = seq,
                    .type = "city.added",
                    .schema = 1,
                    .at = Time{std::chrono::seconds{1'610'064'000 + seq}},
                    .actor = "LN-command",
                    .command = id_of(first),
                    .body = "{}"});
  journal.remember({id_of(first), "LN-command", {}, first, entries, "reply"});
  journal.commit();
}

struct Backed {
  Backed() {
    DataFolder::create(path());
    DataFolder folder(path());
    for (std::int64_t seq = 1; seq <= 10; ++seq) write(folder.journal(), seq);
    write(folder.journal(), 11, 5);
    for (std::int64_t seq = 16; seq <= 20; ++seq) write(folder.journal(), seq);
    REQUIRE(
        folder.credentials().set_password({"LN-command"}, "seven suits on the rail").has_value());
  }
  fs::path path() const { return temporary.path() / "data"; }
  fs::path file() const { return temporary.path() / "monday.backup"; }
  fs::path restored() const { return temporary.path() / "restored"; }
  Restoration restoration() const { return {file(), restored(), path() / "keys", {}}; }
  disk::TemporaryFolder temporary;
};

std::string failure(auto work) {
  try {
    work();
    return "";
  } catch (const std::exception& failed) {
    return failed.what();
  }
}

std::size_t count(Journal& journal) {
  std::size_t n = 0;
  journal.replay(1, INT64_MAX, [&](const Entry&) { ++n; });
  return n;
}

}  // namespace

TEST_CASE(
    "a backup brings back the log, its proofs and the passwords, and the bank goes on from there") {
  const Backed backed;
  const Manifest manifest = back_up(backed.path(), backed.file());
  CHECK(manifest.seq == 20);
  CHECK(manifest.files.size() == 4);
  CHECK(verify(backed.path()).ok);
  const Verification found = restore(backed.restoration());
  CHECK(found.ok);
  CHECK(found.events == 20);
  DataFolder folder(backed.restored());
  CHECK(count(folder.journal()) == 20);
  CHECK(folder.journal().recall(id_of(11))->events == 5);
  CHECK(folder.credentials().has_password({"LN-command"}));
  write(folder.journal(), 21);
  CHECK(verify(backed.restored()).ok);
}

TEST_CASE("a backup is made beside a server that goes on writing") {
  const Backed backed;
  DataFolder folder(backed.path());
  std::atomic<bool> done = false;
  std::int64_t last = 20;
  std::jthread server([&] {
    while (!done) write(folder.journal(), ++last);
  });
  const Manifest manifest = back_up(backed.path(), backed.file());
  done = true;
  server.join();
  CHECK(manifest.seq >= 20);
  CHECK(restore(backed.restoration()).events == manifest.seq);
  CHECK(verify(backed.path()).ok);
}

TEST_CASE(
    "a restoration to an earlier entry ends there, verifies, and never splits what was one "
    "command") {
  const Backed backed;
  back_up(backed.path(), backed.file());
  Restoration how = backed.restoration();
  how.to_seq = 12;
  CHECK(failure([&] { restore(how); }).find("restore to 10 or 15") != std::string::npos);
  CHECK_FALSE(fs::exists(backed.restored()));
  how.to_seq = 21;
  CHECK(failure([&] { restore(how); }).find("ends at entry 20") != std::string::npos);
  how.to_seq = 15;
  CHECK(restore(how).events == 15);
  DataFolder folder(backed.restored());
  CHECK(folder.journal().head() == 15);
  CHECK_FALSE(folder.journal().recall(id_of(16)).has_value());
  write(folder.journal(), 16);
  CHECK(verify(backed.restored()).ok);
}

TEST_CASE("a backup that was cut, changed, or of other keys is refused and leaves nothing behind") {
  const Backed backed;
  back_up(backed.path(), backed.file());
  const std::string good = disk::read(backed.file());
  const auto refused = [&](std::string bytes) {
    disk::write_durably(backed.file(), bytes);
    return failure([&] { restore(backed.restoration()); });
  };
  CHECK(refused(good.substr(0, good.size() - 1)).find("damaged") != std::string::npos);
  CHECK(refused(good.substr(0, good.size() / 2)).find("damaged") != std::string::npos);
  CHECK(refused(good.substr(0, 5)).find("no backup") != std::string::npos);
  for (const std::size_t at : {std::size_t(3), std::size_t(20), good.size() / 2, good.size() - 9}) {
    std::string bytes = good;
    bytes[at] = char(bytes[at] ^ 1);
    CHECK_FALSE(refused(bytes).empty());
  }
  CHECK_FALSE(fs::exists(backed.restored()));

  disk::write_durably(backed.file(), good);
  Keys::create(backed.temporary.path() / "others");
  Restoration how = backed.restoration();
  how.keys = backed.temporary.path() / "others";
  CHECK(failure([&] { restore(how); }).find("another master key") != std::string::npos);
}

TEST_CASE(
    "without being told, a restoration finds the keys where they were, or says where it looked") {
  const Backed backed;
  back_up(backed.path(), backed.file());
  Restoration how = backed.restoration();
  how.keys.clear();
  CHECK(restore(how).events == 20);
  fs::remove_all(backed.restored());
  fs::rename(backed.path(), backed.temporary.path() / "elsewhere");
  CHECK(failure([&] { restore(how); }).find("data/keys") != std::string::npos);
}

TEST_CASE("a damaged log gives no backup that says it is good") {
  const Backed backed;
  sqlite::Database(backed.path() / "log.sqlite", sqlite::Access::write)
      .run("UPDATE event SET actor = 'another' WHERE seq = 7");
  CHECK(failure([&] { back_up(backed.path(), backed.file()); }).find("does not verify") !=
        std::string::npos);
  CHECK_FALSE(fs::exists(backed.file()));
}

TEST_CASE("neither a backup nor a restoration overwrites anything") {
  const Backed backed;
  back_up(backed.path(), backed.file());
  CHECK(failure([&] { back_up(backed.path(), backed.file()); }).find("already") !=
        std::string::npos);
  Restoration how = backed.restoration();
  how.to = backed.path();
  CHECK(failure([&] { restore(how); }).find("not empty") != std::string::npos);
  CHECK(verify(backed.path()).ok);
}
