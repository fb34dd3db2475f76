// simulate: plays an outlet's day many times and prints what comes out, with 95 % intervals. The
// model comes from the outlet's own record; what is assumed is listed with it.
#include "foresight/simulate.h"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>

#include "application/outlet_day.h"
#include "cli/data_folder.h"
#include "cli/exit_code.h"
#include "cli/plan_network.h"

namespace waystation::cli {

namespace {

using namespace foresight;

struct Asked {
  std::string network, outlet, date;
  int replications = 2000, threads = 1;
  std::uint64_t seed = 1;
  std::optional<int> windows, cap;
  bool pension_day = false, as_json = false;
};

std::string member(std::string_view name, const Interval& x) {
  return fmt::format("\"{}\":{{\"mean\":{:.6g},\"low\":{:.6g},\"high\":{:.6g}}}", name, x.mean,
                     x.low, x.high);
}

std::vector<std::pair<std::string, Interval>> outputs_of(const Outcome& o) {
  std::vector<std::pair<std::string, Interval>> out;
  for (std::size_t k = 0; k < day_measures.size(); ++k) out.emplace_back(day_measures[k], o.day[k]);
  out.emplace_back("wait_q50_minutes", o.waits.q50);
  out.emplace_back("wait_q90_minutes", o.waits.q90);
  out.emplace_back("wait_q95_minutes", o.waits.q95);
  out.emplace_back("reserve_95_yuan", o.reserve95);
  out.emplace_back("reserve_99_yuan", o.reserve99);
  out.emplace_back("reserve_995_yuan", o.reserve995);
  return out;
}

std::string waits_json(const WaitQuantiles& w) {
  return member("wait_q50_minutes", w.q50) + ',' + member("wait_q90_minutes", w.q90) + ',' +
         member("wait_q95_minutes", w.q95);
}

std::string hours_json(const Outcome& o) {
  std::string out;
  for (int h = 0; h <= o.hours; ++h) {
    out += fmt::format("{}{{\"hour\":{},\"after_closing\":{}", h ? "," : "", h, h == o.hours);
    for (std::size_t m = 0; m < hour_measures.size(); ++m)
      out += ',' + member(hour_measures[m], o.hour[m][h]);
    if (h < o.hours) out += ',' + waits_json(o.waits_of_hour[h]);
    out += '}';
  }
  return out;
}

std::string classes_json(const Outcome& o, const OutletModel& model) {
  std::string out;
  for (int k = 0; k < o.classes; ++k) {
    out += fmt::format("{}{{\"class\":\"{}\"", k ? "," : "", model.classes[k].name);
    for (std::size_t m = 0; m < class_measures.size(); ++m)
      out += ',' + member(class_measures[m], o.of_class[m][k]);
    out += ',' + waits_json(o.waits_of_class[k]) + '}';
  }
  return out;
}

void print_json(const Asked& asked, const OutletDay& day, const Outcome& o, double per_second) {
  std::string outputs, inputs;
  for (const auto& [name, x] : outputs_of(o))
    outputs += (outputs.empty() ? "" : ",") + member(name, x);
  for (const Input& i : day.inputs)
    inputs += fmt::format("{}{{\"name\":\"{}\",\"value\":{},\"source\":\"{}\"}}",
                          inputs.empty() ? "" : ",", i.name, i.value, i.source);
  fmt::print(
      "{{\"outlet\":\"{}\",\"date\":\"{}\",\"replications\":{},\"seed\":{},\"outputs\":{{{}}},"
      "\"hours\":[{}],\"classes\":[{}],\"inputs\":[{}],\"cut_days\":{},\"days_per_second\":{:.0f}}}"
      "\n",
      asked.outlet, asked.date, o.replications, asked.seed, outputs, hours_json(o),
      classes_json(o, day.model), inputs, o.cut_days, per_second);
}

void print_text(const Asked& asked, const OutletDay& day, const Outcome& o) {
  fmt::print("{}  {}  {} days, seed {}; intervals hold 95 times of 100\n\n", asked.outlet,
             asked.date, o.replications, asked.seed);
  for (const auto& [name, x] : outputs_of(o))
    fmt::print("{:24} {:12.6g}   {:.6g} to {:.6g}\n", name, x.mean, x.low, x.high);
  fmt::print("\nhour  lobby_peak  at_cap_share  outside_peak   lost  contact_min  wait_q90\n");
  for (int h = 0; h < o.hours; ++h)
    fmt::print("{:4}  {:10.2f}  {:12.4f}  {:12.2f}  {:5.2f}  {:11.2f}  {:8.2f}\n", h + 1,
               o.hour[1][h].mean, o.hour[2][h].mean, o.hour[3][h].mean, o.hour[4][h].mean,
               o.hour[5][h].mean, o.waits_of_hour[h].q90.mean);
  fmt::print("\n{:12} {:>9} {:>9} {:>7} {:>9} {:>9} {:>9}\n", "class", "arrived", "served", "lost",
             "wait_q50", "wait_q90", "wait_q95");
  for (int k = 0; k < o.classes; ++k) {
    const WaitQuantiles& w = o.waits_of_class[k];
    fmt::print("{:12} {:9.2f} {:9.2f} {:7.2f} {:9.2f} {:9.2f} {:9.2f}\n", day.model.classes[k].name,
               o.of_class[0][k].mean, o.of_class[1][k].mean, o.of_class[2][k].mean, w.q50.mean,
               w.q90.mean, w.q95.mean);
  }
  fmt::print("\nfrom\n");
  for (const Input& i : day.inputs) fmt::print("{:24} {:>12}   {}\n", i.name, i.value, i.source);
}

Run run_of(const Asked& asked) {
  Run run;
  run.seed = asked.seed, run.replications = asked.replications, run.threads = asked.threads;
  if (isatty(STDERR_FILENO))
    run.goes_on = [](double done) {
      fmt::print(stderr, "\r{:3.0f} %", 100 * done);
      return true;
    };
  return run;
}

int simulate_outlet(const Asked& asked) {
  const Run run = run_of(asked);
  if (auto no = refuse(run)) return say_no(*no);
  const auto day = parse_day(asked.date);
  if (!day) return say_no(invalid("foresight.date-invalid", {{"date", asked.date}}));
  const auto network = read_plan_network(asked.network);
  if (!network) return say_no(network.error());
  const auto model = outlet_day(
      network->bank, {{asked.outlet}, *day, asked.pension_day, asked.windows, asked.cap});
  if (!model) return say_no(model.error());
  const auto prepared = prepare(model->model);
  if (!prepared) return say_no(prepared.error());
  const auto from = std::chrono::steady_clock::now();
  const auto out = simulate(*prepared, run);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - from;
  if (run.goes_on) fmt::print(stderr, "\r     \r");
  if (asked.as_json)
    print_json(asked, *model, *out, asked.replications / took.count());
  else
    print_text(asked, *model, *out);
  return exit_code::ok;
}

}  // namespace

void add_simulate(CLI::App& app, int& code) {
  auto asked = std::make_shared<Asked>();
  auto* const command =
      app.add_subcommand("simulate", "Play an outlet's day many times before it comes");
  command->add_option("--network", asked->network, "A folder of CSV tables, or a data folder")
      ->required();
  command->add_option("--outlet", asked->outlet, "The outlet's code")->required();
  command->add_option("--date", asked->date, "The day (YYYY-MM-DD)")->required();
  command->add_option("--replications", asked->replications, "How often, 20 to 1,000,000");
  command->add_option("--seed", asked->seed, "The same seed gives the same bytes");
  command->add_option("--threads", asked->threads, "They do not change the result");
  command->add_option("--windows", asked->windows, "What if so many windows open");
  command->add_option("--cap", asked->cap, "What if so many may be inside");
  command->add_flag("--pension-day", asked->pension_day, "Pensions are paid on this day");
  command->add_flag("--json", asked->as_json, "Print one JSON document");
  command->callback([asked, &code] { code = simulate_outlet(*asked); });
}

}  // namespace waystation::cli
