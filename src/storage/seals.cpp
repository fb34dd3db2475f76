#include "storage/seals.h"

#include <sodium.h>

#include <mutex>

namespace waystation {

namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr int base64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

// Nonce and ciphertext.
std::string encrypt(std::string_view plain, std::string_view bound_to, const SecretKey& key) {
  std::string out(nonce_size + plain.size() + tag_size, '\0');
  randombytes_buf(out.data(), nonce_size);
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(out) + nonce_size, nullptr, bytes(plain),
                                             plain.size(), bytes(bound_to), bound_to.size(),
                                             nullptr, bytes(out), key.data());
  return out;
}

std::optional<std::string> decrypt(std::string_view sealed, std::string_view bound_to,
                                   const SecretKey& key) {
  if (sealed.size() < nonce_size + tag_size) return {};
  std::string out(sealed.size() - nonce_size - tag_size, '\0');
  const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
      bytes(out), nullptr, nullptr, bytes(sealed) + nonce_size, sealed.size() - nonce_size,
      bytes(bound_to), bound_to.size(), bytes(sealed), key.data());
  if (failed) return {};
  return out;
}

std::string to_base64(const std::string& raw) {
  std::string out(sodium_base64_encoded_len(raw.size(), base64), '\0');
  sodium_bin2base64(out.data(), out.size(), bytes(raw), raw.size(), base64);
  out.pop_back();
  return out;
}

std::optional<std::string> from_base64(const std::string& text) {
  std::string out(text.size(), '\0');
  std::size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(),
                        text.size(), nullptr, &size, nullptr, base64))
    return {};
  out.resize(size);
  return out;
}

// No id holds a '/'.
std::string place(const PersonId& person, std::int64_t seq, std::string_view field) {
  return person.text + '/' + std::to_string(seq) + '/' + std::string(field);
}

}  // namespace

Seals::Seals(sqlite::Database& log, const Keys& keys)
    : wrapping_(keys.derive(Purpose::wrapping)),
      pepper_(keys.derive(Purpose::pepper)),
      store_(log,
             "INSERT INTO subject_key VALUES(?,?,?) ON CONFLICT(subject) DO UPDATE SET"
             " wrapped_key = excluded.wrapped_key, destroyed_at_us = excluded.destroyed_at_us") {
  sqlite::Statement rows(
      log, "SELECT subject, wrapped_key FROM subject_key WHERE wrapped_key IS NOT NULL");
  while (rows.step()) {
    const PersonId person{std::string(rows.text(0))};
    const auto wrapped = rows.blob(1);
    const auto key = decrypt({reinterpret_cast<const char*>(wrapped.data()), wrapped.size()},
                             person.text, wrapping_);
    if (!key || key->size() != sizeof(SecretKey))
      throw LogRefused("the key of person " + person.text +
                       " cannot be unwrapped: it is damaged, or keys/master.key is another's");
    std::copy_n(bytes(*key), sizeof(SecretKey), keys_[person].begin());
  }
}

Seals::~Seals() {
  for (auto& [person, key] : keys_) sodium_memzero(key.data(), key.size());
  sodium_memzero(wrapping_.data(), wrapping_.size());
  sodium_memzero(pepper_.data(), pepper_.size());
}

std::optional<SecretKey> Seals::key_of(const PersonId& person) const {
  for (auto change = pending_.rbegin(); change != pending_.rend(); ++change)
    if (change->person == person) return change->key;
  const std::shared_lock lock(guard_);
  const auto found = keys_.find(person);
  if (found == keys_.end()) return {};
  return found->second;
}

void Seals::seal(const PersonId& person, std::int64_t seq, std::string_view field,
                 Personal& value) {
  auto key = key_of(person);
  if (!key) {
    key.emplace();
    randombytes_buf(key->data(), key->size());
    pending_.push_back({person, key});
  }
  value.text = to_base64(encrypt(value.text, place(person, seq, field), *key));
  value.sealed_at = seq;
}

void Seals::destroy(const PersonId& person) {
  pending_.push_back({person, {}});
}

std::string Seals::wrap(const PersonId& person, const SecretKey& key) const {
  return encrypt({reinterpret_cast<const char*>(key.data()), key.size()}, person.text, wrapping_);
}

void Seals::write_pending() {
  for (const Change& change : pending_) {
    if (change.key) {
      const std::string wrapped = wrap(change.person, *change.key);
      store_.with(change.person.text, sqlite::bytes_of(wrapped), nullptr).finish();
    } else {
      const auto now = std::chrono::system_clock::now().time_since_epoch();
      const std::int64_t now_us = std::chrono::floor<std::chrono::microseconds>(now).count();
      store_.with(change.person.text, nullptr, now_us).finish();
    }
  }
}

void Seals::settle() {
  const std::unique_lock lock(guard_);
  for (const Change& change : pending_) {
    if (change.key)
      keys_[change.person] = *change.key;
    else
      keys_.erase(change.person);
  }
  pending_.clear();
}

std::optional<std::string> Seals::open(const PersonId& person, std::string_view field,
                                       const Personal& value) const {
  if (value.sealed_at == 0) return value.text;
  SecretKey key;
  {
    const std::shared_lock lock(guard_);
    const auto found = keys_.find(person);
    if (found == keys_.end()) return {};
    key = found->second;
  }
  const auto raw = from_base64(value.text);
  if (!raw) return {};
  return decrypt(*raw, place(person, value.sealed_at, field), key);
}

Digest Seals::keyed_digest(std::string_view text) const {
  Digest out;
  crypto_generichash(out.data(), out.size(), bytes(text), text.size(), pepper_.data(),
                     pepper_.size());
  return out;
}

}  // namespace waystation
