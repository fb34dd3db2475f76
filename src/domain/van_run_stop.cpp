#include "domain/van_run_stop.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::van_run {

namespace {

using cash::BagId;

Stop& stop_to_change(Runs& runs, const RunId& run, const OutletId& outlet) {
  return *std::ranges::find(runs.edit(run).stops, outlet, &Stop::outlet);
}

// A command about a stop of a run, as somebody gives it.
std::optional<Refusal> refuse_stop(const Bank& bank, const auto& c, const Stamp& stamp) {
  if (auto no = refuse_run(bank, c.run, c.occurred_at, stamp)) return no;
  if (!stop_at(bank.van_runs.at(c.run), c.outlet))
    return unknown("van-run.no-stop-here", c.outlet.text);
  return {};
}

// Everybody named once.
std::vector<PersonId> people_of(std::vector<PersonId> people) {
  std::ranges::sort(people);
  people.erase(std::unique(people.begin(), people.end()), people.end());
  return people;
}

std::optional<Refusal> refuse_strangers(const Run& run, const std::vector<PersonId>& crew) {
  for (const PersonId& person : crew)
    if (std::ranges::find(run.crew, person, &CrewMember::person) == run.crew.end())
      return conflict("van-run.crew-mismatch", {{"person", person.text}});
  return {};
}

bool has(const std::vector<BagId>& bags, const BagId& bag) {
  return std::ranges::find(bags, bag) != bags.end();
}

bool is_moved(const Bank& bank, const Run& run, const Stop& stop, const RunBag& bag) {
  return bag.carriage == Carriage::deliver ? cash::site_of(bank, stop.outlet).bags.contains(bag.bag)
                                           : cash::load_of(bank, run.van).bags.contains(bag.bag);
}

std::optional<Refusal> refuse_unmoved(const Bank& bank, const Run& run, const Stop& stop,
                                      const HandOver& c) {
  for (const RunBag& bag : stop.bags)
    if (!is_moved(bank, run, stop, bag) && !has(c.exceptions, bag.bag))
      return conflict("van-run.not-moved", {{"bag", bag.bag.text}});
  if (!c.exceptions.empty() && c.reason.empty()) return invalid("van-run.reason-missing");
  return {};
}

std::optional<Refusal> refuse_ends(const Bank& bank, const Run& run, const HandOver& c) {
  const auto crew = people_of(c.crew), house = people_of(c.house);
  if (crew.size() < least_crew || house.size() < least_crew)
    return invalid("van-run.two-at-each-end", {{"crew", std::to_string(crew.size())},
                                               {"house", std::to_string(house.size())}});
  if (auto no = refuse_strangers(run, crew)) return no;
  for (const PersonId& person : house)
    if (!roster::works_at(bank, c.outlet, person, run.day))
      return conflict("van-run.not-of-house", {{"person", person.text}});
  return {};
}

std::vector<cash::ActId> acts_of(const RunId& id, const Stop& stop) {
  std::vector<cash::ActId> acts;
  for (const Carriage carriage : {Carriage::deliver, Carriage::collect})
    if (std::ranges::find(stop.bags, carriage, &RunBag::carriage) != stop.bags.end())
      acts.push_back(act_of(id, stop.outlet, carriage));
  return acts;
}

}  // namespace

// ---- Arrive.

Decision<Arrived> decide(const Bank& bank, const Arrive& c, const Stamp& stamp) {
  if (auto no = refuse_stop(bank, c, stamp)) return *no;
  const Run& run = bank.van_runs.at(c.run);
  const bool on_its_way =
      run.stage == RunStage::inside || (run.stage == RunStage::departed && !run.zone);
  if (!on_its_way || stop_at(run, c.outlet)->check) return wrong_stage(run);
  const std::string& plate = bank.vans.at(run.van).plate;
  if (c.plate != plate)
    return conflict("van-run.plate-mismatch", {{"read", c.plate}, {"planned", plate}});
  const auto crew = people_of(c.crew);
  if (crew.size() < least_crew)
    return invalid("van-run.crew-too-few", {{"people", std::to_string(crew.size())}});
  if (auto no = refuse_strangers(run, crew)) return *no;
  return Arrived{c.run, c.outlet, c.plate, crew, c.occurred_at};
}

void apply(Runs& runs, const Arrived& e, const Mark& mark) {
  stop_to_change(runs, e.run, e.outlet).check = {e.plate, e.crew, mark.by, moment_of(e, mark)};
  runs.edit(e.run).stage = RunStage::at_stop;
}

// ---- Hand over.

Decision<HandedOver> decide(const Bank& bank, const HandOver& c, const Stamp& stamp) {
  if (auto no = refuse_stop(bank, c, stamp)) return *no;
  const Run& run = bank.van_runs.at(c.run);
  const Stop& stop = *stop_at(run, c.outlet);
  if (!stop.check || stop.handed || stop.left_at)
    return conflict("van-run.not-at-stop", {{"stage", std::string(name_of(run.stage))}});
  if (auto no = refuse_ends(bank, run, c)) return *no;
  if (auto no = refuse_unmoved(bank, run, stop, c)) return *no;
  return HandedOver{
      c.run,        c.outlet, people_of(c.crew), people_of(c.house), acts_of(c.run, stop),
      c.exceptions, c.reason, c.occurred_at};
}

void apply(Runs& runs, const HandedOver& e, const Mark& mark) {
  stop_to_change(runs, e.run, e.outlet).handed = {
      e.crew, e.house, e.acts, e.exceptions, e.reason, mark.by, moment_of(e, mark)};
}

// ---- Leave.

Decision<Left> decide(const Bank& bank, const Leave& c, const Stamp& stamp) {
  if (auto no = refuse_stop(bank, c, stamp)) return *no;
  const Run& run = bank.van_runs.at(c.run);
  const Stop& stop = *stop_at(run, c.outlet);
  if (run.stage != RunStage::at_stop || stop.left_at) return wrong_stage(run);
  if (!stop.handed) return conflict("van-run.not-handed-over", {{"outlet", c.outlet.text}});
  return Left{c.run, c.outlet, c.occurred_at};
}

void apply(Runs& runs, const Left& e, const Mark& mark) {
  stop_to_change(runs, e.run, e.outlet).left_at = moment_of(e, mark);
  Run& run = runs.edit(e.run);
  run.stage = run.zone ? RunStage::inside : RunStage::departed;
}

// ---- Plan B.

static bool replaces(const Bank& bank, const DecidePlanB& c) {
  const Run* run = c.replacement ? bank.van_runs.find(*c.replacement) : nullptr;
  if (!run || is_over(*run) || *c.replacement == c.run || !stop_at(*run, c.outlet)) return false;
  return c.remedy != Remedy::emergency_run || run->kind == RunKind::emergency;
}

Decision<PlanBDecided> decide(const Bank& bank, const DecidePlanB& c, const Stamp& stamp) {
  if (auto no = refuse_run(bank, c.run, {}, stamp)) return *no;
  const Run& run = bank.van_runs.at(c.run);
  const Stop* stop = stop_at(run, c.outlet);
  if (!stop) return unknown("van-run.no-stop-here", c.outlet.text);
  if (!missed_at(bank, run, *stop, stamp.at))
    return conflict(
        "van-run.not-missed",
        {{"at", to_local_text(missed_from(bank, run, *stop), time_zone_of(bank, run))}});
  if (c.due <= stamp.at) return invalid("van-run.due-past");
  const bool asked = c.remedy == Remedy::another_van || c.remedy == Remedy::emergency_run;
  if ((asked || c.replacement) && !replaces(bank, c))
    return conflict("van-run.replacement-missing");
  return PlanBDecided{c.run, c.outlet, c.remedy, c.due, c.replacement, c.note};
}

void apply(Runs& runs, const PlanBDecided& e, const Mark& mark) {
  stop_to_change(runs, e.run, e.outlet).plan_b = {e.remedy, e.due,   e.replacement,
                                                  e.note,   mark.by, mark.at};
}

}  // namespace waystation::van_run

template struct waystation::RoomTable<waystation::van_run::Commands>;
