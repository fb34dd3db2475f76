#include "foresight/forecast_series.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "core/csv.h"

namespace waystation::foresight {

namespace {

Refusal no_series(std::string code, std::int64_t line, std::vector<Fact> facts = {}) {
  facts.push_back({"line", std::to_string(line)});
  return {Why::invalid, std::move(code), std::to_string(line), {}, std::move(facts)};
}

// Empty is not known; none where it is not a number.
std::optional<double> value_of(const std::string& cell) {
  if (cell.empty()) return std::numeric_limits<double>::quiet_NaN();
  double value = 0;
  const auto [end, wrong] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  const bool is_whole = wrong == std::errc{} && end == cell.data() + cell.size();
  if (!is_whole || !std::isfinite(value) || value > most_use) return std::nullopt;
  return value;
}

std::optional<Refusal> add_row(DatedSeries& out, const CsvRow& row) {
  if (row.cells.size() != 2) return no_series("forecast.unreadable", row.line);
  const auto day = parse_day(row.cells[0]);
  const auto value = value_of(row.cells[1]);
  if (!day || !value) return no_series("forecast.unreadable", row.line);
  if (*value < 0) return no_series("forecast.negative", row.line, {{"value", row.cells[1]}});
  if (out.values.empty()) out.from = *day;
  const Day expected = out.from + std::chrono::days(out.values.size());
  if (*day != expected)
    return no_series("forecast.date-gap", row.line,
                     {{"date", row.cells[0]}, {"expected", to_text(expected)}});
  out.values.push_back(*value);
  return std::nullopt;
}

}  // namespace

Decision<DatedSeries> read_series(std::string_view csv) {
  const CsvFile file = read_csv(csv);
  if (!file.problems.empty()) return no_series("forecast.unreadable", file.problems[0].line);
  if (file.rows.empty() || file.rows[0].cells != Cells{"date", "value"})
    return no_series("forecast.unreadable", 1);
  const std::size_t days = file.rows.size() - 1;
  const std::vector<Fact> facts = {{"days", std::to_string(days)}};
  if (days > most_days) return no_series("forecast.too-long", 0, facts);
  DatedSeries out;
  for (std::size_t i = 1; i < file.rows.size(); ++i)
    if (auto no = add_row(out, file.rows[i])) return *no;
  const bool has_use = std::ranges::any_of(out.values, [](double x) { return x > 0; });
  if (days < fewest_days || !has_use) return no_series("forecast.too-short", 0, facts);
  return out;
}

double median_of(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
  std::ranges::nth_element(values, middle);
  if (values.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

bool is_intermittent(const Series& series) {
  std::size_t known = 0, without = 0;
  for (const double x : series) known += !std::isnan(x), without += x == 0;
  return 2 * without > known;
}

void WeekdayMedians::observe(double known) {
  Last& last = of_[day_++ % week];
  last.values[last.seen++ % median_weeks] = known;
}

std::optional<double> WeekdayMedians::ahead(int days) const {
  const Last& last = of_[(day_ + std::size_t(days) - 1) % week];
  const std::size_t n = std::min(last.seen, median_weeks);
  if (n == 0) return std::nullopt;
  double sorted[median_weeks];
  std::copy_n(last.values, n, sorted);
  std::sort(sorted, sorted + n);
  return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
}

std::optional<double> as_use(double value, std::optional<double> usual) {
  if (std::isnan(value)) return std::nullopt;
  if (value == 0 && usual && *usual > 0) return std::nullopt;
  return value;
}

Series without_outages(const Series& series) {
  std::optional<double> first[week];
  double all = 0;
  std::size_t n = 0;
  for (int day = 0; day < week; ++day) {
    std::vector<double> early;
    for (std::size_t t = std::size_t(day); t < series.size() && t < week * median_weeks; t += week)
      if (!std::isnan(series[t])) early.push_back(series[t]);
    if (!early.empty()) first[day] = median_of(early), all += *first[day], ++n;
  }
  WeekdayMedians medians;
  Series out;
  out.reserve(series.size());
  for (std::size_t t = 0; t < series.size(); ++t) {
    auto usual = medians.ahead(1);
    if (!usual) usual = first[t % week];
    const auto use = as_use(series[t], usual);
    out.push_back(use ? *use : usual ? *usual : n ? all / double(n) : 0);
    use ? medians.observe(*use) : medians.pass();
  }
  return out;
}

}  // namespace waystation::foresight
