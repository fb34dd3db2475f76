#include "domain/van_run.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::van_run {

using std::chrono::minutes;

bool is_over(const Run& run) {
  return run.stage == RunStage::returned || run.stage == RunStage::cancelled;
}

const std::string& time_zone_of(const Bank& bank, const Run& run) {
  return outlet::time_zone_of(bank, run.depot);
}

const Stop* stop_at(const Run& run, const OutletId& outlet) {
  const auto at = std::ranges::find(run.stops, outlet, &Stop::outlet);
  return at == run.stops.end() ? nullptr : &*at;
}

const Stop* next_stop(const Run& run) {
  const auto at = std::ranges::find_if(run.stops, [](const Stop& s) { return !s.left_at; });
  return at == run.stops.end() ? nullptr : &*at;
}

cash::ActId act_of(const RunId& run, const OutletId& outlet, Carriage carriage) {
  return {run.text + '-' + outlet.text + (carriage == Carriage::deliver ? "-in" : "-out")};
}

// The stop that a deed of the cash room belongs to, by its name; null: of no run. O(log runs).
static Stop* stop_of(Runs& runs, const OutletId& outlet, const cash::ActId& act,
                     Carriage carriage) {
  const std::string tail = act_of({}, outlet, carriage).text;
  if (!act.text.ends_with(tail)) return nullptr;
  const RunId id{act.text.substr(0, act.text.size() - tail.size())};
  if (!runs.contains(id) || !stop_at(runs.at(id), outlet)) return nullptr;
  return &*std::ranges::find(runs.edit(id).stops, outlet, &Stop::outlet);
}

void apply(Runs& runs, const cash::Proposed& e, const Mark& mark) {
  for (const Carriage carriage : {Carriage::deliver, Carriage::collect})
    if (Stop* stop = stop_of(runs, e.outlet, e.act, carriage)) {
      std::erase_if(stop->signatures, [&](const auto& s) { return s.carriage == carriage; });
      stop->signatures.push_back({carriage, mark.by, e.occurred_at.value_or(mark.at)});
    }
}

void apply(Runs& runs, const cash::Confirmed& e, const Mark& mark) {
  for (const Carriage carriage : {Carriage::deliver, Carriage::collect})
    if (Stop* stop = stop_of(runs, e.outlet, e.act, carriage))
      for (Signatures& s : stop->signatures)
        if (s.carriage == carriage)
          s.second_by = mark.by, s.second_at = e.occurred_at.value_or(mark.at);
}

static std::int64_t policy_at(const Bank& bank, policy::Key key, const Run& run, const Stop& stop) {
  return policy::in_force(bank, key, stop.outlet, run.day).value;
}

Time missed_from(const Bank& bank, const Run& run, const Stop& stop) {
  const auto grace = policy_at(bank, policy::Key::van_grace_minutes, run, stop);
  return at_local(run.day, stop.to, time_zone_of(bank, run)) + minutes{grace};
}

// A run that was called off leaves nothing open where another of that day serves the stop.
static bool is_taken_over(const Bank& bank, const Run& cancelled, const Stop& stop) {
  return any_run(bank.van_runs, [&](const Run& other) {
    return other.day == cancelled.day && other.stage != RunStage::cancelled &&
           stop_at(other, stop.outlet);
  });
}

std::optional<Time> missed_at(const Bank& bank, const Run& run, const Stop& stop, Time now) {
  if (stop.check) return {};
  const Time by_time = missed_from(bank, run, stop);
  if (run.stage == RunStage::cancelled && is_taken_over(bank, run, stop)) return {};
  if (is_over(run)) return std::min(by_time, run.ended->at);
  if (now < by_time) return {};
  return by_time;
}

bool is_remedied(const Bank& bank, const Stop& missed) {
  if (!missed.plan_b) return false;
  return any_run(bank.van_runs, [&](const Run& run) {
    const Stop* stop = stop_at(run, missed.outlet);
    return stop && stop->handed && stop->handed->at >= missed.plan_b->at;
  });
}

Fen peak_load(const std::vector<Stop>& stops) {
  Fen load;
  const auto add = [&](const Stop& stop, Carriage carriage, int sign) {
    for (const RunBag& bag : stop.bags)
      if (bag.carriage == carriage) load = load + bag.amount * sign;
  };
  for (const Stop& stop : stops) add(stop, Carriage::deliver, 1);
  Fen peak = load;
  for (const Stop& stop : stops) {
    add(stop, Carriage::deliver, -1);
    add(stop, Carriage::collect, 1);
    peak = std::max(peak, load);
  }
  return peak;
}

Scope scope_of_run(const Bank& bank, const RunId& id) {
  const Run* run = bank.van_runs.find(id);
  const auto* van = run ? bank.vans.find(run->van) : nullptr;
  return van ? Scope{van->city, {}} : Scope{};
}

std::optional<Refusal> refuse_run(const Bank& bank, const RunId& id,
                                  const std::optional<Time>& occurred_at, const Stamp& stamp) {
  const Run* run = bank.van_runs.find(id);
  if (!run) return unknown("van-run.unknown", id.text);
  const auto rides = [&](const CrewMember& m) { return m.account == stamp.by; };
  if (stamp.role == Role::van_crew && std::ranges::none_of(run->crew, rides))
    return conflict("van-run.not-of-crew", {{"account", stamp.by.text}});
  return late_entry::refuse(bank, run->depot, occurred_at, stamp);
}

Refusal wrong_stage(const Run& run) {
  return conflict("van-run.wrong-stage", {{"stage", std::string(name_of(run.stage))}});
}

std::optional<Refusal> refuse_unfit(const Bank& bank, const Run& run, std::optional<Time> now) {
  for (const CrewMember& member : run.crew) {
    auto reasons = now ? quarantine::unfit_reasons(bank, member.person, run.day, *now)
                       : quarantine::bars(bank, member.person, run.day);
    if (reasons.empty()) continue;
    Refusal no = conflict("van-run.person-unfit", {{"person", member.person.text}});
    no.missing = std::move(reasons);
    return no;
  }
  return {};
}

}  // namespace waystation::van_run
