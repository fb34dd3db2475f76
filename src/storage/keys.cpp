#include "storage/keys.h"

#include <sodium.h>
#include <sys/stat.h>

#include "application/journal.h"
#include "storage/disk.h"

namespace waystation {

namespace fs = std::filesystem;

namespace {

constexpr char derivation[crypto_kdf_CONTEXTBYTES + 1] = "waystatn";

void start_sodium() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium could not start");
}

template <std::size_t N> void load(const fs::path& file, std::array<unsigned char, N>& out) {
  struct stat found {};
  if (::stat(file.c_str(), &found))
    throw LogRefused(file.string() + " is missing: without it nothing sealed can be opened");
  if (found.st_mode & 077) throw LogRefused(file.string() + " can be read by others: chmod 600 it");
  std::string text = disk::read(file);
  if (!text.empty() && text.back() == '\n') text.pop_back();
  const bool good = from_hex(text, out.data(), N);
  sodium_memzero(text.data(), text.size());
  if (!good) throw LogRefused(file.string() + " is not a key of " + std::to_string(N) + " bytes");
}

}  // namespace

std::string to_hex(const unsigned char* bytes, std::size_t size) {
  std::string out(size * 2 + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), bytes, size);
  out.pop_back();
  return out;
}

bool from_hex(std::string_view text, unsigned char* bytes, std::size_t size) {
  std::size_t had = 0;
  return text.size() == 2 * size &&
         sodium_hex2bin(bytes, size, text.data(), text.size(), nullptr, &had, nullptr) == 0 &&
         had == size;
}

void Keys::create(const fs::path& folder) {
  start_sodium();
  fs::create_directory(folder);
  fs::permissions(folder, fs::perms::owner_all);
  SecretKey master;
  crypto_kdf_keygen(master.data());
  SigningKey signing;
  PublicKey verifying;
  crypto_sign_keypair(verifying.data(), signing.data());
  disk::write_durably(folder / "master.key", to_hex(master) + '\n');
  disk::write_durably(folder / "signing.key", to_hex(signing) + '\n');
  sodium_memzero(master.data(), master.size());
  sodium_memzero(signing.data(), signing.size());
}

Keys::Keys(const fs::path& folder) {
  start_sodium();
  load(folder / "master.key", master_);
  load(folder / "signing.key", signing_);
  crypto_sign_ed25519_sk_to_pk(verifying_.data(), signing_.data());
}

Keys::~Keys() {
  sodium_memzero(master_.data(), master_.size());
  sodium_memzero(signing_.data(), signing_.size());
}

SecretKey Keys::derive(Purpose purpose) const {
  SecretKey out;
  crypto_kdf_derive_from_key(out.data(), out.size(), std::uint64_t(purpose), derivation,
                             master_.data());
  return out;
}

}  // namespace waystation
