#include <algorithm>

#include "domain/bank.h"

namespace waystation::queue {

namespace {

constexpr std::int32_t longest_minutes = 240;  // Longer waits are counted as this one.

bool serves(const Window& window, Service service) {
  return std::ranges::find(window.services, service) != window.services.end();
}

std::int64_t rounded_root(std::int64_t square) {
  std::int64_t low = 0, high = 2'000'000'000;
  while (low < high) {
    const std::int64_t middle = (low + high + 1) / 2;
    if (middle * middle <= square)
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

// What open windows are there for a service, and how much of them another service has.
struct Counters {
  std::int64_t all = 0;
  std::int64_t shared = 0;
};

Counters counters(const Queue& queue, Service other, Service own) {
  Counters found;
  for (const Window& window : queue.windows) {
    if (window.state != WindowState::open || !serves(window, other)) continue;
    ++found.all;
    if (serves(window, own)) ++found.shared;
  }
  return found;
}

std::int32_t whole_minutes(std::int64_t seconds) {
  return std::int32_t(std::min<std::int64_t>((seconds + 59) / 60, 24 * 60));
}

// Seconds of work, and its variance in square seconds.
struct Work {
  std::int64_t seconds = 0;
  std::int64_t variance = 0;
};

struct Times {
  std::array<std::int64_t, services> seconds{};
  std::int64_t variation_percent = 0;
};

Times times_of(const Bank& bank, const OutletId& outlet, Day day) {
  Times times;
  for (std::size_t s = 0; s < services; ++s)
    times.seconds[s] = 60 * service_minutes(bank, outlet, Service(s), day);
  times.variation_percent =
      policy::in_force(bank, policy::Key::service_variation_percent, outlet, day).value;
  return times;
}

// The waiting work of a line as far as windows for `own` do it.
Work work_ahead(const Queue& queue, const Times& times, Service own,
                const std::vector<std::int64_t>& ahead) {
  Work work;
  for (std::size_t s = 0; s < services; ++s) {
    const Counters there = counters(queue, Service(s), own);
    if (there.shared == 0) continue;
    const std::int64_t spread = times.seconds[s] * times.variation_percent / 100;
    work.seconds += ahead[s] * times.seconds[s] * there.shared / there.all;
    work.variance += ahead[s] * spread * spread * there.shared / there.all;
  }
  return work;
}

// Half a service is left, on average, where somebody is at the window.
Work work_at_windows(const Queue& queue, const Times& times, Service own) {
  Work work;
  for (const Window& window : queue.windows) {
    if (window.state != WindowState::open || !serves(window, own)) continue;
    if (!window.ticket) return {};
    const auto service = std::size_t(queue.tickets.at(*window.ticket).service);
    const std::int64_t spread = times.seconds[service] * times.variation_percent / 100;
    work.seconds += times.seconds[service] / 2;
    work.variance += spread * spread / 4;
  }
  return work;
}

std::optional<Wait> wait_of(const Queue& queue, const Times& times, Service own,
                            const std::vector<std::int64_t>& ahead) {
  const std::int64_t windows = counters(queue, own, own).all;
  if (windows == 0) return {};
  const Work before = work_ahead(queue, times, own, ahead);
  const Work there = work_at_windows(queue, times, own);
  const std::int64_t mean = (before.seconds + there.seconds) / windows;
  const std::int64_t deviation = rounded_root(before.variance + there.variance) / windows;
  return Wait{whole_minutes(mean), whole_minutes(mean + deviation * 128 / 100)};
}

}  // namespace

std::int64_t service_minutes(const Bank& bank, const OutletId& outlet, Service service, Day day) {
  using enum policy::Key;
  const auto value = [&](policy::Key key) {
    return policy::in_force(bank, key, outlet, day).value;
  };
  switch (service) {
    case Service::cash:
      return value(service_cash_minutes);
    case Service::pension:
      return value(service_pension_minutes);
    case Service::social_card:
      return value(service_social_card_minutes);
    case Service::passbook:
      return value(service_passbook_minutes);
    case Service::account:
      return value(service_account_minutes);
  }
  return 0;
}

std::optional<Wait> expected_wait(const Bank& bank, const OutletId& outlet, const TicketId& id,
                                  Time now) {
  const auto* queue = queue_of(bank, outlet);
  const auto* ticket = queue ? queue->tickets.find(id) : nullptr;
  if (!ticket || ticket->stage != Stage::waiting) return {};
  const Times times = times_of(bank, outlet, today_at(bank, outlet, now));
  return wait_of(*queue, times, ticket->service, ahead_by_service(*queue, id));
}

// Everybody who waits is counted as before: who has priority can only be sooner.
std::optional<Wait> expected_wait(const Bank& bank, const OutletId& outlet, Service service,
                                  Time now) {
  const auto* queue = queue_of(bank, outlet);
  if (!queue) return {};
  std::vector<std::int64_t> ahead(services);
  for (std::size_t s = 0; s < queue->lines.size(); ++s) ahead[s] = queue->lines[s].size();
  const Times times = times_of(bank, outlet, today_at(bank, outlet, now));
  return wait_of(*queue, times, service, ahead);
}

// ---- Figures.

std::optional<std::int32_t> wait_percentile(const Figures& figures, std::int32_t percent) {
  std::int64_t all = 0;
  for (const std::int32_t count : figures.waits) all += count;
  if (all == 0) return {};
  std::int64_t seen = 0;
  for (std::size_t minutes = 0; minutes < figures.waits.size(); ++minutes) {
    seen += figures.waits[minutes];
    if (seen * 100 >= all * percent) return std::int32_t(minutes);
  }
  return std::int32_t(figures.waits.size());
}

std::optional<std::int32_t> hit_permille(const Figures& figures) {
  if (figures.promised == 0) return {};
  return std::int32_t(std::int64_t(figures.within_p90) * 1000 / figures.promised);
}

// A night between taking and calling is no wait in the queue.
void count_first_call(Figures& figures, const Ticket& ticket, Time now) {
  if (ticket.carried) return;
  const auto waited = std::chrono::floor<std::chrono::minutes>(now - ticket.taken_at).count();
  const auto minutes = std::size_t(std::clamp<std::int64_t>(waited, 0, longest_minutes));
  if (figures.waits.size() <= minutes) figures.waits.resize(minutes + 1);
  ++figures.waits[minutes];
  if (!ticket.promised) return;
  ++figures.promised;
  figures.within_p50 += waited <= ticket.promised->p50_minutes ? 1 : 0;
  figures.within_p90 += waited <= ticket.promised->p90_minutes ? 1 : 0;
}

}  // namespace waystation::queue
