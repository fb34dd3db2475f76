// Random games of duty and incidents: whatever is tried, no call ends at nobody, no clock that ran
// out is lost to the level above, and the steps of a case keep their order.
#include "domain/random_steps.h"
#include "domain/sealed_zone_story.h"

namespace waystation::incident {

namespace {

using namespace sealed_zone;
using random_steps::Draws;
using random_steps::hold;
using std::chrono::minutes;

const Scope game_city{shenyang, {}}, game_outlet{shenyang, xianggong};
const std::vector<Scope> game_places{{}, game_city, game_outlet};

struct Game {
  Bank bank;
  Draws draws;
  Time now = morning;
  std::vector<AccountId> accounts;

  Game() : bank(scene().bank) {
    int n = 0;
    for (const Scope& at : game_places)
      for (int i = 0; i < 3; ++i) {
        const Role role = at.level() == Level::province ? Role::province_command
                          : at.level() == Level::city   ? Role::city_command
                                                        : Role::outlet_manager;
        accounts.push_back({"A" + std::to_string(n++)});
        take(account::Created{accounts.back(), "值班", role, at});
      }
  }

  void take(const auto& event) { apply_to_rooms(bank, event, Mark{now, accounts[0]}); }

  void ask(const auto& command, const Stamp& stamp) {
    if (refuse_command(bank, command, stamp)) return;
    if (const auto event = decide(bank, command, stamp)) take(*event);
  }

  void publish(const duty::Publish& c, const Stamp& stamp) {
    if (refuse_command(bank, c, stamp)) return;
    const auto event = decide(bank, c, stamp);
    if (!event) return;
    take(*event);
    hold(!duty::dead_end(bank, c.at), "published a dead end");
  }

  Stamp anybody() {
    const AccountId& id = accounts[std::size_t(draws.below(int(accounts.size())))];
    const auto& account = bank.accounts.at(id);
    return {{now, id}, account.role, account.scope};
  }

  IncidentId some() { return {"2021-01-08-E" + std::to_string(draws.between(1, 3))}; }

  duty::Publish roster() {
    duty::Publish c{
        game_places[std::size_t(draws.below(3))], {}, std::int32_t(draws.between(1, 30))};
    for (int i = draws.below(3); i >= 0; --i)
      c.watches.push_back({{int(draws.between(0, 4)) * 360},
                           {int(draws.between(0, 4)) * 360},
                           accounts[std::size_t(draws.below(9))],
                           accounts[std::size_t(draws.below(9))]});
    return c;
  }

  void report() {
    const Stamp who = anybody();
    switch (draws.below(6)) {
      case 0:
        return ask(FileFirst{some(), "一"}, who);
      case 1:
        return ask(FileWritten{some(), "二"}, who);
      case 2:
        return ask(RecordProgress{some(), "三"}, who);
      case 3:
        return ask(Classify{some(), Class(draws.below(4)), "四"}, who);
      case 4:
        return ask(Clear{some(), "排除"}, who);
      default:
        return ask(Close{some(), "五"}, who);
    }
  }

  void change_the_outlet() {
    switch (draws.below(4)) {
      case 0:
        return take(outlet::Opened{xianggong, 1});
      case 1:
        return take(outlet::Closed{xianggong, 0, "疑似", {}});
      case 2:
        return take(lobby::Isolated{xianggong, {"S"}, lobby::FoundAt::door, {}, eighth, now, now});
      default:
        auto round = full_round(xianggong);
        round.kind = disinfection::Kind::terminal;
        return take(round);
    }
  }

  void step(std::uint32_t number) {
    draws.begin(number);
    now += minutes{draws.between(0, 40)};
    switch (draws.below(7)) {
      case 0:
        return publish(roster(), anybody());
      case 1:
        return ask(Raise{game_places[std::size_t(draws.below(3))],
                         Kind(draws.below(7)),
                         Class(draws.below(4)),
                         "事",
                         draws.below(4) == 0,
                         {}},
                   anybody());
      case 2:
        return ask(TakeStep{some(), Step(draws.below(5)), ""}, anybody());
      case 3:
        return ask(Acknowledge{some()}, anybody());
      case 4:
        return change_the_outlet();
      case 5:  // The first account of the province stays.
        return take(account::Disabled{accounts[std::size_t(draws.between(1, 8))]});
      default:
        return report();
    }
  }
};

void hold_calls(const Game& game) {
  for (const Scope& at : game_places)
    for (int hour = 0; hour < 24; ++hour) {
      const auto path = duty::path_of(game.bank, at, game.now + std::chrono::hours{hour});
      hold(!path.empty(), "ends at nobody");
      for (std::size_t i = 1; i < path.size(); ++i) {
        hold(path[i].from >= path[i - 1].from, "called before the one in front");
        hold(path[i].at.covers(path[i - 1].at), "goes down");
      }
      for (const auto& call : path)
        hold(!game.bank.accounts.at(call.account).disabled, "nobody is there any more");
    }
}

void hold_steps(const Incident& it) {
  const auto asked = steps_of(it.kind);
  hold(it.steps.size() <= asked.size());
  for (std::size_t i = 0; i < it.steps.size(); ++i) hold(it.steps[i].step == asked[i], "order");
  if (taken(it, Step::reopen)) hold(it.first_report_at.has_value(), "reopened unreported");
  if (it.closed_at)
    hold(!next_step(it) && it.first_report_at && it.written_report_at, "closed unfinished");
}

void hold_clocks(const Game& game, const Incident& it) {
  const auto dues = dues_of(game.bank, it);
  hold(std::ranges::is_sorted(dues, {}, &Due::by), "not by urgency");
  const auto runs = [&](DueKind kind) { return std::ranges::count(dues, kind, &Due::kind); };
  if (it.closed_at) return hold(dues.empty());
  hold(runs(DueKind::first_report) == !it.first_report_at);
  hold(runs(DueKind::written_report) == !it.written_report_at);
  hold(runs(DueKind::acknowledge) == !it.acknowledged_at);
  hold(runs(DueKind::progress) == (it.incident_class == Class::class_1));
  hold(waiting_for(game.bank, it, game.now).empty() == it.acknowledged_at.has_value(),
       "called though somebody answered, or nobody called");
}

// Counted without figures_of: what is overdue at an outlet is overdue for every level above.
void hold_levels(const Game& game) {
  std::int64_t overdue = 0;
  for (const auto& [id, it] : game.bank.incidents) {
    const auto dues = dues_of(game.bank, it);
    overdue += !it.drill && !dues.empty() && dues.front().by <= game.now;
  }
  const auto of = [&](const Scope& at) { return figures_of(game.bank, at, game.now).overdue; };
  hold(of({}) == overdue, "lost to the province");
  hold(of(game_city) <= of({}) && of(game_outlet) <= of(game_city), "lost on the way");
}

}  // namespace

TEST_CASE("in random games every call reaches somebody and every step keeps its place") {
  CHECK(random_steps::all_hold("incidents and duty", 40, [](const random_steps::Steps& steps) {
    Game game;
    for (const auto number : steps) {
      game.step(number);
      for (const auto& [id, it] : game.bank.incidents) hold_steps(it), hold_clocks(game, it);
      hold_levels(game);
    }
    hold_calls(game);
  }));
}

}  // namespace waystation::incident
