#include "core/table.h"

#include <doctest/doctest.h>

#include <array>
#include <map>
#include <random>
#include <string>
#include <thread>

namespace waystation {

using Numbers = Table<int, std::string>;
using Model = std::map<int, std::string>;

static bool same(const Numbers& table, const Model& model) {
  if (table.size() != model.size()) return false;
  auto expected = model.begin();
  for (const auto& pair : table)
    if (expected == model.end() || pair != *expected++) return false;
  return expected == model.end();
}

TEST_CASE("a table holds what a map holds, through random changes and shared copies") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto below = [&](int n) { return int(random() % unsigned(n)); };
  struct Pair {
    Numbers table;
    Model model;
  };
  std::vector<Pair> worlds(1);
  for (int step = 0; step < 20'000; ++step) {
    Pair& world = worlds[std::size_t(below(int(worlds.size())))];
    const int key = below(300);
    switch (below(8)) {
      case 0: {
        const Pair copy = world;
        if (worlds.size() < 8)
          worlds.push_back(copy);
        else
          worlds[std::size_t(below(8))] = copy;
        break;
      }
      case 1:
      case 2:
      case 3:
        CHECK(world.table.erase(key) == (world.model.erase(key) > 0));
        break;
      default:
        world.table.edit(key) = world.model[key] = std::to_string(step);
    }
    if (step % 500 == 0)
      for (const Pair& each : worlds) REQUIRE(same(each.table, each.model));
  }
  for (const Pair& each : worlds) CHECK(same(each.table, each.model));
}

TEST_CASE("a copy keeps its values while the original changes") {
  Numbers original;
  for (int i = 0; i < 100; ++i) original.edit(i) = "old";
  const Numbers kept = original;
  for (int i = 0; i < 100; ++i) original.edit(i) = "new";
  for (int i = 0; i < 50; ++i) original.erase(i * 2);
  CHECK(kept.size() == 100);
  for (const auto& [key, value] : kept) CHECK(value == "old");
  CHECK(original.size() == 50);
}

TEST_CASE("editing what is there keeps it, and what is missing begins empty") {
  Numbers table;
  CHECK(table.edit(7) == "");
  table.edit(7) += "a";
  table.edit(7) += "b";
  CHECK(table.at(7) == "ab");
  CHECK(table.size() == 1);
  CHECK(table.find(8) == nullptr);
  CHECK(!table.erase(8));
  CHECK_THROWS_AS(table.at(8), std::out_of_range);
}

// A value that counts how often it is copied.
struct Copied {
  Copied() = default;
  Copied(const Copied& other) : value(other.value) { ++copies; }
  Copied& operator=(const Copied&) = default;
  int value = 0;
  inline static int copies = 0;
};

TEST_CASE("a change to a table that is shared copies one value, and to one that is not, none") {
  Table<int, Copied> table;
  for (int i = 0; i < 1000; ++i) table.edit(i).value = i;
  Copied::copies = 0;
  table.edit(500).value = -1;
  CHECK(Copied::copies == 0);
  const auto copy = table;
  CHECK(Copied::copies == 0);
  table.edit(500).value = -2;
  CHECK(Copied::copies == 1);
  CHECK(copy.at(500).value == -1);
}

TEST_CASE("keys that arrive in order do not make the table slow") {
  Table<int, int> table;
  for (int i = 0; i < 200'000; ++i) table.edit(i) = i;
  CHECK(table.size() == 200'000);
  int expected = 0;
  for (const auto& [key, value] : table) CHECK_EQ(key, expected++);
}

TEST_CASE("one thread changes a table while others read their copies") {
  Table<int, int> table;
  for (int i = 0; i < 1000; ++i) table.edit(i) = i;
  const auto copy = table;
  std::vector<std::thread> readers;
  std::array<long, 2> sums{};
  for (long& sum : sums)
    readers.emplace_back([copy, &sum] {
      for (int round = 0; round < 20; ++round)
        for (const auto& [key, value] : copy) sum += value;
    });
  for (int i = 0; i < 1000; ++i) table.edit(i) = 0;
  for (auto& reader : readers) reader.join();
  for (long sum : sums) CHECK(sum == 20L * 999 * 1000 / 2);
}

}  // namespace waystation
