#pragma once
// A made-up bank for benchmarks, one teller at each outlet, and the cash that they move: each
// receives, bags, puts the bag into the cabinet and takes it out again, so that every move passes
// the rules of the room and each fourth leaves one more open bag.
#include <filesystem>
#include <string>
#include <vector>

#include "application/desk.h"

namespace waystation::cli {

OutletId bench_outlet(int number);  // A code that CNAPS would give.
AccountId bench_teller(const OutletId&);
Order bench_order(std::string command, std::string body, AccountId by, Role, Scope);
// The city, its outlets by number and their tellers.
void found_bench_bank(Desk&, int outlets);

struct CashMove {
  const char* command;  // "cash.receive"
  std::string body;
};

class CashMoves {
 public:
  // `run` keeps the bags of one log apart from those that another run left in it. Once an outlet
  // has `most_bags`, it takes those in turn and only receives into its drawer.
  CashMoves(int outlets, std::string run, std::int64_t most_bags = INT64_MAX);
  CashMove next(int outlet);
  const OutletId& outlet(int number) const { return outlets_[std::size_t(number)].id; }

 private:
  struct Outlet {
    OutletId id;
    std::int64_t moves = 0;
  };
  std::vector<Outlet> outlets_;
  std::string run_;
  std::int64_t most_bags_;
};

// How often a second a record of a command's length is appended and forced to the disk.
double fdatasync_rate(const std::filesystem::path& file, double seconds);
double median(std::vector<double>);

}  // namespace waystation::cli
