#pragma once
// A story: dated steps that a folder's network goes through, each with what must come of it. The
// format is described in docs/reference/story-file.md.
#include <filesystem>

#include "domain/room.h"

namespace waystation {

// JSON that is passed on as it stands: the fields of a command, or what a view must show.
struct Verbatim {
  std::string text;
};

namespace json {
bool read(Reader&, Element, Verbatim&);
void write(std::string& out, const Verbatim&);
}  // namespace json

// A run of the planner, whose result is proposed under this id.
struct StoryPlan {
  ZoneId zone;
  Day from;
  std::int32_t days = 0;
  PlanId as;
};
BOOST_DESCRIBE_STRUCT(StoryPlan, (), (zone, from, days, as))

// A view, and a part of what it must show at that moment.
struct StoryCheck {
  std::string view;
  std::optional<Verbatim> with;
  Verbatim shows;
};
BOOST_DESCRIBE_STRUCT(StoryCheck, (), (view, with, shows))

struct StoryRefusal {
  std::string code;
  std::optional<std::vector<std::string>> missing;
};
BOOST_DESCRIBE_STRUCT(StoryRefusal, (), (code, missing))

// Exactly one of command, files, plan and check.
struct StoryStep {
  Time at;
  std::optional<AccountId> by;
  std::optional<Role> role;
  std::optional<Scope> scope;
  std::string say_zh;
  std::string say_en;
  std::optional<std::string> command;
  std::optional<Verbatim> with;
  std::optional<std::string> keeps;  // The file whose bytes come with `evidence.store`.
  std::optional<std::vector<std::string>> files;
  std::optional<StoryPlan> plan;
  std::optional<StoryCheck> check;
  std::optional<std::string> expect;  // The event that is recorded.
  std::optional<StoryRefusal> refused;
};
BOOST_DESCRIBE_STRUCT(StoryStep, (),
                      (at, by, role, scope, say_zh, say_en, command, with, keeps, files, plan,
                       check, expect, refused))

struct StoryFile {
  std::string title_zh;
  std::string title_en;
  std::string time_zone;
  std::vector<StoryStep> steps;
};
BOOST_DESCRIBE_STRUCT(StoryFile, (), (title_zh, title_en, time_zone, steps))

// Refuses "story.unreadable", "story.step-unclear", "story.file-outside",
// "story.time-zone-unknown", and what the strict reading of JSON refuses; `where` names the place.
Decision<StoryFile> parse_story(std::string_view text);
Decision<StoryFile> read_story(const std::filesystem::path& folder);

}  // namespace waystation
