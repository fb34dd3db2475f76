#include "domain/checklist_state.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::checklist {

const OutletDay* day_of(const Bank& bank, const OutletId& outlet, Day day) {
  const auto* days = bank.checklists.find(outlet);
  return days ? days->by_day.find(to_text(day)) : nullptr;
}

const Signature* signature_of(const OutletDay* day, Phase phase) {
  if (!day) return nullptr;
  const auto at = std::ranges::find(day->signatures, phase, &Signature::phase);
  return at == day->signatures.end() ? nullptr : &*at;
}

OutletDay& touch(Checklists& checklists, const OutletId& outlet, Day day) {
  Days& days = checklists.edit(outlet);
  const std::string key = to_text(day);
  if (!days.by_day.contains(key)) {
    days.by_day.edit(key) = {};
    while (days.by_day.size() > days_kept && days.by_day.begin()->first != key) {
      const std::string oldest = days.by_day.begin()->first;
      days.by_day.erase(oldest);
    }
  }
  return days.by_day.edit(key);
}

void withdraw_signature(OutletDay& day, Phase phase) {
  std::erase_if(day.signatures, [&](const Signature& s) { return s.phase == phase; });
}

}  // namespace waystation::checklist
