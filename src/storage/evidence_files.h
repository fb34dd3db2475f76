#pragma once
// The folder `evidence`: each file under the SHA-256 of its bytes, `ab/ab34…`. Bytes gather in
// `incoming` and get their name only once they are fsynced, so that a file that has its name is
// whole; then the folder is fsynced, and only then is it said to be kept.
#include <atomic>
#include <filesystem>
#include <functional>

#include "application/journal.h"

namespace waystation {

std::string sha256_of(std::string_view bytes);

class EvidenceFiles : public FileStore {
 public:
  explicit EvidenceFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

  bool keep(const std::string& sha256, std::string_view bytes) override;
  bool holds(const std::string& sha256) override;
  std::optional<std::string> read(const std::string& sha256) override;

  // At a start: what an earlier process did not finish was never said to be kept.
  void forget_unfinished();
  // The names of all files, in order.
  void each(const std::function<void(const std::string& sha256)>&) const;

 private:
  std::filesystem::path path_of(const std::string& sha256) const;

  std::filesystem::path folder_;
  std::atomic<std::uint64_t> last_{0};
};

}  // namespace waystation
