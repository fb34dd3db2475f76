#include "storage/chain.h"

#include <openssl/evp.h>

namespace waystation {

namespace {

constexpr std::string_view tag = "waystation log entry 1";

// Fetched once: a fetch by name costs more than the hash of a short entry.
EVP_MD* sha256() {
  static EVP_MD* const found = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  if (!found) throw std::runtime_error("OpenSSL offers no SHA-256");
  return found;
}

void frame(std::string& out, std::int64_t value) {
  char bytes[8];
  for (int i = 0; i < 8; ++i) bytes[i] = char(std::uint64_t(value) >> (56 - 8 * i));
  out.append(bytes, sizeof bytes);
}

void frame(std::string& out, std::string_view field) {
  frame(out, std::int64_t(field.size()));
  out += field;
}

template <std::size_t N> void frame(std::string& out, const std::array<unsigned char, N>& bytes) {
  frame(out, std::string_view(reinterpret_cast<const char*>(bytes.data()), N));
}

}  // namespace

struct Chain::Context {
  Context() : hash(EVP_MD_CTX_new()) {
    if (!hash) throw std::bad_alloc();
  }
  ~Context() { EVP_MD_CTX_free(hash); }
  EVP_MD_CTX* hash;
};

Chain::Chain() : context_(std::make_unique<Context>()) {}
Chain::~Chain() = default;

Digest Chain::link(const Digest& before, const Entry& e) {
  frame_.clear();
  frame(frame_, tag);
  frame(frame_, before);
  frame(frame_, e.seq);
  frame(frame_, e.stream);
  frame(frame_, e.version);
  frame(frame_, e.type);
  frame(frame_, e.schema);
  frame(frame_, e.at.time_since_epoch().count());
  frame(frame_, e.actor);
  frame(frame_, e.command);
  frame(frame_, e.body);
  Digest out;
  EVP_MD_CTX* hash = context_->hash;
  if (!EVP_DigestInit_ex2(hash, sha256(), nullptr) ||
      !EVP_DigestUpdate(hash, frame_.data(), frame_.size()) ||
      !EVP_DigestFinal_ex(hash, out.data(), nullptr))
    throw std::runtime_error("SHA-256 failed");
  return out;
}

}  // namespace waystation
