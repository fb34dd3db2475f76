#include "domain/shelf.h"

#include <algorithm>

namespace waystation::supply {

namespace {

// First expired, first out: lots without a date last.
bool goes_out_before(const Lot& a, const Lot& b) {
  const auto expiry = [](const Lot& lot) { return lot.expires_on.value_or(Day::max()); };
  return std::tuple(a.item, expiry(a), a.lot) < std::tuple(b.item, expiry(b), b.lot);
}

auto named(Item item, const std::string& lot) {
  return [item, &lot](const auto& x) { return x.item == item && x.lot == lot; };
}

void put(std::vector<Lot>& lots, Lot lot) {
  lots.insert(std::ranges::upper_bound(lots, lot, goes_out_before), std::move(lot));
}

// Where two deliveries give one lot two dates, the earlier is the cautious one.
void add(std::vector<Lot>& lots, const Movement& m) {
  const auto same = std::ranges::find_if(lots, named(m.item, m.lot));
  if (same == lots.end()) return put(lots, {m.item, m.lot, m.change, m.expires_on});
  same->quantity += m.change;
  const bool earlier = m.expires_on && m.expires_on < same->expires_on.value_or(Day::max());
  if (same->quantity != 0 && !earlier) return;
  Lot lot = std::move(*same);
  lots.erase(same);
  if (earlier) lot.expires_on = m.expires_on;
  if (lot.quantity != 0) put(lots, std::move(lot));
}

auto first_after(const Shelf& shelf, Time at) {
  return std::ranges::upper_bound(shelf.movements, at, {}, &Movement::at);
}

void forget(Shelf& shelf, Time now) {
  const auto old = std::ranges::lower_bound(shelf.movements, now - remembered, {}, &Movement::at);
  if (old != shelf.movements.begin()) {
    shelf.forgotten_to = std::prev(old)->at;
    shelf.movements.erase(shelf.movements.begin(), old);
  }
}

}  // namespace

bool is_usable(const Lot& lot, Day day) {
  return !lot.expires_on || *lot.expires_on >= day;
}

std::int64_t usable(const std::vector<Lot>& lots, Item item, Day day) {
  std::int64_t sum = 0;
  for (const Lot& lot : lots)
    if (lot.item == item && is_usable(lot, day)) sum += lot.quantity;
  return sum;
}

std::int64_t total(const std::vector<Lot>& lots) {
  std::int64_t sum = 0;
  for (const Lot& lot : lots) sum += lot.quantity;
  return sum;
}

// ---- The past.

std::vector<Lot> lots_at(const Shelf& shelf, Time at) {
  std::vector<Lot> lots = shelf.lots;
  const auto first = first_after(shelf, at);
  for (auto m = shelf.movements.end(); m != first;) {
    Movement undone = *--m;
    undone.change = -undone.change;
    add(lots, undone);
  }
  return lots;
}

Lowest lowest_since(const Shelf& shelf, Item item, const std::string& lot, Time since) {
  const auto now = std::ranges::find_if(shelf.lots, named(item, lot));
  std::int64_t balance = now == shelf.lots.end() ? 0 : now->quantity;
  Lowest lowest{std::numeric_limits<std::int64_t>::max(), since};
  const auto consider = [&](Time at) {
    if (balance <= lowest.quantity) lowest = {balance, at};
  };
  std::optional<Time> instant;
  const auto first = first_after(shelf, since);
  for (auto m = shelf.movements.end(); m != first;) {
    --m;
    if (m->item != item || m->lot != lot) continue;
    if (m->at != instant) consider(m->at);  // What it was after all that happened at this instant.
    instant = m->at;
    balance -= m->change;
  }
  consider(since);
  return lowest;
}

const LastCount* count_after(const Shelf& shelf, Item item, const std::string& lot,
                             const Moment& moment) {
  if (!moment.late) return nullptr;
  const auto at = std::ranges::find_if(shelf.counts, [&](const LastCount& count) {
    const bool about = count.lot.empty() || count.lot == lot;
    return count.item == item && about && count.at >= moment.at;
  });
  return at == shelf.counts.end() ? nullptr : &*at;
}

std::vector<Lot> pick(const Shelf& shelf, Item item, std::int64_t quantity, const Moment& moment) {
  std::vector<Lot> picked;
  for (const Lot& lot : shelf.lots) {
    if (quantity == 0) break;
    if (lot.item != item || !is_usable(lot, moment.day)) continue;
    if (count_after(shelf, item, lot.lot, moment)) continue;
    const auto free = lowest_since(shelf, item, lot.lot, moment.at).quantity;
    const std::int64_t taken = std::min(free, quantity);
    if (taken <= 0) continue;
    picked.push_back({item, lot.lot, taken, lot.expires_on});
    quantity -= taken;
  }
  return picked;
}

// ---- Change.

void move(Shelf& shelf, const Movement& movement, Time recorded_at) {
  if (movement.change == 0) return;
  add(shelf.lots, movement);
  shelf.movements.insert(first_after(shelf, movement.at), movement);
  forget(shelf, recorded_at);
}

void close_by_count(Shelf& shelf, const LastCount& count, Time recorded_at) {
  std::erase_if(shelf.counts, [&](const LastCount& c) {
    const bool replaced = c.item == count.item && (c.lot == count.lot || count.lot.empty());
    return (replaced && c.at <= count.at) || c.at < recorded_at - remembered;
  });
  shelf.counts.push_back(count);
}

void take(Shelf& shelf, Item item, std::int64_t quantity, const Moment& moment, Time recorded_at) {
  for (const Lot& lot : pick(shelf, item, quantity, moment))
    move(shelf, {moment.at, item, lot.lot, -lot.quantity, lot.expires_on}, recorded_at);
}

}  // namespace waystation::supply
