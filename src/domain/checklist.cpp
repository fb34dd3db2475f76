#include "domain/checklist.h"

#include "domain/bank.h"

namespace waystation::checklist {

void apply(Checklists& checklists, const outlet::Closed& e, const Mark&) {
  if (e.left_open) touch(checklists, e.outlet, e.left_open->on).left_open = e.left_open->items;
}

}  // namespace waystation::checklist

template struct waystation::RoomTable<waystation::checklist::Commands>;
