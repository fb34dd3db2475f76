// Twenty thousand times three weeks of cash in no sensible order: whatever is accepted keeps every
// promise that a judge of its own knows (cash_judge.h). A failure prints its seed and the shortest
// list of commands that still shows it. Which broken rules it finds is tried in tests/mutations.
#include <cstdlib>
#include <random>
#include <variant>

#include "domain/cash_judge.h"
#include "domain/cash_slip.h"

namespace waystation::cash::judge {

namespace {

using Command =
    boost::mp11::mp_rename<boost::mp11::mp_push_back<Commands, zone::Lift>, std::variant>;

struct Step {
  Stamp by;
  Command command;
};

// A van that a full vault would overload.
Bank with_small_van() {
  return house().and_then(van::Registered{van, "辽A-示01", shenyang, yuan(600'000), 200}).bank;
}

struct Trial {
  Bank bank = with_small_van();
  Judge judge;

  // Plays a step, and judges what came of it; the code of its refusal.
  std::string play(const Step& step) {
    return std::visit([&](const auto& command) { return play(command, step.by); }, step.command);
  }

 private:
  template <class C> std::string play(const C& command, const Stamp& by) {
    const auto event = decide(bank, command, by);
    if (!event) return event.error().code;
    apply_to_rooms(bank, *event, by);
    if constexpr (std::is_same_v<C, zone::Lift>)
      judge.lifted = by.at;
    else
      judge.see(*event, by);
    judge.look_at(bank);
    return C::name;
  }
};

// What a list of steps breaks, in words; empty where it keeps every promise.
std::string verdict_on(const std::vector<Step>& steps) try {
  Trial trial;
  for (const Step& step : steps) {
    trial.play(step);
    if (!trial.judge.broken.empty()) return trial.judge.broken.front();
  }
  return {};
} catch (const std::logic_error& stopped) {
  return stopped.what();
}

// Leaves out whatever is not needed to break a promise: halves first, then single steps.
std::vector<Step> shortest(std::vector<Step> steps) {
  for (std::size_t size = steps.size() / 2; size > 0; size /= 2)
    for (std::size_t from = 0; from + size <= steps.size();) {
      auto fewer = steps;
      fewer.erase(fewer.begin() + from, fewer.begin() + from + size);
      if (verdict_on(fewer).empty())
        from += size;
      else
        steps = std::move(fewer);
    }
  return steps;
}

// Thinks up commands that are mostly possible and often wrong in one point.
class Weeks {
 public:
  Weeks(const Trial& trial, std::uint64_t seed) : trial_(trial), random_(seed) {}

  Step next() {
    pass_time();
    Step step{anybody(), any_command()};
    if (chance(7)) std::visit(Slip(trial_.bank, draw(0, 1'000)), step.command);
    step.by.at = now_;
    if (std::holds_alternative<zone::Lift>(step.command)) step.by = at(now_);
    return step;
  }

 private:
  std::int64_t draw(std::int64_t low, std::int64_t high) {
    return low + std::int64_t(random_() % std::uint64_t(high - low + 1));
  }
  bool chance(int percent) { return draw(1, 100) <= percent; }
  auto one_of(const auto& list) { return list[std::size_t(draw(0, std::ssize(list) - 1))]; }

  void pass_time() {
    now_ += std::chrono::minutes{draw(0, 40)};
    if (chance(12)) now_ += std::chrono::days{draw(1, 8)};
  }
  Stamp anybody() {
    return one_of(std::vector{teller, second, supervisor, manager, crew, cashier, keeper});
  }
  OutletId anywhere() { return chance(80) ? xianggong : centre; }
  Source any_source() { return chance(75) ? Source::ordinary : Source(draw(0, 6)); }
  Packs any_notes() {
    if (chance(20)) return {{Denomination::yuan_50, std::int32_t(draw(1, 4))}};
    return hundreds(std::int32_t(chance(10) ? draw(3'000, 16'000) : draw(1, 9)));
  }
  static Fen total(const Packs& packs) { return value_of(notes_of(packs)); }

  const Site& site(const OutletId& of) const { return site_of(trial_.bank, of); }
  // A bag that is there, if there is one.
  BagId any_bag(const Table<BagId, Bag>& bags) {
    auto skip = bags.empty() ? 0 : draw(0, std::int64_t(bags.size()) - 1);
    for (const auto& [id, bag] : bags)
      if (skip-- == 0) return id;
    return bag(1);
  }
  // Another that has come as far, if there is one.
  BagId companion_of(const BagId& id, const Table<BagId, Bag>& bags) {
    std::vector<BagId> others;
    for (const auto& [other, bag] : bags)
      if (other != id && bag.stage == bags.at(id).stage) others.push_back(other);
    return others.empty() ? id : one_of(others);
  }
  std::vector<BagId> any_bags(const Table<BagId, Bag>& bags) {
    std::vector<BagId> out{any_bag(bags)};
    if (chance(30)) out.push_back(any_bag(bags));
    return out;
  }
  BagId fresh(const OutletId& of) { return bag(++bags_, of); }
  // Now and then one that was used before.
  ActId fresh_act() { return {"a" + std::to_string(chance(3) ? acts_ : ++acts_)}; }
  RunId fresh_run() { return {"r" + std::to_string(chance(5) ? runs_ : ++runs_)}; }
  std::string a_finding() { return chance(10) ? "" : "looked into"; }
  SealId seal_of(const Table<BagId, Bag>& bags, const BagId& id) {
    const Bag* bag = bags.find(id);
    return bag && chance(95) ? bag->seal : SealId{"torn"};
  }
  std::vector<SealId> seals_of(const Table<BagId, Bag>& bags, const std::vector<BagId>& ids) {
    std::vector<SealId> out;
    for (const BagId& id : ids) out.push_back(seal_of(bags, id));
    if (chance(2)) out.pop_back();
    return out;
  }
  Filling any_filling(const OutletId& of) {
    const Packs notes = any_notes();
    return {fresh(of), notes, total(notes), {"F" + std::to_string(bags_)}};
  }
  Packs found_in(const OutletId& at, const BagId& id) {
    const Bag* bag = site(at).bags.find(id);
    Notes notes = bag ? bag->notes : Notes{};
    if (chance(15) && notes.yuan_100 > 0) notes.yuan_100 -= 1;
    return packs_of(notes);
  }

  // What a careful crew would do next with one of its bags.
  Command a_sensible_command() {
    for (const OutletId& where : {xianggong, centre}) {
      const auto& acts = site(where).acts;
      if (!acts.empty() && acts.back().expires_at > now_) return Confirm{where, acts.back().act};
    }
    const auto& load = load_of(trial_.bank, van).bags;
    if (!load.empty() && chance(40)) {
      const BagId id = any_bag(load);
      const bool clean = line_of(load.at(id).stage) == Line::paid_out;
      return TakeOver{clean ? xianggong : centre, fresh_act(), van, {id}, {seal_of(load, id)}};
    }
    const OutletId where = chance(70) || site(centre).bags.empty() ? xianggong : centre;
    if (const auto& open = site(where).discrepancies; !open.empty() && chance(15))
      return CloseDiscrepancy{where, open.front().bag, a_finding()};
    const auto& bags = site(where).bags;
    if (bags.empty()) return at_the_counter(draw(0, 29));
    const BagId id = any_bag(bags);
    return next_for(where, id, bags.at(id));
  }
  Command next_for(const OutletId& where, const BagId& id, const Bag& bag) {
    switch (bag.stage) {
      case Stage::bagged: {
        std::vector<BagId> bags{id};
        if (const BagId other = companion_of(id, site(where).bags); other != id && chance(50))
          bags.push_back(other);
        return BeginRun{where, fresh_run(), {"UV-3"}, Method(draw(0, 1)), bags};
      }
      case Stage::sanitising:
        if (chance(10)) return AbandonRun{where, run_of(where, id), "the lamp went out"};
        if (chance(80)) now_ += std::chrono::minutes{90};
        return FinishRun{where, run_of(where, id)};
      case Stage::sanitised:
        return next_count(where, id);
      case Stage::counted:
        if (bag.place != PlaceKind::vault) return Store{where, fresh_act(), {id}};
        return after_the_count(where, id);
      default:
        if (chance(50)) return Draw{where, fresh_act(), {id}, box};
        return hand_over(where, id, Compartment::clean);
    }
  }
  RunId run_of(const OutletId& where, const BagId& id) const {
    for (const Run& run : site(where).runs)
      for (const BagId& within : run.bags)
        if (within == id) return run.run;
    return {"none"};
  }
  Command next_count(const OutletId& where, const BagId& id) {
    const Packs notes = found_in(where, id);
    for (const FirstCount& first : site(where).first_counts)
      if (first.bag == id) return Recount{where, id, notes, total(notes)};
    return Count{where, id, notes, total(notes)};
  }
  Command hand_over(const OutletId& where, const BagId& id, Compartment compartment) {
    return HandOver{where, fresh_act(), van, compartment, {id}, {seal_of(site(where).bags, id)}};
  }
  Command after_the_count(const OutletId& where, const BagId& id) {
    if (where == centre && chance(50)) return HandIn{centre, fresh_act(), {id}, "receipt"};
    if (chance(25)) return hand_over(where, id, Compartment::dirty);
    if (chance(10)) return SortOut{where, fresh_act(), id, any_filling(where)};
    wait_for(site(where).bags.at(id));
    return Release{where, fresh_act(), {id}};
  }
  // Until about the end of one hold or the other, mostly a little too soon.
  void wait_for(const Bag& bag) {
    if (chance(20)) now_ += std::chrono::days{draw(6, 15)};
    if (!bag.sanitised_at || chance(20)) return;
    const auto end = *bag.sanitised_at + std::chrono::days{chance(50) ? 7 : 14};
    now_ = std::max(now_, end + std::chrono::minutes{draw(-90, 60)});
  }

  Command any_command() {
    if (chance(60)) return a_sensible_command();
    const auto kind = draw(0, 99);
    if (kind < 30) return at_the_counter(kind);
    if (kind < 48) return at_the_cabinet(kind - 30);
    if (kind < 60) return at_the_count(kind - 48);
    if (kind < 80) return a_confirmation();
    if (kind == 80) return zone::Lift{huanggu};
    return a_deed(kind - 81);
  }
  Command at_the_counter(std::int64_t kind) {
    const Source source = any_source();
    Packs notes = any_notes();
    if (kind < 13) return Receive{xianggong, window, source, notes, total(notes)};
    if (kind < 17) return Pay{xianggong, box, notes, total(notes)};
    if (const Drawer* drawer = drawer_of(site(xianggong), window, source); drawer && chance(90))
      notes = packs_of(drawer->notes);
    const SealId seal{"S" + std::to_string(bags_ + 1)};
    return Fill{xianggong, fresh(xianggong), window, source, notes, total(notes), seal};
  }
  Command at_the_cabinet(std::int64_t kind) {
    const auto& runs = site(xianggong).runs;
    if (kind < 9 || runs.empty())
      return BeginRun{xianggong,
                      fresh_run(),
                      {"UV-" + std::to_string(draw(1, 2))},
                      Method(draw(0, 1)),
                      any_bags(site(xianggong).bags)};
    const RunId run = one_of(runs).run;
    if (kind < 17) {
      if (chance(70)) now_ += std::chrono::minutes{draw(20, 100)};
      return FinishRun{xianggong, run};
    }
    return AbandonRun{xianggong, run, "the lamp went out"};
  }
  Command at_the_count(std::int64_t kind) {
    const OutletId where = anywhere();
    const auto& first = site(where).first_counts;
    const BagId id = kind > 5 && !first.empty() ? one_of(first).bag : any_bag(site(where).bags);
    const Packs notes = found_in(where, id);
    if (kind < 6) return Count{where, id, notes, total(notes)};
    if (kind < 10) return Recount{where, id, notes, total(notes)};
    const auto& open = site(where).discrepancies;
    return CloseDiscrepancy{where, open.empty() ? id : one_of(open).bag, a_finding()};
  }
  Command a_confirmation() {
    const OutletId where = anywhere();
    const auto& acts = site(where).acts;
    const ActId act = acts.empty() ? ActId{"none"} : acts.back().act;
    if (chance(5)) return Withdraw{where, act};
    if (chance(5)) return Refuse{where, act, "the seal looks torn"};
    return Confirm{where, act};
  }
  Command a_deed(std::int64_t kind) {
    const OutletId where = anywhere();
    const auto& bags = site(where).bags;
    const auto here = any_bags(bags);
    if (kind < 2) return TakeIn{where, fresh_act(), Source(draw(6, 8)), any_filling(where), "7"};
    if (kind < 6) return Store{where, fresh_act(), here};
    if (kind < 10) return Release{where, fresh_act(), here};
    if (kind < 12) return Draw{where, fresh_act(), here, box};
    if (kind < 13) return PutBack{where, fresh_act(), box, any_filling(where)};
    if (kind < 14) return SortOut{where, fresh_act(), here[0], any_filling(where)};
    if (kind < 16)
      return HandOver{where, fresh_act(), van, Compartment(draw(0, 1)), here, seals_of(bags, here)};
    if (kind < 18) {
      const auto& load = load_of(trial_.bank, van).bags;
      const auto aboard = any_bags(load);
      return TakeOver{where, fresh_act(), van, aboard, seals_of(load, aboard)};
    }
    const OutletId from = chance(85) ? centre : where;
    return HandIn{from, fresh_act(), any_bags(site(from).bags), "receipt"};
  }

  const Trial& trial_;
  std::mt19937_64 random_;
  Time now_ = morning;
  int bags_ = 0, acts_ = 0, runs_ = 0;
};

std::string in_words(const std::vector<Step>& steps) {
  std::string out;
  for (const Step& step : steps)
    std::visit(
        [&](const auto& command) {
          ((out += to_text(step.by.at)) += ' ') += step.by.by.text;
          using Given = std::remove_cvref_t<decltype(command)>;
          (((out += ' ') += Given::name) += ' ') += to_json(command) + '\n';
        },
        step.command);
  return out;
}

struct Life {
  std::vector<Step> steps;
  std::string broken;  // The promise that its last step broke, if one did.
};

Life live(std::uint64_t seed, int commands, std::map<std::string, int>& answers) {
  Trial trial;
  Weeks weeks(trial, seed);
  Life life;
  while (commands-- > 0 && life.broken.empty()) {
    life.steps.push_back(weeks.next());
    try {
      ++answers[trial.play(life.steps.back())];
      if (!trial.judge.broken.empty()) life.broken = trial.judge.broken.front();
    } catch (const std::logic_error& stopped) {
      life.broken = stopped.what();
    }
  }
  return life;
}

// Fewer where another program asks for fewer.
int runs() {
  const char* asked = std::getenv("WAYSTATION_CASH_RUNS");
  return asked ? std::atoi(asked) : 20'000;
}

// What so many runs must have done a hundred times each at least.
const std::vector<std::string> met = {"cash.receive",
                                      "cash.bag",
                                      "cash.pay",
                                      "cash.begin-sanitising",
                                      "cash.finish-sanitising",
                                      "cash.abandon-sanitising",
                                      "cash.count",
                                      "cash.recount",
                                      "cash.close-discrepancy",
                                      "cash.take-in",
                                      "cash.store",
                                      "cash.release",
                                      "cash.draw",
                                      "cash.put-back",
                                      "cash.sort-out",
                                      "cash.hand-over",
                                      "cash.take-over",
                                      "cash.hand-in",
                                      "cash.confirm",
                                      "cash.withdraw",
                                      "cash.refuse",
                                      "zone.lift"};

}  // namespace

TEST_CASE("in no order of commands is cash lost, paid out too early or moved by one alone") {
  std::map<std::string, int> answers;
  for (int seed = 1; seed <= runs(); ++seed) {
    const Life life = live(std::uint64_t(seed), 70, answers);
    if (!life.broken.empty())
      FAIL("seed " << seed << ": " << life.broken << "\n" << in_words(shortest(life.steps)));
  }
  if (runs() < 20'000) return;
  for (const auto* all : {&met, &refusals})
    for (const std::string& answer : *all) {
      INFO(answer);
      CHECK(answers[answer] >= 100);
    }
}

}  // namespace waystation::cash::judge
