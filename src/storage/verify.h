#pragma once
// Is the log what it was? Compares it with its own hashes and with everything kept outside it:
// anchors, witness, and on request what the domain makes of it. Only reads, also beside a running
// server; a damaged log stays as it is.
#include <filesystem>
#include <string>
#include <vector>

#include "application/journal.h"

namespace waystation {

struct Finding {
  std::int64_t seq = 0;  // The first entry concerned; 0 where none is.
  std::string what;
  bool operator==(const Finding&) const = default;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (seq, what))

struct Verification {
  bool ok = false;
  std::int64_t events = 0;
  std::optional<std::int64_t> first_bad_seq;
  std::vector<Finding> findings;
};
BOOST_DESCRIBE_STRUCT(Verification, (), (ok, events, first_bad_seq, findings))

Verification verify(const std::filesystem::path& folder);

// Adds what the domain says: the log is replayed twice, from its start and from the cached state,
// and both must give the same bank. True of a log that verify() found whole.
void verify_by_domain(const std::filesystem::path& folder, Verification&);

// Adds what a damaged log still tells of its damage: what the first bad entry says it is, and each
// entry of cash that does not add up, with the place of its notes.
void explain_damage(const std::filesystem::path& folder, Verification&);

// Adds what became of the evidence: every file that the log knows is there, and its bytes are those
// that were stored.
void verify_evidence(const std::filesystem::path& folder, Verification&);

}  // namespace waystation
