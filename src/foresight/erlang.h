#pragma once
// Queueing theory in closed form: the instant answer before a simulation has ended, and what the
// simulations are held against. Time is in any one unit; `arrivals` and `services` are rates.
// Sources: Erlang 1917 (B, C); Pollaczek 1930 and Khinchine 1932; Cobham 1954; Palm 1957 (A).
#include <span>
#include <vector>

namespace waystation::foresight {

// Share of calls that find all servers busy and are lost. load = arrivals ÷ services. O(servers).
double erlang_b(int servers, double load);
// Share of those who must wait, none of whom leaves; 1 where the load is not below the servers.
double erlang_c(int servers, double load);
// Mean wait in line of M/M/c; infinite where the load is not below the servers.
double mean_wait(int servers, double arrivals, double services);
// Share of waits longer than t in M/M/c.
double waits_longer(int servers, double arrivals, double services, double t);
// Mean wait of M/G/1; `variation` is standard deviation ÷ mean of the service.
double mean_wait_general(double arrivals, double mean_service, double variation);
// Mean waits of M/M/1 by priority, the first of which is served first, without interrupting.
std::vector<double> mean_waits_by_priority(std::span<const double> arrivals, double services);

// M/M/c+M, whose customers wait for an exponential patience at the most.
struct Impatient {
  double abandon = 0;    // Share who leave.
  double wait = 0;       // Mean time in line, of all who come.
  double must_wait = 0;  // Share who find all servers busy.
};
Impatient erlang_a(int servers, double arrivals, double services, double leaving);

// The fewest servers of M/M/c whose waits longer than `within` are at most `share`.
int servers_needed(double arrivals, double services, double within, double share);

}  // namespace waystation::foresight
