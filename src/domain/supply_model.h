#pragma once
// A model of the shelves for random tests: it keeps every movement of every place and adds them all
// up for each question. Slow, and too plain to be wrong.
#include "domain/sealed_zone_story.h"

namespace waystation::supply::model {

struct KnownLot {
  Item item;
  std::string lot;
  std::optional<Day> expires_on;
};

// In the order in which each item's lots go out.
inline const std::vector<KnownLot> known_lots{
    {Item::suit, "a", parse_day("2021-01-10")},
    {Item::suit, "b", parse_day("2021-01-20")},
    {Item::suit, "c", {}},
    {Item::wipe, "d", parse_day("2021-01-12")},
    {Item::wipe, "e", {}},
};

struct Line {
  int place;
  Item item;
  std::string lot;
  std::int64_t change;
  Time at;
};

struct Counting {
  int place;
  Item item;
  std::string lot;
  Time at;
};

struct When {
  Time at;
  bool late;
  Day day() const { return std::chrono::floor<std::chrono::days>(at + std::chrono::hours{8}); }
};

// What leaves, by lot; or the code of the refusal.
struct Answer {
  std::string code;
  std::vector<Lot> lots = {};
};

struct Model {
  std::vector<Line> lines;
  std::vector<Counting> counts;

  std::int64_t sum(int place, Item item, const std::string& lot, Time at) const {
    std::int64_t out = 0;
    for (const Line& x : lines)
      if (x.place == place && x.item == item && x.lot == lot && x.at <= at) out += x.change;
    return out;
  }
  std::int64_t least(int place, Item item, const std::string& lot, Time from) const {
    std::int64_t out = sum(place, item, lot, from);
    for (const Line& x : lines)
      if (x.at > from) out = std::min(out, sum(place, item, lot, x.at));
    return out;
  }
  bool is_closed(int place, Item item, const std::string& lot, When when) const {
    for (const Counting& c : counts)
      if (when.late && c.place == place && c.item == item && c.at >= when.at &&
          (c.lot.empty() || c.lot == lot))
        return true;
    return false;
  }
  static bool is_usable(const KnownLot& lot, When when) {
    return !lot.expires_on || *lot.expires_on >= when.day();
  }

  std::int64_t booked(int place, Item item, When when) const {
    std::int64_t out = 0;
    for (const KnownLot& x : known_lots)
      if (x.item == item && is_usable(x, when)) out += sum(place, item, x.lot, when.at);
    return out;
  }
  std::vector<Lot> first_expired(int place, Item item, std::int64_t quantity, When when) const {
    std::vector<Lot> out;
    for (const KnownLot& x : known_lots) {
      if (x.item != item || !is_usable(x, when) || is_closed(place, item, x.lot, when)) continue;
      const auto taken = std::min(quantity, least(place, item, x.lot, when.at));
      if (taken > 0) out.push_back({item, x.lot, taken, x.expires_on}), quantity -= taken;
    }
    return out;
  }
  // Enough at the moment, not enough since: missed later, or kept back by the count of one lot.
  std::string why_short(int place, Item item, When when) const {
    for (const KnownLot& x : known_lots)
      if (x.item == item && is_usable(x, when) &&
          least(place, item, x.lot, when.at) < sum(place, item, x.lot, when.at))
        return "supply.short-later";
    return "supply.before-count";
  }

  Answer leave(int place, const Sending& wanted, bool has_reason, When when) const {
    const auto [item, quantity, lot] = wanted;
    if (quantity < 1) return {"supply.quantity-out-of-range"};
    if (is_closed(place, item, lot.value_or(""), when)) return {"supply.before-count"};
    if (lot) return leave_by_name(place, wanted, has_reason, when);
    if (booked(place, item, when) < quantity) return {"supply.short"};
    const auto lots = first_expired(place, item, quantity, when);
    if (total(lots) < quantity) return {why_short(place, item, when)};
    return {"", lots};
  }
  Answer leave_by_name(int place, const Sending& wanted, bool has_reason, When when) const {
    const auto [item, quantity, name] = wanted;
    const auto known = std::ranges::find(known_lots, *name, &KnownLot::lot);
    const auto there = sum(place, item, *name, when.at);
    if (there == 0) return {"supply.lot-not-here"};
    if (!is_usable(*known, when)) return {"supply.lot-expired"};
    const auto first = first_expired(place, item, 1, when);
    const Day expiry = known->expires_on.value_or(Day::max());
    if (!has_reason && !first.empty() && first[0].expires_on.value_or(Day::max()) < expiry)
      return {"supply.not-first-expiring"};
    if (there < quantity) return {"supply.short"};
    if (least(place, item, *name, when.at) < quantity) return {"supply.short-later"};
    return {"", {{item, *name, quantity, known->expires_on}}};
  }

  // The changes that a count makes.
  Answer count(int place, const Count& c, When when) const {
    const auto name = c.lot.value_or("");
    if (c.counted < 0) return {"supply.quantity-out-of-range"};
    if (is_closed(place, c.item, name, when)) return {"supply.before-count"};
    const auto there = c.lot ? sum(place, c.item, name, when.at) : booked(place, c.item, when);
    if (c.lot && there == 0) return {"supply.lot-not-here"};
    const std::int64_t difference = c.counted - there;
    if (difference == 0) return {""};
    if (c.reason.empty()) return {"supply.reason-missing"};
    if (c.lot && least(place, c.item, name, when.at) + difference < 0)
      return {"supply.short-later"};
    if (c.lot) return {"", {{c.item, name, difference, {}}}};
    if (difference > 0) return place_surplus(place, c.item, difference, when);
    auto lots = first_expired(place, c.item, -difference, when);
    if (total(lots) < -difference) return {why_short(place, c.item, when)};
    for (Lot& lot : lots) lot.quantity = -lot.quantity;
    return {"", lots};
  }
  Answer place_surplus(int place, Item item, std::int64_t surplus, When when) const {
    for (const KnownLot& x : known_lots)
      if (x.item == item && is_usable(x, when) && !is_closed(place, item, x.lot, when) &&
          sum(place, item, x.lot, when.at) != 0)
        return {"", {{item, x.lot, surplus, {}}}};
    return {"supply.lot-unknown"};
  }

  void add(int place, const std::vector<Lot>& lots, std::int64_t sign, Time at) {
    for (const Lot& lot : lots)
      lines.push_back({place, lot.item, lot.lot, sign * lot.quantity, at});
  }
};

}  // namespace waystation::supply::model
