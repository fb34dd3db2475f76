#include <fmt/format.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <fstream>

#include "cli/data_folder.h"
#include "cli/exit_code.h"
#include "cli/plan_file.h"
#include "cli/plan_province.h"
#include "planning/explain.h"
#include "planning/planner.h"

namespace waystation::cli {

namespace {

struct Asked {
  std::string network, from, zone, out, language = "zh";
  int days = 14;
  bool as_json = false;
  ProvinceAsked province = {};

  planning::Language words() const {
    return language == "en" ? planning::Language::english : planning::Language::chinese;
  }
};

// What the planning itself took; reading the network and writing the file are not in it.
struct Spent {
  double cpu_seconds = 0, wall_seconds = 0;
};

double cpu_seconds() {
  return double(std::clock()) / CLOCKS_PER_SEC;
}

double max_rss_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return double(usage.ru_maxrss) / 1024;
}

// The one sealed zone of the network, where none is named.
Decision<ZoneId> zone_of(const Bank& bank, const std::string& named) {
  if (!named.empty()) return ZoneId{named};
  std::vector<ZoneId> sealed;
  for (const auto& [id, zone] : bank.zones)
    if (!zone.lifted_at) sealed.push_back(id);
  if (sealed.size() == 1) return sealed.front();
  return invalid("plan.zone-not-named", {{"zones", std::to_string(sealed.size())}});
}

double gap_of(const plan::LevelResult& level) {
  if (level.value == level.bound) return 0;
  return double(level.value - level.bound) / std::max(1.0, double(level.value));
}

// The largest gap of a level; visits that no outlet reaches are in value and bound alike.
double gap_of(const plan::PlanDocument& document) {
  double gap = 0;
  for (const auto& level : document.levels) gap = std::max(gap, gap_of(level));
  return gap;
}

std::string json_of(const plan::OutletPlan& outlet, planning::Language language) {
  std::string out = fmt::format(R"({{"id":"{}","verdict":"{}","windows":{},"why":[)",
                                outlet.outlet.text, name_of(outlet.verdict), outlet.windows);
  for (const auto& line : planning::why_shut(outlet, language)) {
    if (out.back() != '[') out += ',';
    json::append_string(out, line);
  }
  out += "],\"conflict\":" + to_json(outlet.conflict);
  if (outlet.cheapest_fix) out += ",\"cheapest_fix\":" + to_json(*outlet.cheapest_fix);
  return out + '}';
}

void print_json(const plan::PlanDocument& document, const Spent& spent,
                planning::Language language) {
  std::string out = "{\"levels\":[";
  for (const auto& level : document.levels) {
    if (out.back() != '[') out += ',';
    out += fmt::format(R"({{"level":"{}","value":{},"bound":{},"gap":{:.6f}}})",
                       name_of(level.level), level.value, level.bound, gap_of(level));
  }
  out += fmt::format(
      R"(],"gap_coverable":{:.6f},"cpu_seconds":{:.6f},"wall_seconds":{:.6f},"max_rss_mb":{:.1f})",
      gap_of(document), spent.cpu_seconds, spent.wall_seconds, max_rss_mb());
  out += ",\"outlets\":[";
  for (const auto& outlet : document.outlets) {
    if (out.back() != '[') out += ',';
    out += json_of(outlet, language);
  }
  fmt::print("{}]}}\n", out);
}

void print_text(const plan::PlanDocument& document, const PlanNetwork& network,
                planning::Language language) {
  for (const auto& outlet : document.outlets) {
    const auto* known = network.bank.outlets.find(outlet.outlet);
    fmt::print("{}", planning::explain(outlet, known ? known->title : std::string(), network.names,
                                       language));
  }
  for (const auto& level : document.levels)
    fmt::print("{}  {}  ≥ {}\n", name_of(level.level), level.value, level.bound);
}

int publish(const Asked& asked, const PlanNetwork& network, const plan::PlanDocument& document,
            const Spent& spent) {
  if (!asked.out.empty()) {
    std::ofstream file(asked.out, std::ios::binary);
    file << write_plan_file(document, network.names);
    if (!file.flush()) throw std::runtime_error(asked.out + " cannot be written");
  }
  if (asked.as_json)
    print_json(document, spent, asked.words());
  else
    print_text(document, network, asked.words());
  return planning::is_infeasible(document) ? exit_code::infeasible : exit_code::ok;
}

int run(Asked& asked) {
  if (is_province_file(asked.network)) {
    asked.province.network = asked.network;
    asked.province.out = asked.out;
    return plan_province(asked.province);
  }
  const auto from = parse_day(asked.from);
  if (!from) return say_no(invalid("plan.day-invalid", {{"from", asked.from}}));
  const auto network = read_plan_network(asked.network);
  if (!network) return say_no(network.error());
  const auto zone = zone_of(network->bank, asked.zone);
  if (!zone) return say_no(zone.error());
  const auto started = std::chrono::steady_clock::now();
  const double cpu = cpu_seconds();
  const auto document = planning::make_plan(network->bank, {*zone, *from, asked.days});
  if (!document) return say_no(document.error());
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - started;
  return publish(asked, *network, *document, {cpu_seconds() - cpu, wall.count()});
}

}  // namespace

void add_plan(CLI::App& app, int& code) {
  auto asked = std::make_shared<Asked>();
  auto* const command =
      app.add_subcommand("plan", "Plan a sealed zone, or a province's open areas");
  command
      ->add_option("--network", asked->network,
                   "A folder of CSV tables, a data folder, or a province's .json")
      ->required();
  command->add_option("--from", asked->from, "The first day of service; not for a province");
  command->add_option("--days", asked->days, "How many days; default 14");
  command->add_option("--zone", asked->zone, "The zone; may be left out where only one is sealed");
  command->add_option("--out", asked->out, "Where to write the plan file");
  command->add_option("--lang", asked->language, "zh or en")
      ->check(CLI::IsMember(std::vector<std::string>{"zh", "en"}));
  command->add_flag("--json", asked->as_json, "Print levels, seconds and verdicts as JSON");
  command
      ->add_option("--seconds", asked->province.seconds, "Province: effort, and end by the clock")
      ->check(CLI::Range(0.1, 3600.0));
  command->add_option("--threads", asked->province.threads, "Province: the plan depends not on it")
      ->check(CLI::Range(1, 64));
  command->add_flag("--whole-effort", asked->province.whole_effort,
                    "Province: whatever the clock says, the same bytes on every machine");
  command->callback([asked, &code] { code = run(*asked); });
}

}  // namespace waystation::cli
