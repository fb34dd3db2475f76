#include "foresight/simulate.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace waystation::foresight {

namespace {

struct Worker {  // Its working memory.
  Tape tape;
  Engine engine;
  Waits waits;
  Day day;
  Values values{};
};

struct Batch {
  std::array<Sums, values> sums{};
  Waits waits;
  std::vector<std::int64_t> needs;  // Fen that the day takes out of the stock at the most.
  int cut_days = 0;
};

// Threads that do numbered tasks, and a caller who watches and may stop them.
class Crew {
 public:
  Crew(int tasks, double work, const Run& run) : tasks_(tasks), work_(work), run_(run) {}

  // Whether all was done. `task` returns early when `stopped`.
  bool work(const std::function<void(int task, Worker&)>& task) {
    std::vector<std::jthread> threads;
    for (int t = 0; t < std::min(run_.threads, tasks_); ++t)
      threads.emplace_back([&] {
        const auto worker = std::make_unique<Worker>();
        for (int k; !stopped() && (k = next_++) < tasks_;) task(k, *worker);
        const std::lock_guard lock(mutex_);
        ++idle_;
        ended_.notify_one();
      });
    std::unique_lock lock(mutex_);
    const auto all_idle = [&] { return idle_ == static_cast<int>(threads.size()); };
    while (!ended_.wait_for(lock, std::chrono::milliseconds(50), all_idle))
      if (run_.goes_on && !run_.goes_on(static_cast<double>(done_) / work_)) stop_ = true;
    return !stop_;
  }
  bool stopped() const { return stop_; }
  void add_done(int days) { done_ += days; }

 private:
  int tasks_;
  double work_;
  const Run& run_;
  std::atomic<int> next_ = 0;
  std::atomic<std::int64_t> done_ = 0;
  std::atomic<bool> stop_ = false;
  std::mutex mutex_;
  std::condition_variable ended_;
  int idle_ = 0;
};

void play_batch(const Prepared& p, const Run& run, std::uint32_t outlet, int number, Worker& w,
                Batch& out, Crew& crew) {
  const auto first = std::int64_t{run.replications} * number / batches,
             end = std::int64_t{run.replications} * (number + 1) / batches;
  out.sums = {}, out.cut_days = 0, out.needs.clear();
  out.needs.reserve(static_cast<std::size_t>(end - first));
  w.waits = {}, w.values = {};
  for (auto r = first; r < end; ++r) {
    run.kernel->draw(p, {run.seed, outlet, static_cast<std::uint32_t>(r)}, w.tape);
    w.day = {};
    run.kernel->play(p, w.tape, w.engine, w.waits, w.day);
    measure(p, w.day, w.values);
    for (int k = 0; k < values; ++k) out.sums[k].add(w.values[k]);
    out.needs.push_back(p.opening_fen - w.day.least_fen);
    out.cut_days += w.day.cut;
    if ((r - first) % 16 == 15) {
      crew.add_done(16);
      if (crew.stopped()) return;
    }
  }
  out.waits = w.waits;
}

WaitQuantiles quantiles(const std::vector<Bins>& of_batches) {
  WaitQuantiles out;
  for (const Bins& b : of_batches) out.visits += count(b);
  out.q50 = wait_quantile(of_batches, 0.5);
  out.q90 = wait_quantile(of_batches, 0.9);
  out.q95 = wait_quantile(of_batches, 0.95);
  return out;
}

void summarise_waits(const std::vector<Batch>& all, Outcome& out) {
  const auto of = [&](auto pick) {
    std::vector<Bins> bins;
    for (const Batch& b : all) bins.push_back(pick(b.waits));
    return quantiles(bins);
  };
  for (int k = 0; k < out.classes; ++k)
    out.waits_of_class[k] = of([&](const Waits& w) { return w.by_class[k]; });
  for (int h = 0; h < out.hours; ++h)
    out.waits_of_hour[h] = of([&](const Waits& w) { return w.by_hour[h]; });
  out.waits = of([&](const Waits& w) {
    Bins sum{};
    for (const Bins& b : w.by_class)
      for (int k = 0; k < Waits::bins; ++k) sum[k] += b[k];
    return sum;
  });
}

void summarise_cash(const std::vector<Batch>& all, Outcome& out) {
  std::vector<std::int64_t> needs;
  for (const Batch& b : all) needs.insert(needs.end(), b.needs.begin(), b.needs.end());
  std::ranges::sort(needs);
  const auto yuan = [&](double share) {
    const Interval fen = quantile_of(needs, share);
    return Interval{fen.mean / 100, fen.low / 100, fen.high / 100};
  };
  out.reserve95 = yuan(0.95), out.reserve99 = yuan(0.99), out.reserve995 = yuan(0.995);
}

Outcome summarise(const Prepared& p, const std::vector<Batch>& all) {
  Outcome out;
  out.hours = p.hours, out.classes = p.classes;
  std::array<Sums, values> sums{};
  for (const Batch& b : all) {
    for (int k = 0; k < values; ++k) sums[k].add(b.sums[k]);
    out.replications += static_cast<int>(b.needs.size());
    out.cut_days += b.cut_days;
  }
  const int n = out.replications;
  for (std::size_t k = 0; k < day_measures.size(); ++k)
    out.day[k] = is_share_of_days(k) ? share_of(std::int64_t(sums[k].sum), n) : mean_of(sums[k], n);
  for (std::size_t m = 0; m < hour_measures.size(); ++m)
    for (int h = 0; h <= p.hours; ++h)
      out.hour[m][h] = mean_of(sums[hour_value(static_cast<int>(m), h)], n);
  for (std::size_t m = 0; m < class_measures.size(); ++m)
    for (int k = 0; k < p.classes; ++k)
      out.of_class[m][k] = mean_of(sums[class_value(static_cast<int>(m), k)], n);
  summarise_waits(all, out);
  summarise_cash(all, out);
  return out;
}

Refusal out_of_range(std::string code, const char* where, int value) {
  return {Why::invalid, std::move(code), where, {}, {{"value", std::to_string(value)}}};
}

}  // namespace

std::optional<Refusal> refuse(const Run& run) {
  if (run.replications < replications_least || run.replications > replications_most)
    return out_of_range("foresight.replications-out-of-range", "replications", run.replications);
  if (run.threads < 1 || run.threads > 256)
    return out_of_range("foresight.threads-out-of-range", "threads", run.threads);
  return {};
}

std::optional<Outcome> simulate(const Prepared& p, const Run& run) {
  std::vector<Batch> all(batches);
  Crew crew(batches, run.replications, run);
  const bool is_whole =
      crew.work([&](int k, Worker& w) { play_batch(p, run, run.outlet, k, w, all[k], crew); });
  if (!is_whole) return {};
  return summarise(p, all);
}

std::optional<std::vector<Outcome>> simulate_network(std::span<const Prepared> outlets,
                                                     const Run& run) {
  std::vector<Outcome> out(outlets.size());
  Crew crew(static_cast<int>(outlets.size()), double(run.replications) * double(outlets.size()),
            run);
  const bool is_whole = crew.work([&](int outlet, Worker& w) {
    std::vector<Batch> all(batches);
    for (int k = 0; k < batches && !crew.stopped(); ++k)
      play_batch(outlets[outlet], run, std::uint32_t(outlet), k, w, all[k], crew);
    if (!crew.stopped()) out[outlet] = summarise(outlets[outlet], all);
  });
  if (!is_whole) return {};
  return out;
}

}  // namespace waystation::foresight
