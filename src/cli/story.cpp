#include <CLI/CLI.hpp>

#include "application/story_player.h"
#include "cli/data_folder.h"
#include "cli/exit_code.h"
#include "cli/refusal_words.h"
#include "planning/planner.h"

namespace waystation::cli {

namespace {

namespace fs = std::filesystem;

struct StoryAsked {
  std::string folder, data, until, language = "zh";
  bool as_json = false;
};

// A new data folder: where the caller says, or a passing one that leaves nothing behind.
class Stage {
 public:
  explicit Stage(const std::string& asked) : path_(asked) {
    if (asked.empty()) {
      std::string pattern = (fs::temp_directory_path() / "waystation-story-XXXXXX").string();
      if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder can be made");
      passing_ = pattern;
      path_ = passing_ / "data";
    }
    DataFolder::create(path_);
  }
  ~Stage() {
    std::error_code ignored;
    if (!passing_.empty()) fs::remove_all(passing_, ignored);
  }
  Stage(const Stage&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_, passing_;
};

// "✓ 2021-01-08 07:45 +08:00  SY-4264-manager  …"
void print_line(const StoryLine& line, Language language) {
  const std::string& local = line.local;
  std::printf("%s %s %s %s  %s  %s\n", line.passed ? "✓" : "✗", local.substr(0, 10).c_str(),
              local.substr(11, 5).c_str(), local.substr(19).c_str(), line.by.c_str(),
              (language == Language::zh ? line.say_zh : line.say_en).c_str());
  if (line.refusal) {
    const char* refused = language == Language::zh ? "不予办理：" : "refused: ";
    std::printf("    %s%s\n", refused, in_words(*line.refusal, language).c_str());
  }
  if (!line.passed) std::printf("    %s\n", line.problem.c_str());
  std::fflush(stdout);
}

void print_sum(const StoryResult& result, Language language) {
  std::printf(language == Language::zh ? "%d 步，%d 步相符，%d 步不符\n"
                                       : "%d steps, %d passed, %d failed\n",
              result.steps, result.passed, result.failed);
}

Decision<std::optional<Time>> until_of(const StoryAsked& asked) {
  if (asked.until.empty()) return std::optional<Time>{};
  const auto until = parse_time(asked.until);
  if (!until) return invalid("story.time-invalid", {{"until", asked.until}});
  return until;
}

int run_story(const StoryAsked& asked) {
  const Language language = asked.language == "en" ? Language::en : Language::zh;
  const auto until = until_of(asked);
  if (!until) return say_no(until.error());
  const auto story = read_story(asked.folder);
  if (!story) return say_no(story.error());
  Stage stage(asked.data);
  OpenFolder open(stage.path());
  if (!asked.as_json)
    std::puts((language == Language::zh ? story->title_zh : story->title_en).c_str());
  const auto tell = [&](const StoryLine& line) {
    if (!asked.as_json) print_line(line, language);
  };
  const PlanMaker plan = [](const Bank& bank, const ZoneId& zone, Day from, int days) {
    return planning::make_plan(bank, {zone, from, days});
  };
  const StoryResult result = play_story(*story, {asked.folder, open.desk, plan, *until, tell});
  if (asked.as_json)
    std::puts(to_json(result).c_str());
  else
    print_sum(result, language);
  return result.failed == 0 ? exit_code::ok : exit_code::failed;
}

}  // namespace

void add_story(CLI::App& app, int& exit_code) {
  auto asked = std::make_shared<StoryAsked>();
  auto* command = app.add_subcommand("story", "Play a scenario through the desk and check it");
  command->add_option("folder", asked->folder, "The folder of story.json and its network files")
      ->required();
  command->add_option("--data", asked->data, "Keep the log in this new data folder");
  command->add_option("--until", asked->until, "Stop after this moment (RFC 3339)");
  command->add_flag("--json", asked->as_json, "Print one JSON document instead of a timeline");
  command->add_option("--lang", asked->language, "zh or en")->check(CLI::IsMember({"zh", "en"}));
  command->callback([asked, &exit_code] { exit_code = run_story(*asked); });
}

}  // namespace waystation::cli
