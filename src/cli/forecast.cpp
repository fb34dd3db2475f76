// forecast: the days to come of one series of use, with bounds and a reserve, and how often such
// bounds held so far.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <sstream>

#include "cli/data_folder.h"
#include "cli/exit_code.h"
#include "foresight/forecast_outlook.h"

namespace waystation::cli {

namespace {

using namespace foresight;

struct ForecastAsked {
  std::string file;
  OutlookAsked outlook;
  std::optional<double> under, over;
  bool as_json = false;
};

std::string methods_of(const Outlook& o, std::string_view quote) {
  if (o.is_intermittent) return fmt::format("{0}tsb{0}", quote);
  std::string out;
  for (std::size_t m = 0; m < method_names.size(); ++m)
    if (o.combination.holds(m))
      out += fmt::format("{0}{1}{2}{1}", out.empty() ? "" : ",", quote, method_names[m]);
  return out;
}

void print_forecast_json(const ForecastAsked& asked, Day first, const Outlook& o) {
  std::string days;
  for (std::size_t i = 0; i < o.days.size(); ++i) {
    const DayAhead& d = o.days[i];
    days += fmt::format(
        "{}{{\"date\":\"{}\",\"expected\":{:.6g},\"low\":{:.6g},\"high\":{:.6g},\"reserve\":{:.6g},"
        "\"tried\":{},\"band_hits\":{:.4f},\"reserve_hits\":{:.4f}}}",
        i ? "," : "", to_text(first + std::chrono::days(i)), d.expected, d.low, d.high, d.reserve,
        d.tried, d.band_hits, d.reserve_hits);
  }
  fmt::print(
      "{{\"methods\":[{}],\"intermittent\":{},\"service_share\":{:.6g},\"smape\":{:.4f},"
      "\"mase\":{:.4f},\"days\":[{}]}}\n",
      methods_of(o, "\""), o.is_intermittent, asked.outlook.service_share, o.smape, o.mase, days);
}

void print_forecast_table(const ForecastAsked& asked, Day first, const Outlook& o) {
  fmt::print("mean of {}; low to high holds 95 days of 100, the reserve {:.6g} of 100\n\n",
             methods_of(o, ""), 100 * asked.outlook.service_share);
  fmt::print("{:10} {:>11} {:>11} {:>11} {:>11} {:>6} {:>10} {:>13}\n", "date", "expected", "low",
             "high", "reserve", "tried", "band_hits", "reserve_hits");
  for (std::size_t i = 0; i < o.days.size(); ++i) {
    const DayAhead& d = o.days[i];
    fmt::print("{:10} {:11.6g} {:11.6g} {:11.6g} {:11.6g} {:6} {:10.3f} {:13.3f}\n",
               to_text(first + std::chrono::days(i)), d.expected, d.low, d.high, d.reserve, d.tried,
               d.band_hits, d.reserve_hits);
  }
}

int forecast_file(ForecastAsked asked) {
  if (asked.under && asked.over)
    asked.outlook.service_share = newsvendor_share(*asked.under, *asked.over);
  std::ifstream in(asked.file, std::ios::binary);
  std::ostringstream bytes;
  if (!in || !(bytes << in.rdbuf()))
    return say_no({Why::invalid, "forecast.unreadable", asked.file, {}, {{"line", "0"}}});
  const auto series = read_series(bytes.str());
  if (!series) return say_no(series.error());
  const auto outlook = foresee(series->values, asked.outlook);
  if (!outlook) return say_no(outlook.error());
  const Day first = series->from + std::chrono::days(series->values.size());
  (asked.as_json ? print_forecast_json : print_forecast_table)(asked, first, *outlook);
  return exit_code::ok;
}

}  // namespace

void add_forecast(CLI::App& app, int& code) {
  auto asked = std::make_shared<ForecastAsked>();
  auto* const command = app.add_subcommand("forecast", "The days to come of a series of use");
  command->add_option("file", asked->file, "CSV: date,value; one row a day, empty = not known")
      ->required();
  command->add_option("--horizon", asked->outlook.horizon, "Days ahead, 1 to 56")
      ->check(CLI::Range(1, 56));
  auto* const service =
      command
          ->add_option("--service", asked->outlook.service_share, "Share of days a reserve lasts")
          ->check(CLI::Range(0.5, 0.9999));
  auto* const under = command->add_option("--short-costs", asked->under, "A unit short costs")
                          ->check(CLI::PositiveNumber)
                          ->excludes(service);
  auto* const over = command->add_option("--over-costs", asked->over, "A unit left over costs")
                         ->check(CLI::PositiveNumber)
                         ->needs(under);
  under->needs(over);
  command->add_flag("--json", asked->as_json, "Print one JSON document");
  command->callback([asked, &code] { code = forecast_file(*asked); });
}

}  // namespace waystation::cli
