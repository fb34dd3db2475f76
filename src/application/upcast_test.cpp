#include "application/upcast.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "domain/bank.h"

using namespace waystation;

namespace {

// The corpus has two lines an event: this one, and the body's exact bytes.
struct OldEvent {
  std::string type;
  int schema = 1;
  Time at;
  std::string actor;
};
BOOST_DESCRIBE_STRUCT(OldEvent, (), (type, schema, at, actor))

Entry entry_of(std::string type, int schema, std::string body) {
  return {.seq = 17,
          .stream = "city/SY",
          .version = 1,
          .type = std::move(type),
          .schema = schema,
          .at = {},
          .actor = "LN-command",
          .command = {},
          .body = std::move(body)};
}

const city::Added& as_city(const Happening& happening) {
  return *static_cast<const city::Added*>(happening.event.get());
}

// As if the city had first been told by "label", then by "name", under another event's name.
constexpr Upcaster example[] = {
    {"city.put", 1, "", [](Tree& t) { t.rename("label", "name"); }},
    {"city.put", 2, "city.added", [](Tree& t) { t.rename("name", "title"); }},
    {"city.added", 3, "", [](Tree& t) { t.set("time_zone", {"Asia/Shanghai"}), t.erase("old"); }},
};

std::string refusal(const Entry& entry, std::span<const Upcaster> all = all_upcasters()) {
  json::Parser parser;
  try {
    read_event(entry, parser, all);
    return "";
  } catch (const LogRefused& refused) {
    return refused.what();
  }
}

}  // namespace

TEST_CASE("an event of today is read as it was written") {
  json::Parser parser;
  const auto happening = read_event(
      entry_of("city.added", 1, R"({"city":"SY","title":"沈阳市","time_zone":"Asia/Shanghai"})"),
      parser);
  CHECK(happening.row->name == "city.added");
  CHECK(as_city(happening).title == "沈阳市");
}

TEST_CASE("an event that this program cannot understand is never skipped") {
  CHECK(refusal(entry_of("city.unheard-of", 1, "{}")).find("log entry 17") == 0);
  CHECK(refusal(entry_of("city.unheard-of", 1, "{}")).find("does not know") != std::string::npos);
  CHECK(refusal(entry_of("city.added", 9, "{}")).find("newer program") != std::string::npos);
  CHECK(refusal(entry_of("city.added", 0, "{}")).find("so old") != std::string::npos);
  CHECK(refusal(entry_of("city.added", 1, "{")).find("log entry 17") == 0);
  CHECK(refusal(entry_of("city.added", 1, R"({"city":"SY"})")).find("/title") != std::string::npos);
}

TEST_CASE("old schemas are lifted one number at a time, through a change of name") {
  json::Element root;
  std::string problem;
  json::Parser parser;
  REQUIRE(parser.parse(R"({"city":"SY","label":"沈阳市","old":[1,true,null,{"a":"b"}]})", root,
                       problem));
  Tree tree = tree_of(root);
  CHECK(to_json_text(tree) == R"({"city":"SY","label":"沈阳市","old":[1,true,null,{"a":"b"}]})");
  for (const Upcaster& upcaster : example) upcaster.lift(tree);
  CHECK(to_json_text(tree) == R"({"city":"SY","title":"沈阳市","time_zone":"Asia/Shanghai"})");
  // The last lift ends above the schema that the program has, so the whole is refused, not guessed.
  CHECK(refusal(entry_of("city.put", 1, "{}"), example).find("newer program") != std::string::npos);
  const auto lifted =
      read_event(entry_of("city.put", 0, R"({"city":"SY","label":"沈阳市"})"), parser,
                 std::array<Upcaster, 1>{{{"city.put", 0, "city.added", [](Tree& t) {
                                             t.rename("label", "title");
                                             t.set("time_zone", {"Asia/Shanghai"});
                                           }}}});
  CHECK(as_city(lifted).time_zone == "Asia/Shanghai");
}

TEST_CASE("every event that a release wrote is read and applied by this one") {
  const std::filesystem::path corpus = "tests/golden/events-v1";
  REQUIRE(std::filesystem::exists(corpus));
  std::size_t events = 0;
  json::Parser parser;
  for (const auto& file : std::filesystem::directory_iterator(corpus)) {
    INFO(file.path().string());
    Bank bank;
    std::ifstream lines(file.path());
    for (std::string line, body; std::getline(lines, line) && std::getline(lines, body); ++events) {
      const auto old = from_json<OldEvent>(line);
      REQUIRE_MESSAGE(old.has_value(), old.error().where);
      const auto happening = read_event(entry_of(old->type, old->schema, body), parser);
      happening.row->apply(happening.event.get(), bank, {old->at, {old->actor}});
      // What is read is written back to the same bytes, where the schema is today's.
      std::string again;
      happening.row->write(happening.event.get(), again);
      if (old->schema == happening.row->schema) CHECK(again == body);
    }
  }
  CHECK(events > 200);
}
