#include "application/story_player.h"

#include <fstream>

#include "application/import.h"
#include "application/views.h"

namespace waystation {

namespace {

struct Outcome {
  std::string answer = {};
  std::optional<Refusal> refusal = {};
  std::string problem = {};
};

// The id of a step's command: the same in every playing, as nothing in a story is random.
CommandId id_of_step(std::int32_t step) {
  CommandId id{'s', 't', 'o', 'r', 'y'};
  id[14] = static_cast<unsigned char>(step >> 8);
  id[15] = static_cast<unsigned char>(step & 0xff);
  return id;
}

class Player {
 public:
  explicit Player(const StoryStage& stage) : stage_(stage) {}

  Outcome play(const StoryStep& step, std::int32_t number) {
    if (step.keeps) keep(step);
    if (step.command) return give(step, number, *step.command, step.with ? step.with->text : "{}");
    if (step.files) return import(step, number);
    if (step.plan) return propose(step, number);
    return look(step);
  }

 private:
  AccountId actor(const StoryStep& step) const { return step.by.value_or(AccountId{"LN-command"}); }
  Role role(const StoryStep& step) const { return step.role.value_or(Role::province_command); }
  Scope scope(const StoryStep& step) const { return step.scope.value_or(Scope{}); }

  Outcome give(const StoryStep&, std::int32_t number, const std::string& command, std::string body);
  void keep(const StoryStep&);
  Outcome import(const StoryStep&, std::int32_t number);
  Outcome propose(const StoryStep&, std::int32_t number);
  Outcome look(const StoryStep&);
  QueryText query_of(const StoryCheck&);

  const StoryStage& stage_;
  json::Parser expected_parser_, shown_parser_;
};

Outcome Player::give(const StoryStep& step, std::int32_t number, const std::string& command,
                     std::string body) {
  const Answer answer = stage_.desk.ask(Order{.id = id_of_step(number),
                                              .command = command,
                                              .body = std::move(body),
                                              .by = actor(step),
                                              .role = role(step),
                                              .scope = scope(step),
                                              .at = step.at,
                                              .if_match = {}});
  if (!answer.result) return {.refusal = answer.result.error()};
  return {.answer = answer.result->front().event};
}

// As an upload does: the bytes first. Where they are not what the step says, its command is
// refused.
void Player::keep(const StoryStep& step) {
  const auto command = from_json<evidence::Store>(step.with ? step.with->text : "{}");
  std::ifstream in(stage_.folder / *step.keeps, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (command && in) stage_.desk.journal().files().keep(command->sha256, bytes);
}

Outcome Player::import(const StoryStep& step, std::int32_t number) {
  std::vector<std::filesystem::path> paths;
  for (const std::string& name : *step.files) paths.push_back(stage_.folder / name);
  ImportOptions options;
  options.at = step.at;
  options.by = actor(step);
  options.role = role(step);
  options.scope = scope(step);
  options.id = id_of_step(number);
  const ImportReport report = import_files(stage_.desk, paths, options);
  if (!report.ok())
    return {.refusal = Refusal{
                Why::invalid, report.errors.front().code, to_text(report.errors.front()), {}, {}}};
  return {.answer = std::to_string(report.imported) + " rows"};
}

Outcome Player::propose(const StoryStep& step, std::int32_t number) {
  const StoryPlan& asked = *step.plan;
  const Bank bank = stage_.desk.standing()->bank;
  const auto document = stage_.make_plan(bank, asked.zone, asked.from, asked.days);
  if (!document) return {.refusal = document.error()};
  return give(step, number, plan::Propose::name, to_json(plan::Propose{asked.as, *document}));
}

QueryText Player::query_of(const StoryCheck& check) {
  QueryText query;
  json::Element root;
  simdjson::dom::object members;
  std::string problem;
  if (!check.with || !expected_parser_.parse(check.with->text, root, problem) || root.get(members))
    return query;
  for (const auto& [key, value] : members) {
    std::string_view text;
    query[std::string(key)] = value.get(text) ? simdjson::minify(value) : std::string(text);
  }
  return query;
}

Outcome Player::look(const StoryStep& step) {
  const StoryCheck& check = *step.check;
  const ViewRow* view = view_named(check.view);
  if (!view) return {.refusal = unknown("view.unknown", check.view)};
  const auto standing = stage_.desk.standing();
  const Viewing viewing{*standing, step.at, role(step), scope(step), &stage_.desk.journal()};
  const auto seen = view->see(viewing, query_of(check));
  if (!seen) return {.refusal = seen.error()};
  json::Element expected, shown;
  std::string problem;
  if (expected_parser_.parse(check.shows.text, expected, problem) &&
      shown_parser_.parse(*seen, shown, problem))
    problem = difference_between(expected, shown);
  return {.answer = "view " + check.view, .problem = problem};
}

std::string judge(const StoryStep& step, const Outcome& outcome) {
  const std::string came = outcome.refusal ? "refused " + outcome.refusal->code : outcome.answer;
  if (!outcome.problem.empty()) return outcome.problem;
  if (step.refused) {
    const bool same = outcome.refusal && outcome.refusal->code == step.refused->code;
    if (!same) return "expected the refusal " + step.refused->code + ", not " + came;
    if (step.refused->missing && *step.refused->missing != outcome.refusal->missing)
      return "missing is " + to_json(outcome.refusal->missing);
    return {};
  }
  if (outcome.refusal) return came + ' ' + outcome.refusal->where;
  if (step.expect && *step.expect != outcome.answer)
    return "expected " + *step.expect + ", not " + came;
  return {};
}

}  // namespace

StoryResult play_story(const StoryFile& story, const StoryStage& stage) {
  Player player(stage);
  StoryResult result{story.title_zh, story.title_en, 0, 0, 0, {}};
  for (const StoryStep& step : story.steps) {
    if (stage.until && step.at > *stage.until) break;
    const std::int32_t number = ++result.steps;
    Outcome outcome = player.play(step, number);
    const std::string problem = judge(step, outcome);
    ++(problem.empty() ? result.passed : result.failed);
    const auto by = step.by ? step.by->text : "LN-command";
    result.lines.push_back({number, step.at, to_local_text(step.at, story.time_zone), by,
                            step.say_zh, step.say_en, problem.empty(), std::move(outcome.answer),
                            std::move(outcome.refusal), problem});
    stage.tell(result.lines.back());
  }
  return result;
}

}  // namespace waystation
