#pragma once
// Transfers 调拨 between outlets, or from the warehouse, which is a back office with a shelf. What
// was sent is in transit until it is counted at the dock; what is short there is recorded with its
// reason, so that sender + transit + receiver + shortages never change.
#include "domain/supply.h"

namespace waystation::supply {

struct Transfer {
  OutletId from_outlet, to_outlet;
  Time sent_at;
  std::vector<Lot> lines;  // In transit; empty once accepted.
  std::optional<Time> accepted_at;
  std::vector<Lot> shortage;
  std::string reason;  // Of the shortage.
};
BOOST_DESCRIBE_STRUCT(Transfer, (),
                      (from_outlet, to_outlet, sent_at, lines, accepted_at, shortage, reason))
using Transfers = Table<TransferId, Transfer>;

// What is on its way to an outlet. O(open transfers to it).
std::int64_t in_transit(const Bank&, const OutletId& to, Item, Day);

// ---- Send.

struct Sending {
  Item item = Item::suit;
  std::int64_t quantity = 0;
  std::optional<std::string> lot = {};
};
BOOST_DESCRIBE_STRUCT(Sending, (), (item, quantity, lot))

struct Send {
  static constexpr auto name = "supply.send";
  static constexpr Roles roles = outlet_crew;
  OutletId from_outlet;
  OutletId to_outlet;
  TransferId transfer;
  std::vector<Sending> lines;
  std::optional<std::string> reason = {};  // As of an issue.
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Send, (), (from_outlet, to_outlet, transfer, lines, reason, occurred_at))

struct Sent {
  static constexpr auto name = "supply.sent";
  OutletId from_outlet;
  OutletId to_outlet;
  TransferId transfer;
  std::vector<Lot> lines;  // Each lot once.
  std::optional<std::string> reason = {};
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Sent, (), (from_outlet, to_outlet, transfer, lines, reason, occurred_at))

Scope scope_of(const Bank&, const Send&);  // The sender's.
Decision<Sent> decide(const Bank&, const Send&, const Stamp&);
void apply(Shelves&, const Sent&, const Mark&);
void apply(Transfers&, const Sent&, const Mark&);

// ---- Accept at the dock: every line is counted.

struct Arrival {
  Item item = Item::suit;
  std::string lot;
  std::int64_t counted = 0;
};
BOOST_DESCRIBE_STRUCT(Arrival, (), (item, lot, counted))

struct Accept {
  static constexpr auto name = "supply.accept";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  TransferId transfer;
  std::vector<Arrival> lines;
  std::string reason;  // Required where a line is short.
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Accept, (), (outlet, transfer, lines, reason, occurred_at))

struct Accepted {
  static constexpr auto name = "supply.accepted";
  OutletId outlet;
  TransferId transfer;
  std::vector<Lot> lines;     // As counted.
  std::vector<Lot> shortage;  // What was sent and is not there.
  std::string reason;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Accepted, (), (outlet, transfer, lines, shortage, reason, occurred_at))

Decision<Accepted> decide(const Bank&, const Accept&, const Stamp&);
void apply(Shelves&, const Accepted&, const Mark&);
void apply(Transfers&, const Accepted&, const Mark&);

using Commands = boost::mp11::mp_list<Receive, Issue, Count, AppointKeeper, Send, Accept>;

}  // namespace waystation::supply
