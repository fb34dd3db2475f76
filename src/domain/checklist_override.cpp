#include "domain/checklist_override.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::checklist {

Decision<Overridden> decide(const Bank& bank, const Override& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  const Level level = stamp.scope.level();
  if (level == Level::outlet) return conflict("checklist.override-own-outlet");
  if (c.reason.empty()) return invalid("checklist.reason-empty");
  const Day today = local_day(stamp.at, outlet::time_zone_of(bank, c.outlet));
  const auto items = items_now(bank, c.outlet, today, stamp.at);
  const auto is_it = [&](const ItemNow& i) { return i.item->item == c.item; };
  const auto at = std::ranges::find_if(items, is_it);
  if (at == items.end()) return conflict("checklist.item-not-asked", {{"item", c.item.text}});
  if (at->settled()) return conflict("checklist.nothing-to-override", {{"item", c.item.text}});
  return Overridden{c.outlet, today, c.item, level, c.reason};
}

void apply(Checklists& checklists, const Overridden& e, const Mark& mark) {
  touch(checklists, e.outlet, e.on).waivers.edit(e.item) = {e.reason, e.level, mark.at, mark.by};
}

}  // namespace waystation::checklist
