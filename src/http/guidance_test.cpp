#include "http/guidance.h"

#include <set>

#include "http/served_bank.h"

using namespace waystation;
using namespace waystation::http;

namespace {

bool says(const Response& response, std::string_view words) {
  return response.bytes().find(words) != std::string_view::npos;
}

}  // namespace

TEST_CASE("there are four sayings of each prevention, each its own in both languages") {
  std::map<guidance::Prevention, int> of;
  std::set<std::string_view> zh, en;
  std::array<int, 5> at{};
  for (const auto& saying : guidance::edition().sayings) {
    ++of[saying.prevention];
    zh.insert(saying.words.zh);
    en.insert(saying.words.en);
    int places = 0;
    for (std::size_t i = 0; i < at.size(); ++i) at[i] += saying.at[i], places += saying.at[i];
    CHECK(places > 0);
  }
  CHECK(of.size() == 4);
  for (const auto& [prevention, sayings] : of) CHECK(sayings == 4);
  CHECK(zh.size() == 16);
  CHECK(en.size() == 16);
  for (const int sayings : at) CHECK(sayings >= 3);
  CHECK(parse_day(guidance::edition().reviewed_on));
}

TEST_CASE("anybody reads the guidance, whole or by place, in both languages and large") {
  ServedBank bank;
  const Response all = bank.get("/p/guidance");
  CHECK(all.status == 200);
  for (const auto& saying : guidance::edition().sayings) CHECK(says(all, saying.words.zh));
  CHECK(says(bank.get("/p/guidance?lang=en&size=large"), "class=\"large\""));
  const Response bus = bank.get("/p/guidance/bus?lang=en");
  CHECK(bus.status == 200);
  CHECK(says(bus, "sit by the window"));
  CHECK_FALSE(says(bus, "In hospital keep"));
  CHECK(bank.get("/p/guidance/moon").status == 404);
  CHECK(says(bank.get("/p/102221004264"), "href=\"/p/guidance\""));
}

TEST_CASE("the poster of an outlet has all sayings and the outlet's code") {
  ServedBank bank;
  const Response paper = bank.get("/p/102221004264/guidance");
  CHECK(paper.status == 200);
  CHECK(says(paper, "<svg"));
  for (const auto& saying : guidance::edition().sayings) CHECK(says(paper, saying.words.zh));
  CHECK(bank.get("/p/102221000000/guidance").status == 404);
}
