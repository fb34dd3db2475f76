#include "core/json.h"

#include <doctest/doctest.h>

#include <random>

namespace waystation {

namespace {

BOOST_DEFINE_ENUM_CLASS(Face, hundred, fifty)
using NoteId = Id<struct NoteKind>;

struct Note {
  std::uint8_t face = 0;
  Fen worth;
};
BOOST_DESCRIBE_STRUCT(Note, (), (face, worth))

struct Bag {
  NoteId id;
  std::vector<Note> notes;
  std::optional<std::string> remark;
  Face kind = Face::hundred;
  bool sealed = false;
};
BOOST_DESCRIBE_STRUCT(Bag, (), (id, notes, remark, kind, sealed))

struct Numbers {
  std::int8_t tiny = 0;
  std::int32_t small = 0;
  std::int64_t large = 0;
  std::uint64_t positive = 0;
};
BOOST_DESCRIBE_STRUCT(Numbers, (), (tiny, small, large, positive))

struct Moments {
  Time at;
  Day on;
  TimeOfDay opens;
  std::optional<Personal> name;
};
BOOST_DESCRIBE_STRUCT(Moments, (), (at, on, opens, name))

struct Tree {
  std::vector<Tree> branches;
};
BOOST_DESCRIBE_STRUCT(Tree, (), (branches))

struct Directory {
  Table<NoteId, std::int32_t> entries;
};
BOOST_DESCRIBE_STRUCT(Directory, (), (entries))

template <class T> std::string wrong(std::string_view text, json::From from = json::From::outside) {
  const auto result = from_json<T>(text, from);
  return result ? "accepted" : result.error().where;
}

template <class T> std::string again(std::string_view text, json::From from = json::From::outside) {
  const auto result = from_json<T>(text, from);
  return result ? to_json(*result) : result.error().where;
}

std::string numbers(const char* tiny, const char* small, const char* large, const char* positive) {
  return std::string(R"({"tiny":)") + tiny + R"(,"small":)" + small + R"(,"large":)" + large +
         R"(,"positive":)" + positive + "}";
}

const std::string bag =
    R"({"id":"B1","notes":[{"face":100,"worth":10000}],"kind":"fifty","sealed":true})";

std::string nested(std::size_t levels) {
  std::string out;
  for (std::size_t i = 0; i < levels; ++i) out += R"({"branches":[)";
  for (std::size_t i = 0; i < levels; ++i) out += "]}";
  return out;
}

}  // namespace

TEST_CASE("what is written reads back equal") {
  CHECK(again<Bag>(bag) == bag);
  const std::string moments =
      R"({"at":"2021-01-08T01:00:00Z","on":"2021-01-08","opens":"09:00","name":"王某"})";
  CHECK(again<Moments>(moments) == moments);
  const std::string table = R"({"entries":{"a":1,"b":2}})";
  CHECK(again<Directory>(table) == table);
}

TEST_CASE("keys may come in any order and with white space; the writing is canonical") {
  CHECK(
      again<Bag>(
          R"( { "sealed" : true, "kind":"fifty","notes":[ {"worth":10000,"face":100} ],"id":"B1" } )") ==
      bag);
  CHECK(
      again<Bag>(
          R"({"remark":null,"id":"B1","notes":[{"face":100,"worth":10000}],"kind":"fifty","sealed":true})") ==
      bag);
}

TEST_CASE("a number out of range is named by its place") {
  CHECK(
      wrong<Bag>(
          R"({"id":"B1","notes":[{"face":1,"worth":1},{"face":256,"worth":1}],"kind":"fifty","sealed":true})") ==
      "/notes/1/face: integer out of range");
}

TEST_CASE("every integer reaches to the limits of its type and not beyond") {
  const auto widest = numbers("-128", "2147483647", "9223372036854775807", "9223372036854775807");
  CHECK(again<Numbers>(widest) == widest);
  const auto lowest = numbers("127", "-2147483648", "-9223372036854775808", "0");
  CHECK(again<Numbers>(lowest) == lowest);
  CHECK(wrong<Numbers>(numbers("128", "0", "0", "0")) == "/tiny: integer out of range");
  CHECK(wrong<Numbers>(numbers("-129", "0", "0", "0")) == "/tiny: integer out of range");
  CHECK(wrong<Numbers>(numbers("0", "2147483648", "0", "0")) == "/small: integer out of range");
  CHECK(wrong<Numbers>(numbers("0", "0", "9223372036854775808", "0")) ==
        "/large: integer out of range");
  CHECK(wrong<Numbers>(numbers("0", "0", "0", "-1")) == "/positive: integer out of range");
  CHECK(wrong<Numbers>(numbers("1.0", "0", "0", "0")) == "/tiny: expected an integer");
  CHECK(wrong<Numbers>(numbers("1e2", "0", "0", "0")) == "/tiny: expected an integer");
  CHECK(wrong<Numbers>(numbers("\"1\"", "0", "0", "0")) == "/tiny: expected an integer");
  CHECK(wrong<Numbers>(numbers("null", "0", "0", "0")) == "/tiny: expected an integer");
}

TEST_CASE("unknown, missing and duplicate keys are refused and named") {
  CHECK(wrong<Note>(R"({"face":1,"worth":1,"colour":2})") == "/colour: unknown key");
  CHECK(wrong<Note>(R"({"face":1})") == "/worth: missing");
  CHECK(wrong<Note>(R"({"face":1,"worth":1,"face":1})") == "/face: duplicate key");
  CHECK(wrong<Note>(R"({"Face":1,"worth":1})") == "/Face: unknown key");
  CHECK(wrong<Note>(R"({"fac\u0065":1,"worth":1})") == "accepted");
  CHECK(wrong<Bag>(
            R"({"id":"B","notes":[],"kind":"fifty","sealed":true,"remark":"a","remark":"b"})") ==
        "/remark: duplicate key");
  CHECK(wrong<Directory>(R"({"entries":{"a":1,"a":2}})") == "/entries/a: duplicate key");
}

TEST_CASE("a wrong type says what was expected") {
  CHECK(wrong<Note>("[]") == "expected an object");
  CHECK(wrong<Note>("1") == "expected an object");
  const auto with = [](const char* key, const char* value) {
    std::string text = R"({"id":"B","notes":[],"kind":"fifty","sealed":true})";
    const auto at = text.find(std::string("\"") + key + "\":") + std::string_view(key).size() + 3;
    const auto end = text.find_first_of(",}", at);
    return wrong<Bag>(text.replace(at, end - at, value));
  };
  CHECK(with("id", "7") == "/id: expected a string");
  CHECK(with("id", "\"a/b\"") == "/id: not an id of 1 to 64 bytes without space or '/'");
  CHECK(with("notes", "{}") == "/notes: expected a list");
  CHECK(with("kind", "\"ten\"") == "/kind: unknown value \"ten\"");
  CHECK(with("kind", "0") == "/kind: expected one of a set of words");
  CHECK(with("sealed", "1") == "/sealed: expected true or false");
}

TEST_CASE("times, dates and hours are checked where they are read") {
  const auto moments = [](const char* at, const char* on, const char* opens) {
    return wrong<Moments>(std::string(R"({"at":")") + at + R"(","on":")" + on + R"(","opens":")" +
                          opens + "\"}");
  };
  const char *good_at = "2021-01-08T01:00:00Z", *good_on = "2021-01-08", *good_opens = "09:00";
  CHECK(moments(good_at, good_on, good_opens) == "accepted");
  CHECK(moments("2021-01-08", good_on, good_opens) ==
        "/at: not a time such as 2021-01-08T09:00:00+08:00");
  CHECK(moments(good_at, "2021-02-29", good_opens) == "/on: not a date such as 2021-01-08");
  CHECK(moments(good_at, good_on, "24:01") == "/opens: not a time of day such as 09:00");
}

TEST_CASE("a sealed value is read from our own log only") {
  const std::string sealed =
      R"({"at":"2021-01-08T01:00:00Z","on":"2021-01-08","opens":"09:00","name":{"sealed_at":17,"text":"QUJD"}})";
  CHECK(wrong<Moments>(sealed) == "/name: expected a string");
  CHECK(again<Moments>(sealed, json::From::log) == sealed);
}

TEST_CASE("text that is not UTF-8 is refused, in values and in keys") {
  for (const char* bad :
       {"\xff", "\xc3", "\xe4\xb8", "\xed\xa0\x80", "\xc0\xaf", "\xf5\x80\x80\x80"}) {
    const std::string value = std::string(R"({"id":"B","notes":[],"remark":")") + bad +
                              R"(","kind":"fifty","sealed":true})";
    const auto result = from_json<Bag>(value);
    REQUIRE(result.has_error());
    CHECK(result.error().code == "json.syntax");
    CHECK(from_json<Bag>(std::string("{\"") + bad + "\":1}").has_error());
  }
  CHECK(from_json<Bag>(R"({"id":"\ud800","notes":[],"kind":"fifty","sealed":true})").has_error());
}

TEST_CASE("text that is not JSON is refused as a whole") {
  for (const char* bad : {"", " ", "{", "{}}", "{} {}", "{'a':1}", R"({"a":1,})", R"({"a":01})",
                          "nul", "\xef\xbb\xbf{", "[1 2]"}) {
    const auto result = from_json<Note>(bad);
    REQUIRE_MESSAGE(result.has_error(), bad);
    CHECK_MESSAGE(result.error().code == "json.syntax", bad);
  }
}

TEST_CASE("nesting goes 32 deep and no deeper") {
  CHECK(again<Tree>(nested(16)) == nested(16));
  const auto result = from_json<Tree>(nested(17));
  REQUIRE(result.has_error());
  CHECK(result.error().code == "json.syntax");
  CHECK(from_json<Tree>(std::string(1'000'000, '[')).has_error());
}

TEST_CASE("a string ends at 4096 bytes and a list at 100,000 items") {
  const auto remark = [](std::size_t n) {
    return wrong<Bag>(R"({"id":"B","notes":[],"kind":"fifty","sealed":true,"remark":")" +
                      std::string(n, 'x') + "\"}");
  };
  CHECK(remark(4096) == "accepted");
  CHECK(remark(4097) == "/remark: string too long");
  std::string list = "[1";
  for (int i = 0; i < 100'000; ++i) list += ",1";
  CHECK(wrong<std::vector<int>>(list + "]") == "list too long");
}

TEST_CASE("a key in a path is cut, so that a message stays short") {
  const std::string long_key(200, 'k');
  CHECK(wrong<Note>("{\"" + long_key + "\":1}") == "/" + long_key.substr(0, 64) + ": unknown key");
}

TEST_CASE(
    "control characters, quotes and backslashes survive the journey, and so does the zero byte") {
  std::string text = "\"\\\b\f\n\r\t/";
  for (char c = 0; c < 0x20; ++c) text += c;
  text += "\x7f 塔湾 \xf0\x9f\x9a\x90";
  const auto back = from_json<std::string>(to_json(text));
  REQUIRE(back.has_value());
  CHECK(*back == text);
}

TEST_CASE("random bags survive the journey") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 500; ++round) {
    Bag one{{"B" + std::to_string(random())}, {}, {}, Face(random() % 2), random() % 2 == 0};
    for (auto n = random() % 20; n > 0; --n)
      one.notes.push_back({std::uint8_t(random()), {std::int64_t(random())}});
    if (random() % 2) {
      one.remark.emplace();
      for (auto n = random() % 40; n > 0; --n) *one.remark += char(random() % 128);
    }
    const std::string text = to_json(one);
    REQUIRE(again<Bag>(text) == text);
  }
}

}  // namespace waystation
