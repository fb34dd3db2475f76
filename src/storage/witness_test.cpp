#include "storage/witness.h"

#include <doctest/doctest.h>

using namespace waystation;

static const SecretKey key{1, 2, 3};

static std::vector<Digest> some_hashes(std::size_t n) {
  std::vector<Digest> out(n);
  for (std::size_t i = 0; i < n; ++i) out[i] = {static_cast<unsigned char>(i), 9};
  return out;
}

TEST_CASE("the witness knows the last entry, and tells another entry from the one it saw") {
  const disk::TemporaryFolder folder;
  Witness witness(folder.path() / "w", key, Witness::Access::write);
  CHECK(witness.last_seen() == 0);
  const auto hashes = some_hashes(5000);
  witness.record(1, hashes);
  CHECK(witness.last_seen() == 5000);
  for (std::int64_t seq = 1; seq <= 5000; ++seq) REQUIRE(witness.agrees(seq, hashes[seq - 1]));
  CHECK_FALSE(witness.agrees(17, hashes[17]));
  CHECK_FALSE(witness.agrees(4999, {}));
  CHECK(witness.agrees(5001, {}));
}

TEST_CASE("zeros that a power cut leaves at the end of the witness accuse nobody") {
  const disk::TemporaryFolder folder;
  Witness witness(folder.path() / "w", key, Witness::Access::write);
  const auto hashes = some_hashes(3);
  witness.record(1, hashes);
  disk::append_durably(folder.path() / "w", std::string(100'000, '\0'));
  CHECK(witness.last_seen() == 3);
  CHECK(witness.agrees(4, {7}));
}

TEST_CASE("whoever lacks the key cannot write a witness that agrees") {
  const disk::TemporaryFolder folder;
  const auto hashes = some_hashes(1);
  Witness(folder.path() / "w", {}, Witness::Access::write).record(1, hashes);
  CHECK_FALSE(Witness(folder.path() / "w", key, Witness::Access::read).agrees(1, hashes[0]));
}

TEST_CASE("a restoration to an earlier moment makes the witness forget what came after") {
  const disk::TemporaryFolder folder;
  Witness witness(folder.path() / "w", key, Witness::Access::write);
  witness.record(1, some_hashes(9));
  witness.forget_after(4);
  CHECK(witness.last_seen() == 4);
}
