#pragma once
// 自助设备: which machines serve which line, what lies in their cassettes against floor and
// capacity, when each was settled and is due again, and where a machine and the book do not say the
// same.
#include "application/view_cash.h"

namespace waystation::view {

struct CassetteRow {
  cash::PlaceName cassette;
  cash::Denomination denomination = cash::Denomination::yuan_100;
  machine::Direction direction = machine::Direction::pays_out;
  std::int32_t held = 0;  // Notes, by the book.
  std::int32_t capacity = 0;
  std::int32_t floor = 0;  // As the policy of today has it.
  Fen amount;
  bool low = false;
  bool full = false;
  std::int64_t counter = 0;            // As last reported.
  std::optional<std::int32_t> sensed;  // What the machine says that it holds.
  std::optional<machine::Difference> difference;
};
BOOST_DESCRIBE_STRUCT(CassetteRow, (),
                      (cassette, denomination, direction, held, capacity, floor, amount, low, full,
                       counter, sensed, difference))

struct MachineRow {
  machine::MachineId machine;
  machine::Kind kind = machine::Kind::recycler;
  std::optional<machine::Mode> mode;       // As ordered.
  std::optional<machine::Mode> confirmed;  // As the machine says.
  bool drifts = false;                     // It says another than was ordered.
  bool forbidden = false;                  // Both lines at once behind a seal.
  bool serves = false;
  machine::Reason reason = machine::Reason::commissioning;
  Time since;
  Time settled_at;
  Time settle_due;
  bool settle_overdue = false;
  bool test_due = false;       // Loaded since the last test.
  bool counters_read = false;  // Since it stopped: it may be settled.
  std::int64_t series = 0;
  std::optional<Time> reported_at;
  Fen amount;
  std::vector<CassetteRow> cassettes;
};
BOOST_DESCRIBE_STRUCT(MachineRow, (),
                      (machine, kind, mode, confirmed, drifts, forbidden, serves, reason, since,
                       settled_at, settle_due, settle_overdue, test_due, counters_read, series,
                       reported_at, amount, cassettes))

// A released bag of one denomination in the vault: it may be loaded.
struct LoadableBag {
  cash::BagId bag;
  cash::Denomination denomination = cash::Denomination::yuan_100;
  std::int32_t notes = 0;
};
BOOST_DESCRIBE_STRUCT(LoadableBag, (), (bag, denomination, notes))

struct MachineSite {
  OutletId outlet;
  std::string title;
  CityId city;
  bool sealed = false;
  bool takes_in = false;  // Some machine does now.
  bool pays_out = false;
  std::vector<MachineRow> machines;
  std::vector<CashWaiting> waiting;  // Deeds with machines, for a second signer.
  std::vector<LoadableBag> bags;     // For who may draw.
  std::int64_t version = 0;          // Of "machine/…".
  std::int64_t cash_version = 0;     // Of "cash/…": what two people do stands there.
  std::string time_zone;
};
BOOST_DESCRIBE_STRUCT(MachineSite, (),
                      (outlet, title, city, sealed, takes_in, pays_out, machines, waiting, bags,
                       version, cash_version, time_zone))

struct MachinesQuery {
  std::optional<Scope> scope;
  std::optional<OutletId> outlet;  // Of one outlet, though it has none.
};
BOOST_DESCRIBE_STRUCT(MachinesQuery, (), (scope, outlet))

struct Machines {
  static constexpr auto name = "machines";
  static constexpr Roles roles = CashTable::roles | role_set(Role::lobby_guide);
  using Query = MachinesQuery;
  std::vector<MachineSite> sites;
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(Machines, (), (sites, now, as_of_seq, as_of))
Decision<Machines> see(const Viewing&, const MachinesQuery&);

}  // namespace waystation::view
