#include "storage/witness.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <system_error>

namespace waystation {

static constexpr std::int64_t records_in_a_block = 4096;
static constexpr std::array<unsigned char, 16> nothing{};

Witness::Witness(const std::filesystem::path& path, const SecretKey& key, Access access)
    : file_(path, access == Access::write ? O_RDWR | O_CREAT : O_RDONLY) {
  static_assert(crypto_shorthash_siphashx24_KEYBYTES == sizeof key_);
  static_assert(crypto_shorthash_siphashx24_BYTES == size);
  std::copy_n(key.begin(), key_.size(), key_.begin());
}

Witness::Record Witness::record_of(std::int64_t seq, const Digest& hash) const {
  unsigned char said[8 + sizeof hash];
  std::memcpy(said, &seq, 8);
  std::memcpy(said + 8, hash.data(), hash.size());
  Record out;
  crypto_shorthash_siphashx24(out.data(), said, sizeof said, key_.data());
  return out;
}

// A power cut may leave zeros at the end: they are no record.
std::int64_t Witness::last_seen() const {
  std::int64_t last = file_.size() / std::int64_t(size);
  while (last > 0) {
    const std::int64_t first = std::max<std::int64_t>(0, last - records_in_a_block);
    const std::string block =
        file_.read_at(std::size_t(last - first) * size, first * std::int64_t(size));
    while (last > first && std::memcmp(block.data() + std::size_t(last - first - 1) * size,
                                       nothing.data(), size) == 0)
      --last;
    if (last > first) return last;
  }
  return 0;
}

bool Witness::agrees(std::int64_t seq, const Digest& hash) {
  const std::int64_t index = seq - 1;
  const auto have = std::int64_t(block_.size() / size);
  if (index < block_first_ || index >= block_first_ + have) {
    block_first_ = index;
    block_ = file_.read_at(std::size_t(records_in_a_block) * size, index * std::int64_t(size));
  }
  const std::size_t at = std::size_t(index - block_first_) * size;
  if (at + size > block_.size()) return true;
  if (std::memcmp(block_.data() + at, nothing.data(), size) == 0) return true;
  return std::memcmp(block_.data() + at, record_of(seq, hash).data(), size) == 0;
}

void Witness::record(std::int64_t first, std::span<const Digest> hashes) {
  std::string records;
  records.reserve(hashes.size() * size);
  std::int64_t seq = first;
  for (const Digest& hash : hashes) {
    const Record record = record_of(seq++, hash);
    records.append(reinterpret_cast<const char*>(record.data()), size);
  }
  file_.write_at(records, (first - 1) * std::int64_t(size));
  block_.clear();
}

void Witness::forget_after(std::int64_t seq) {
  if (::ftruncate(file_.descriptor(), seq * std::int64_t(size)))
    throw std::system_error(errno, std::generic_category(), "witness");
  block_.clear();
  sync();
}

}  // namespace waystation
