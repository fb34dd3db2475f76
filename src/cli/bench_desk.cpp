// bench desk: durable commands over HTTP, against the bare rate of fdatasync on the same disk in
// the same minutes. The server is a child process, so that its CPU time is its own.
#include <sys/wait.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <random>

#include "cli/bench_bank.h"
#include "cli/data_folder.h"
#include "cli/drill_server.h"
#include "cli/exit_code.h"
#include "cli/load_client.h"
#include "http/server.h"

namespace waystation::cli {

namespace {

namespace fs = std::filesystem;

struct Bench {
  double seconds = 10;
  int connections = 64;
  std::string disk = fs::temp_directory_path();
};

// What the child tells when it listens.
struct Ready {
  std::uint16_t port = 0;
  char token[64] = {};
};

void give(Desk& desk, const char* command, const std::string& body) {
  const Answer answer = desk.ask(Order{.id = fresh_command_id(),
                                       .command = command,
                                       .body = body,
                                       .by = {"bench"},
                                       .role = Role::province_command,
                                       .scope = {},
                                       .at = {},
                                       .if_match = {}});
  if (!answer.result) throw std::runtime_error(answer.result.error().code + " " + body);
}

void furnish(Desk& desk, int outlets) {
  give(desk, "city.add", R"({"city":"SY","title":"沈阳市","time_zone":"Asia/Shanghai"})");
  for (int i = 0; i < outlets; ++i)
    give(
        desk, "outlet.register",
        R"({"outlet":")" + bench_outlet(i).text +
            R"(","title":"测试网点","city":"SY","district":"","address":"","at":{"lon_e6":123400000,)"
            R"("lat_e6":41800000},"position_source":"synthetic","kind":"sub_branch","windows":2,)"
            R"("machines":1,"lobby_m2":80,"seats":12,"opens":"09:00","closes":"16:30",)"
            R"("cash_float":0,"cash_limit":100000000})");
  give(desk, "account.create",
       R"({"account":"bench","title":"压测","role":"province_command","scope":""})");
}

// The child: a server on a fresh data folder until it is told to stop.
[[noreturn]] void serve(const fs::path& folder, int outlets, int tell) {
  int code = exit_code::failed;
  try {
    DataFolder::create(folder);
    OpenFolder open(folder);
    furnish(open.desk, outlets);
    const http::StaticFiles files{fs::path()};
    http::Routes routes(
        {.desk = open.desk, .credentials = open.folder.credentials(), .files = files});
    http::ServerOptions options{.address = "127.0.0.1", .port = 0, .limits = {}};
    options.handles_signals = true;
    http::Server server(routes, options);
    Ready ready{.port = server.port()};
    const std::string token =
        open.folder.credentials().begin_session({"bench"}, system_clock_now());
    token.copy(ready.token, sizeof ready.token - 1);
    if (::write(tell, &ready, sizeof ready) != sizeof ready) std::_Exit(code);
    server.run();
    code = exit_code::ok;
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "waystation bench desk: %s\n", failure.what());
  }
  std::_Exit(code);
}

struct Child {
  pid_t pid = -1;
  Ready ready;

  Child(const fs::path& folder, int outlets) {
    int ends[2];
    if (::pipe(ends)) throw std::runtime_error("no pipe");
    pid = ::fork();
    if (pid == 0) ::close(ends[0]), serve(folder, outlets, ends[1]);
    ::close(ends[1]);
    const bool told = ::read(ends[0], &ready, sizeof ready) == sizeof ready;
    ::close(ends[0]);
    if (!told) throw std::runtime_error("the server did not start");
  }
  ~Child() {
    ::kill(pid, SIGTERM);
    ::waitpid(pid, nullptr, 0);
  }
  Child(const Child&) = delete;

  double cpu_seconds() const { return cpu_seconds_of(pid); }
};

// Each connection switches the self-service bank of an outlet of its own on and off.
class Requests {
 public:
  Requests(int connections, const char* token) : on_(std::size_t(connections), true) {
    const std::string cookie = std::string("Cookie: ws=") + token + "\r\n";
    for (int i = 0; i < connections; ++i) outlets_.push_back(bench_outlet(i).text);
    command_head_ =
        "POST /api/commands/outlet.switch-self-service HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        "Content-Type: application/json\r\n" +
        cookie;
    health_ = "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n" + cookie + "\r\n";
    std::random_device source;
    std::snprintf(key_, sizeof key_, "%08x%08x", source(), source());
  }

  void command(int connection, std::string& out) {
    const std::size_t i = std::size_t(connection);
    on_[i] = !on_[i];
    const std::string body =
        R"({"outlet":")" + outlets_[i] + R"(","on":)" + (on_[i] ? "true}" : "false}");
    char count[20];
    std::snprintf(count, sizeof count, "%016llx", static_cast<unsigned long long>(++sent_));
    out = command_head_ + "Idempotency-Key: " + key_ + count +
          "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
  }
  void health(int, std::string& out) { out = health_; }

 private:
  std::vector<std::string> outlets_;
  std::vector<char> on_;
  std::string command_head_, health_;
  char key_[20];
  std::int64_t sent_ = 0;
};

struct Rounds {
  std::vector<double> commands, syncs, ratios, command_cpu, health_cpu, health, waits;
};

void play_round(const Child& child, LoadClient& client, Requests& requests, const fs::path& folder,
                double seconds, Rounds& rounds) {
  const auto loaded = [&](double share, auto request) {
    const double before = child.cpu_seconds();
    LoadResult result = client.run(seconds * share, request);
    if (result.refused) throw std::runtime_error("the server refused a request of the benchmark");
    const double cpu = (child.cpu_seconds() - before) / double(result.answered) * 1e6;
    std::ranges::sort(result.waits_us);
    return std::tuple(double(result.answered) / result.seconds, cpu,
                      double(result.waits_us[result.waits_us.size() / 2]));
  };
  const double sync_before = fdatasync_rate(folder / "bare", seconds * 0.15);
  const auto [commands, command_cpu, wait] =
      loaded(0.5, [&](int c, std::string& out) { requests.command(c, out); });
  const double sync_after = fdatasync_rate(folder / "bare", seconds * 0.15);
  const auto [health, health_cpu, health_wait] =
      loaded(0.2, [&](int c, std::string& out) { requests.health(c, out); });
  const double sync = (sync_before + sync_after) / 2;
  rounds.commands.push_back(commands);
  rounds.syncs.push_back(sync);
  rounds.ratios.push_back(commands / sync);
  rounds.command_cpu.push_back(command_cpu);
  rounds.health.push_back(health);
  rounds.health_cpu.push_back(health_cpu);
  rounds.waits.push_back(wait);
}

int run(const Bench& asked) {
  std::string made = (fs::path(asked.disk) / "waystation-bench-XXXXXX").string();
  if (!::mkdtemp(made.data())) throw std::runtime_error("no temporary folder");
  const fs::path folder = made;
  Rounds rounds;
  constexpr int count = 5;
  {
    const Child child(folder / "data", asked.connections);
    LoadClient client(child.ready.port, asked.connections);
    Requests requests(asked.connections, child.ready.token);
    client.run(0.3, [&](int c, std::string& out) { requests.command(c, out); });  // Warms up.
    for (int i = 0; i < count; ++i)
      play_round(child, client, requests, folder, asked.seconds / count, rounds);
  }
  std::error_code ignored;
  fs::remove_all(folder, ignored);
  const double command_cpu = median(rounds.command_cpu), health_cpu = median(rounds.health_cpu);
  std::printf(
      "{\"connections\":%d,\"rounds\":%d,\"commands_per_second\":%.0f,\"fdatasync_per_second\":%."
      "0f,"
      "\"ratio\":%.2f,\"cpu_us_per_command\":%.1f,\"cpu_us_per_healthz\":%.1f,\"cpu_ratio\":%.2f,"
      "\"healthz_per_second\":%.0f,\"wait_p50_us\":%.0f}\n",
      asked.connections, count, median(rounds.commands), median(rounds.syncs),
      median(rounds.ratios), command_cpu, health_cpu, command_cpu / health_cpu,
      median(rounds.health), median(rounds.waits));
  return exit_code::ok;
}

}  // namespace

void add_bench_desk(CLI::App& bench, int& code) {
  auto asked = std::make_shared<Bench>();
  auto* command =
      bench.add_subcommand("desk", "Durable commands over HTTP ÷ the bare fdatasync rate");
  command->add_option("--seconds", asked->seconds, "In all, over five rounds")
      ->check(CLI::Range(1.0, 600.0));
  command->add_option("--connections", asked->connections, "Kept alive over loopback")
      ->check(CLI::Range(1, 512));
  command->add_option("--disk", asked->disk, "Folder on the disk that is to be measured");
  command->callback([asked, &code] { code = run(*asked); });
}

}  // namespace waystation::cli
