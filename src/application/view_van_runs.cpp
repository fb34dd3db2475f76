#include "application/view_van_runs.h"

#include <algorithm>

#include "application/view_reading.h"

namespace waystation::view {

namespace {

using van_run::act_of, van_run::is_over, van_run::missed_at, van_run::missed_from,
    van_run::next_stop, van_run::stop_at;
using van_run::Carriage, van_run::CrewMember, van_run::GateTry, van_run::Run, van_run::RunBag,
    van_run::RunId, van_run::RunStage, van_run::Stop;

std::int64_t minutes_between(Time from, Time to) {
  return std::chrono::duration_cast<std::chrono::minutes>(to - from).count();
}

std::string plate_of(const Bank& bank, const VanId& id) {
  const auto* van = bank.vans.find(id);
  return van ? van->plate : id.text;
}

CityId city_of(const Bank& bank, const Run& run) {
  const auto* van = bank.vans.find(run.van);
  return van ? van->city : CityId{};
}

bool is_on_the_road(const Run& run) {
  return run.stage != RunStage::planned && !is_over(run);
}

// The van's whole load while it is on the road. Of a run that is over, what nobody has taken of its
// own bags and no other run carries.
Fen load_of(const Bank& bank, const Run& run, cash::Line line) {
  const auto& load = cash::load_of(bank, run.van);
  if (!is_over(run)) return cash::held_in(load.book, line);
  Fen left;
  for (const Stop& stop : run.stops)
    for (const auto& carried : stop.bags)
      if (const auto* bag = load.bags.find(carried.bag); bag && cash::line_of(bag->stage) == line)
        left = left + value_of(bag->notes);
  if (left == Fen{}) return left;
  for (const auto& [id, other] : bank.van_runs)
    if (other.van == run.van && is_on_the_road(other)) return {};
  return left;
}

std::int64_t late_by(const Run& run, const Stop& stop, Time to, Time now) {
  if (stop.check || is_over(run) || now <= to) return 0;
  return minutes_between(to, now);
}

// ---- One stop.

struct Seeing {
  const Viewing& v;
  const RunId& id;
  const Run& run;
  bool names = false;

  const Bank& bank() const { return v.standing.bank; }
  Time at(TimeOfDay time) const {
    return at_local(run.day, time, van_run::time_zone_of(bank(), run));
  }
};

// Where a bag lies now, by the books of the cash room.
std::pair<BagWhere, const cash::Bag*> find_bag(const Seeing& s, const Stop& stop,
                                               const cash::BagId& id) {
  if (const auto* bag = cash::load_of(s.bank(), s.run.van).bags.find(id))
    return {BagWhere::van, bag};
  if (const auto* bag = cash::site_of(s.bank(), stop.outlet).bags.find(id))
    return {BagWhere::outlet, bag};
  if (const auto* bag = cash::site_of(s.bank(), s.run.depot).bags.find(id))
    return {BagWhere::depot, bag};
  return {BagWhere::elsewhere, nullptr};
}

bool is_counted(const cash::Bag* bag) {
  return !bag || bag->stage == cash::Stage::counted || bag->stage == cash::Stage::released;
}

VanRunBagRow bag_row(const Seeing& s, const Stop& stop, const RunBag& bag) {
  const auto [where, lies] = find_bag(s, stop, bag.bag);
  return {bag.bag,
          bag.carriage,
          bag.compartment,
          lies ? lies->seal : bag.seal,
          is_counted(lies) ? bag.amount : Fen{},
          where};
}

VanRunLot lot_of(const Bank& bank, const supply::TransferId& id) {
  const auto* transfer = bank.transfers.find(id);
  if (!transfer) return {id, {}, {}, {}, ""};
  return {id, transfer->lines, transfer->accepted_at, transfer->shortage, transfer->reason};
}

// Of a run that is over only what it fulfilled: what is still open waits for another.
std::vector<VanRunOrder> orders_of(const Seeing& s, const Stop& stop) {
  using cash_order::Direction, cash_order::Status;
  std::vector<VanRunOrder> out;
  const auto* book = s.bank().cash_orders.find(stop.outlet);
  if (!book) return out;
  const bool open = !is_over(s.run) && !stop.left_at;
  for (const cash_order::Order& order : book->orders) {
    const auto carriage =
        order.direction == Direction::delivery ? Carriage::deliver : Carriage::collect;
    const bool here = order.status == Status::fulfilled &&
                      order.closed->remark == act_of(s.id, stop.outlet, carriage).text;
    const bool waits = order.status == Status::approved && open && order.needed_on <= s.run.day;
    if (here || waits)
      out.push_back({order.order, carriage, cash::value_of(order.approved), order.needed_on, here});
  }
  return out;
}

VanRunStop stop_row(const Seeing& s, const Stop& stop) {
  VanRunStop row;
  row.outlet = stop.outlet, row.title = title_of(s.bank(), stop.outlet);
  row.address = s.bank().outlets.at(stop.outlet).address;
  row.from = s.at(stop.from), row.to = s.at(stop.to);
  row.missed_from = missed_from(s.bank(), s.run, stop);
  row.missed_at = missed_at(s.bank(), s.run, stop, s.v.now);
  row.minutes_late = late_by(s.run, stop, row.to, s.v.now);
  for (const RunBag& bag : stop.bags) row.bags.push_back(bag_row(s, stop, bag));
  for (const auto& id : stop.transfers) row.lots.push_back(lot_of(s.bank(), id));
  row.orders = orders_of(s, stop);
  row.act_in = act_of(s.id, stop.outlet, Carriage::deliver);
  row.act_out = act_of(s.id, stop.outlet, Carriage::collect);
  row.signatures = stop.signatures, row.check = stop.check, row.handed = stop.handed;
  row.left_at = stop.left_at, row.plan_b = stop.plan_b;
  return row;
}

// ---- What happened.

using Happenings = std::vector<VanRunHappening>;

void add_stop(const Bank& bank, const Stop& stop, Happenings& out) {
  const auto add = [&](RunMoment what, Time at, std::optional<AccountId> by,
                       std::string_view detail = "") {
    out.push_back(
        {what, at, std::move(by), stop.outlet, title_of(bank, stop.outlet), std::string(detail)});
  };
  if (stop.check) add(RunMoment::arrived, stop.check->at, stop.check->by);
  if (stop.handed) add(RunMoment::handed_over, stop.handed->at, stop.handed->by);
  if (stop.left_at) add(RunMoment::left, *stop.left_at, {});
  if (stop.plan_b)
    add(RunMoment::plan_b, stop.plan_b->at, stop.plan_b->by, name_of(stop.plan_b->remedy));
}

Happenings happenings(const Bank& bank, const Run& run) {
  Happenings out{{RunMoment::planned, run.planned.at, run.planned.by, {}, "", ""}};
  if (run.departed)
    out.push_back({RunMoment::departed, run.departed->at, run.departed->by, {}, "", ""});
  for (const GateTry& t : run.gate_tries)
    out.push_back({t.refused ? RunMoment::refused_at_gate : RunMoment::at_gate,
                   t.at,
                   t.by,
                   {},
                   run.gate,
                   t.refused ? std::string(name_of(*t.refused)) : ""});
  for (const Stop& stop : run.stops) add_stop(bank, stop, out);
  if (run.ended) {
    const bool back = run.stage == RunStage::returned;
    out.push_back({back ? RunMoment::returned : RunMoment::cancelled,
                   run.ended->at,
                   run.ended->by,
                   {},
                   run.cancel_reason,
                   ""});
  }
  std::ranges::stable_sort(out, {}, &VanRunHappening::at);
  return out;
}

// ---- A whole run.

// Of several passes of the day the one by which the run was planned.
const zone::Pass* pass_of(const zone::Zone& zone, const Run& run) {
  const auto at = std::ranges::find_if(zone.passes, [&](const zone::Pass& p) {
    return p.kind == zone::PassKind::cash_van && p.holder == run.van.text && p.gate == run.gate &&
           p.window_from == run.gate_from && p.window_to == run.gate_to &&
           p.valid_from <= run.day && run.day <= p.valid_to;
  });
  return at == zone.passes.end() ? nullptr : &*at;
}

void add_pass(const Seeing& s, VanRunDetail& out) {
  if (!s.run.zone) return;
  out.zone_title = title_of(s.bank(), *s.run.zone);
  out.gate_from = to_text(s.run.gate_from), out.gate_to = to_text(s.run.gate_to);
  const auto* pass = pass_of(s.bank().zones.at(*s.run.zone), s.run);
  if (pass) out.pass_from = pass->valid_from, out.pass_to = pass->valid_to;
}

VanRunDetail detail_of(const Seeing& s) {
  const Run& run = s.run;
  VanRunDetail out;
  out.run = s.id, out.day = run.day, out.van = run.van, out.plate = plate_of(s.bank(), run.van);
  out.kind = run.kind, out.stage = run.stage, out.depot = run.depot;
  out.depot_title = title_of(s.bank(), run.depot), out.zone = run.zone, out.gate = run.gate;
  out.permit = run.permit, out.gate_at = s.at(run.gate_at), out.insured = run.insured;
  out.clean = load_of(s.bank(), run, cash::Line::paid_out);
  out.dirty = load_of(s.bank(), run, cash::Line::paid_in);
  for (const CrewMember& m : run.crew)
    out.crew.push_back({m.person, name_seen(s.v, m.person, s.names), m.account,
                        is_over(run)
                            ? std::vector<std::string>{}
                            : quarantine::unfit_reasons(s.bank(), m.person, run.day, s.v.now)});
  out.act_load = act_of(s.id, run.depot, Carriage::collect);
  out.act_unload = act_of(s.id, run.depot, Carriage::deliver);
  for (const Stop& stop : run.stops) out.stops.push_back(stop_row(s, stop));
  out.happened = happenings(s.bank(), run);
  out.version = version_of(s.v.standing, "van-run", s.id.text);
  add_pass(s, out);
  return out;
}

// Whether the viewer's part of the province has to do with a run.
bool is_seen(const Bank& bank, const Scope& scope, const Run& run) {
  if (scope.covers({city_of(bank, run), scope.outlet})) {
    if (scope.outlet.text.empty()) return true;
  }
  return std::ranges::any_of(run.stops, [&](const Stop& stop) {
    return scope.covers({bank.outlets.at(stop.outlet).city, stop.outlet});
  });
}

// ---- The board.

VanRunWindow window_of(const Seeing& s, const Stop& stop) {
  VanRunWindow w;
  w.outlet = stop.outlet, w.title = title_of(s.bank(), stop.outlet);
  w.from = s.at(stop.from), w.to = s.at(stop.to);
  w.arrived = stop.check.has_value(), w.left = stop.left_at.has_value();
  w.missed = missed_at(s.bank(), s.run, stop, s.v.now).has_value();
  if (stop.plan_b) w.plan_b = stop.plan_b->remedy;
  return w;
}

VanRunRow row_of(const Seeing& s) {
  const Run& run = s.run;
  VanRunRow row;
  row.run = s.id, row.van = run.van, row.plate = plate_of(s.bank(), run.van);
  row.city = city_of(s.bank(), run), row.kind = run.kind, row.stage = run.stage;
  row.gate = run.gate, row.gate_at = s.at(run.gate_at), row.insured = run.insured;
  row.clean = load_of(s.bank(), run, cash::Line::paid_out);
  row.dirty = load_of(s.bank(), run, cash::Line::paid_in);
  for (const Stop& stop : run.stops) {
    row.windows.push_back(window_of(s, stop));
    row.minutes_late =
        std::max(row.minutes_late, late_by(run, stop, row.windows.back().to, s.v.now));
    if (row.windows.back().missed && !stop.plan_b) ++row.missed;
  }
  if (const Stop* next = is_over(run) ? nullptr : next_stop(run))
    row.next = next - run.stops.data();
  return row;
}

std::string zone_of_city(const Bank& bank, const Scope& scope) {
  const auto* city = bank.cities.find(scope.city);
  if (!city && !bank.cities.empty()) city = &bank.cities.begin()->second;
  return city ? city->time_zone : "Asia/Shanghai";
}

}  // namespace

Decision<VanRuns> see(const Viewing& v, const VanRunsQuery& q) {
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  VanRuns out;
  out.time_zone = zone_of_city(v.standing.bank, *scope);
  out.day = q.day.value_or(local_day(v.now, out.time_zone));
  for (const auto& [id, run] : v.standing.bank.van_runs)
    if (run.day == out.day && is_seen(v.standing.bank, *scope, run))
      out.rows.push_back(row_of({v, id, run}));
  std::ranges::stable_sort(out.rows, {}, [](const VanRunRow& r) {
    return std::tuple(-r.missed, -r.minutes_late, r.gate_at);
  });
  out.now = v.now;
  stamp_as_of(out, v.standing);
  return out;
}

Decision<VanRunPage> see(const Viewing& v, const VanRunQuery& q) {
  const Bank& bank = v.standing.bank;
  const Run* run = bank.van_runs.find(q.run);
  if (!run || !is_seen(bank, v.scope, *run)) return unknown("van-run.unknown", q.run.text);
  VanRunPage out;
  const bool names = may_see_names(v, {city_of(bank, *run), v.scope.outlet});
  out.run = detail_of({v, q.run, *run, names});
  out.time_zone = van_run::time_zone_of(bank, *run);
  out.now = v.now;
  stamp_as_of(out, v.standing);
  return out;
}

Decision<VanCrew> see(const Viewing& v, const VanCrewQuery& q) {
  const Bank& bank = v.standing.bank;
  VanCrew out;
  out.time_zone = zone_of_city(bank, v.scope);
  const Day today = local_day(v.now, out.time_zone);
  for (const auto& [id, run] : bank.van_runs) {
    const bool rides =
        std::ranges::find(run.crew, q.account, &CrewMember::account) != run.crew.end();
    if (run.day == today && rides && is_seen(bank, v.scope, run))
      out.runs.push_back(detail_of({v, id, run, true}));
  }
  std::ranges::stable_sort(out.runs, {}, &VanRunDetail::gate_at);
  out.now = v.now;
  stamp_as_of(out, v.standing);
  return out;
}

// By a stop; other stops of the same run are nobody's business here.
static VanRunDetail part_of(const Seeing& s, const OutletId& outlet) {
  auto detail = detail_of(s);
  std::erase_if(detail.stops, [&](const VanRunStop& stop) { return stop.outlet != outlet; });
  std::erase_if(detail.happened,
                [&](const VanRunHappening& h) { return h.outlet && *h.outlet != outlet; });
  return detail;
}

Decision<VanStops> see(const Viewing& v, const VanStopQuery& q) {
  const Bank& bank = v.standing.bank;
  const auto* outlet = bank.outlets.find(q.outlet);
  if (!outlet) return unknown("outlet.unknown", q.outlet.text);
  if (auto no = refuse_outside(v, {outlet->city, q.outlet})) return *no;
  VanStops out;
  out.outlet = q.outlet, out.time_zone = outlet::time_zone_of(bank, q.outlet);
  const Day today = local_day(v.now, out.time_zone);
  for (const auto& [id, run] : bank.van_runs)
    if (run.day == today && stop_at(run, q.outlet))
      out.runs.push_back(part_of({v, id, run, true}, q.outlet));
  std::ranges::stable_sort(out.runs, {}, &VanRunDetail::gate_at);
  for (const auto& [id, person] : bank.people)
    if (!person.erased && roster::works_at(bank, q.outlet, id, today)) out.house.push_back(id);
  out.now = v.now;
  stamp_as_of(out, v.standing);
  return out;
}

}  // namespace waystation::view
