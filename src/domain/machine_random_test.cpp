// Weeks of machines in no sensible order, by rapidcheck: whatever is accepted keeps every promise
// that a plain record of its own knows. None of the room's own functions helps it to judge.
#include <set>
#include <variant>

#include "domain/machine_story.h"
#include "domain/random_steps.h"

namespace waystation::machine {

namespace {

using namespace story;
using cash::Notes;
using random_steps::Draws;
using random_steps::hold;

const MachineId second_recycler{"CRS-2"};
const PlaceName fifties{"OUT-50"};
constexpr int first_bags = 8;

// Bags of hundreds, of fifties, and one of both.
cash::Filling stock(int n) {
  cash::Packs packs{{n % 3 == 2 ? Denomination::yuan_50 : Denomination::yuan_100, 100 + 200 * n}};
  if (n == first_bags) packs.push_back({Denomination::yuan_20, 5});
  return {bag(n), packs, value_of(cash::notes_of(packs)), seal(n)};
}

Bank machines_and_stock() {
  Story story = cash::story::house();
  for (int n = 1; n <= first_bags; ++n) {
    cash::Deed deed{cash::DeedKind::take_in, {}};
    deed.filling = stock(n), deed.source = cash::Source::fit_notes, deed.document = "PBC";
    story =
        story.and_then(cash::Confirmed{xianggong, {"in"}, deed, deed.filling->total, {"keeper"}});
  }
  const std::vector<CassetteSpec> three{takes_in(), pays_out(),
                                        pays_out(fifties, Denomination::yuan_50)};
  return story
      .and_then(Registered{xianggong, recycler, Kind::recycler, three},
                Registered{xianggong, second_recycler, Kind::recycler, {takes_in(), pays_out()}},
                Registered{xianggong, atm, Kind::atm, {pays_out()}})
      .bank;
}

// What the record keeps of one cassette and one machine.
struct KnownCassette {
  Denomination denomination;
  bool takes_in = false;
  std::int32_t taken = 0, payable = 0;
  std::int64_t counter = 0;
  Time oldest;  // No note in it came in before.
};
struct KnownMachine {
  bool recycles = true, serves = false, tested = true;
  std::optional<Mode> mode;
  std::int64_t series = 0;
  Time reported;
  std::map<PlaceName, KnownCassette> cassettes;
};
struct KnownBag {
  Notes notes;
  bool clean = false;
  Time oldest;
  std::optional<Time> sanitised;
};

Notes notes_of(Denomination denomination, std::int32_t count) {
  Notes out;
  cash::count_of(out, denomination) = count;
  return out;
}

class Record {
 public:
  Record() {
    for (int n = 1; n <= first_bags; ++n)
      bags_[bag(n)] = {cash::notes_of(stock(n).notes), true, {}, {}},
      inside_ += bags_[bag(n)].notes;
    for (const MachineId& id : {recycler, second_recycler, atm}) {
      KnownMachine& m = machines_[id];
      m.recycles = id != atm;
      m.reported = morning;
      if (m.recycles) m.cassettes[in] = {Denomination::yuan_100, true, 0, 0, 0, {}};
      m.cassettes[out] = {Denomination::yuan_100, false, 0, 0, 0, {}};
      if (id == recycler) m.cassettes[fifties] = {Denomination::yuan_50, false, 0, 0, 0, {}};
    }
  }

  void see(const cash::Proposed& e, const Mark& mark) { acts_[e.act] = mark.by; }
  void see(const Stopped& e, const Mark&) { machines_[e.machine].serves = false; }
  void see(const Tested& e, const Mark&) { machines_[e.machine].tested = e.passed; }
  void see(const Resumed& e, const Mark&) {
    KnownMachine& m = machines_[e.machine];
    hold(m.mode.has_value(), "a machine serves in no mode");
    hold(m.tested, "a machine serves untested");
    hold(lifted_ || m.mode != Mode::recycling, "a machine recycles behind a seal");
    m.serves = true;
  }
  void see(const Reported& e, const Mark& mark) {
    KnownMachine& m = machines_[e.machine];
    for (const Booking& b : e.cassettes) {
      KnownCassette& c = m.cassettes[b.cassette];
      const auto moved = b.moved - (e.series == m.series ? c.counter : 0);
      hold(moved >= 0, "a counter runs back");
      if (c.takes_in && c.taken == 0) c.oldest = m.reported;
      const auto booked = c.takes_in ? moved : std::min<std::int64_t>(moved, c.payable);
      hold(b.booked == booked, "the book moves what was not moved");
      (c.takes_in ? c.taken += b.booked : c.payable -= b.booked);
      hold(b.difference == b.held - c.taken - c.payable, "a difference is not told");
      const Notes notes = notes_of(c.denomination, b.booked);
      c.takes_in ? inside_ += notes : inside_ -= notes;
      c.counter = b.moved;
    }
    m.series = e.series, m.reported = mark.at;
  }
  void see(const DifferenceClosed& e, const Mark&) { hold(!e.finding.empty()); }
  void see(const zone::Lifted&, const Mark& mark) { lifted_ = mark.at; }
  void see(const cash::RunBegun&, const Mark&) {}
  void see(const cash::RunFinished& e, const Mark& mark) {
    for (const BagId& id : e.bags) bags_[id].sanitised = mark.at;
  }
  void see(const cash::CountedOnce&, const Mark&) {}
  void see(const cash::Counted& e, const Mark&) {
    hold(e.agreed && e.missing.empty(), "miscounted");
  }
  void see(const cash::Confirmed& e, const Mark& mark) {
    hold(acts_[e.act] != mark.by, "one person did it alone");
    if (e.deed.kind == cash::DeedKind::machine_mode) return switched(e.deed);
    if (e.deed.kind == cash::DeedKind::machine_load) return loaded(e.deed);
    if (e.deed.kind == cash::DeedKind::machine_settle) return settled(e.deed);
    if (e.deed.kind == cash::DeedKind::release) return released(e.deed, mark.at);
  }

  // After every record: every note is where the record has it, once, and in one denomination.
  void look_at(const Bank& bank) const {
    const cash::Site& site = cash::site_of(bank, xianggong);
    for (const auto& what : cash::disagreements(site)) hold(false, what);
    hold(is_nothing(cash::sum_of_all(bank.custody)), "the accounts do not add up to nothing");
    Notes there;
    for (const auto& [id, held] : site.bags) there += held.notes;
    for (const Machine& m : site.machines) {
      const KnownMachine& known = machines_.at(m.machine);
      hold(m.serves == known.serves && m.mode == known.mode, "a machine is in another state");
      for (const Cassette& c : m.cassettes) {
        const KnownCassette& k = known.cassettes.at(c.spec.cassette);
        hold(c.taken_in == k.taken, "taken in otherwise");
        hold(c.payable.notes() == notes_of(k.denomination, k.payable), "payable otherwise");
        hold(k.payable <= c.spec.capacity, "a cassette holds more than it can");
        there += c.payable.notes();
        there += notes_of(k.denomination, c.taken_in);
      }
    }
    hold(there == inside_, "notes are lost or made");
    for (const auto& [id, held] : site.bags) {
      const auto known = bags_.find(id);
      hold(known != bags_.end() && known->second.notes == held.notes, "a bag holds other notes");
      hold(known->second.clean == (cash::line_of(held.stage) == cash::Line::paid_out),
           "a bag is on the wrong line");
    }
  }

 private:
  void switched(const cash::Deed& deed) {
    for (const Switch& s : *deed.switches) {
      hold(lifted_ || s.mode != Mode::recycling, "recycling is ordered behind a seal");
      hold(machines_[s.machine].recycles || s.mode == Mode::withdraw_only, "a dispenser takes in");
      machines_[s.machine].mode = s.mode;
    }
    int ordered = 0, in_mode = 0, out_mode = 0, recyclers = 0;
    for (const auto& [id, m] : machines_) {
      if (!m.mode) continue;
      ++ordered, recyclers += m.recycles;
      in_mode += m.mode != Mode::withdraw_only, out_mode += m.mode != Mode::deposit_only;
    }
    hold(ordered < 2 || (out_mode > 0 && (in_mode > 0 || recyclers == 0)),
         "one line is not served");
  }
  void loaded(const cash::Deed& deed) {
    KnownMachine& m = machines_[*deed.machine];
    hold(!m.serves, "loaded while it serves");
    for (std::size_t i = 0; i < deed.bags.size(); ++i) {
      KnownCassette& c = m.cassettes[(*deed.cassettes)[i]];
      const KnownBag& from = bags_[deed.bags[i]];
      const auto count = cash::count_of(from.notes, c.denomination);
      hold(from.clean, "a cassette is loaded with what is not released");
      hold(!c.takes_in, "a cassette that takes in is loaded");
      hold(from.notes == notes_of(c.denomination, count), "denominations are mixed");
      c.payable += count;
      bags_.erase(deed.bags[i]);
    }
    m.tested = false;
  }
  void settled(const cash::Deed& deed) {
    KnownMachine& m = machines_[*deed.machine];
    hold(!m.serves, "settled while it serves");
    for (const Emptying& e : *deed.emptied) {
      KnownCassette& c = m.cassettes[e.cassette];
      hold(!bags_.contains(e.into), "two bags of one name");
      hold(c.takes_in != e.found.has_value(), "counted before it was sanitised");
      const auto count = c.takes_in ? c.taken : *e.found;
      bags_[e.into] = {notes_of(c.denomination, count), !c.takes_in, c.oldest, {}};
      inside_ -= notes_of(c.denomination, c.taken + c.payable - count);
      c.taken = c.payable = 0;
    }
    for (const auto& [name, c] : m.cassettes) hold(c.taken == 0, "a cassette is left unsettled");
  }
  void released(const cash::Deed& deed, Time now) {
    for (const BagId& id : deed.bags) {
      KnownBag& held = bags_[id];
      const std::chrono::days least{lifted_ && *lifted_ < held.oldest ? 7 : 14};
      hold(held.sanitised && now >= *held.sanitised + least, "released before its clock");
      held.clean = true;
    }
  }

  std::map<MachineId, KnownMachine> machines_;
  std::map<BagId, KnownBag> bags_;
  std::map<ActId, AccountId> acts_;
  std::optional<Time> lifted_;
  Notes inside_;
};

class Weeks {
 public:
  explicit Weeks(std::map<std::string, int>& answers) : answers_(answers) {}

  void step(std::uint32_t number) {
    draws_.begin(number);
    now_ += std::chrono::minutes{draws_.between(0, 30)};
    if (chance(6)) now_ += std::chrono::days{draws_.between(1, 9)};
    if (!site().acts.empty() && chance(50)) return confirm();
    if (chance(45)) return work_on(machine());
    if (chance(75)) return bag_on_its_way();
    if (chance(8)) return give(province, zone::Lift{huanggu});
    report(machine());
  }

 private:
  bool chance(int percent) { return draws_.below(100) < percent; }
  auto one_of(const auto& list) { return list[std::size_t(draws_.below(int(list.size())))]; }
  Stamp anybody() { return one_of(std::vector{teller, second, supervisor, cashier}); }
  const cash::Site& site() const { return cash::site_of(bank_, xianggong); }
  const Machine& machine() { return site().machines[std::size_t(draws_.below(3))]; }
  ActId fresh_act() { return {"a" + std::to_string(++acts_)}; }

  template <class Command> void give(Stamp by, const Command& command) {
    by.at = now_;
    const auto event = decide(bank_, command, by);
    ++answers_[event ? Command::name : event.error().code];
    if (!event) return;
    apply_to_rooms(bank_, *event, by);
    record_.see(*event, by);
    record_.look_at(bank_);
  }
  void confirm() {
    const ActId act = site().acts.back().act;
    give(anybody(), cash::Confirm{xianggong, act});
  }

  void work_on(const Machine& m) {
    switch (draws_.below(8)) {
      case 0:
        return give(anybody(), Stop{xianggong, m.machine, Reason(draws_.below(11))});
      case 1:
        return give(anybody(), Test{xianggong, m.machine, chance(80)});
      case 2:
        return give(anybody(), Resume{xianggong, m.machine});
      case 3:
      case 4:
        return load(m);
      case 5:
      case 6:
        return settle(m);
      default:
        return switch_modes(m);
    }
  }
  void switch_modes(const Machine& m) {
    SwitchMode command{xianggong, fresh_act(), {{m.machine, Mode(draws_.below(3))}}};
    if (chance(30)) command.switches.push_back({machine().machine, Mode(draws_.below(3))});
    give(anybody(), command);
  }
  BagId any_bag() {
    int skip = site().bags.empty() ? 0 : draws_.below(int(site().bags.size()));
    for (const auto& [id, held] : site().bags)
      if (skip-- == 0) return id;
    return bag(1);
  }
  bool on_its_way(const BagId& id) const {
    const cash::Bag* held = site().bags.find(id);
    return held && held->stage != cash::Stage::released;
  }
  void load(const Machine& m) {
    Load command{xianggong, fresh_act(), m.machine, {any_bag()}, {}, "L-1"};
    if (chance(25)) command.bags.push_back(any_bag());
    for (std::size_t i = 0; i < command.bags.size(); ++i)
      command.cassettes.push_back(one_of(m.cassettes).spec.cassette);
    give(anybody(), command);
  }
  // Mostly as it is done: stopped, read, all that came in, some of the rest.
  void settle(const Machine& m) {
    const MachineId id = m.machine;
    if (m.serves && chance(80)) give(anybody(), Stop{xianggong, id, Reason::settlement});
    if (chance(80)) report(m);
    Settle command{xianggong, fresh_act(), id, {}};
    for (const Cassette& c : m.cassettes) {
      const bool takes_in = c.spec.direction == Direction::takes_in;
      if (held(c) == 0 || chance(takes_in ? 10 : 50)) continue;
      ++bags_;
      Emptying e{c.spec.cassette, bag(bags_), seal(bags_), {}};
      if (takes_in == chance(5)) e.found = held(c) - draws_.below(3) + draws_.below(2);
      command.emptied.push_back(e);
    }
    give(anybody(), command);
  }
  void report(const Machine& m) {
    Report command{
        xianggong, m.machine, m.series + chance(5), m.mode.value_or(Mode::deposit_only), {}};
    for (const Cassette& c : m.cassettes) {
      const auto before = command.series == m.series ? c.counter : 0;
      const auto moved = chance(4) ? -5 : draws_.between(0, 90);
      const auto sign = c.spec.direction == Direction::takes_in ? 1 : -1;
      const auto left = std::int32_t(held(c) + sign * moved) - chance(8);
      command.cassettes.push_back({c.spec.cassette, before + moved, std::max(0, left)});
    }
    give(chance(70) ? sensor : anybody(), command);
    for (const Cassette& c : m.cassettes)
      if (c.difference && chance(30))
        give(manager, CloseDifference{xianggong, m.machine, c.spec.cassette, "looked into"});
  }

  // What came out of a machine goes the way of all received cash.
  void bag_on_its_way() {
    BagId id = any_bag();
    for (int again = 0; again < 4 && !on_its_way(id); ++again) id = any_bag();
    const cash::Bag* held = site().bags.find(id);
    if (!held) return;
    const cash::Packs notes = packs_of(held->notes);
    const Fen total = value_of(held->notes);
    switch (held->stage) {
      case cash::Stage::bagged:
        return give(
            teller,
            cash::BeginRun{xianggong, {id.text}, {"UV-" + id.text}, cash::Method::cabinet, {id}});
      case cash::Stage::sanitising:
        now_ += std::chrono::minutes{90};
        return give(teller, cash::FinishRun{xianggong, {id.text}});
      case cash::Stage::sanitised:
        give(teller, cash::Count{xianggong, id, notes, total});
        return give(second, cash::Recount{xianggong, id, notes, total});
      case cash::Stage::counted:
        if (held->place != cash::PlaceKind::vault)
          return give(teller, cash::Store{xianggong, fresh_act(), {id}});
        if (chance(40)) now_ += std::chrono::days{draws_.between(6, 15)};
        return give(supervisor, cash::Release{xianggong, fresh_act(), {id}});
      default:
        return load(machine());
    }
  }

  std::map<std::string, int>& answers_;
  Draws draws_;
  Bank bank_ = machines_and_stock();
  Record record_;
  Time now_ = morning;
  int acts_ = 0, bags_ = first_bags;
};

// What so many games must have met, accepted or refused.
const std::vector<std::string> met = {"machine.load",
                                      "machine.settle",
                                      "machine.close-difference",
                                      "cash.confirm",
                                      "cash.release",
                                      "cash.clock-running",
                                      "machine.above-capacity",
                                      "machine.counters-unread",
                                      "machine.denomination-mixed",
                                      "machine.in-service",
                                      "machine.last-of-mode",
                                      "machine.must-be-single",
                                      "machine.test-missing"};

}  // namespace

TEST_CASE("in no order of commands does a machine pay out what is not clean, or lose a note") {
  std::map<std::string, int> answers;
  CHECK(random_steps::all_hold("machines keep their promises", 150, [&](const auto& steps) {
    Weeks weeks(answers);
    for (const std::uint32_t step : steps) weeks.step(step);
  }));
  for (const std::string& answer : met) {
    INFO(answer);
    CHECK(answers[answer] >= 30);
  }
}

}  // namespace waystation::machine
