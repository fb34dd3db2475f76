#pragma once
// A desk whose log lives in memory, kept busy with moves of cash: what a move costs without a disk
// and without a line. For benchmarks.
#include <condition_variable>
#include <mutex>

#include "application/journal_in_memory.h"
#include "cli/bench_bank.h"

namespace waystation::cli {

double cpu_seconds_here();  // Of this process, all threads.

class DeskInMemory {
 public:
  explicit DeskInMemory(int outlets, std::int64_t most_bags = INT64_MAX);

  struct Cost {
    double per_second = 0;
    double cpu_us = 0;  // A move, with the work of making it up.
  };
  // Until either is reached; one outlet after the other.
  Cost move(std::int64_t moves, double seconds);

 private:
  // As many under way as one batch of the desk holds; the desk wakes us when half are answered.
  static constexpr int most_waiting = int(Desk::batch_limit);
  void submit(int outlet);

  JournalInMemory journal_;
  Desk desk_;
  CashMoves moves_;
  int outlets_;
  std::vector<AccountId> tellers_;
  std::vector<Scope> scopes_;
  std::mutex guard_;
  std::condition_variable answered_;
  std::int64_t submitted_ = 0;
  int waiting_ = 0;
  bool refused_ = false;
};

}  // namespace waystation::cli
