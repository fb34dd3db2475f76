#include "application/story_file.h"

#include <fstream>

#include "domain/evidence.h"

namespace waystation {

bool json::read(Reader&, Element e, Verbatim& out) {
  out.text = simdjson::minify(e);
  return true;
}

void json::write(std::string& out, const Verbatim& x) {
  out += x.text;
}

namespace {

std::optional<Refusal> refuse_step(const StoryStep& step) {
  const int kinds = step.command.has_value() + step.files.has_value() + step.plan.has_value() +
                    step.check.has_value();
  if (kinds != 1 || (step.with && !step.command) || (step.expect && step.refused) ||
      (step.keeps && step.command != evidence::Store::name))
    return invalid("story.step-unclear");
  // A story brings its own files; it may not read the rest of the machine.
  auto names = step.files.value_or(std::vector<std::string>{});
  if (step.keeps) names.push_back(*step.keeps);
  for (const std::string& name : names)
    if (name.empty() || name.find('/') != name.npos || name.front() == '.')
      return invalid("story.file-outside", {{"file", name}});
  return {};
}

}  // namespace

Decision<StoryFile> parse_story(std::string_view text) {
  auto story = from_json<StoryFile>(text);
  if (!story) return story;
  if (!is_known_zone(story->time_zone))
    return invalid("story.time-zone-unknown", {{"time_zone", story->time_zone}});
  for (std::size_t i = 0; i < story->steps.size(); ++i) {
    auto no = refuse_step(story->steps[i]);
    if (!no) continue;
    no->where = "/steps/" + std::to_string(i);
    return *no;
  }
  return story;
}

Decision<StoryFile> read_story(const std::filesystem::path& folder) {
  const auto path = folder / "story.json";
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in) return unknown("story.unreadable", path.string());
  return parse_story(text);
}

}  // namespace waystation
