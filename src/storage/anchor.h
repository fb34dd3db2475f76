#pragma once
// A signed statement of the log's head: "at this time, entry `seq` had this hash". Anchors are kept
// outside the log, fsynced one line each, and may be sent to a higher office or printed: whoever
// holds one can later tell that entries up to it were changed or lost, without trusting the machine
// of the log.
#include <filesystem>
#include <vector>

#include "application/journal.h"
#include "storage/keys.h"

namespace waystation {

struct Anchor {
  std::int64_t seq = 0;
  std::string hash;  // Hexadecimal, as are signer and signature.
  Time at;
  std::string signer;
  std::string signature;  // Ed25519.
};
BOOST_DESCRIBE_STRUCT(Anchor, (), (seq, hash, at, signer, signature))

Anchor sign_anchor(const Keys&, std::int64_t seq, const Digest& hash, Time at);
bool is_genuine(const Anchor&, const PublicKey&);

void append_anchor(const std::filesystem::path&, const Anchor&);
void write_anchors(const std::filesystem::path&, const std::vector<Anchor>&);

// The anchors of a file in their order, and what is wrong with the others. A last line without its
// end was cut by a power loss and is no anchor.
struct AnchorFile {
  std::vector<Anchor> genuine;
  std::vector<std::string> problems;
};
AnchorFile read_anchors(const std::filesystem::path&, const PublicKey&);

}  // namespace waystation
