#include "domain/disinfection_mixing.h"

namespace waystation::disinfection {

namespace {

// Far beyond any bucket or bottle, so that products stay exact: pure chlorine is 1,000,000 mg/L.
constexpr std::int64_t strongest = 1'000'000, largest_ml = 1'000'000'000;

bool is_sensible(std::int64_t strength, std::int64_t asked, std::int64_t litres) {
  return strength >= 1 && strength <= strongest && asked >= 1 && asked <= strongest &&
         litres >= 1 && litres <= largest_ml / 1000;
}

std::int64_t divided_up(std::int64_t a, std::int64_t b) {
  return (a + b - 1) / b;
}

}  // namespace

std::optional<Mixture> dilute(std::int64_t stock_mg_per_litre, std::int64_t asked_mg_per_litre,
                              std::int64_t litres) {
  if (!is_sensible(stock_mg_per_litre, asked_mg_per_litre, litres)) return {};
  if (stock_mg_per_litre < asked_mg_per_litre) return {};
  const std::int64_t all_ml = litres * 1000;
  const std::int64_t stock_ml = divided_up(asked_mg_per_litre * all_ml, stock_mg_per_litre);
  return Mixture{stock_ml, all_ml - stock_ml, stock_mg_per_litre * stock_ml / all_ml};
}

std::optional<Mixture> dissolve(std::int64_t mg_per_tablet, std::int64_t asked_mg_per_litre,
                                std::int64_t litres) {
  if (!is_sensible(mg_per_tablet, asked_mg_per_litre, litres)) return {};
  const std::int64_t tablets = divided_up(asked_mg_per_litre * litres, mg_per_tablet);
  return Mixture{tablets, litres * 1000, mg_per_tablet * tablets / litres};
}

std::optional<std::int64_t> strength(std::int64_t stock_mg_per_litre, std::int64_t stock_ml,
                                     std::int64_t water_ml) {
  if (stock_mg_per_litre < 1 || stock_mg_per_litre > strongest) return {};
  if (stock_ml < 1 || stock_ml > largest_ml || water_ml < 0 || water_ml > largest_ml) return {};
  return stock_mg_per_litre * stock_ml / (stock_ml + water_ml);
}

}  // namespace waystation::disinfection
