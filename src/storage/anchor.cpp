#include "storage/anchor.h"

#include <sodium.h>

#include "storage/disk.h"

namespace waystation {

static std::string statement(const Anchor& anchor) {
  return "waystation anchor 1\n" + std::to_string(anchor.seq) + '\n' + anchor.hash + '\n' +
         to_text(anchor.at) + '\n';
}

static const unsigned char* bytes(const std::string& text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

Anchor sign_anchor(const Keys& keys, std::int64_t seq, const Digest& hash, Time at) {
  Anchor anchor{seq, to_hex(hash), at, to_hex(keys.verifying()), {}};
  const std::string said = statement(anchor);
  std::array<unsigned char, crypto_sign_BYTES> signature;
  crypto_sign_detached(signature.data(), nullptr, bytes(said), said.size(), keys.signing().data());
  anchor.signature = to_hex(signature);
  return anchor;
}

bool is_genuine(const Anchor& anchor, const PublicKey& signer) {
  std::array<unsigned char, crypto_sign_BYTES> signature;
  if (anchor.signer != to_hex(signer)) return false;
  if (!from_hex(anchor.signature, signature.data(), signature.size())) return false;
  const std::string said = statement(anchor);
  return crypto_sign_verify_detached(signature.data(), bytes(said), said.size(), signer.data()) ==
         0;
}

void append_anchor(const std::filesystem::path& file, const Anchor& anchor) {
  disk::append_durably(file, to_json(anchor) + '\n');
}

void write_anchors(const std::filesystem::path& file, const std::vector<Anchor>& anchors) {
  std::string lines;
  for (const Anchor& anchor : anchors) lines += to_json(anchor) + '\n';
  disk::write_durably(file, lines);
}

AnchorFile read_anchors(const std::filesystem::path& file, const PublicKey& signer) {
  AnchorFile out;
  const std::string text = disk::read(file);
  int number = 0;
  for (std::size_t from = 0, end; (end = text.find('\n', from)) != text.npos; from = end + 1) {
    ++number;
    const std::string where = file.filename().string() + ':' + std::to_string(number) + ": ";
    const auto anchor = from_json<Anchor>(std::string_view(text).substr(from, end - from));
    if (!anchor)
      out.problems.push_back(where + "is no anchor: " + anchor.error().where);
    else if (!is_genuine(*anchor, signer))
      out.problems.push_back(where + "was not signed by this folder's key");
    else
      out.genuine.push_back(*anchor);
  }
  return out;
}

}  // namespace waystation
