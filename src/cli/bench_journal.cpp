#include <fcntl.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>

#include "application/standing_state.h"
#include "cli/bench_bank.h"
#include "cli/exit_code.h"
#include "storage/disk.h"
#include "storage/folder.h"
#include "storage/sqlite.h"

namespace waystation::cli {

namespace {

using Timer = std::chrono::steady_clock;

double seconds_since(Timer::time_point start) {
  return std::chrono::duration<double>(Timer::now() - start).count();
}

struct JournalBench {
  std::string folder;
  double seconds = 1;
  int rounds = 5;
  std::int64_t events = 200'000;
};

// How often `work` can be done in a second.
double rate(double seconds, auto work) {
  const auto start = Timer::now();
  std::int64_t times = 0;
  while (seconds_since(start) < seconds) work(), ++times;
  return double(times) / seconds_since(start);
}

// An event of the size and kind that a day brings; 300 bytes with its frame.
Entry entry_of(std::int64_t seq) {
  constexpr std::int64_t outlets = 500;
  const std::string city = "C" + std::to_string(seq % outlets);
  Entry e{.seq = seq,
          .stream = "city/" + city,
          .version = (seq - 1) / outlets + 1,
          .type = "city.added",
          .schema = 1,
          .at = Time{std::chrono::seconds{1'610'064'000 + seq}},
          .actor = "LN-command",
          .command = {},
          .body = R"({"city":")" + city + R"(","title":")" + std::string(150, 'x') +
                  R"(","time_zone":"Asia/Shanghai"})"};
  for (std::size_t i = 0; i < 8; ++i)
    e.command[i] = static_cast<unsigned char>(seq >> (56 - 8 * i));
  return e;
}

void write(Journal& journal, std::int64_t count) {
  journal.begin();
  const std::int64_t first = journal.head() + 1;
  for (std::int64_t seq = first; seq < first + count; ++seq) {
    const Entry entry = entry_of(seq);
    journal.append(entry);
    journal.remember({entry.command, entry.actor, {}, seq, 1, std::string(150, 'r')});
  }
  journal.commit();
}

// The least that any durable write costs: 4 KiB and an fdatasync.
class BareDisk {
 public:
  explicit BareDisk(const std::filesystem::path& folder)
      : file_(folder / "bare", O_RDWR | O_CREAT), page_(4096, 'x') {
    for (int i = 0; i < pages; ++i) file_.write_at(page_, i * 4096);
    file_.sync();
  }
  void write() {
    file_.write_at(page_, (next_++ % pages) * 4096);
    if (::fdatasync(file_.descriptor())) throw std::runtime_error("fdatasync failed");
  }

 private:
  static constexpr int pages = 1024;
  disk::File file_;
  std::string page_;
  std::int64_t next_ = 0;
};

// The same row in SQLite with nothing of ours around it: no chain, no command, no witness.
class BareSqlite {
 public:
  explicit BareSqlite(const std::filesystem::path& folder)
      : log_(folder / "bare.sqlite", sqlite::Access::create) {
    log_.run("PRAGMA journal_mode=WAL");
    log_.run("PRAGMA synchronous=FULL");
    log_.run(
        "CREATE TABLE ev(seq INTEGER PRIMARY KEY, stream TEXT, ver INTEGER, body BLOB, hash BLOB,"
        " UNIQUE(stream, ver))");
    insert_.emplace(log_, "INSERT INTO ev(stream, ver, body, hash) VALUES(?,?,?,?)");
  }
  void write(std::int64_t count) {
    log_.run("BEGIN IMMEDIATE");
    for (std::int64_t i = 0; i < count; ++i) {
      const Entry e = entry_of(++seq_);
      insert_->with(e.stream, e.version, sqlite::bytes_of(e.body), sqlite::Bytes(hash_)).finish();
    }
    log_.run("COMMIT");
  }

 private:
  sqlite::Database log_;
  std::optional<sqlite::Statement> insert_;
  std::int64_t seq_ = 0;
  Digest hash_{};
};

struct Rates {
  std::vector<double> fdatasync, append, sqlite, append_100, sqlite_100;
};

// Interleaved, so that a disk that is busy for a while is busy for all.
Rates measure_writes(const JournalBench& how, const std::filesystem::path& folder,
                     Journal& journal) {
  BareDisk disk(folder);
  BareSqlite sqlite(folder);
  Rates out;
  const double each = how.seconds / how.rounds;
  for (int round = 0; round < how.rounds; ++round) {
    out.fdatasync.push_back(rate(each, [&] { disk.write(); }));
    out.append.push_back(rate(each, [&] { write(journal, 1); }));
    out.sqlite.push_back(rate(each, [&] { sqlite.write(1); }));
    out.append_100.push_back(100 * rate(each, [&] { write(journal, 100); }));
    out.sqlite_100.push_back(100 * rate(each, [&] { sqlite.write(100); }));
  }
  return out;
}

double recall_microseconds(Journal& journal) {
  journal.begin();
  std::int64_t seq = 1;
  const double per_second = rate(0.2, [&] {
    seq = (seq * 7919) % journal.head() + 1;
    if (!journal.recall(entry_of(seq).command)) throw std::logic_error("a command is not recalled");
  });
  journal.rollback();
  return 1e6 / per_second;
}

double replay_rate(Journal& journal, auto visit) {
  const auto start = Timer::now();
  journal.replay(1, journal.head(), visit);
  return double(journal.head()) / seconds_since(start);
}

void run(const JournalBench& how) {
  const std::filesystem::path beside =
      how.folder.empty() ? std::filesystem::current_path() : std::filesystem::path(how.folder);
  const disk::TemporaryFolder work(beside);
  DataFolder::create(work.path() / "data");
  DataFolder folder(work.path() / "data");
  Journal& journal = folder.journal();
  const Rates rates = measure_writes(how, work.path(), journal);
  while (journal.head() < how.events) write(journal, 1000);
  const double read_only = replay_rate(journal, [](const Entry&) {});
  Standing standing;
  json::Parser parser;
  const double replayed =
      replay_rate(journal, [&](const Entry& entry) { apply_entry(standing, entry, parser); });
  const double append = median(rates.append), fdatasync = median(rates.fdatasync);
  std::printf(
      "{\"append_per_second\":%.0f,\"fdatasync_per_second\":%.0f,\"ratio\":%.3f,"
      "\"append_batch100_per_second\":%.0f,\"store_over_sqlite\":%.3f,"
      "\"store_over_sqlite_batch100\":%.3f,\"replay_events_per_second\":%.0f,"
      "\"verified_read_per_second\":%.0f,\"recall_microseconds\":%.2f,\"events\":%lld}\n",
      append, fdatasync, append / fdatasync, median(rates.append_100),
      append / median(rates.sqlite), median(rates.append_100) / median(rates.sqlite_100), replayed,
      read_only, recall_microseconds(journal), static_cast<long long>(journal.head()));
}

}  // namespace

void add_bench_journal(CLI::App& bench, int& exit_code) {
  auto how = std::make_shared<JournalBench>();
  auto* command = bench.add_subcommand("journal", "Durable appends and replay of the log");
  command->add_option("--folder", how->folder, "Where to write; the disk that is measured");
  command->add_option("--seconds", how->seconds, "For each kind of write");
  command->add_option("--rounds", how->rounds, "Interleaved; the median counts")
      ->check(CLI::PositiveNumber);
  command->add_option("--events", how->events, "In the log that is replayed");
  command->callback([how, &exit_code] {
    run(*how);
    exit_code = exit_code::ok;
  });
}

}  // namespace waystation::cli
