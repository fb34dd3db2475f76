#pragma once
// Checklist templates 检查单: what an outlet is asked before opening, during hours and after
// closing (三段), as the province published it from a day on. Where none is in force nothing is
// asked. An item is met by a person's answer, or by what the system knows itself.
#include "domain/evidence.h"
#include "domain/outlet.h"

namespace waystation::checklist {

// Of an item, such as "before-round": the same from version to version.
using ItemId = Id<struct ItemKind>;

BOOST_DEFINE_ENUM_CLASS(Phase, before_opening, during_hours, after_closing)
BOOST_DEFINE_ENUM_CLASS(Condition, inside_seal, raised_level, with_machines)
// What the system knows without asking; inside a seal the gate asks the same.
BOOST_DEFINE_ENUM_CLASS(KnownFact, round_valid, terminal_done, crew_fit, health_checks_done,
                        supplies_cover, stock_counted, lobby_cap_known, isolation_room_free,
                        rounds_in_time, airings_done, closing_round_done, lobby_empty,
                        queue_day_closed)

// A whole number that must lie within limits.
struct Measure {
  std::int64_t least = 0;
  std::int64_t most = 0;
  std::string unit;
};
BOOST_DESCRIBE_STRUCT(Measure, (), (least, most, unit))

struct Item {
  ItemId item;
  std::string title_zh;
  std::string title_en;
  Phase phase = Phase::before_opening;
  bool mandatory = true;                 // The phase cannot be signed while it is open.
  bool evidence = false;                 // A pass needs a file.
  std::optional<Measure> measure = {};   // A pass needs a number.
  std::optional<Condition> when = {};    // Asked only there.
  std::optional<ItemId> if_failed = {};  // Asked only once that earlier item failed.
  std::optional<KnownFact> answered_by = {};
  std::optional<std::int32_t> every_minutes = {};  // Asked again and again during hours.
};
BOOST_DESCRIBE_STRUCT(Item, (),
                      (item, title_zh, title_en, phase, mandatory, evidence, measure, when,
                       if_failed, answered_by, every_minutes))

struct Template {
  std::int64_t version = 0;
  Day from;
  std::vector<Item> items;
  Time at;
  AccountId by;
};
BOOST_DESCRIBE_STRUCT(Template, (), (version, from, items, at, by))

struct Templates {
  std::int64_t version = 0;             // Of the newest.
  Table<std::string, Template> by_day;  // By the day from which it holds.
};
BOOST_DESCRIBE_STRUCT(Templates, (), (version, by_day))

// The one in force on a day: the last that begins no later. O(number of templates).
const Template* in_force(const Bank&, Day);
const Item* item_of(const Template&, const ItemId&);

// ---- Publish a template. One that begins on the same day as another takes its place.

struct Publish {
  static constexpr auto name = "checklist.publish";
  static constexpr Roles roles = province_only | administrators;
  Day from;
  std::vector<Item> items;
};
BOOST_DESCRIBE_STRUCT(Publish, (), (from, items))

struct Published {
  static constexpr auto name = "checklist.published";
  std::int64_t version = 0;
  Day from;
  std::vector<Item> items;
};
BOOST_DESCRIBE_STRUCT(Published, (), (version, from, items))

Decision<Published> decide(const Bank&, const Publish&, const Stamp&);
void apply(Templates&, const Published&, const Mark&);

}  // namespace waystation::checklist
