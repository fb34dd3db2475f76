#pragma once
// Acts 双人双控: a deed that one has put forward until another confirms it. Both are accounts of
// their own, both give their command themselves, and the confirmation carries the whole deed, so
// that the log says who did it without looking back. Nothing moves before it.
#include "domain/cash_deed_rule.h"

namespace waystation::cash {

struct Proposed {
  static constexpr auto name = "cash.proposed";
  OutletId outlet;
  ActId act;
  Deed deed;
  Fen amount;
  Role role = Role::teller;  // Of who put it forward.
  Time expires_at;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Proposed, (), (outlet, act, deed, amount, role, expires_at, occurred_at))
void apply(Custody&, const Proposed&, const Mark&);
// The same for every deed: "cash.act-exists", and what the rules of the deed say.
Decision<Proposed> put_forward(const Bank&, const OutletId&, const ActId&, const Deed&,
                               const Stamp&, const std::optional<Time>& occurred_at = {});

// ---- Take in: from the central bank, or what an outlet holds on its first day.

struct TakeIn {
  static constexpr auto name = "cash.take-in";
  static constexpr Roles roles = cash_crew;
  OutletId outlet;
  ActId act;
  Source source = Source::fit_notes;
  Filling filling;
  std::string document;
};
BOOST_DESCRIBE_STRUCT(TakeIn, (), (outlet, act, source, filling, document))
Decision<Proposed> decide(const Bank&, const TakeIn&, const Stamp&);

// ---- Store in the vault.

struct Store {
  static constexpr auto name = "cash.store";
  static constexpr Roles roles = cash_crew;
  OutletId outlet;
  ActId act;
  std::vector<BagId> bags;
};
BOOST_DESCRIBE_STRUCT(Store, (), (outlet, act, bags))
Decision<Proposed> decide(const Bank&, const Store&, const Stamp&);

// ---- Release, when the hold is over.

struct Release {
  static constexpr auto name = "cash.release";
  static constexpr Roles roles = cash_crew | command_centres;
  OutletId outlet;
  ActId act;
  std::vector<BagId> bags;
};
BOOST_DESCRIBE_STRUCT(Release, (), (outlet, act, bags))
Decision<Proposed> decide(const Bank&, const Release&, const Stamp&);

// ---- Draw released bags into a teller's box, and put back what is left of it.

struct Draw {
  static constexpr auto name = "cash.draw";
  static constexpr Roles roles = cash_crew;
  OutletId outlet;
  ActId act;
  std::vector<BagId> bags;
  PlaceName teller_box;
};
BOOST_DESCRIBE_STRUCT(Draw, (), (outlet, act, bags, teller_box))
Decision<Proposed> decide(const Bank&, const Draw&, const Stamp&);

struct PutBack {
  static constexpr auto name = "cash.put-back";
  static constexpr Roles roles = cash_crew;
  OutletId outlet;
  ActId act;
  PlaceName teller_box;
  Filling filling;
};
BOOST_DESCRIBE_STRUCT(PutBack, (), (outlet, act, teller_box, filling))
Decision<Proposed> decide(const Bank&, const PutBack&, const Stamp&);

// ---- Sort damaged notes 残损币 out of a counted bag.

struct SortOut {
  static constexpr auto name = "cash.sort-out";
  static constexpr Roles roles = cash_crew;
  OutletId outlet;
  ActId act;
  BagId bag;
  Filling filling;
};
BOOST_DESCRIBE_STRUCT(SortOut, (), (outlet, act, bag, filling))
Decision<Proposed> decide(const Bank&, const SortOut&, const Stamp&);

// ---- Hand over to the van and take over from it 交接, face to face. At a door without a line each
// side signs on its own device and the signatures arrive later, in any order of time: what counts
// is that both were given within the time that two people have, not when they were recorded.

struct HandOver {
  static constexpr auto name = "cash.hand-over";
  static constexpr Roles roles = cash_crew | role_set(Role::van_crew);
  OutletId outlet;
  ActId act;
  VanId van;
  Compartment compartment = Compartment::dirty;
  std::vector<BagId> bags;
  std::vector<SealId> seals;          // As read, in the order of the bags.
  std::optional<OrderId> order = {};  // The announced hand-in of surplus that it fulfils.
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(HandOver, (),
                      (outlet, act, van, compartment, bags, seals, order, occurred_at))
Decision<Proposed> decide(const Bank&, const HandOver&, const Stamp&);

struct TakeOver {
  static constexpr auto name = "cash.take-over";
  static constexpr Roles roles = cash_crew | role_set(Role::van_crew);
  OutletId outlet;
  ActId act;
  VanId van;
  std::vector<BagId> bags;
  std::vector<SealId> seals;
  std::optional<OrderId> order = {};  // The delivery that it fulfils.
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(TakeOver, (), (outlet, act, van, bags, seals, order, occurred_at))
Decision<Proposed> decide(const Bank&, const TakeOver&, const Stamp&);

// ---- Hand in to the central bank 交存.

struct HandIn {
  static constexpr auto name = "cash.hand-in";
  static constexpr Roles roles = role_set(Role::cash_centre);
  OutletId outlet;
  ActId act;
  std::vector<BagId> bags;
  std::string document;
};
BOOST_DESCRIBE_STRUCT(HandIn, (), (outlet, act, bags, document))
Decision<Proposed> decide(const Bank&, const HandIn&, const Stamp&);

// ---- Confirm what another has put forward.

struct Confirm {
  static constexpr auto name = "cash.confirm";
  static constexpr Roles roles = cash_crew | command_centres | role_set(Role::van_crew);
  OutletId outlet;
  ActId act;
  std::optional<Time> occurred_at = {};  // Of a handover only: "cash.never-late".
};
BOOST_DESCRIBE_STRUCT(Confirm, (), (outlet, act, occurred_at))

struct Confirmed {
  static constexpr auto name = "cash.confirmed";
  OutletId outlet;
  ActId act;
  Deed deed;
  Fen amount;
  AccountId proposed_by;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Confirmed, (), (outlet, act, deed, amount, proposed_by, occurred_at))

Decision<Confirmed> decide(const Bank&, const Confirm&, const Stamp&);
void apply(Custody&, const Confirmed&, const Mark&);

// ---- Withdraw it, by whoever put it forward.

struct Withdraw {
  static constexpr auto name = "cash.withdraw";
  static constexpr Roles roles = Confirm::roles;
  OutletId outlet;
  ActId act;
};
BOOST_DESCRIBE_STRUCT(Withdraw, (), (outlet, act))

struct Withdrawn {
  static constexpr auto name = "cash.withdrawn";
  OutletId outlet;
  ActId act;
};
BOOST_DESCRIBE_STRUCT(Withdrawn, (), (outlet, act))

Decision<Withdrawn> decide(const Bank&, const Withdraw&, const Stamp&);
void apply(Custody&, const Withdrawn&, const Mark&);

// ---- Refuse it, by another who could have confirmed it.

struct Refuse {
  static constexpr auto name = "cash.refuse";
  static constexpr Roles roles = Confirm::roles;
  OutletId outlet;
  ActId act;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Refuse, (), (outlet, act, reason))

struct Refused {
  static constexpr auto name = "cash.refused";
  OutletId outlet;
  ActId act;
  Deed deed;
  AccountId proposed_by;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Refused, (), (outlet, act, deed, proposed_by, reason))

Decision<Refused> decide(const Bank&, const Refuse&, const Stamp&);
void apply(Custody&, const Refused&, const Mark&);

}  // namespace waystation::cash
