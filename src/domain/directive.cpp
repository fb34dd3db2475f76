#include "domain/directive.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::directive {

namespace {

std::optional<Refusal> refuse_text(const Publish& c) {
  if (c.title_zh.empty() || c.title_en.empty()) return invalid("directive.title-empty");
  if (c.text_zh.empty()) return invalid("directive.text-empty");
  const auto too_long = [](std::size_t most) {
    return invalid("directive.too-long", {{"most", std::to_string(most)}});
  };
  if (std::max(c.title_zh.size(), c.title_en.size()) > longest_title)
    return too_long(longest_title);
  if (std::max(c.text_zh.size(), c.text_en.size()) > longest_text) return too_long(longest_text);
  if (c.days_to_read < 0 || c.days_to_read > longest_reading_days)
    return invalid("directive.days-out-of-range", {{"most", std::to_string(longest_reading_days)}});
  return {};
}

// Of the newest version alone: an older one no longer holds.
std::optional<Refusal> refuse_version(const Bank& bank, const DirectiveId& id,
                                      std::int64_t version) {
  const auto* newest = bank.directives.documents.find(id);
  if (!newest) return unknown("directive.unknown", id.text);
  if (version != newest->version)
    return conflict("directive.not-newest", {{"newest", std::to_string(newest->version)}});
  return {};
}

Learnt& edit(Directives& directives, const AccountId& who, const DirectiveId& id) {
  auto& all = directives.learnt.edit(who);
  const auto at = std::ranges::find(all, id, &Learnt::directive);
  return at == all.end() ? all.emplace_back(Learnt{.directive = id, .read_at = {}}) : *at;
}

}  // namespace

bool must_read(const account::Account& account) {
  return !account.disabled && (everyone & role_set(account.role)) &&
         account.scope.level() != Level::province;
}

const Learnt* learnt_of(const Bank& bank, const AccountId& who, const DirectiveId& id) {
  const auto* all = bank.directives.learnt.find(who);
  if (!all) return nullptr;
  const auto at = std::ranges::find(*all, id, &Learnt::directive);
  return at == all->end() ? nullptr : &*at;
}

bool has_read(const Bank& bank, const AccountId& who, const DirectiveId& id) {
  const auto* newest = bank.directives.documents.find(id);
  const auto* learnt = learnt_of(bank, who, id);
  return newest && learnt && learnt->read == newest->version;
}

bool has_mastered(const Bank& bank, const AccountId& who, const DirectiveId& id) {
  const auto* newest = bank.directives.documents.find(id);
  const auto* learnt = learnt_of(bank, who, id);
  return newest && learnt && learnt->mastered == newest->version;
}

bool is_done(const Bank& bank, const AccountId& who, const DirectiveId& id) {
  const auto* newest = bank.directives.documents.find(id);
  if (!newest) return false;
  return newest->to_master ? has_mastered(bank, who, id) : has_read(bank, who, id);
}

Time read_by(const Directive& directive) {
  return directive.at + std::chrono::days{directive.days_to_read};
}

// ---- Publish.

Decision<Published> decide(const Bank& bank, const Publish& c, const Stamp&) {
  if (auto no = refuse_text(c)) return *no;
  const auto* before = bank.directives.documents.find(c.directive);
  if (!before && bank.directives.documents.size() >= most_directives)
    return conflict("directive.too-many", {{"most", std::to_string(most_directives)}});
  if (before && before->kind != c.kind)
    return conflict("directive.other-kind", {{"kind", std::string(name_of(before->kind))}});
  return Published{c.directive, before ? before->version + 1 : 1,
                   c.kind,      c.title_zh,
                   c.title_en,  c.text_zh,
                   c.text_en,   c.days_to_read,
                   c.to_master};
}

void apply(Directives& directives, const Published& e, const Mark& mark) {
  directives.documents.edit(e.directive) = {e.kind,    e.version, e.title_zh,     e.title_en,
                                            e.text_zh, e.text_en, e.days_to_read, e.to_master,
                                            mark.at,   mark.by};
}

// ---- Acknowledge.

std::optional<Refusal> refuse_command(const Bank&, const Acknowledge&, const Stamp& stamp) {
  return refuse_authority(Acknowledge::roles, stamp.scope, stamp);
}

Decision<Acknowledged> decide(const Bank& bank, const Acknowledge& c, const Stamp& stamp) {
  if (auto no = refuse_version(bank, c.directive, c.version)) return *no;
  if (!bank.accounts.contains(stamp.by)) return unknown("account.unknown", stamp.by.text);
  if (has_read(bank, stamp.by, c.directive)) return conflict("directive.already-read");
  return Acknowledged{c.directive, c.version};
}

void apply(Directives& directives, const Acknowledged& e, const Mark& mark) {
  Learnt& learnt = edit(directives, mark.by, e.directive);
  learnt.read = e.version;
  learnt.read_at = mark.at;
}

// ---- Record training.

Scope scope_of(const Bank& bank, const RecordTraining& c) {
  const auto* account = bank.accounts.find(c.account);
  return account ? account->scope : Scope{};
}

Decision<TrainingRecorded> decide(const Bank& bank, const RecordTraining& c, const Stamp& stamp) {
  if (!bank.accounts.contains(c.account)) return unknown("account.unknown", c.account.text);
  if (auto no = refuse_version(bank, c.directive, c.version)) return *no;
  if (c.account == stamp.by) return conflict("directive.own-training");
  if (!has_read(bank, c.account, c.directive))
    return conflict("directive.not-read", {{"account", c.account.text}});
  if (has_mastered(bank, c.account, c.directive))
    return conflict("directive.already-mastered", {{"account", c.account.text}});
  return TrainingRecorded{c.account, c.directive, c.version};
}

void apply(Directives& directives, const TrainingRecorded& e, const Mark& mark) {
  Learnt& learnt = edit(directives, e.account, e.directive);
  learnt.mastered = e.version;
  learnt.mastered_at = mark.at;
  learnt.tested_by = mark.by;
}

}  // namespace waystation::directive

template struct waystation::RoomTable<waystation::directive::Commands>;
