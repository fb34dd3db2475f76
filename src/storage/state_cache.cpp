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

// What stands before the compressed state. The checksum covers the compressed state, then the head
// behind it.
struct Head {
  char magic[8] = {'W', 'S', 'S', 'T', 'A', 'T', 'E', '2'};
  Digest checksum{};
  Digest code{};
  Digest log_hash{};
  std::int64_t seq = 0;
  std::uint64_t size = 0;  // Of the state.
};
constexpr std::size_t unchecked = offsetof(Head, code);

class Checksum {
 public:
  explicit Checksum(const SecretKey& key) {
    crypto_generichash_init(&state_, key.data(), key.size(), sizeof(Digest));
  }
  void add(std::string_view bytes) {
    crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()),
                              bytes.size());
  }
  Digest with(const Head& head) {
    add(std::string_view(reinterpret_cast<const char*>(&head), sizeof head).substr(unchecked));
    Digest out;
    crypto_generichash_final(&state_, out.data(), out.size());
    return out;
  }

 private:
  crypto_generichash_state state_;
};

// Compresses into a file and sums up on the way.
class Packer {
 public:
  Packer(const disk::File& to, Checksum& sum)
      : to_(to),
        sum_(sum),
        context_(ZSTD_createCCtx(), ZSTD_freeCCtx),
        out_(ZSTD_CStreamOutSize(), '\0') {
    ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_compressionLevel, quick);
  }
  void put(std::string_view piece) {
    size_ += piece.size();
    pack(piece, ZSTD_e_continue);
  }
  std::uint64_t end() {
    pack({}, ZSTD_e_end);
    return size_;
  }

 private:
  void pack(std::string_view piece, ZSTD_EndDirective directive) {
    ZSTD_inBuffer in{piece.data(), piece.size(), 0};
    for (bool done = false; !done;) {
      ZSTD_outBuffer out{out_.data(), out_.size(), 0};
      const auto left = ZSTD_compressStream2(context_.get(), &out, &in, directive);
      if (ZSTD_isError(left)) throw std::runtime_error("zstd failed");
      const std::string_view packed(out_.data(), out.pos);
      to_.write(packed);
      sum_.add(packed);
      done = directive == ZSTD_e_end ? left == 0 : in.pos == in.size;
    }
  }

  const disk::File& to_;
  Checksum& sum_;
  std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context_;
  std::string out_;
  std::uint64_t size_ = 0;
};

Digest hash(std::string_view text, const SecretKey& key) {
  Digest out;
  crypto_generichash(out.data(), out.size(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size(), key.data(), key.size());
  return out;
}

std::optional<std::string> unpack(std::string_view packed, std::uint64_t size) {
  if (size > largest_state) return {};
  std::string out(size, '\0');
  const auto had = ZSTD_decompress(out.data(), out.size(), packed.data(), packed.size());
  if (ZSTD_isError(had) || had != size) return {};
  return out;
}

std::string_view bytes_of(const Head& head) {
  return {reinterpret_cast<const char*>(&head), sizeof head};
}

std::filesystem::path beside(const std::filesystem::path& file) {
  return file.string() + ".new";
}

}  // namespace

std::int64_t StateCache::write_aside(std::int64_t seq, const Digest& log_hash,
                                     std::string_view code_digest, const Write& write) const {
  Head head;
  head.code = hash(code_digest, key);
  head.log_hash = log_hash;
  head.seq = seq;
  // Not fsynced: a torn cache fails its checksum and costs a replay.
  const disk::File to(beside(file), O_WRONLY | O_CREAT | O_TRUNC);
  to.write(bytes_of(head));
  Checksum sum(key);
  Packer packer(to, sum);
  write([&](std::string_view piece) { packer.put(piece); });
  head.size = packer.end();
  head.checksum = sum.with(head);
  to.write_at(bytes_of(head), 0);
  return std::int64_t(head.size);
}

void StateCache::adopt() const {
  std::filesystem::rename(beside(file), file);
}

std::optional<StateCache::Found> StateCache::load(std::string_view code_digest) const {
  if (!std::filesystem::exists(file)) return {};
  const std::string all = disk::read(file);
  Head head;
  if (all.size() > sizeof head) {
    std::memcpy(&head, all.data(), sizeof head);
    Checksum sum(key);
    sum.add(std::string_view(all).substr(sizeof head));
    const bool whole = std::memcmp(head.magic, Head{}.magic, sizeof head.magic) == 0 &&
                       head.checksum == sum.with(head);
    if (whole && head.code == hash(code_digest, key))
      if (auto state = unpack(std::string_view(all).substr(sizeof head), head.size))
        return Found{head.seq, head.log_hash, std::move(*state)};
  }
  return {};
}

void StateCache::drop() const {
  std::filesystem::remove(file);
  std::filesystem::remove(beside(file));
}

}  // namespace waystation
