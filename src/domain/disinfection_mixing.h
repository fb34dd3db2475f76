#pragma once
// Mixing help 配液: how much of the stock, and how much water, give a solution of the strength that
// is asked. In whole millilitres, and never weaker than asked. 1 % of available chlorine is 10,000
// mg/L.
#include <cstdint>
#include <optional>

namespace waystation::disinfection {

struct Mixture {
  std::int64_t stock = 0;  // Millilitres of the stock solution, or tablets.
  std::int64_t water_ml = 0;
  std::int64_t mg_per_litre = 0;  // What that gives, rounded down.
  bool operator==(const Mixture&) const = default;
};

// None where the stock is weaker than what is asked, or a figure is not positive or beyond all
// sense.
std::optional<Mixture> dilute(std::int64_t stock_mg_per_litre, std::int64_t asked_mg_per_litre,
                              std::int64_t litres);
std::optional<Mixture> dissolve(std::int64_t mg_per_tablet, std::int64_t asked_mg_per_litre,
                                std::int64_t litres);

// The strength of stock : water, rounded down; none where there is nothing.
std::optional<std::int64_t> strength(std::int64_t stock_mg_per_litre, std::int64_t stock_ml,
                                     std::int64_t water_ml);

}  // namespace waystation::disinfection
