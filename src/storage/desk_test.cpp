// The desk over the real log: what is promised to whoever gives a command.
#include "application/desk.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <future>

#include "application/standing_state.h"
#include "storage/folder.h"

namespace waystation {

namespace {

struct TemporaryFolder {
  std::filesystem::path path;
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "desk-XXXXXX").string();
    path = mkdtemp(pattern.data());
    path /= "data";
    DataFolder::create(path);
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path.parent_path()); }
};

const Time noon = *parse_time("2021-01-06T12:00:00+08:00");

CommandId id_of(unsigned char last) {
  CommandId id{};
  id.back() = last;
  return id;
}

Order add_city(unsigned char id, const std::string& city) {
  Order order;
  order.id = id_of(id);
  order.command = "city.add";
  order.body = R"({"city":")" + city + R"(","title":"沈阳市","time_zone":"Asia/Shanghai"})";
  order.by = {"LN-command"};
  return order;
}

std::string code_of(const Answer& answer) {
  return answer.result ? "accepted" : answer.result.error().code;
}

struct Fixture {
  TemporaryFolder place;
  DataFolder folder{place.path};
  Desk desk{folder.journal(), [] { return noon; }};
};

}  // namespace

TEST_CASE("a command that is sent twice takes effect once and is answered the same") {
  Fixture f;
  const Answer first = f.desk.ask(add_city(1, "SY"));
  const Answer again = f.desk.ask(add_city(1, "SY"));
  REQUIRE(first.result.has_value());
  REQUIRE(again.result.has_value());
  CHECK_FALSE(first.replayed);
  CHECK(again.replayed);
  CHECK(to_json(*again.result) == to_json(*first.result));
  CHECK(f.desk.standing()->as_of_seq == 1);
}

TEST_CASE("the id of one command cannot be used for another, or by somebody else") {
  Fixture f;
  CHECK(code_of(f.desk.ask(add_city(1, "SY"))) == "accepted");
  CHECK(code_of(f.desk.ask(add_city(1, "DL"))) == "desk.id-used-otherwise");
  Order stranger = add_city(1, "SY");
  stranger.by = {"LN-admin"};
  CHECK(code_of(f.desk.ask(stranger)) == "desk.id-used-otherwise");
}

TEST_CASE("a bundle is recorded whole or not at all, and says which part was refused") {
  Fixture f;
  const Answer answer = f.desk.ask({add_city(1, "SY"), add_city(2, "DL"), add_city(3, "SY")});
  CHECK(code_of(answer) == "city.already-added");
  CHECK(answer.result.error().where == "/2");
  CHECK(f.desk.standing()->bank.cities.empty());
  CHECK(f.folder.journal().head() == 0);
  CHECK(code_of(f.desk.ask({add_city(4, "SY"), add_city(5, "DL")})) == "accepted");
  CHECK(f.desk.standing()->bank.cities.size() == 2);
}

TEST_CASE("a change of what has changed meanwhile is refused with the current version") {
  Fixture f;
  Order first = add_city(1, "SY");
  first.if_match = 0;
  CHECK(code_of(f.desk.ask(first)) == "accepted");
  Order second = add_city(2, "DL");
  second.if_match = 7;
  const Answer answer = f.desk.ask(second);
  CHECK(code_of(answer) == "desk.version-changed");
  CHECK(answer.result.error().facts == std::vector<Fact>{{"current", "0"}});
}

TEST_CASE("what the desk cannot take it refuses by name") {
  Fixture f;
  CHECK(code_of(f.desk.ask(std::vector<Order>{})) == "desk.empty-bundle");
  Order nonsense = add_city(1, "SY");
  nonsense.command = "city.demolish";
  CHECK(code_of(f.desk.ask(nonsense)) == "command.unknown");
  Order broken = add_city(2, "SY");
  broken.body = "{";
  CHECK(code_of(f.desk.ask(broken)) == "json.syntax");
  Order strange = add_city(3, "SY");
  strange.body = R"({"city":"SY","title":"x","time_zone":"Asia/Shanghai","colour":"red"})";
  const Answer answer = f.desk.ask(strange);
  CHECK(code_of(answer) == "json.field");
  CHECK(answer.result.error().where == "/colour: unknown key");
  Order endless = add_city(4, "SY");
  endless.body.append(1 << 20, ' ');
  CHECK(code_of(f.desk.ask(endless)) == "desk.body-too-long");
  Order powerless = add_city(5, "SY");
  powerless.role = Role::teller;
  CHECK(code_of(f.desk.ask(powerless)) == "authority.role");
}

TEST_CASE("time never runs backwards in the log") {
  Fixture f;
  CHECK(code_of(f.desk.ask(add_city(1, "SY"))) == "accepted");
  Order earlier = add_city(2, "DL");
  earlier.at = noon - std::chrono::hours{1};
  CHECK(code_of(f.desk.ask(earlier)) == "desk.time-backwards");
}

TEST_CASE("a full queue answers at once that the desk is busy") {
  Fixture f;
  std::promise<void> hold;
  auto held = hold.get_future().share();
  f.desk.submit({add_city(1, "SY")}, [held](const Answer&) { held.wait(); });
  std::atomic<int> busy = 0, done = 0;
  const int asked = int(Desk::queue_limit) + int(Desk::batch_limit) + 10;
  for (int i = 0; i < asked; ++i)
    f.desk.submit({add_city(2, "DL")},
                  [&](const Answer& answer) { ++(code_of(answer) == "desk.busy" ? busy : done); });
  CHECK(busy >= 10);
  hold.set_value();
  while (done + busy < asked) std::this_thread::yield();
  CHECK(f.desk.standing()->as_of_seq == 2);
}

TEST_CASE("what is replayed from the log, or from its cache, is what was live") {
  TemporaryFolder place;
  std::string live;
  {
    DataFolder folder(place.path);
    Desk desk(folder.journal(), [] { return noon; });
    for (unsigned char i = 1; i <= 50; ++i)
      CHECK(code_of(desk.ask(add_city(i, "C" + std::to_string(i)))) == "accepted");
    live = state_text(*desk.standing());
  }
  DataFolder folder(place.path);
  CHECK(state_text(replay_standing(folder.journal())) == live);
  CHECK(state_text(load_standing(folder.journal())) == live);
}

TEST_CASE("a state written in lines is read back; a damaged line is no state") {
  Fixture f;
  for (unsigned char i = 1; i <= 5; ++i) f.desk.ask(add_city(i, "C" + std::to_string(i)));
  std::string text;
  int pieces = 0;
  write_state(*f.desk.standing(), [&](std::string_view piece) { text += piece, ++pieces; });
  // The rest, the cities, their clocks for the payouts, the versions of their streams.
  CHECK(pieces == 1 + 5 + 5 + 5);
  const auto back = read_state(text);
  REQUIRE(back.has_value());
  CHECK(state_text(*back) == state_text(*f.desk.standing()));
  CHECK(same_state(*back, *f.desk.standing()));
  CHECK_FALSE(same_state(*back, Standing{}));
  CHECK_FALSE(read_state(text.substr(0, text.size() - 9)).has_value());
  CHECK_FALSE(read_state(text + "99 {}\n").has_value());
  CHECK_FALSE(read_state("").has_value());
}

TEST_CASE("readers keep the standing they took while the writer goes on") {
  Fixture f;
  CHECK(code_of(f.desk.ask(add_city(1, "SY"))) == "accepted");
  const auto before = f.desk.standing();
  CHECK(code_of(f.desk.ask(add_city(2, "DL"))) == "accepted");
  CHECK(before->bank.cities.size() == 1);
  CHECK(f.desk.standing()->bank.cities.size() == 2);
}

}  // namespace waystation
