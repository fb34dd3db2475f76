#include "planning/explain.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/data_folder.h"
#include "cli/exit_code.h"
#include "cli/plan_file.h"

namespace waystation::cli {

namespace {

struct Asked {
  std::string network, plan, outlet, language = "zh";
  bool as_json = false;
};

int run(const Asked& asked) {
  const auto network = read_plan_network(asked.network);
  if (!network) return say_no(network.error());
  const auto document = read_plan_file(asked.plan);
  if (!document) return say_no(document.error());
  const auto* outlet = plan::outlet_plan(*document, {asked.outlet});
  if (!outlet) return say_no(unknown("plan.outlet-not-in-plan", asked.outlet));
  if (asked.as_json) return fmt::print("{}\n", to_json(*outlet)), exit_code::ok;
  const auto* known = network->bank.outlets.find({asked.outlet});
  const auto language =
      asked.language == "en" ? planning::Language::english : planning::Language::chinese;
  fmt::print("{}", planning::explain(*outlet, known ? known->title : std::string(), network->names,
                                     language));
  return exit_code::ok;
}

}  // namespace

void add_explain(CLI::App& app, int& code) {
  auto asked = std::make_shared<Asked>();
  auto* const command =
      app.add_subcommand("explain", "Say why an outlet of a plan can or cannot open");
  command->add_option("--network", asked->network, "A folder of CSV tables, or a data folder")
      ->required();
  command->add_option("--plan", asked->plan, "The plan file")->required();
  command->add_option("--outlet", asked->outlet, "The outlet's code")->required();
  command->add_option("--lang", asked->language, "zh or en")
      ->check(CLI::IsMember(std::vector<std::string>{"zh", "en"}));
  command->add_flag("--json", asked->as_json, "Print the outlet's part of the plan as JSON");
  command->callback([asked, &code] { code = run(*asked); });
}

}  // namespace waystation::cli
