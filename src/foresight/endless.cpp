#include "foresight/endless.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>

#include "foresight/erlang.h"

namespace waystation::foresight {

namespace {

constexpr int drawn = 64 * 64;
constexpr double never = std::numeric_limits<double>::infinity();

// An endless stream of one purpose.
class Stream {
 public:
  enum class Kind { uniform, exponential, lognormal };
  Stream(const Kernel& kernel, std::uint64_t seed, std::uint32_t purpose, Kind kind,
         double variation = 0)
      : kernel_(kernel), seed_(seed), purpose_(purpose), kind_(kind) {
    const double s2 = std::log1p(variation * variation);
    mu_ = static_cast<float>(-s2 / 2), sigma_ = static_cast<float>(std::sqrt(s2));
  }
  double next() {
    if (at_ == drawn) draw();
    return numbers_[at_++];
  }

 private:
  void draw() {
    const Replication r{seed_, 0, static_cast<std::uint32_t>(first_ >> 30)};
    kernel_.uniforms(r, purpose_, static_cast<std::uint32_t>(first_ & 0x3fffffff), numbers_, 64);
    first_ += drawn / 4;
    if (kind_ == Kind::exponential) {
      kernel_.log_of(numbers_, numbers_, drawn);
      for (float& x : numbers_) x = -x;
    } else if (kind_ == Kind::lognormal) {
      kernel_.normal_of(numbers_, numbers_, drawn);
      for (float& x : numbers_) x = mu_ + sigma_ * x;
      kernel_.exp_of(numbers_, numbers_, drawn);
    }
    at_ = 0;
  }

  const Kernel& kernel_;
  std::uint64_t seed_, first_ = 0;
  std::uint32_t purpose_;
  Kind kind_;
  float mu_ = 0, sigma_ = 0;
  int at_ = drawn;
  alignas(64) float numbers_[drawn];
};

// Sums of one batch, by priority.
struct Batched {
  std::vector<double> wait, customers;
  double lost = 0, must_wait = 0;
};

class Queue {
 public:
  Queue(const Endless& q, std::uint64_t seed, const Kernel& kernel)
      : q_(q),
        gaps_(kernel, seed, 100, Stream::Kind::exponential),
        services_(kernel, seed, 101,
                  q.service_variation < 0 ? Stream::Kind::exponential : Stream::Kind::lognormal,
                  q.service_variation),
        patiences_(kernel, seed, 102, Stream::Kind::exponential),
        priorities_(kernel, seed, 103, Stream::Kind::uniform),
        free_at_(q.servers, never),
        lines_(q.arrivals.size()) {
    for (const double rate : q.arrivals) rate_ += rate, till_.push_back(rate_);
    next_arrival_ = gaps_.next() / rate_;
  }

  // Until so many customers have come. A wait counts in the batch in which it ends.
  Batched play(std::int64_t customers) {
    Batched out;
    out.wait.assign(lines_.size(), 0), out.customers.assign(lines_.size(), 0);
    while (customers > 0) {
      const auto first = std::ranges::min_element(free_at_);
      if (*first < next_arrival_)
        finish(*first, out);
      else
        arrive(out), --customers;
    }
    return out;
  }

 private:
  struct Waiting {
    double since, until;
  };

  void arrive(Batched& out) {
    const double now = next_arrival_;
    next_arrival_ = now + gaps_.next() / rate_;
    std::size_t k = 0;
    if (lines_.size() > 1)
      for (const double u = priorities_.next() * rate_; k + 1 < till_.size() && u >= till_[k];) ++k;
    if (busy_ < q_.servers) {
      ++busy_;
      *std::ranges::find(free_at_, never) = now + services_.next();
      ++out.customers[k];
      return;
    }
    ++out.must_wait;
    if (q_.no_line) {
      ++out.lost, ++out.customers[k];
      return;
    }
    lines_[k].push_back({now, q_.leaving > 0 ? now + patiences_.next() / q_.leaving : never});
  }
  // Who lost patience left when it ended, whenever that is found out.
  void finish(double& server, Batched& out) {
    const double now = server;
    for (std::size_t k = 0; k < lines_.size(); ++k) {
      while (!lines_[k].empty()) {
        const Waiting w = lines_[k].front();
        lines_[k].pop_front();
        ++out.customers[k];
        out.wait[k] += std::min(now, w.until) - w.since;
        if (w.until < now) {
          ++out.lost;
          continue;
        }
        server = now + services_.next();
        return;
      }
    }
    server = never;
    --busy_;
  }

  const Endless& q_;
  Stream gaps_, services_, patiences_, priorities_;
  double rate_ = 0, next_arrival_ = 0;
  int busy_ = 0;
  std::vector<double> free_at_, till_;
  std::vector<std::deque<Waiting>> lines_;
};

Estimate of_batches(const std::vector<double>& x) {
  double sum = 0, squares = 0;
  for (const double v : x) sum += v;
  const auto n = static_cast<double>(x.size());
  for (const double v : x) squares += (v - sum / n) * (v - sum / n);
  return {sum / n, std::sqrt(squares / (n - 1) / n)};
}

}  // namespace

EndlessResult play_endless(const Endless& q, std::uint64_t seed, std::int64_t customers,
                           int batches, const Kernel& kernel) {
  Queue queue(q, seed, kernel);
  const std::int64_t each = customers / batches;
  queue.play(each);
  std::vector<std::vector<double>> waits(q.arrivals.size());
  std::vector<double> all, lost, must_wait;
  for (int b = 0; b < batches; ++b) {
    const Batched x = queue.play(each);
    double wait = 0, ended = 0;
    for (std::size_t k = 0; k < waits.size(); ++k) {
      waits[k].push_back(x.wait[k] / x.customers[k]);
      wait += x.wait[k], ended += x.customers[k];
    }
    all.push_back(wait / ended);
    lost.push_back(x.lost / static_cast<double>(each));
    must_wait.push_back(x.must_wait / static_cast<double>(each));
  }
  EndlessResult out;
  for (const auto& of : waits) out.wait.push_back(of_batches(of));
  out.all_waits = of_batches(all), out.lost = of_batches(lost);
  out.must_wait = of_batches(must_wait);
  return out;
}

std::vector<TheoryCase> theory_cases() {
  using enum TheoryCase::Of;
  const auto queue = [](int servers, double arrivals) {
    Endless q;
    q.servers = servers, q.arrivals = {arrivals};
    return q;
  };
  std::vector<TheoryCase> out;
  const auto add = [&](std::string name, const Endless& q, double truth, TheoryCase::Of of) {
    out.push_back({std::move(name), q, truth, {}, of});
  };
  add("M/M/1, load 0.8", queue(1, 0.8), mean_wait(1, 0.8, 1), wait);
  add("M/M/3, load 0.8", queue(3, 2.4), mean_wait(3, 2.4, 1), wait);
  add("M/M/8, load 0.8", queue(8, 6.4), mean_wait(8, 6.4, 1), wait);
  add("Erlang C, 5 servers, load 0.8", queue(5, 4), erlang_c(5, 4), must_wait);
  Endless general = queue(1, 0.8), loss = queue(5, 4), impatient = queue(3, 2.4);
  general.service_variation = 0.6, loss.no_line = true, impatient.leaving = 0.5;
  add("M/G/1, load 0.8, variation 0.6", general, mean_wait_general(0.8, 1, 0.6), wait);
  add("Erlang B, 5 servers, load 4", loss, erlang_b(5, 4), lost);
  add("Erlang A, 3 servers, load 0.8: leave", impatient, erlang_a(3, 2.4, 1, 0.5).abandon, lost);
  add("Erlang A, 3 servers, load 0.8: wait", impatient, erlang_a(3, 2.4, 1, 0.5).wait, wait);
  Endless priorities;
  priorities.arrivals = {0.2, 0.3, 0.3};
  const auto waits = mean_waits_by_priority(priorities.arrivals, 1);
  out.push_back({"Cobham, 3 priorities, load 0.8", priorities, waits[0], waits, wait});
  return out;
}

Estimate estimate_of(const TheoryCase& c, const EndlessResult& r, std::size_t priority) {
  switch (c.of) {
    case TheoryCase::Of::wait:
      return c.truths.empty() ? r.all_waits : r.wait[priority];
    case TheoryCase::Of::lost:
      return r.lost;
    case TheoryCase::Of::must_wait:
      return r.must_wait;
  }
  return {};
}

}  // namespace waystation::foresight
