#include "domain/supply_transfer.h"

#include <algorithm>

#include "domain/bank.h"
#include "domain/supply_leaving.h"

namespace waystation::supply {

namespace {

auto same_lot(const auto& line) {
  return [&line](const auto& x) { return x.item == line.item && x.lot == line.lot; };
}

void join(std::vector<Lot>& lines, const Lot& lot) {
  const auto at = std::ranges::find_if(lines, same_lot(lot));
  if (at == lines.end())
    lines.push_back(lot);
  else
    at->quantity += lot.quantity;
}

std::vector<Fact> facts_of(const auto& line) {
  return {{"item", std::string(name_of(line.item))}, {"lot", line.lot}};
}

}  // namespace

std::int64_t in_transit(const Bank& bank, const OutletId& to, Item item, Day day) {
  std::int64_t sum = 0;
  if (const auto* shelf = bank.shelves.find(to))
    for (const TransferId& id : shelf->incoming)
      sum += usable(bank.transfers.at(id).lines, item, day);
  return sum;
}

// ---- Send.

Scope scope_of(const Bank& bank, const Send& c) {
  return scope_of_outlet(bank, c.from_outlet);
}

static std::optional<Refusal> refuse_way(const Bank& bank, const Send& c) {
  if (!bank.outlets.contains(c.from_outlet)) return unknown("outlet.unknown", c.from_outlet.text);
  if (!bank.outlets.contains(c.to_outlet)) return unknown("outlet.unknown", c.to_outlet.text);
  if (c.from_outlet == c.to_outlet) return invalid("supply.same-place");
  if (bank.transfers.contains(c.transfer))
    return conflict("supply.transfer-exists", {{"id", c.transfer.text}});
  if (c.lines.empty()) return invalid("supply.no-lines");
  return {};
}

Decision<Sent> decide(const Bank& bank, const Send& c, const Stamp& stamp) {
  if (auto no = refuse_way(bank, c)) return *no;
  if (auto no = late_entry::refuse(bank, c.from_outlet, c.occurred_at, stamp)) return *no;
  const bool has_reason = c.reason && !c.reason->empty();
  if (auto no = refuse_hand(bank, c.from_outlet, stamp, has_reason)) return *no;
  const auto* found = bank.shelves.find(c.from_outlet);
  Shelf rest = found ? *found : Shelf{};
  Leaving leaving{.item = {},
                  .quantity = 0,
                  .lot = {},
                  .has_reason = has_reason,
                  .moment = late_entry::moment_of(bank, c.from_outlet, c.occurred_at, stamp),
                  .time_zone = outlet::time_zone_of(bank, c.from_outlet)};
  std::vector<Lot> lines;
  for (const Sending& line : c.lines) {
    leaving.item = line.item, leaving.quantity = line.quantity, leaving.lot = line.lot;
    const auto lots = choose_lots(rest, leaving);
    if (!lots) return lots.error();
    for (const Lot& lot : *lots) {
      join(lines, lot);
      move(rest, {leaving.moment.at, lot.item, lot.lot, -lot.quantity, lot.expires_on}, stamp.at);
    }
  }
  return Sent{c.from_outlet, c.to_outlet, c.transfer, lines, c.reason, c.occurred_at};
}

void apply(Shelves& shelves, const Sent& e, const Mark& mark) {
  const Time at = e.occurred_at.value_or(mark.at);
  Shelf& from = shelves.edit(e.from_outlet);
  for (const Lot& lot : e.lines)
    move(from, {at, lot.item, lot.lot, -lot.quantity, lot.expires_on}, mark.at);
  Shelf& to = shelves.edit(e.to_outlet);
  to.incoming.push_back(e.transfer);
  to.short_arrivals.clear();
}

void apply(Transfers& transfers, const Sent& e, const Mark& mark) {
  transfers.edit(e.transfer) = {.from_outlet = e.from_outlet,
                                .to_outlet = e.to_outlet,
                                .sent_at = e.occurred_at.value_or(mark.at),
                                .lines = e.lines,
                                .accepted_at = {},
                                .shortage = {},
                                .reason = {}};
}

// ---- Accept.

static std::optional<Refusal> refuse_transfer(const Bank& bank, const Accept& c) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  const auto* transfer = bank.transfers.find(c.transfer);
  if (!transfer || transfer->to_outlet != c.outlet)
    return unknown("supply.transfer-unknown", c.transfer.text);
  if (transfer->accepted_at) return conflict("supply.transfer-accepted", {{"id", c.transfer.text}});
  return {};
}

// Every line that was sent is counted once, and nothing else.
static std::optional<Refusal> refuse_lines(const Transfer& transfer, const Accept& c) {
  for (const Arrival& line : c.lines) {
    const auto sent = std::ranges::find_if(transfer.lines, same_lot(line));
    if (sent == transfer.lines.end()) return invalid("supply.line-not-sent", facts_of(line));
    if (std::ranges::count_if(c.lines, same_lot(line)) > 1)
      return invalid("supply.line-twice", facts_of(line));
    if (line.counted < 0)
      return invalid("supply.quantity-out-of-range", {{"quantity", std::to_string(line.counted)}});
    if (line.counted > sent->quantity)
      return conflict("supply.more-than-sent", {{"item", std::string(name_of(line.item))},
                                                {"lot", line.lot},
                                                {"sent", std::to_string(sent->quantity)},
                                                {"counted", std::to_string(line.counted)}});
  }
  for (const Lot& sent : transfer.lines)
    if (std::ranges::none_of(c.lines, same_lot(sent)))
      return invalid("supply.line-uncounted", facts_of(sent));
  return {};
}

static std::optional<Refusal> refuse_arrival(const Bank& bank, const Accept& c,
                                             const Stamp& stamp) {
  if (auto no = late_entry::refuse(bank, c.outlet, c.occurred_at, stamp)) return no;
  const Transfer& transfer = bank.transfers.at(c.transfer);
  const std::string& zone = outlet::time_zone_of(bank, c.outlet);
  const Moment moment = late_entry::moment_of(bank, c.outlet, c.occurred_at, stamp);
  if (moment.at < transfer.sent_at)
    return conflict("supply.before-sending", {{"at", to_local_text(transfer.sent_at, zone)}});
  const Shelf& shelf = bank.shelves.at(c.outlet);
  for (const Arrival& line : c.lines)
    if (auto no = refuse_before_count(shelf, {line.item, 0, line.lot, false, moment, zone}))
      return no;
  return {};
}

Decision<Accepted> decide(const Bank& bank, const Accept& c, const Stamp& stamp) {
  if (auto no = refuse_transfer(bank, c)) return *no;
  const Transfer& transfer = bank.transfers.at(c.transfer);
  if (auto no = refuse_lines(transfer, c)) return *no;
  if (auto no = refuse_arrival(bank, c, stamp)) return *no;
  Accepted e{c.outlet, c.transfer, {}, {}, c.reason, c.occurred_at};
  for (const Lot& sent : transfer.lines) {
    Lot there = sent, missing = sent;
    there.quantity = std::ranges::find_if(c.lines, same_lot(sent))->counted;
    missing.quantity -= there.quantity;
    if (there.quantity > 0) e.lines.push_back(there);
    if (missing.quantity > 0) e.shortage.push_back(missing);
  }
  if (!e.shortage.empty() && c.reason.empty())
    return invalid("supply.shortage-reason-missing",
                   {{"missing", std::to_string(total(e.shortage))}});
  return e;
}

void apply(Shelves& shelves, const Accepted& e, const Mark& mark) {
  const Time at = e.occurred_at.value_or(mark.at);
  Shelf& to = shelves.edit(e.outlet);
  std::erase(to.incoming, e.transfer);
  if (!e.shortage.empty()) {
    to.short_arrivals.push_back(e.transfer);
    if (to.short_arrivals.size() > short_arrivals_kept)
      to.short_arrivals.erase(to.short_arrivals.begin());
  }
  for (const Lot& lot : e.lines)
    move(to, {at, lot.item, lot.lot, lot.quantity, lot.expires_on}, mark.at);
}

void apply(Transfers& transfers, const Accepted& e, const Mark& mark) {
  Transfer& transfer = transfers.edit(e.transfer);
  transfer.accepted_at = e.occurred_at.value_or(mark.at);
  transfer.lines.clear();
  transfer.shortage = e.shortage;
  transfer.reason = e.reason;
}

}  // namespace waystation::supply
