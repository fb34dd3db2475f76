#include "storage/vault_file.h"

#include <fcntl.h>

#include "storage/backup.h"

namespace waystation {

namespace {

constexpr std::string_view magic = "WSBACKUP1\n";
constexpr std::size_t chunk = 64 * 1024;
constexpr std::size_t tag_size = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr int level = 6;
constexpr std::size_t longest_label = 4096;

unsigned char* bytes(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

std::string framed(std::size_t size) {
  std::string out;
  for (int i = 0; i < 4; ++i) out += char(size >> (8 * i));
  return out;
}

std::size_t unframed(const std::string& four) {
  std::size_t size = 0;
  for (int i = 0; i < 4; ++i) size |= std::size_t(static_cast<unsigned char>(four[i])) << (8 * i);
  return size;
}

[[noreturn]] void damaged() {
  throw BackupFailed("the backup is damaged, cut short, or was made with another master key");
}

}  // namespace

std::string vault_label(const std::filesystem::path& path) {
  const disk::File file(path, O_RDONLY);
  const std::string start = file.read_at(magic.size() + longest_label, 0);
  const auto end = start.find('\n', magic.size());
  if (!start.starts_with(magic) || end == start.npos)
    throw BackupFailed(path.string() + " is no backup of this program");
  return start.substr(magic.size(), end - magic.size());
}

VaultWriter::VaultWriter(const std::filesystem::path& path, const std::string& label,
                         const SecretKey& key)
    : file_(path, O_WRONLY | O_CREAT | O_EXCL),
      label_(label),
      zstd_(ZSTD_createCCtx(), ZSTD_freeCCtx) {
  ZSTD_CCtx_setParameter(zstd_.get(), ZSTD_c_compressionLevel, level);
  std::string header(crypto_secretstream_xchacha20poly1305_HEADERBYTES, '\0');
  crypto_secretstream_xchacha20poly1305_init_push(&cipher_, bytes(header), key.data());
  if (label.size() >= longest_label || label.find('\n') != label.npos)
    throw BackupFailed("the folder's path is too long or holds a line break");
  file_.write(magic);
  file_.write(label + '\n');
  file_.write(header);
}

void VaultWriter::write(std::string_view plain) {
  compress(plain, ZSTD_e_continue);
}

void VaultWriter::finish() {
  compress({}, ZSTD_e_end);
  encrypt(true);
  file_.sync();
}

void VaultWriter::compress(std::string_view plain, ZSTD_EndDirective how) {
  ZSTD_inBuffer in{plain.data(), plain.size(), 0};
  while (true) {
    const std::size_t had = compressed_.size();
    compressed_.resize(had + chunk);
    ZSTD_outBuffer out{compressed_.data(), compressed_.size(), had};
    const std::size_t left = ZSTD_compressStream2(zstd_.get(), &out, &in, how);
    if (ZSTD_isError(left)) throw BackupFailed(ZSTD_getErrorName(left));
    compressed_.resize(out.pos);
    while (compressed_.size() >= chunk) encrypt(false);
    if (how == ZSTD_e_end ? left == 0 : in.pos == in.size) return;
  }
}

void VaultWriter::encrypt(bool last) {
  const std::size_t size = std::min(chunk, compressed_.size());
  std::string out(size + tag_size, '\0');
  const unsigned char tag = last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0;
  crypto_secretstream_xchacha20poly1305_push(&cipher_, bytes(out), nullptr, bytes(compressed_),
                                             size, bytes(label_), label_.size(), tag);
  file_.write(framed(out.size()));
  file_.write(out);
  compressed_.erase(0, size);
}

VaultReader::VaultReader(const std::filesystem::path& path, const SecretKey& key)
    : file_(path, O_RDONLY), label_(vault_label(path)), zstd_(ZSTD_createDCtx(), ZSTD_freeDCtx) {
  constexpr std::size_t header_size = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
  const std::size_t before = magic.size() + label_.size() + 1;
  std::string header = file_.read_at(header_size, std::int64_t(before));
  at_ = std::int64_t(before + header_size);
  if (header.size() != header_size ||
      crypto_secretstream_xchacha20poly1305_init_pull(&cipher_, bytes(header), key.data()))
    damaged();
}

// The next chunk; false at the marked end.
bool VaultReader::decrypt() {
  if (ended_) return false;
  const std::string frame = file_.read_at(4, at_);
  if (frame.size() != 4) damaged();
  const std::size_t size = unframed(frame);
  if (size < tag_size || size > chunk + tag_size) damaged();
  std::string sealed = file_.read_at(size, at_ + 4);
  if (sealed.size() != size) damaged();
  at_ += std::int64_t(4 + size);
  std::string out(size - tag_size, '\0');
  unsigned char tag = 0;
  if (crypto_secretstream_xchacha20poly1305_pull(&cipher_, bytes(out), nullptr, &tag, bytes(sealed),
                                                 size, bytes(label_), label_.size()))
    damaged();
  ended_ = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
  compressed_ = std::move(out);
  used_ = 0;
  return true;
}

bool VaultReader::decompress() {
  if (used_ == compressed_.size() && !decrypt()) return false;
  ZSTD_inBuffer in{compressed_.data(), compressed_.size(), used_};
  const std::size_t had = plain_.size();
  plain_.resize(had + 4 * chunk);
  ZSTD_outBuffer out{plain_.data(), plain_.size(), had};
  if (ZSTD_isError(ZSTD_decompressStream(zstd_.get(), &out, &in))) damaged();
  used_ = in.pos;
  plain_.resize(out.pos);
  return true;
}

std::string VaultReader::read(std::size_t size) {
  while (plain_.size() < size)
    if (!decompress()) damaged();
  std::string out = plain_.substr(0, size);
  plain_.erase(0, size);
  return out;
}

void VaultReader::expect_end() {
  while (plain_.empty() && decompress()) continue;
  if (!plain_.empty() || !ended_) damaged();
}

}  // namespace waystation
