#pragma once
// Plays a story through the real desk: every step is the command that a person would give, with
// that person's right, at that moment. What comes of it is compared with what the story says must
// come of it.
#include "application/desk.h"
#include "application/story_file.h"

namespace waystation {

// What a step came to, as the timeline shows it.
struct StoryLine {
  std::int32_t step = 0;  // From 1.
  Time at;
  std::string local;  // With the offset of the story's time zone.
  std::string by;
  std::string say_zh;
  std::string say_en;
  bool passed = false;
  std::string answer;  // The event, the import's rows, "plan.proposed" or the view that was seen.
  std::optional<Refusal> refusal;
  std::string problem;  // Why it did not pass.
};
BOOST_DESCRIBE_STRUCT(StoryLine, (),
                      (step, at, local, by, say_zh, say_en, passed, answer, refusal, problem))

struct StoryResult {
  std::string title_zh;
  std::string title_en;
  std::int32_t steps = 0;
  std::int32_t passed = 0;
  std::int32_t failed = 0;
  std::vector<StoryLine> lines;
};
BOOST_DESCRIBE_STRUCT(StoryResult, (), (title_zh, title_en, steps, passed, failed, lines))

using PlanMaker =
    std::function<Decision<plan::PlanDocument>(const Bank&, const ZoneId&, Day from, int days)>;

struct StoryStage {
  std::filesystem::path folder;  // Where the files of the steps lie.
  Desk& desk;
  PlanMaker make_plan;
  std::optional<Time> until = {};  // Steps after it are not played.
  std::function<void(const StoryLine&)> tell = [](const StoryLine&) {};
};

StoryResult play_story(const StoryFile&, const StoryStage&);

// Whether `shown` holds all that `expected` names: members of objects, and for each item of a list
// one that holds it; an empty list means an empty one. The answer is empty or the place that
// differs.
std::string difference_between(json::Element expected, json::Element shown);

}  // namespace waystation
