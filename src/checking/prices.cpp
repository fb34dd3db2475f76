#include "checking/prices.h"

#include <charconv>
#include <tuple>

namespace waystation::checking {

namespace {

struct PriceRow {
  std::int64_t set = 0;
  std::string kind, community;
};

PriceRow split(const Case& c, const PlannedPrice& price, const std::string& where) {
  const auto slash = price.row.find('/');
  demand(slash != std::string::npos && price.row[0] != '0', "bound", where, "not a numbered row");
  PriceRow out;
  const auto end = price.row.data() + slash;
  const auto [stopped, error] = std::from_chars(price.row.data(), end, out.set);
  demand(error == std::errc{} && stopped == end && out.set > 0, "bound", where,
         "not a numbered row");
  const auto rest = price.row.substr(slash + 1);
  const auto second = rest.find('/');
  out.kind = rest.substr(0, second);
  if (second == std::string::npos) return out;
  out.community = rest.substr(second + 1);
  demand(c.community_of(out.community).has_value(), "bound", where, "no such community");
  return out;
}

bool belongs(const PriceRow& row, const std::string& level) {
  const bool of_community = !row.community.empty();
  if (level == "L1" || level == "L2") return of_community && row.kind == "cover";
  if (level != "L6") return false;
  return of_community ? row.kind == "critical" || row.kind == "ordinary"
                      : row.kind == "serve" || row.kind == "serve-critical";
}

void set_price(const Case& c, PriceSet& set, const PriceRow& row, std::int64_t price) {
  if (row.kind == "serve")
    set.serve = price;
  else if (row.kind == "serve-critical")
    set.serve_critical = price;
  else {
    auto& prices = row.kind == "cover"      ? set.cover
                   : row.kind == "critical" ? set.critical
                                            : set.ordinary;
    prices[*c.community_of(row.community)] = price;
  }
}

}  // namespace

std::map<std::int64_t, PriceSet> price_sets(const Case& c, const std::string& level) {
  const std::vector<std::int64_t> free(c.model.communities.size());
  std::map<std::int64_t, PriceSet> out;
  if (level != "L6") {
    // Two sets that need no rows: nothing has a price, and everything its full one.
    const std::vector<std::int64_t> full(free.size(), price_unit);
    out[0] = {free, 0, 0, {}, {}};
    out[-1] = {full, 0, 0, {}, {}};
  }
  for (const PlannedPrice& price : c.plan.multipliers) {
    if (price.level != level) continue;
    const PriceRow row = split(c, price, "/multipliers");
    const auto [set, fresh] = out.try_emplace(row.set);
    if (fresh) set->second = {free, 0, 0, free, free};
    set_price(c, set->second, row, price.price);
  }
  return out;
}

void check_price_rows(const Case& c) {
  using Key = std::tuple<std::string, std::int64_t, std::string, std::string>;
  std::optional<Key> last;
  for (std::size_t i = 0; i < c.plan.multipliers.size(); ++i) {
    const PlannedPrice& price = c.plan.multipliers[i];
    const auto where = "/multipliers/" + std::to_string(i);
    const PriceRow row = split(c, price, where);
    demand(belongs(row, price.level), "bound", where, "no such row of " + price.level);
    const auto most = price.level == "L6" ? 1'000'000'000 : price_unit;
    demand(price.price > 0 && price.price <= most, "bound", where, "price out of range");
    const Key key{price.level, row.set, row.community, row.kind};
    demand(!last || *last < key, "bound", where, "rows out of order");
    last = key;
  }
}

}  // namespace waystation::checking
