// bench nn5 TRAIN TEST: daily cash of machines (NN5 competition; a column a machine, a row a day).
// The combination is chosen on rolling origins inside TRAIN; TEST is read after that, and only
// scored. One JSON line; exit 6 where a bar is missed.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <cmath>
#include <ctime>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

#include "cli/exit_code.h"
#include "foresight/forecast_choice.h"
#include "foresight/forecast_errors.h"

namespace waystation::cli {

namespace {

using namespace foresight;

using Machines = std::map<std::string, Series>;

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> out{""};
  for (const char c : line)
    if (c == ',')
      out.emplace_back();
    else if (c != '\r')
      out.back() += c;
  return out;
}

double machine_value(const std::string& cell) {
  if (cell.empty()) return std::nan("");
  double x = 0;
  const auto [end, wrong] = std::from_chars(cell.data(), cell.data() + cell.size(), x);
  if (wrong != std::errc{} || end != cell.data() + cell.size() || !(x >= 0))
    throw std::runtime_error("nn5: '" + cell + "' is not an amount");
  return x;
}

Machines read_machines(const std::string& path) {
  std::ifstream in(path);
  std::string line;
  if (!std::getline(in, line)) throw std::runtime_error(path + ": cannot be read");
  const auto names = cells_of(line);
  Machines out;
  while (std::getline(in, line)) {
    const auto cells = cells_of(line);
    if (cells.size() != names.size()) throw std::runtime_error(path + ": a row of another width");
    for (std::size_t i = 1; i < cells.size(); ++i) out[names[i]].push_back(machine_value(cells[i]));
  }
  return out;
}

double nn5_cpu_ms() {
  timespec t{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return double(t.tv_sec) * 1e3 + double(t.tv_nsec) * 1e-6;
}

// Rolling one-day reserves: fitted to the first half of `known`, judged on the days with use of
// its last quarter and of `later`.
struct Coverage {
  std::size_t held95 = 0, held99 = 0, days = 0;
  double share95() const { return days ? double(held95) / double(days) : 0; }
  double share99() const { return days ? double(held99) / double(days) : 0; }
};

void roll(const Series& known, const Series& later, Combination c, Coverage (&out)[2]) {
  const Series use = without_outages(known);
  const std::size_t half = known.size() / 2, judged = known.size() * 3 / 4;
  Forecaster forecaster{std::span(use).first(half)};
  Errors errors;
  Bound b95{0.95}, b99{0.99};
  for (std::size_t t = half; t < known.size() + later.size(); ++t) {
    const bool in_train = t < known.size();
    const double x = in_train ? known[t] : later[t - known.size()];
    const double expected = c.of(forecaster.ahead(1));
    if (x > 0 && expected > 0) {
      const double error = x / expected;
      const bool held95 = error <= b95.factor(errors), held99 = error <= b99.factor(errors);
      if (errors.size() >= fewest_errors) b95.saw(held95), b99.saw(held99);
      Coverage& here = out[in_train ? 0 : 1];
      if (t >= judged) ++here.days, here.held95 += held95, here.held99 += held99;
      errors.add(error);
    }
    forecaster.observe(x);
  }
}

struct Nn5 {
  std::size_t series = 0;
  Combination chosen;
  Scores inside, test;
  double ms = 0, choosing_ms = 0;
  Coverage reserves[2];
  bool is_good() const {
    bool ok = test.smape <= 20.5 && test.mase <= 0.84 && ms <= 2;
    for (const Coverage& r : reserves)
      ok &= r.share95() >= .94 && r.share95() <= .96 && r.share99() >= .985 && r.share99() <= .995;
    return ok;
  }
};

void choose_inside(const Machines& train, Nn5& out) {
  const double from = nn5_cpu_ms();
  std::vector<ChoiceScores> scores;
  for (const auto& [name, series] : train) scores.push_back(try_combinations(series, {56, 9}));
  out.chosen = choose(scores);
  out.choosing_ms = (nn5_cpu_ms() - from) / double(train.size());
  for (const auto& s : scores) {
    out.inside.smape += s[out.chosen.methods - 1].smape / double(scores.size());
    out.inside.mase += s[out.chosen.methods - 1].mase / double(scores.size());
  }
}

Nn5 measure(const std::string& train_path, const std::string& test_path) {
  Nn5 out;
  const Machines train = read_machines(train_path);
  choose_inside(train, out);
  const Machines test = read_machines(test_path);
  out.series = test.size();
  for (const auto& [name, actual] : test) {
    const Series& series = train.at(name);
    const double from = nn5_cpu_ms();
    const Forecaster forecaster(without_outages(series));
    Series forecast;
    for (int h = 1; h <= int(actual.size()); ++h)
      forecast.push_back(out.chosen.of(forecaster.ahead(h)));
    out.ms += (nn5_cpu_ms() - from) / double(out.series);
    const Scores s = scores_of(actual, forecast, weekly_scale(series));
    out.test.smape += s.smape / double(out.series), out.test.mase += s.mase / double(out.series);
    roll(series, actual, out.chosen, out.reserves);
  }
  return out;
}

}  // namespace

void add_bench_nn5(CLI::App& bench, int& code) {
  auto files = std::make_shared<std::pair<std::string, std::string>>();
  auto* const command = bench.add_subcommand("nn5", "Forecasts of cash machines, NN5 competition");
  command->add_option("train", files->first, "CSV: t, a column a machine")->required();
  command->add_option("test", files->second, "The days after, of some of them")->required();
  command->callback([files, &code] {
    const Nn5 x = measure(files->first, files->second);
    fmt::print(
        "{{\"series\":{},\"smape\":{:.4f},\"mase\":{:.4f},\"ms_per_series\":{:.3f},"
        "\"choosing_ms_per_series\":{:.2f},\"chosen\":{},\"inside_smape\":{:.4f},"
        "\"inside_mase\":{:.4f},\"train_reserve_95\":{:.4f},\"train_reserve_99\":{:.4f},"
        "\"test_reserve_95\":{:.4f},\"test_reserve_99\":{:.4f},\"ok\":{}}}\n",
        x.series, x.test.smape, x.test.mase, x.ms, x.choosing_ms, x.chosen.methods, x.inside.smape,
        x.inside.mase, x.reserves[0].share95(), x.reserves[0].share99(), x.reserves[1].share95(),
        x.reserves[1].share99(), x.is_good());
    code = x.is_good() ? exit_code::ok : exit_code::verification_failed;
  });
}

}  // namespace waystation::cli
