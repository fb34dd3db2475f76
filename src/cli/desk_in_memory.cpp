#include "cli/desk_in_memory.h"

#include <unistd.h>

#include <chrono>
#include <cstring>

#include "cli/drill_server.h"

namespace waystation::cli {

double cpu_seconds_here() {
  return cpu_seconds_of(::getpid());
}

DeskInMemory::DeskInMemory(int outlets, std::int64_t most_bags)
    : desk_(journal_), moves_(outlets, "M", most_bags), outlets_(outlets) {
  found_bench_bank(desk_, outlets);
  for (int i = 0; i < outlets; ++i) {
    tellers_.push_back(bench_teller(moves_.outlet(i)));
    scopes_.push_back({{"SY"}, moves_.outlet(i)});
  }
}

DeskInMemory::Cost DeskInMemory::move(std::int64_t moves, double seconds) {
  using Steady = std::chrono::steady_clock;
  const auto began = Steady::now();
  const auto spent = [&] { return std::chrono::duration<double>(Steady::now() - began).count(); };
  const double cpu = cpu_seconds_here();
  std::int64_t count = 0;
  for (; count < moves && (count % 64 || spent() < seconds); ++count)
    submit(int(submitted_ % outlets_));
  std::unique_lock lock(guard_);
  answered_.wait(lock, [&] { return waiting_ == 0; });
  if (refused_) throw std::runtime_error("the desk refused a move of the benchmark");
  return {double(count) / spent(), (cpu_seconds_here() - cpu) / double(count) * 1e6};
}

void DeskInMemory::submit(int outlet) {
  {
    std::unique_lock lock(guard_);
    if (waiting_ >= most_waiting)
      answered_.wait(lock, [&] { return waiting_ <= most_waiting / 2; });
    ++waiting_;
  }
  CashMove move = moves_.next(outlet);
  Order order{.id = {},
              .command = move.command,
              .body = std::move(move.body),
              .by = tellers_[std::size_t(outlet)],
              .role = Role::teller,
              .scope = scopes_[std::size_t(outlet)],
              .at = {},
              .if_match = {}};
  const std::int64_t number = ++submitted_;
  std::memcpy(order.id.data(), &number, sizeof number);
  desk_.submit({std::move(order)}, [this](const Answer& answer) {
    const std::lock_guard lock(guard_);
    if (!answer.result) refused_ = true;
    --waiting_;
    if (waiting_ == most_waiting / 2 || waiting_ == 0) answered_.notify_one();
  });
}

}  // namespace waystation::cli
