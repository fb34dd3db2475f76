#pragma once
// A judge of cash for random tests: it sees only what was accepted, keeps its own plain record of
// every note, and says which promise a record breaks. It knows the rules by itself: none of the
// room's own functions helps it to decide.
#include <set>

#include "domain/cash_story.h"

namespace waystation::cash::judge {

using namespace story;

struct KnownBag {
  Source source;
  Time paid_in;
  std::optional<Time> in_cabinet, sanitised;
  Method method = Method::cabinet;
  std::set<AccountId> counters;
  bool delivered = false, released = false, in_vault = false, in_van = false;
  SealId seal;
  Notes notes;
};

class Judge {
 public:
  std::vector<std::string> broken;
  std::optional<Time> lifted;
  std::map<std::string, int> happened;

  void see(const Received& e, const Mark& mark) {
    Notes& drawer = drawers_[{e.window, e.source}];
    if (is_nothing(drawer)) since_[{e.window, e.source}] = mark.at;
    drawer += notes_of(e.notes), inside_ += notes_of(e.notes);
  }
  void see(const Bagged& e, const Mark&) {
    Notes& drawer = drawers_[{e.window, e.source}];
    promise(holds(drawer, notes_of(e.notes)), "a bag holds more than its drawer");
    drawer -= notes_of(e.notes);
    KnownBag& bag = bags_[e.bag];
    bag = {};
    bag.source = e.source, bag.paid_in = since_[{e.window, e.source}];
    bag.notes = notes_of(e.notes), bag.seal = e.seal;
  }
  void see(const Paid& e, const Mark&) {
    promise(holds(box_, notes_of(e.notes)), "a customer is paid what is not in the box");
    box_ -= notes_of(e.notes), inside_ -= notes_of(e.notes);
  }
  void see(const RunBegun& e, const Mark& mark) {
    for (const BagId& id : e.bags) {
      promise(bags_[id].source == bags_[e.bags[0]].source, "two sources in one cabinet");
      bags_[id].in_cabinet = mark.at, bags_[id].method = e.method;
    }
  }
  void see(const RunFinished& e, const Mark& mark) {
    for (const BagId& id : e.bags) {
      KnownBag& bag = bags_[id];
      const auto least = std::chrono::minutes{bag.method == Method::cabinet ? 90 : 30};
      promise(bag.in_cabinet && mark.at - *bag.in_cabinet >= least, "a run is too short");
      bag.sanitised = mark.at;
    }
  }
  void see(const RunAbandoned& e, const Mark&) {
    for (const BagId& id : e.bags) bags_[id].in_cabinet.reset();
  }
  void see(const CountedOnce& e, const Mark& mark) { first_[e.bag] = {mark.by, notes_of(e.notes)}; }
  void see(const Counted& e, const Mark& mark) {
    KnownBag& bag = bags_[e.bag];
    const auto [who, what] = first_[e.bag];
    const Notes found = notes_of(e.notes);
    promise(who != mark.by, "one person counted twice");
    promise(e.agreed == (what == found), "counters agree who do not");
    promise(bag.sanitised.has_value(), "counted before it was sanitised");
    first_.erase(e.bag);
    if (!e.agreed) return;
    inside_ -= bag.notes, inside_ += found;
    bag.notes = found, bag.counters = {who, mark.by};
  }
  void see(const DiscrepancyClosed&, const Mark&) {}
  void see(const Proposed& e, const Mark& mark) { acts_[{e.outlet, e.act}] = {mark, e.role}; }
  void see(const Withdrawn&, const Mark&) {}
  void see(const Refused&, const Mark&) {}
  void see(const Confirmed& e, const Stamp& mark) {
    const auto [first, role] = acts_[{e.outlet, e.act}];
    promise(first.by != mark.by, "one person did it alone");
    promise(mark.at < first.at + std::chrono::minutes{30}, "confirmed too late");
    switch (e.deed.kind) {
      case DeedKind::take_in:
        return take_in(e.deed);
      case DeedKind::store:
        return each(e.deed, [&](KnownBag& bag) {
          promise(bag.sanitised.has_value(), "an unsanitised bag in the vault");
          bag.in_vault = true;
        });
      case DeedKind::release:
        return each(e.deed, [&, by = first.by](KnownBag& bag) { release(bag, by, mark); });
      case DeedKind::draw:
        return each(e.deed, [&](KnownBag& bag) { draw(bag, mark); });
      case DeedKind::put_back:
        box_ -= notes_of(e.deed.filling->notes);
        inside_ -= notes_of(e.deed.filling->notes);
        return take_in(e.deed);
      case DeedKind::sort_out:
        return sort_out(e.deed);
      case DeedKind::hand_over:
      case DeedKind::take_over:
        promise((role == Role::van_crew) != (mark.role == Role::van_crew), "one side alone");
        return hand(e);
      case DeedKind::hand_in:
        return each(e.deed, [&](KnownBag& bag) {
          promise(bag.delivered || bag.counters.size() == 2, "handed in uncounted");
          inside_ -= bag.notes;
        });
      case DeedKind::machine_mode:  // Machines have a game of their own: machine_random_test.cpp.
      case DeedKind::machine_load:
      case DeedKind::machine_settle:
        return;
    }
  }

  // After every record: each note is somewhere, once, and no place holds more than it may.
  void look_at(const Bank& bank) {
    Notes there;
    for (const auto& [id, site] : bank.custody.sites) {
      for (const auto& what : disagreements(site)) promise(false, what);
      add(site, there);
      const Fen limit = bank.outlets.at(id).cash_limit;
      promise(limit == Fen{} || held_in(site.book) <= limit, "more than the insurer allows");
    }
    for (const auto& [id, load] : bank.custody.vans) {
      for (const auto& what : disagreements(load)) promise(false, what);
      for (const auto& [bag, held] : load.bags) there += held.notes;
      promise(held_in(load.book) <= bank.vans.at(id).carry_limit, "a van carries too much");
    }
    promise(there == inside_, "notes are lost or made");
    promise(is_nothing(sum_of_all(bank.custody)), "the accounts do not add up to nothing");
  }

 private:
  void promise(bool kept, const std::string& what) {
    if (!kept) broken.push_back(what);
  }
  static void add(const Site& site, Notes& there) {
    for (const auto& [id, bag] : site.bags) there += bag.notes;
    for (const Drawer& d : site.drawers) there += d.notes;
    for (const Box& b : site.boxes) there += b.notes.notes();
  }
  void each(const Deed& deed, auto visit) {
    for (const BagId& id : deed.bags) visit(bags_[id]);
  }

  void take_in(const Deed& deed) {
    KnownBag bag{};
    bag.source = Source::fit_notes, bag.delivered = bag.released = bag.in_vault = true;
    bag.notes = notes_of(deed.filling->notes), bag.seal = deed.filling->seal;
    bags_[deed.filling->into] = bag;
    inside_ += bag.notes;
  }
  static bool is_ordinary(Source source) {
    return source == Source::ordinary || source == Source::fit_notes ||
           source == Source::new_sealed;
  }
  std::chrono::days hold_of(const KnownBag& bag) const {
    return std::chrono::days{lifted && *lifted < bag.paid_in ? 7 : 14};
  }
  void check_clean(const KnownBag& bag, Time now) {
    if (bag.delivered) return;
    promise(is_ordinary(bag.source), "a special source is paid out");
    promise(bag.sanitised && now >= *bag.sanitised + hold_of(bag), "paid out before its clock");
    promise(bag.counters.size() == 2, "paid out uncounted");
  }
  void release(KnownBag& bag, const AccountId& first, const Mark& mark) {
    check_clean(bag, mark.at);
    promise(bag.in_vault, "released outside the vault");
    promise(!bag.counters.contains(first) && !bag.counters.contains(mark.by), "a counter releases");
    bag.released = true;
  }
  void draw(KnownBag& bag, const Mark& mark) {
    check_clean(bag, mark.at);
    promise(bag.released && bag.in_vault, "drawn unreleased");
    box_ += bag.notes;
  }
  void sort_out(const Deed& deed) {
    KnownBag& from = bags_[deed.bags[0]];
    KnownBag apart = from;
    apart.source = Source::damaged, apart.seal = deed.filling->seal;
    apart.notes = notes_of(deed.filling->notes);
    from.notes -= apart.notes;
    bags_[deed.filling->into] = apart;
  }
  void hand(const Confirmed& e) {
    const bool out = e.deed.kind == DeedKind::hand_over;
    for (std::size_t i = 0; i < e.deed.bags.size(); ++i) {
      KnownBag& bag = bags_[e.deed.bags[i]];
      promise(e.deed.seals && i < e.deed.seals->size() && (*e.deed.seals)[i] == bag.seal,
              "a seal was not what it should be");
      promise(bag.in_vault != bag.in_van && bag.in_van != out, "handed over from elsewhere");
      if (out)
        promise((e.deed.compartment == Compartment::clean) == bag.released, "clean beside dirty");
      bag.in_van = out, bag.in_vault = !out;
    }
  }

  using DrawerKey = std::pair<PlaceName, Source>;
  std::map<DrawerKey, Notes> drawers_;
  std::map<DrawerKey, Time> since_;
  std::map<BagId, KnownBag> bags_;
  std::map<BagId, std::pair<AccountId, Notes>> first_;
  std::map<std::pair<OutletId, ActId>, std::pair<Mark, Role>> acts_;
  Notes box_, inside_;
};

}  // namespace waystation::cash::judge
