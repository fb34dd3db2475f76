#include "checking/check.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "checking/broken.h"
#include "checking/province/check.h"
#include "cli/exit_code.h"
#include "core/json.h"

namespace waystation::cli {

namespace {

struct Check {
  std::string network, plan, language = "en";
  bool as_json = false;
};

struct RuleTitle {
  std::string_view rule, english, chinese;
};

constexpr RuleTitle titles[] = {
    {"H1", "demand stays inside the seal", "需求不出封控区"},
    {"H2", "windows and their capacity", "窗口与接待能力"},
    {"H3", "a team on duty every open day", "营业日均有班组在岗"},
    {"H4", "only who lives inside works inside", "只用区内居住员工"},
    {"H5", "minimum crew", "最低配置"},
    {"H6", "one post a person, two key-holders", "一人一岗、双人双控"},
    {"H7", "teams never meet", "班组互不接触"},
    {"H8", "fit for duty", "可上岗"},
    {"H9", "reopening lead time and papers", "恢复营业提前期与手续"},
    {"H10", "cash vans, gates and windows", "运钞车、卡口与时段"},
    {"H11", "van visits often enough", "送款间隔"},
    {"H12", "cash and its limits", "现金与限额"},
    {"H13", "protective supplies", "防护用品"},
    {"H14", "the command's pins", "指挥部指定"},
    {"document", "the form of the plan file", "方案文件格式"},
    {"value", "what the plan costs", "方案总值"},
    {"bound", "what the prices prove", "乘子所证下界"},
};

std::string title_of(const std::string& rule, bool chinese) {
  for (const RuleTitle& title : titles)
    if (title.rule == rule) return std::string(chinese ? title.chinese : title.english);
  if (rule.starts_with('L')) return chinese ? "目标值与下界" : "value or bound of an objective";
  return chinese ? "方案内容" : "a claim of the plan";
}

// The part of the value that the bound leaves open: 0 is proven optimal.
double gap_of(const checking::CheckedLevel& level) {
  if (level.value == level.bound) return 0;
  const double open = double(level.value) - double(level.bound);
  return open / std::max(1.0, std::abs(double(level.value)));
}

void print_json(const checking::CheckResult& result) {
  std::string out = fmt::format("{{\"ok\":{},\"rule\":", result.ok);
  json::append_string(out, result.rule);
  out += ",\"levels\":[";
  for (const auto& level : result.levels) {
    if (out.back() != '[') out += ',';
    out += fmt::format(R"({{"level":"{}","value":{},"bound":{},"gap":{:.6f}}})", level.level,
                       level.value, level.bound, gap_of(level));
  }
  out += "],\"detail\":";
  json::append_string(out, result.detail);
  out += ",\"where\":";
  json::append_string(out, result.where);
  out += '}';
  std::puts(out.c_str());
}

std::string_view all_well(const Check& asked, bool chinese) {
  if (std::filesystem::is_regular_file(asked.network))
    return chinese ? "通过：H1–H8 全部成立，目标值与下界已复核。"
                   : "ok: H1 to H8 hold; value and bound are proven.";
  return chinese ? "通过：H1–H14 全部成立，目标值与下界已复核。"
                 : "ok: H1 to H14 hold; values and bounds are proven.";
}

void print_text(const Check& asked, const checking::CheckResult& result) {
  const bool chinese = asked.language == "zh";
  if (!result.levels.empty())
    fmt::print("{}\n", chinese ? "目标\t方案值\t下界\t差距" : "level\tvalue\tbound\tgap");
  for (const auto& level : result.levels)
    fmt::print("{}\t{}\t{}\t{:.2f} %\n", level.level, level.value, level.bound,
               100 * gap_of(level));
  if (result.ok) return fmt::print("{}\n", all_well(asked, chinese));
  const auto form =
      chinese ? "不通过：{}（{}）\n  位置 {}\n  {}\n" : "broken: {} ({})\n  at {}\n  {}\n";
  fmt::print(fmt::runtime(form), result.rule, title_of(result.rule, chinese), result.where,
             result.detail);
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw checking::Unreadable{path, "cannot be read"};
  return std::move(text).str();
}

// A province's plan has one objective, and is checked against the file that it was made from.
checking::CheckResult check_province(const Check& asked) {
  const auto network = checking::province::read_network(read_file(asked.network));
  const auto result = checking::province::check_plan(network, read_file(asked.plan));
  const std::int64_t constant = result.uncoverable;
  return {result.ok,
          result.rule,
          result.where,
          result.detail,
          {{"W", result.value, result.bound},
           {"W coverable", result.value - constant, result.bound - constant}}};
}

checking::CheckResult check(const Check& asked) {
  if (std::filesystem::is_regular_file(asked.network)) return check_province(asked);
  const auto network = checking::read_network(checking::read_folder(asked.network));
  return checking::check_plan(network, read_file(asked.plan));
}

int run(const Check& asked) {
  try {
    const auto result = check(asked);
    if (asked.as_json)
      print_json(result);
    else
      print_text(asked, result);
    return result.ok ? exit_code::ok : exit_code::verification_failed;
  } catch (const checking::Unreadable& no) {
    fmt::print(stderr, "waystation: {}: {}\n", no.where, no.detail);
    return exit_code::bad_input;
  }
}

}  // namespace

void add_check(CLI::App& app, int& code) {
  auto asked = std::make_shared<Check>();
  auto* const command = app.add_subcommand("check", "Prove a plan again, apart from the planner");
  command
      ->add_option("--network", asked->network,
                   "The folder of CSV tables, or the file of a province")
      ->required();
  command->add_option("plan", asked->plan, "The plan file")->required();
  command->add_option("--lang", asked->language, "zh or en")
      ->check(CLI::IsMember(std::vector<std::string>{"zh", "en"}));
  command->add_flag("--json", asked->as_json, "Print {ok, rule, levels, detail, where} as JSON");
  command->callback([asked, &code] { code = run(*asked); });
}

}  // namespace waystation::cli
