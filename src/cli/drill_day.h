#pragma once
// A province's day: every outlet's people (drill_outlet.h) speak to a server of its own process,
// each thing when it is due, whatever the server has answered by then; a wait is counted from when
// it was due. A bank that mirrors the server's must answer each order as the server did, and in the
// end the log must tell of the same day.
#include <deque>
#include <filesystem>
#include <map>
#include <queue>

#include "application/desk.h"
#include "cli/drill_check.h"
#include "cli/drill_client.h"
#include "cli/drill_outlet.h"
#include "cli/drill_server.h"

namespace waystation::cli {

struct DrillShape {
  int outlets = 0, customers = 0;
  double speed = 1;
  std::uint64_t seed = 1;
};

// What a day came to.
struct DayResult {
  int outlets = 0, customers = 0;
  double speed = 0, seconds = 0;
  std::int64_t accepted = 0, refused = 0, replayed = 0;
  double per_second = 0, wait_p50_ms = 0, wait_p99_ms = 0, wait_max_ms = 0;
  double cpu_us_per_command = 0, memory_mb = 0;
  std::map<std::string, std::int64_t> refusals;
  std::int64_t unexpected = 0;
  TicketsInLog tickets;
  std::int64_t events_lost = 0;
  bool verified = false, ok = false;
};

class DrillDay {
 public:
  // Founds the bank in a new data folder and starts its server.
  DrillDay(const DrillShape&, const std::filesystem::path& folder);
  DayResult play();

 private:
  struct Pending {
    DrillDeed deed;
    std::int64_t due_us = 0;
    std::string request, first_answer;
    DrillOrder order;
  };
  struct Outlet {
    OutletId id;
    Stamp stamp;
    std::string cookie;
    std::unique_ptr<DrillOutlet> life;
    std::deque<Pending> waiting;
    std::optional<Pending> asked;
  };
  struct Due {
    Time at;
    std::int64_t number;
    int outlet;
    DrillDeed deed;
    bool operator<(const Due& other) const {
      return std::tie(at, number) > std::tie(other.at, other.number);
    }
  };

  void found_bank();
  void meet_server();
  void run();
  void begin_due(std::int64_t now_us);
  void say_next(int outlet);
  void hear(const DrillAnswer&);
  void accepted(int outlet, std::string_view body);
  void refused(int outlet, std::string_view body);
  bool repeats(const Pending&);
  void count_log(DayResult&);
  Decision<Happening> decide_here(const DrillOrder&, const Stamp&);
  DrillOutlet::Plan planner(int outlet);
  Time drill_time(std::int64_t us) const;
  std::int64_t us_of(Time) const;

  const DrillShape shape_;
  const std::filesystem::path folder_;
  Bank bank_;  // The mirror.
  json::Parser parser_;
  std::vector<Outlet> outlets_;
  std::priority_queue<Due> agenda_;
  std::int64_t planned_ = 0, under_way_ = 0, events_before_ = 0;
  std::optional<DrillServer> server_;
  std::optional<DrillClient> client_;
  Time clock_;  // The server's, at zero_us_.
  std::int64_t zero_us_ = 0;
  std::vector<std::int64_t> waits_us_;
  std::string key_;  // With which the keys of this day begin.
  std::int64_t keys_ = 0;
  std::mt19937 random_;
  DayResult result_;
};

}  // namespace waystation::cli
