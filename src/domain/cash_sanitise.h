#pragma once
// Sanitising 消毒: bags go into a cabinet, one source at a time, and come out no earlier than the
// policy's minutes for the method; what comes out sooner was not sanitised.
#include "domain/cash_counter.h"

namespace waystation::cash {

// ---- Begin a run.

struct BeginRun {
  static constexpr auto name = "cash.begin-sanitising";
  static constexpr Roles roles = cash_crew;
  OutletId outlet;
  RunId run;
  PlaceName cabinet;
  Method method = Method::cabinet;
  std::vector<BagId> bags;
};
BOOST_DESCRIBE_STRUCT(BeginRun, (), (outlet, run, cabinet, method, bags))

struct RunBegun {
  static constexpr auto name = "cash.sanitising-begun";
  OutletId outlet;
  RunId run;
  PlaceName cabinet;
  Method method = Method::cabinet;
  std::vector<BagId> bags;
  Fen amount;
};
BOOST_DESCRIBE_STRUCT(RunBegun, (), (outlet, run, cabinet, method, bags, amount))

Decision<RunBegun> decide(const Bank&, const BeginRun&, const Stamp&);
void apply(Custody&, const RunBegun&, const Mark&);

// ---- Finish it: the hold begins.

struct FinishRun {
  static constexpr auto name = "cash.finish-sanitising";
  static constexpr Roles roles = cash_crew;
  OutletId outlet;
  RunId run;
};
BOOST_DESCRIBE_STRUCT(FinishRun, (), (outlet, run))

struct RunFinished {
  static constexpr auto name = "cash.sanitised";
  OutletId outlet;
  RunId run;
  std::vector<BagId> bags;
  std::int64_t minutes = 0;
  Fen amount;
};
BOOST_DESCRIBE_STRUCT(RunFinished, (), (outlet, run, bags, minutes, amount))

Decision<RunFinished> decide(const Bank&, const FinishRun&, const Stamp&);
void apply(Custody&, const RunFinished&, const Mark&);

// ---- Abandon it: the bags are as before.

struct AbandonRun {
  static constexpr auto name = "cash.abandon-sanitising";
  static constexpr Roles roles = cash_crew;
  OutletId outlet;
  RunId run;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(AbandonRun, (), (outlet, run, reason))

struct RunAbandoned {
  static constexpr auto name = "cash.sanitising-abandoned";
  OutletId outlet;
  RunId run;
  std::vector<BagId> bags;
  Fen amount;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RunAbandoned, (), (outlet, run, bags, amount, reason))

Decision<RunAbandoned> decide(const Bank&, const AbandonRun&, const Stamp&);
void apply(Custody&, const RunAbandoned&, const Mark&);

std::int64_t minutes_needed(const Bank&, const OutletId&, Method, Time now);
// What bags of a site hold together; of bags that are there.
Fen value_of(const Site&, const std::vector<BagId>&);

}  // namespace waystation::cash
