// bench ledger: moves of cash a second, in the process alone and durable over HTTP, beside the bare
// rate of fdatasync of the same disk and, where a peer's script is given, beside TPC-B by pgbench
// on a PostgreSQL with the same durability. In rounds, each kind once in every round, because other
// work on the machine comes and goes; medians, and the CPU time of each server beside its rate.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <optional>
#include <random>
#include <sstream>

#include "cli/bench_bank.h"
#include "cli/data_folder.h"
#include "cli/desk_in_memory.h"
#include "cli/drill_server.h"
#include "cli/exit_code.h"
#include "cli/load_client.h"
#include "storage/disk.h"

namespace waystation::cli {

namespace {

namespace fs = std::filesystem;

struct LedgerBench {
  double seconds = 3;
  int connections = 64, many = 512, rounds = 3, clients = 32, port = 8861;
  std::string disk = fs::temp_directory_path();
  std::string peer;  // bench/peers/postgres.sh
};

// One kind of load over the rounds.
struct Measured {
  std::vector<double> rate, cpu_us, wait_ms;
};

// ---- Over HTTP: `waystation serve` in a process of its own, on a data folder of the real disk.

class OverHttp {
 public:
  OverHttp(const fs::path& folder, int connections)
      : moves_(connections, "H"), heads_(std::size_t(connections)) {
    DataFolder::create(folder);
    {
      OpenFolder open(folder);
      found_bench_bank(open.desk, connections);
      for (int i = 0; i < connections; ++i)
        heads_[std::size_t(i)] =
            " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json"
            "\r\nCookie: ws=" +
            open.folder.credentials().begin_session(bench_teller(moves_.outlet(i)),
                                                    system_clock_now()) +
            "\r\n";
    }
    server_.emplace(std::vector<std::string>{"--data", folder});
    client_.emplace(server_->port(), connections);
    std::random_device source;
    std::snprintf(key_, sizeof key_, "%08x%08x", source(), source());
    Measured warm;
    measure(0.3, warm);
  }

  void measure(double seconds, Measured& out) {
    const double cpu = server_->cpu_seconds();
    LoadResult result =
        client_->run(seconds, [this](int i, std::string& request) { next(i, request); });
    if (result.refused) throw std::runtime_error("the server refused a move of the benchmark");
    out.rate.push_back(double(result.answered) / result.seconds);
    out.cpu_us.push_back((server_->cpu_seconds() - cpu) / double(result.answered) * 1e6);
    std::vector<double> waits(result.waits_us.begin(), result.waits_us.end());
    out.wait_ms.push_back(median(std::move(waits)) / 1e3);
    acknowledged_ += result.answered;
  }

  std::int64_t acknowledged() const { return acknowledged_; }
  int stop() { return server_->stop(); }

 private:
  void next(int connection, std::string& out) {
    const CashMove move = moves_.next(connection);
    char count[20];
    std::snprintf(count, sizeof count, "%016llx", static_cast<unsigned long long>(++sent_));
    out.assign("POST /api/commands/").append(move.command);
    out.append(heads_[std::size_t(connection)]).append("Idempotency-Key: ").append(key_);
    out.append(count).append("\r\nContent-Length: ").append(std::to_string(move.body.size()));
    out.append("\r\n\r\n").append(move.body);
  }

  CashMoves moves_;
  std::vector<std::string> heads_;
  std::optional<DrillServer> server_;
  std::optional<LoadClient> client_;
  char key_[20];
  std::int64_t sent_ = 0, acknowledged_ = 0;
};

// ---- The peer: a script that measures one round for each line that it is sent.

class Peer {
 public:
  explicit Peer(const LedgerBench& how) {
    if (how.peer.empty()) return;
    const std::string clients = std::to_string(how.clients), port = std::to_string(how.port);
    int to[2], from[2];
    if (::pipe2(to, O_CLOEXEC) || ::pipe2(from, O_CLOEXEC)) throw std::runtime_error("no pipe");
    process_ = ::fork();
    if (process_ == 0) {
      ::dup2(to[0], STDIN_FILENO), ::dup2(from[1], STDOUT_FILENO);
      ::execl("/bin/bash", "bash", how.peer.c_str(), how.disk.c_str(), clients.c_str(),
              port.c_str(), nullptr);
      std::_Exit(127);
    }
    ::close(to[0]), ::close(from[1]);
    to_ = to[1], from_ = ::fdopen(from[0], "r");
    std::istringstream told(line());
    std::string word;
    told >> word;
    std::getline(told >> std::ws, said_);
    ready_ = word == "ready";
  }
  ~Peer() {
    if (process_ < 0) return;
    ::close(to_);
    ::waitpid(process_, nullptr, 0);
    std::fclose(from_);
  }
  Peer(const Peer&) = delete;

  bool ready() const { return ready_; }
  const std::string& said() const { return said_; }  // Its version, or why it is absent.

  void measure(double seconds, Measured& out) {
    const std::string asked = std::to_string(std::max(1, int(seconds))) + '\n';
    if (::write(to_, asked.data(), asked.size()) < 0) throw std::runtime_error("the peer is gone");
    std::istringstream told(line());
    std::string word;
    double rate = 0, cpu_us = 0, wait_ms = 0;
    if (!(told >> word >> rate >> cpu_us >> wait_ms) || word != "round")
      throw std::runtime_error("the peer did not measure");
    out.rate.push_back(rate), out.cpu_us.push_back(cpu_us), out.wait_ms.push_back(wait_ms);
  }

 private:
  std::string line() {
    char text[512] = {};
    return std::fgets(text, sizeof text, from_) ? text : "absent it ended at once";
  }

  pid_t process_ = -1;
  int to_ = -1;
  std::FILE* from_ = nullptr;
  bool ready_ = false;
  std::string said_ = "no --peer was given";
};

// ---- All of it.

double load_of_machine() {
  double load = 0;
  return ::getloadavg(&load, 1) == 1 ? load : -1;
}

void say(const LedgerBench& how, const Measured& memory, const Measured& http,
         const Measured& crowd, const std::vector<double>& syncs) {
  std::printf(
      "{\"connections\":%d,\"rounds\":%d,\"load_average\":%.1f,\"in_process_moves_per_second\":%."
      "0f,"
      "\"in_process_cpu_us_per_move\":%.1f,\"durable_moves_per_second\":%.0f,\"wait_p50_ms\":%.2f,"
      "\"server_cpu_us_per_move\":%.1f,\"fdatasync_per_second\":%.0f,\"over_fdatasync\":%.2f",
      how.connections, how.rounds, load_of_machine(), median(memory.rate), median(memory.cpu_us),
      median(http.rate), median(http.wait_ms), median(http.cpu_us), median(syncs),
      median(http.rate) / median(syncs));
  std::printf(",\"many_connections\":%d,\"durable_moves_per_second_of_many\":%.0f", how.many,
              median(crowd.rate));
}

double ratio(const Measured& ours, const Measured& theirs) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < ours.rate.size(); ++i)
    ratios.push_back(ours.rate[i] / theirs.rate[i]);
  return median(std::move(ratios));
}

void say_peer(const LedgerBench& how, const Peer& peer, const Measured& http, const Measured& crowd,
              const Measured& tpcb) {
  if (!peer.ready()) {
    std::printf(",\"peer\":\"absent\"}\n");
    std::fprintf(stderr, "waystation bench ledger: no PostgreSQL beside it: %s\n",
                 peer.said().c_str());
    return;
  }
  std::printf(
      ",\"peer\":\"PostgreSQL %s, pgbench TPC-B, synchronous_commit=on, fsync=on\","
      "\"peer_clients\":%d,\"peer_per_second\":%.0f,\"peer_latency_ms\":%.2f,"
      "\"peer_cpu_us_per_transaction\":%.1f,\"over_peer\":%.2f,"
      "\"many_over_peer\":%.2f,\"cpu_of_peer_over_ours\":%.2f}\n",
      peer.said().c_str(), how.clients, median(tpcb.rate), median(tpcb.wait_ms),
      median(tpcb.cpu_us), ratio(http, tpcb), ratio(crowd, tpcb),
      median(tpcb.cpu_us) / median(http.cpu_us));
}

int run(const LedgerBench& how) {
  const disk::TemporaryFolder work(how.disk);
  Peer peer(how);
  std::optional<DeskInMemory> in_process(std::in_place, how.connections);
  OverHttp over_http(work.path() / "data", how.connections);
  OverHttp many(work.path() / "many", how.many);
  Measured memory, http, crowd, tpcb;
  std::vector<double> syncs;
  for (int round = 0; round < how.rounds; ++round) {
    const double before = fdatasync_rate(work.path() / "bare", how.seconds / 4);
    over_http.measure(how.seconds, http);
    syncs.push_back((before + fdatasync_rate(work.path() / "bare", how.seconds / 4)) / 2);
    many.measure(how.seconds, crowd);
    if (peer.ready()) peer.measure(how.seconds, tpcb);
    const auto cost = in_process->move(INT64_MAX, how.seconds / 3);
    memory.rate.push_back(cost.per_second), memory.cpu_us.push_back(cost.cpu_us);
  }
  in_process.reset();
  const bool ended = over_http.stop() == 0;
  // What was acknowledged is in the log: the bank was founded by one city, and two entries for each
  // outlet.
  DataFolder folder(work.path() / "data");
  const std::int64_t events = folder.journal().head() - 1 - 2 * how.connections;
  const bool whole = ended && events == over_http.acknowledged();
  say(how, memory, http, crowd, syncs);
  std::printf(",\"acknowledged\":%lld,\"in_log\":%lld",
              static_cast<long long>(over_http.acknowledged()), static_cast<long long>(events));
  say_peer(how, peer, http, crowd, tpcb);
  return whole ? exit_code::ok : exit_code::verification_failed;
}

}  // namespace

void add_bench_ledger(CLI::App& bench, int& code) {
  auto how = std::make_shared<LedgerBench>();
  auto* command = bench.add_subcommand(
      "ledger", "Moves of cash, in the process and durable over HTTP, beside the disk and a peer");
  command->add_option("--seconds", how->seconds, "Of each kind in a round")
      ->check(CLI::Range(0.5, 600.0));
  command->add_option("--rounds", how->rounds, "Interleaved; the median counts")
      ->check(CLI::Range(1, 99));
  command->add_option("--connections", how->connections, "Kept alive over loopback")
      ->check(CLI::Range(1, 512));
  command->add_option("--many", how->many, "Connections of the same load once more")
      ->check(CLI::Range(1, 512));
  command->add_option("--disk", how->disk, "Folder on the disk that is to be measured");
  command->add_option("--peer", how->peer, "bench/peers/postgres.sh")->check(CLI::ExistingFile);
  command->add_option("--peer-clients", how->clients)->check(CLI::Range(1, 512));
  command->add_option("--peer-port", how->port)->check(CLI::Range(1024, 65535));
  command->callback([how, &code] { code = run(*how); });
}

}  // namespace waystation::cli
