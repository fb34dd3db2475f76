// what-if: plays variants of an outlet's day on the same visitors and says which is best, with the
// probability that it is (foresight/rank.h). The first variant is the outlet as its record says.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>

#include "application/outlet_day.h"
#include "cli/data_folder.h"
#include "cli/exit_code.h"
#include "cli/plan_network.h"
#include "foresight/rank.h"

namespace waystation::cli {

namespace {

using namespace foresight;

struct Asked {
  std::string network, outlet, date, goal = "lost";
  std::vector<std::string> variants;
  double indifference = 1, confidence = 0.95;
  int most_days = 20'000;
  std::uint64_t seed = 1;
  bool pension_day = false, as_json = false;
};

// One change, such as windows=3; false where there is no such thing to change.
bool change(OutletModel& m, std::string_view what, int to) {
  if (what == "windows") {
    m.windows = {to};
  } else if (what == "cap") {
    m.lobby_cap = to;
  } else if (what == "machines") {
    if (to < 0 || to > machines_most) return false;
    m.machines.resize(static_cast<std::size_t>(to), MachineMode::withdraw_only);
  } else if (what == "two-lines") {
    m.two_lines = to != 0;
  } else if (what == "recycling") {
    if (to != 0) m.machines.assign(m.machines.size(), MachineMode::recycling);
  } else if (what == "pauses") {
    if (to == 0) m.pauses.clear();
  } else {
    return false;
  }
  return true;
}

// "windows=3,cap=12".
Decision<OutletModel> variant(OutletModel model, const std::string& text) {
  std::string_view left = text;
  while (!left.empty()) {
    const auto comma = std::min(left.find(','), left.size());
    const std::string_view one = left.substr(0, comma);
    const auto equals = std::min(one.find('='), one.size() - 1);
    int to = 0;
    const auto read = std::from_chars(one.data() + equals + 1, one.data() + one.size(), to);
    if (comma == 0 || read.ec != std::errc() || read.ptr != one.data() + one.size() ||
        !change(model, one.substr(0, equals), to))
      return invalid("foresight.variant-malformed", {{"variant", text}});
    left.remove_prefix(std::min(comma + 1, left.size()));
  }
  return model;
}

Decision<std::vector<Prepared>> variants_of(const Asked& asked, const OutletModel& model) {
  std::vector<std::string> texts{""};
  texts.insert(texts.end(), asked.variants.begin(), asked.variants.end());
  std::vector<Prepared> out;
  for (const std::string& text : texts) {
    const auto changed = variant(model, text);
    if (!changed) return changed.error();
    const auto prepared = prepare(*changed);
    if (!prepared) return prepared.error();
    out.push_back(*prepared);
  }
  return out;
}

std::string name_of(const Asked& asked, std::size_t k) {
  return k == 0 ? "as it is" : asked.variants[k - 1];
}

void print_json(const Asked& asked, const RankingResult& r) {
  std::string variants;
  const auto interval = [](const Interval& x) {
    return fmt::format("{{\"mean\":{:.6g},\"low\":{:.6g},\"high\":{:.6g}}}", x.mean, x.low, x.high);
  };
  for (std::size_t k = 0; k < r.variants.size(); ++k) {
    const Ranked& v = r.variants[k];
    variants += fmt::format(
        "{}{{\"variant\":\"{}\",\"value\":{},\"difference\":{},\"variance_ratio\":{:.4g},"
        "\"days\":{},\"out\":{}}}",
        k ? "," : "", name_of(asked, k), interval(v.value), interval(v.difference),
        v.variance_ratio, v.days, v.is_out);
  }
  fmt::print(
      "{{\"outlet\":\"{}\",\"goal\":\"{}\",\"best\":\"{}\",\"proven\":{},\"confidence\":{},"
      "\"indifference\":{},\"days\":{},\"variants\":[{}]}}\n",
      asked.outlet, asked.goal, name_of(asked, std::size_t(r.best)), r.is_proven, asked.confidence,
      asked.indifference, r.days, variants);
}

void print_text(const Asked& asked, const RankingResult& r) {
  fmt::print("{:28} {:>10} {:>12}   {:24} {:>6} {:>10}\n", "variant", asked.goal, "difference",
             "95 %", "days", "var ratio");
  for (std::size_t k = 0; k < r.variants.size(); ++k) {
    const Ranked& v = r.variants[k];
    fmt::print("{:28} {:10.4g} {:12.4g}   {:24} {:6} {:10.1f}{}\n", name_of(asked, k), v.value.mean,
               v.difference.mean,
               fmt::format("{:.4g} to {:.4g}", v.difference.low, v.difference.high), v.days,
               v.variance_ratio, k == std::size_t(r.best) ? "  best" : "");
  }
  if (r.is_proven)
    fmt::print("\nbest, or within {:.4g} of it, with a probability of {:.0f} %: {}\n",
               asked.indifference, 100 * asked.confidence, name_of(asked, std::size_t(r.best)));
  else
    fmt::print("\nnot decided in {} days; so far: {}\n", r.days,
               name_of(asked, std::size_t(r.best)));
}

Decision<RankingResult> rank_variants(const Asked& asked) {
  const auto day = parse_day(asked.date);
  if (!day) return invalid("foresight.date-invalid", {{"date", asked.date}});
  const auto network = read_plan_network(asked.network);
  if (!network) return network.error();
  const auto model = outlet_day(network->bank, {{asked.outlet}, *day, asked.pension_day, {}, {}});
  if (!model) return model.error();
  const auto variants = variants_of(asked, model->model);
  if (!variants) return variants.error();
  Ranking how;
  how.seed = asked.seed, how.indifference = asked.indifference;
  how.confidence = asked.confidence, how.most_days = asked.most_days;
  how.measure =
      static_cast<int>(std::ranges::find(day_measures, asked.goal) - day_measures.begin());
  if (auto no = refuse(*variants, how)) return *no;
  return *rank(*variants, how);
}

int run(const Asked& asked) {
  const auto ranking = rank_variants(asked);
  if (!ranking) return say_no(ranking.error());
  asked.as_json ? print_json(asked, *ranking) : print_text(asked, *ranking);
  return exit_code::ok;
}

}  // namespace

void add_what_if(CLI::App& app, int& code) {
  auto asked = std::make_shared<Asked>();
  auto* const command =
      app.add_subcommand("what-if", "Say which variant of an outlet's day is best");
  command->add_option("--network", asked->network, "A folder of CSV tables, or a data folder")
      ->required();
  command->add_option("--outlet", asked->outlet, "The outlet's code")->required();
  command->add_option("--date", asked->date, "The day (YYYY-MM-DD)")->required();
  command
      ->add_option(
          "--try", asked->variants,
          "A variant, such as windows=3,cap=12; also machines, two-lines, recycling, pauses")
      ->required();
  command->add_option("--goal", asked->goal, "The measure of a day that is to be small");
  command->add_option("--indifference", asked->indifference, "Differences that do not matter");
  command->add_option("--confidence", asked->confidence, "Of the best being the best");
  command->add_option("--most-days", asked->most_days, "Where it ends undecided");
  command->add_option("--seed", asked->seed, "The same seed gives the same bytes");
  command->add_flag("--pension-day", asked->pension_day, "Pensions are paid on this day");
  command->add_flag("--json", asked->as_json, "Print one JSON document");
  command->callback([asked, &code] { code = run(*asked); });
}

}  // namespace waystation::cli
