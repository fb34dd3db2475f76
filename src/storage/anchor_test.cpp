#include "storage/anchor.h"

#include <doctest/doctest.h>

#include "storage/disk.h"

using namespace waystation;

TEST_CASE("an anchor is genuine only as it was signed, by the folder's own key") {
  const disk::TemporaryFolder folder;
  Keys::create(folder.path() / "keys");
  Keys::create(folder.path() / "others");
  const Keys keys(folder.path() / "keys"), others(folder.path() / "others");
  const Anchor anchor = sign_anchor(keys, 500, {1, 2, 3}, *parse_time("2021-01-08T08:00:00Z"));
  CHECK(is_genuine(anchor, keys.verifying()));
  CHECK_FALSE(is_genuine(anchor, others.verifying()));

  Anchor later = anchor;
  later.at += std::chrono::seconds{1};
  CHECK_FALSE(is_genuine(later, keys.verifying()));
  Anchor shorter = anchor;
  shorter.seq = 400;
  CHECK_FALSE(is_genuine(shorter, keys.verifying()));
  Anchor other = anchor;
  other.hash[0] = 'f';
  CHECK_FALSE(is_genuine(other, keys.verifying()));
}

TEST_CASE(
    "the anchor file tells forged and unreadable lines, and forgives one that a power cut cut") {
  const disk::TemporaryFolder folder;
  Keys::create(folder.path() / "keys");
  const Keys keys(folder.path() / "keys");
  const auto file = folder.path() / "anchors.jsonl";
  const Time at = *parse_time("2021-01-08T08:00:00Z");
  append_anchor(file, sign_anchor(keys, 10, {1}, at));
  Anchor forged = sign_anchor(keys, 20, {2}, at);
  forged.seq = 5;
  append_anchor(file, forged);
  disk::append_durably(file, "nonsense\n");
  append_anchor(file, sign_anchor(keys, 30, {3}, at));
  disk::append_durably(file, "{\"seq\":40");

  const AnchorFile read = read_anchors(file, keys.verifying());
  REQUIRE(read.genuine.size() == 2);
  CHECK(read.genuine.back().seq == 30);
  REQUIRE(read.problems.size() == 2);
  CHECK(read.problems[0].find("anchors.jsonl:2") == 0);
  CHECK(read.problems[1].find("anchors.jsonl:3") == 0);
}
