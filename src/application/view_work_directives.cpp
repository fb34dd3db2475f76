// The worklist of directives: one item for each that somebody in the scope should have read, or
// been tested in, by now.
#include "application/view_directives.h"
#include "application/view_reading.h"
#include "application/view_work.h"

namespace waystation::view {

void add_directives(const Viewing& v, const Scope& scope, WorkItems& items) {
  const Bank& bank = v.standing.bank;
  for (const auto& [id, document] : bank.directives.documents) {
    if (read_by(document) > v.now) continue;
    std::int64_t readers = 0, behind = 0;
    for (const auto& [who, account] : bank.accounts) {
      if (!directive::must_read(account) || !scope.covers(account.scope)) continue;
      ++readers;
      behind += !is_done(bank, who, id);
    }
    if (behind == 0) continue;
    WorkItem item;
    item.code = WorkCode::directive_behind;
    item.deadline = read_by(document);
    if (!scope.city.text.empty()) item.city = scope.city;
    item.title = document.title_zh;
    item.facts = {{"directive", id.text},
                  {"title_en", document.title_en},
                  number("behind", behind),
                  number("readers", readers)};
    item.action = "directive.record-training";
    items.push_back(std::move(item));
  }
}

}  // namespace waystation::view
