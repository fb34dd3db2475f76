#include "foresight/erlang.h"

#include <cmath>
#include <limits>

namespace waystation::foresight {

double erlang_b(int servers, double load) {
  double lost = 1;
  for (int k = 1; k <= servers; ++k) lost = load * lost / (k + load * lost);
  return lost;
}

double erlang_c(int servers, double load) {
  if (load >= servers) return 1;
  const double b = erlang_b(servers, load);
  return b / (1 - load / servers * (1 - b));
}

double mean_wait(int servers, double arrivals, double services) {
  const double spare = servers * services - arrivals;
  if (spare <= 0) return std::numeric_limits<double>::infinity();
  return erlang_c(servers, arrivals / services) / spare;
}

double waits_longer(int servers, double arrivals, double services, double t) {
  const double spare = servers * services - arrivals;
  return spare <= 0 ? 1 : erlang_c(servers, arrivals / services) * std::exp(-spare * t);
}

double mean_wait_general(double arrivals, double mean_service, double variation) {
  const double load = arrivals * mean_service;
  if (load >= 1) return std::numeric_limits<double>::infinity();
  return load * mean_service * (1 + variation * variation) / (2 * (1 - load));
}

std::vector<double> mean_waits_by_priority(std::span<const double> arrivals, double services) {
  double load = 0;
  for (const double rate : arrivals) load += rate / services;
  const double remaining = load / services;  // Of the service that a newcomer finds.
  std::vector<double> out;
  double before = 0;
  for (const double rate : arrivals) {
    const double with = before + rate / services;
    out.push_back(remaining / ((1 - before) * (1 - with)));
    before = with;
  }
  return out;
}

// The state probabilities, each from the one before it, until what is left cannot matter.
Impatient erlang_a(int servers, double arrivals, double services, double leaving) {
  double weight = 1, all = 1, in_line = 0, busy_all = servers == 0;
  for (int n = 1; n < 1'000'000; ++n) {
    const int waiting = n > servers ? n - servers : 0;
    weight *= arrivals / ((n - waiting) * services + waiting * leaving);
    all += weight, in_line += weight * waiting;
    if (n >= servers) busy_all += weight;
    if (n > servers && weight * (waiting + 1) < 1e-16 * all) break;
    if (all > 1e250) weight *= 1e-250, all *= 1e-250, in_line *= 1e-250, busy_all *= 1e-250;
  }
  const double waiting = in_line / all;  // Little: the wait is those in line ÷ arrivals.
  return {waiting * leaving / arrivals, waiting / arrivals, busy_all / all};
}

int servers_needed(double arrivals, double services, double within, double share) {
  int servers = static_cast<int>(arrivals / services) + 1;
  while (waits_longer(servers, arrivals, services, within) > share) ++servers;
  return servers;
}

}  // namespace waystation::foresight
