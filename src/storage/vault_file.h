#pragma once
// A file that is written and read once, front to back, compressed and encrypted: libsodium's
// secretstream over zstd. A cut, a changed byte or another key is noticed before a byte of the
// chunk concerned is given out.
#include <sodium.h>
#include <zstd.h>

#include <memory>
#include <string>

#include "storage/disk.h"
#include "storage/keys.h"

namespace waystation {

class VaultWriter {
 public:
  // `label` stands before it, readable by all but not to be changed: where the keys were.
  VaultWriter(const std::filesystem::path&, const std::string& label, const SecretKey&);
  void write(std::string_view);
  void finish();  // Marks the end and fsyncs.

 private:
  void compress(std::string_view, ZSTD_EndDirective);
  void encrypt(bool last);

  disk::File file_;
  std::string label_;
  crypto_secretstream_xchacha20poly1305_state cipher_;
  std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> zstd_;
  std::string compressed_;
};

std::string vault_label(const std::filesystem::path&);

class VaultReader {
 public:
  // Throws BackupFailed, as read() does.
  VaultReader(const std::filesystem::path&, const SecretKey&);
  std::string read(std::size_t size);  // Exactly as many bytes.
  void expect_end();

 private:
  bool decrypt();
  bool decompress();

  disk::File file_;
  std::string label_;
  std::int64_t at_;
  bool ended_ = false;
  crypto_secretstream_xchacha20poly1305_state cipher_;
  std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> zstd_;
  std::string compressed_;
  std::size_t used_ = 0;
  std::string plain_;
};

}  // namespace waystation
