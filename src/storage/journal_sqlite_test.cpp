#include "storage/journal_sqlite.h"

#include <doctest/doctest.h>

#include <thread>

#include "storage/folder.h"

using namespace waystation;

namespace {

constexpr Time morning{std::chrono::microseconds{1'610'064'000'000'000}};

CommandId id_of(std::int64_t n) {
  CommandId id{};
  for (std::size_t i = 0; i < 8; ++i) id[i] = static_cast<unsigned char>(n >> (8 * i));
  return id;
}

Entry entry_of(std::int64_t seq, std::string stream = "city/SY") {
  return {.seq = seq,
          .stream = std::move(stream),
          .version = seq,
          .type = "city.added",
          .schema = 1,
          .at = morning + std::chrono::seconds{seq},
          .actor = "LN-command",
          .command = id_of(seq),
          .body = R"({"number":)" + std::to_string(seq) + '}'};
}

CommandRecord command_of(std::int64_t seq) {
  return {id_of(seq), "LN-command", {1, 2}, seq, 1, "reply " + std::to_string(seq)};
}

void write(Journal& journal, std::int64_t from, std::int64_t to) {
  journal.begin();
  for (std::int64_t seq = from; seq <= to; ++seq) {
    journal.append(entry_of(seq));
    journal.remember(command_of(seq));
  }
  journal.commit();
}

std::vector<Entry> all(Journal& journal, std::int64_t from = 1, std::int64_t to = INT64_MAX) {
  std::vector<Entry> out;
  journal.replay(from, to, [&](const Entry& e) { out.push_back(e); });
  return out;
}

struct Fresh {
  Fresh() { DataFolder::create(path()); }
  std::filesystem::path path() const { return temporary.path() / "data"; }
  disk::TemporaryFolder temporary;
};

std::string refusal(const std::filesystem::path& path) {
  try {
    DataFolder folder(path);
    return "";
  } catch (const LogRefused& refused) {
    return refused.what();
  }
}

}  // namespace

TEST_CASE("what was committed is replayed byte for byte, also after a new start") {
  const Fresh fresh;
  {
    DataFolder folder(fresh.path());
    CHECK(folder.journal().head() == 0);
    write(folder.journal(), 1, 100);
    CHECK(folder.journal().head() == 100);
  }
  DataFolder folder(fresh.path());
  const auto entries = all(folder.journal());
  REQUIRE(entries.size() == 100);
  for (std::int64_t seq = 1; seq <= 100; ++seq) {
    const Entry& e = entries[std::size_t(seq - 1)];
    const Entry expected = entry_of(seq);
    CHECK(e.seq == seq);
    CHECK(e.body == expected.body);
    CHECK(e.stream == expected.stream);
    CHECK(e.at == expected.at);
    CHECK(e.command == expected.command);
  }
  CHECK(all(folder.journal(), 40, 50).size() == 11);
  write(folder.journal(), 101, 101);
  CHECK(all(folder.journal()).size() == 101);
}

TEST_CASE("a command is recalled at once within its transaction, and for ever after it") {
  const Fresh fresh;
  DataFolder folder(fresh.path());
  Journal& journal = folder.journal();
  journal.begin();
  journal.append(entry_of(1));
  CHECK_FALSE(journal.recall(id_of(1)).has_value());
  journal.remember(command_of(1));
  CHECK(journal.recall(id_of(1))->reply == "reply 1");
  journal.commit();
  const auto known = journal.recall(id_of(1));
  REQUIRE(known.has_value());
  CHECK(known->reply == "reply 1");
  CHECK(known->actor == "LN-command");
  CHECK(known->digest == Digest{1, 2});
  CHECK(known->first_seq == 1);
  CHECK(known->events == 1);
  CHECK_FALSE(journal.recall(id_of(2)).has_value());
}

TEST_CASE("what was rolled back, in whole or to a mark, never happened") {
  const Fresh fresh;
  DataFolder folder(fresh.path());
  Journal& journal = folder.journal();
  journal.begin();
  journal.append(entry_of(1));
  journal.rollback();
  journal.begin();
  journal.append(entry_of(1));
  journal.mark();
  journal.append(entry_of(2));
  journal.mark();
  journal.append(entry_of(3));
  journal.release_mark();
  journal.remember(command_of(2));
  journal.back_to_mark();
  journal.append(entry_of(2));
  journal.commit();
  CHECK(all(journal).size() == 2);
  CHECK_FALSE(journal.recall(id_of(2)).has_value());
  write(journal, 3, 3);
  CHECK(all(journal).size() == 3);
}

TEST_CASE("an entry out of order stops the program instead of leaving a gap") {
  const Fresh fresh;
  DataFolder folder(fresh.path());
  folder.journal().begin();
  CHECK_THROWS_AS(folder.journal().append(entry_of(2)), std::logic_error);
}

TEST_CASE("after a commit that failed nothing more is acknowledged") {
  const Fresh fresh;
  DataFolder folder(fresh.path());
  Journal& journal = folder.journal();
  write(journal, 1, 1);
  Entry twice = entry_of(2);
  twice.version = 1;
  journal.begin();
  journal.append(twice);
  CHECK_THROWS_AS(journal.commit(), OutcomeUnknown);
  CHECK_THROWS_AS(journal.begin(), OutcomeUnknown);
}

TEST_CASE("a second server on the same folder is refused") {
  const Fresh fresh;
  DataFolder folder(fresh.path());
  CHECK(refusal(fresh.path()).find("in use") != std::string::npos);
}

TEST_CASE("a folder that is none, or a key that others can read, is refused") {
  const Fresh fresh;
  CHECK(refusal(fresh.temporary.path()).find("no data folder") != std::string::npos);
  CHECK_THROWS(DataFolder::create(fresh.path()));
  std::filesystem::permissions(fresh.path() / "keys/master.key", std::filesystem::perms(0644));
  CHECK(refusal(fresh.path()).find("chmod 600") != std::string::npos);
}

TEST_CASE("a log that lost its end is refused, and the refusal counts what is missing") {
  const Fresh fresh;
  {
    DataFolder folder(fresh.path());
    write(folder.journal(), 1, 50);
  }
  sqlite::Database(fresh.path() / "log.sqlite", sqlite::Access::write)
      .run("DELETE FROM event WHERE seq > 40");
  const std::string why = refusal(fresh.path());
  CHECK(why.find("10 entries are missing, from 41 on") != std::string::npos);
}

TEST_CASE("a log of another format is refused") {
  const Fresh fresh;
  sqlite::Database(fresh.path() / "log.sqlite", sqlite::Access::write).run("PRAGMA user_version=9");
  CHECK(refusal(fresh.path()).find("format 9") != std::string::npos);
}

TEST_CASE("an entry that was changed stops the replay, by its number") {
  const Fresh fresh;
  {
    DataFolder folder(fresh.path());
    write(folder.journal(), 1, 50);
  }
  sqlite::Database(fresh.path() / "log.sqlite", sqlite::Access::write)
      .run("UPDATE event SET actor = 'another' WHERE seq = 17");
  DataFolder folder(fresh.path());
  CHECK_THROWS_WITH(all(folder.journal()),
                    "log entry 17: its hash is not that of its bytes and of the entry before it");
}

TEST_CASE("a sealed value opens for its person and field only, and never again after erasure") {
  const Fresh fresh;
  const PersonId wang{"SY-S0101"}, li{"SY-S0102"};
  Personal name{"王芳"}, other{"李强"};
  {
    DataFolder folder(fresh.path());
    Journal& journal = folder.journal();
    journal.begin();
    journal.seal(wang, 1, "full_name", name);
    journal.seal(li, 1, "full_name", other);
    CHECK(name.sealed_at == 1);
    CHECK(name.text.find("王") == std::string::npos);
    journal.append(entry_of(1));
    journal.commit();
    CHECK(journal.open(wang, "full_name", name) == "王芳");
    CHECK_FALSE(journal.open(wang, "phone", name).has_value());
    CHECK_FALSE(journal.open(li, "full_name", name).has_value());
    Personal moved = name;
    moved.sealed_at = 2;
    CHECK_FALSE(journal.open(wang, "full_name", moved).has_value());
    CHECK(journal.open(wang, "full_name", {"plain"}) == "plain");
  }
  {
    DataFolder folder(fresh.path());
    Journal& journal = folder.journal();
    CHECK(journal.open(wang, "full_name", name) == "王芳");
    journal.save_state(1, "code", [](const Journal::Put& put) { put("state"); });
    journal.begin();
    journal.destroy_key(wang);
    journal.append(entry_of(2));
    journal.commit();
    CHECK_FALSE(journal.open(wang, "full_name", name).has_value());
    CHECK_FALSE(journal.load_state("code").has_value());
  }
  DataFolder folder(fresh.path());
  CHECK_FALSE(folder.journal().open(wang, "full_name", name).has_value());
  CHECK(folder.journal().open(li, "full_name", other) == "李强");
  CHECK(all(folder.journal()).size() == 2);
}

TEST_CASE("a state that was being cached while somebody was erased is not kept") {
  const Fresh fresh;
  DataFolder folder(fresh.path());
  Journal& journal = folder.journal();
  write(journal, 1, 3);
  const auto erases = [&](const Journal::Put& put) {
    put("with what is erased meanwhile");
    journal.begin();
    journal.destroy_key({"SY-S0101"});
    journal.append(entry_of(4));
    journal.commit();
  };
  journal.save_state(3, "code", erases);
  CHECK_FALSE(journal.load_state("code").has_value());
  journal.save_state(4, "code", [](const Journal::Put& put) { put("without"); });
  CHECK(journal.load_state("code")->state == "without");
}

TEST_CASE("a person's key that was made in what was taken back is not kept") {
  const Fresh fresh;
  DataFolder folder(fresh.path());
  Journal& journal = folder.journal();
  Personal name{"王芳"};
  journal.begin();
  journal.append(entry_of(1));
  journal.mark();
  journal.seal({"SY-S0101"}, 2, "full_name", name);
  journal.back_to_mark();
  journal.commit();
  CHECK_FALSE(journal.open({"SY-S0101"}, "full_name", name).has_value());
  CHECK(sqlite::Database(fresh.path() / "log.sqlite", sqlite::Access::read)
            .number("SELECT count(*) FROM subject_key") == 0);
}

TEST_CASE("the cached state is used only with its own code and its own log") {
  const Fresh fresh;
  const std::string state(100'000, 's');
  const auto in_two = [&](const Journal::Put& put) {
    put(std::string_view(state).substr(0, 70'000));
    put(std::string_view(state).substr(70'000));
  };
  {
    DataFolder folder(fresh.path());
    write(folder.journal(), 1, 10);
    CHECK_FALSE(folder.journal().load_state("code 1").has_value());
    folder.journal().save_state(10, "code 1", in_two);
  }
  {
    DataFolder folder(fresh.path());
    const auto cached = folder.journal().load_state("code 1");
    REQUIRE(cached.has_value());
    CHECK(cached->seq == 10);
    CHECK(cached->state == state);
    CHECK_FALSE(folder.journal().load_state("code 2").has_value());
    CHECK_FALSE(folder.journal().load_state("code 1").has_value());
    folder.journal().save_state(10, "code 1", in_two);
  }
  std::string bytes = disk::read(fresh.path() / "state.cache");
  bytes[bytes.size() / 2] ^= 1;
  disk::write_durably(fresh.path() / "state.cache", bytes);
  DataFolder folder(fresh.path());
  CHECK_FALSE(folder.journal().load_state("code 1").has_value());
}

TEST_CASE("a clean close leaves a signed anchor of the last entry") {
  const Fresh fresh;
  {
    DataFolder folder(fresh.path());
    write(folder.journal(), 1, 7);
  }
  { DataFolder folder(fresh.path()); }
  const Keys keys(fresh.path() / "keys");
  const AnchorFile anchors = read_anchors(fresh.path() / "anchors.jsonl", keys.verifying());
  REQUIRE(anchors.genuine.size() == 1);
  CHECK(anchors.genuine[0].seq == 7);
  CHECK(sqlite::Database(fresh.path() / "log.sqlite", sqlite::Access::read)
            .number("SELECT max(seq) FROM anchor") == 7);
}

TEST_CASE("views replay and open sealed values while the writer writes") {
  const Fresh fresh;
  DataFolder folder(fresh.path());
  Journal& journal = folder.journal();
  write(journal, 1, 200);
  std::atomic<bool> done = false;
  std::size_t seen = 200;
  bool shrank = false;
  std::jthread reader([&] {
    while (!done) {
      const std::size_t now = all(journal).size();
      shrank |= now < std::exchange(seen, now);
      journal.keyed_digest("13800000000");
    }
  });
  for (std::int64_t seq = 201; seq <= 600; ++seq) write(journal, seq, seq);
  done = true;
  reader.join();
  CHECK_FALSE(shrank);
}

TEST_CASE("a log whose -wal outgrew its limit is moved into the file and stays whole") {
  const Fresh fresh;
  DataFolder folder(fresh.path());
  for (std::int64_t seq = 1; seq < 40'000; seq += 1000) write(folder.journal(), seq, seq + 999);
  CHECK(all(folder.journal()).size() == 40'000);
  CHECK(std::filesystem::file_size(fresh.path() / "log.sqlite") > 2'000'000);
}
