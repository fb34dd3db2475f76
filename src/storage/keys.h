#pragma once
// The keys of a data folder, in its folder `keys`, which is never inside a backup. The master key
// wraps the keys of persons and gives the keys derived from it; the signing key signs anchors.
#include <array>
#include <filesystem>
#include <string>

namespace waystation {

using SecretKey = std::array<unsigned char, 32>;
using SigningKey = std::array<unsigned char, 64>;  // Ed25519, as libsodium keeps it.
using PublicKey = std::array<unsigned char, 32>;

// What a key derived from the master key is for; a new use takes a new number.
enum class Purpose : std::uint64_t { wrapping = 1, pepper, witness, backup, records };

class Keys {
 public:
  // Makes `keys/` with a fresh master and signing key, readable by their owner only.
  static void create(const std::filesystem::path& folder);
  // Throws LogRefused where they are missing, malformed or readable by others.
  explicit Keys(const std::filesystem::path& folder);
  ~Keys();
  Keys(const Keys&) = delete;

  SecretKey derive(Purpose) const;
  const SigningKey& signing() const { return signing_; }
  const PublicKey& verifying() const { return verifying_; }

 private:
  SecretKey master_{};
  SigningKey signing_{};
  PublicKey verifying_{};
};

std::string to_hex(const unsigned char* bytes, std::size_t size);
template <std::size_t N> std::string to_hex(const std::array<unsigned char, N>& bytes) {
  return to_hex(bytes.data(), N);
}
// Fills `bytes` from exactly as many digits; false for anything else.
bool from_hex(std::string_view text, unsigned char* bytes, std::size_t size);

}  // namespace waystation
