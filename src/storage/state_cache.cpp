#include "storage/state_cache.h"

#include <fcntl.h>
#include <sodium.h>
#include <zstd.h>

#include <cstring>

#include "storage/disk.h"

namespace waystation {

namespace {

constexpr int quick = 1;  // zstd's level: it is written at shutdown, while somebody waits.
constexpr std::uint64_t largest_state = std::uint64_t(4) << 30;

// What stands before the compressed state. The checksum covers all that follows it.
struct Head {
  char magic[8] = {'W', 'S', 'S', 'T', 'A', 'T', 'E', '1'};
  Digest checksum{};
  Digest code{};
  Digest log_hash{};
  std::int64_t seq = 0;
};
constexpr std::size_t unchecked = offsetof(Head, code);

Digest hash(std::string_view text, const SecretKey& key) {
  Digest out;
  crypto_generichash(out.data(), out.size(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size(), key.data(), key.size());
  return out;
}

std::optional<std::string> unpack(std::string_view packed) {
  const auto size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size > largest_state) return {};
  std::string out(size, '\0');
  const auto had = ZSTD_decompress(out.data(), out.size(), packed.data(), packed.size());
  if (ZSTD_isError(had) || had != size) return {};
  return out;
}

}  // namespace

void StateCache::save(std::int64_t seq, const Digest& log_hash, std::string_view code_digest,
                      std::string_view state) const {
  Head head;
  head.code = hash(code_digest, key);
  head.log_hash = log_hash;
  head.seq = seq;
  std::string out(sizeof head + ZSTD_compressBound(state.size()), '\0');
  const auto size = ZSTD_compress(out.data() + sizeof head, out.size() - sizeof head, state.data(),
                                  state.size(), quick);
  if (ZSTD_isError(size)) throw std::runtime_error("zstd failed");
  out.resize(sizeof head + size);
  std::memcpy(out.data(), &head, sizeof head);
  head.checksum = hash(std::string_view(out).substr(unchecked), key);
  std::memcpy(out.data(), &head, sizeof head);
  // Not fsynced: a torn cache fails its checksum and costs a replay.
  const std::filesystem::path fresh = file.string() + ".new";
  disk::File(fresh, O_WRONLY | O_CREAT | O_TRUNC).write(out);
  std::filesystem::rename(fresh, file);
}

std::optional<StateCache::Found> StateCache::load(std::string_view code_digest) const {
  if (!std::filesystem::exists(file)) return {};
  const std::string all = disk::read(file);
  Head head;
  if (all.size() > sizeof head) {
    std::memcpy(&head, all.data(), sizeof head);
    const bool whole = std::memcmp(head.magic, Head{}.magic, sizeof head.magic) == 0 &&
                       head.checksum == hash(std::string_view(all).substr(unchecked), key);
    if (whole && head.code == hash(code_digest, key))
      if (auto state = unpack(std::string_view(all).substr(sizeof head)))
        return Found{head.seq, head.log_hash, std::move(*state)};
  }
  return {};
}

void StateCache::drop() const {
  std::filesystem::remove(file);
}

}  // namespace waystation
