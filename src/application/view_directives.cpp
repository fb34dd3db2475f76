#include "application/view_directives.h"

#include <algorithm>

#include "application/view_reading.h"

namespace waystation::view {

namespace {

void add_reader(const Bank& bank, const AccountId& id, const account::Account& account,
                DirectiveRow& row) {
  const bool read = has_read(bank, id, row.directive);
  ++row.readers;
  row.read += read;
  row.mastered += has_mastered(bank, id, row.directive);
  if (!is_done(bank, id, row.directive) && row.outstanding.size() < most_outstanding)
    row.outstanding.push_back({id, account.title, account.scope, read});
}

void add_own(const Bank& bank, const AccountId& id, DirectiveRow& row) {
  const auto* account = bank.accounts.find(id);
  row.mine = account && directive::must_read(*account);
  row.read_by_me = has_read(bank, id, row.directive);
  row.mastered_by_me = has_mastered(bank, id, row.directive);
}

DirectiveRow directive_seen(const Viewing& v, const Scope& scope, const directive::DirectiveId& id,
                            const directive::Directive& d) {
  const Bank& bank = v.standing.bank;
  DirectiveRow row;
  row.directive = id, row.kind = d.kind, row.version = d.version;
  row.title_zh = d.title_zh, row.title_en = d.title_en;
  row.text_zh = d.text_zh, row.text_en = d.text_en;
  row.to_master = d.to_master, row.published_at = d.at, row.due = read_by(d);
  for (const auto& [who, account] : bank.accounts)
    if (directive::must_read(account) && scope.covers(account.scope))
      add_reader(bank, who, account, row);
  row.overdue = row.due <= v.now && !row.outstanding.empty();
  std::ranges::stable_sort(row.outstanding, {}, [](const Learner& l) { return to_text(l.scope); });
  return row;
}

}  // namespace

Decision<Directives> see(const Viewing& v, const DirectivesQuery& q) {
  const Bank& bank = v.standing.bank;
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  const auto* asker = q.account ? bank.accounts.find(*q.account) : nullptr;
  if (asker)
    if (auto no = refuse_outside(v, asker->scope)) return *no;
  Directives out;
  out.now = v.now;
  stamp_as_of(out, v.standing);
  for (const auto& [id, directive] : bank.directives.documents) {
    out.directives.push_back(directive_seen(v, *scope, id, directive));
    if (asker) add_own(bank, *q.account, out.directives.back());
  }
  // What is late first, then what is due first.
  std::ranges::stable_sort(out.directives, {}, [](const DirectiveRow& row) {
    return std::pair(row.outstanding.empty(), row.due);
  });
  return out;
}

}  // namespace waystation::view
