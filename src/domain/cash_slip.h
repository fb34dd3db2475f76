#pragma once
// One slip of the hand in a command of cash, as people make them: a sum that was read off wrongly,
// a bag named twice, a receipt that was left out, the number of something else. So that random
// games meet what the sensible and the merely unlucky never ask for.
#include "domain/cash_story.h"

namespace waystation::cash::judge {

using namespace story;

class Slip {
 public:
  // `which` says which of the possible slips it is.
  Slip(const Bank& bank, std::int64_t which) : bank_(bank), which_(which) {}

  template <class Command> void operator()(Command& c) const {
    if constexpr (
        requires { c.reason; } || requires { c.finding; })
      if (kind() % 2) return in_words(c);
    switch (which_ % 6) {
      case 0:
        return in_bags(c);
      case 1:
        return in_notes(c);
      case 2:
        return in_words(c);
      case 3:
      case 4:
        if constexpr (requires { c.outlet; }) return in_ids(c, site_of(bank_, c.outlet));
        return;
      default:
        return in_place(c);
    }
  }

 private:
  std::int64_t kind() const { return which_ / 6; }

  void in_bags(auto& c) const {
    if constexpr (requires { c.seals.pop_back(); })
      if (kind() % 2 && !c.seals.empty()) return c.seals.pop_back();
    if constexpr (requires { c.bags.clear(); }) {
      if (kind() % 3 == 0) return c.bags.clear();
      if (kind() % 3 == 1 && !c.bags.empty()) return c.bags.push_back(c.bags.front());
      for (int n = 0; n <= int(most_bags_per_deed); ++n) c.bags.push_back(bag(n));
    }
  }
  void in_packs(Packs& notes, Fen& total) const {
    if (kind() % 4 == 0) return notes.clear();
    if (kind() % 4 == 1) total = total + yuan(1);
    if (notes.empty()) return;
    if (kind() % 4 == 2) notes.push_back(notes.front());
    if (kind() % 4 == 3) notes.front().count = kind() % 3 ? 0 : most_pieces + 1;
  }
  void in_notes(auto& c) const {
    if constexpr (requires { c.notes.clear(); }) in_packs(c.notes, c.total);
    if constexpr (requires { c.filling.notes.clear(); }) in_packs(c.filling.notes, c.filling.total);
  }
  static void in_words(auto& c) {
    if constexpr (requires { c.document.clear(); }) c.document.clear();
    if constexpr (requires { c.reason.clear(); }) c.reason.clear();
    if constexpr (requires { c.finding.clear(); }) c.finding.clear();
    if constexpr (requires { c.teller_box.text; }) c.teller_box = {"box-9"};
    if constexpr (requires { c.source = Source::fit_notes; }) c.source = Source::fit_notes;
  }
  // Of another bag that is there, or of one of nowhere. Never of one that has left: the judge knows
  // a bag by its id.
  void in_bag(BagId& id, const Site& site) const {
    if (kind() % 3 == 0)
      id = {"102221000000-1"};
    else if (!site.bags.empty())
      id = site.bags.begin()->first;
  }
  void in_ids(auto& c, const Site& site) const {
    if constexpr (requires { in_bag(c.bag, site); }) in_bag(c.bag, site);
    if constexpr (requires { in_bag(c.filling.into, site); }) in_bag(c.filling.into, site);
    if constexpr (requires { c.bags = std::vector<BagId>{}; })
      if (kind() % 2 && !c.bags.empty()) in_bag(c.bags.front(), site);
    if constexpr (requires { c.run = RunId{}; })
      c.run = site.runs.empty() || kind() % 3 == 0 ? RunId{"none"} : site.runs.front().run;
    if constexpr (requires { c.act = ActId{}; })
      c.act = site.acts.empty() || kind() % 3 == 0 ? ActId{"none"} : site.acts.front().act;
  }
  // Not at the counter: only the outlet has one.
  static void in_place(auto& c) {
    if constexpr (
        requires { c.act; } || requires { c.bags; } || requires { c.run; })
      c.outlet = c.outlet == xianggong ? centre : xianggong;
  }

  const Bank& bank_;
  std::int64_t which_;
};

// Every "no" that cash knows: twenty thousand games meet each a hundred times at least.
inline const std::vector<std::string> refusals = {
    "cash.above-carry-limit",    "cash.above-holding-limit",
    "cash.act-exists",           "cash.act-expired",
    "cash.act-unknown",          "cash.already-in-vault",
    "cash.already-opened",       "cash.already-released",
    "cash.bag-exists",           "cash.bag-not-in-van",
    "cash.bag-of-another-site",  "cash.bag-twice",
    "cash.bag-unknown",          "cash.bag-waiting",
    "cash.bags-missing",         "cash.bags-too-many",
    "cash.cabinet-busy",         "cash.clock-running",
    "cash.count-out-of-range",   "cash.counted-once-already",
    "cash.counter-investigates", "cash.counter-releases",
    "cash.denomination-twice",   "cash.discrepancy-unknown",
    "cash.document-missing",     "cash.finding-missing",
    "cash.first-count-missing",  "cash.handover-one-sided",
    "cash.never-paid-out",       "cash.not-a-signer",
    "cash.not-counted",          "cash.not-from-central-bank",
    "cash.not-from-customers",   "cash.not-in-vault",
    "cash.not-own-act",          "cash.not-released",
    "cash.not-sanitised",        "cash.not-to-count",
    "cash.not-to-sanitise",      "cash.notes-missing",
    "cash.only-centre-hands-in", "cash.reason-missing",
    "cash.received-today",       "cash.run-exists",
    "cash.run-unknown",          "cash.same-person",
    "cash.sanitised-too-short",  "cash.seal-mismatch",
    "cash.seals-unread",         "cash.short",
    "cash.sources-mixed",        "cash.teller-box-unknown",
    "cash.total-mismatch",       "cash.van-without-pass",
    "cash.wrong-compartment"};

}  // namespace waystation::cash::judge
