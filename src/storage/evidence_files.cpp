#include "storage/evidence_files.h"

#include <fcntl.h>
#include <openssl/evp.h>

#include <algorithm>
#include <vector>

#include "storage/disk.h"
#include "storage/keys.h"

namespace waystation {

namespace fs = std::filesystem;

std::string sha256_of(std::string_view bytes) {
  Digest out;
  if (!EVP_Digest(bytes.data(), bytes.size(), out.data(), nullptr, EVP_sha256(), nullptr))
    throw std::runtime_error("OpenSSL gives no SHA-256");
  return to_hex(out);
}

fs::path EvidenceFiles::path_of(const std::string& sha256) const {
  return folder_ / sha256.substr(0, 2) / sha256;
}

// A folder is durable once the folder that names it is.
static void make_folder(const fs::path& folder) {
  if (fs::create_directory(folder)) fs::permissions(folder, fs::perms::owner_all);
  disk::sync_folder(folder.parent_path());
}

bool EvidenceFiles::keep(const std::string& sha256, std::string_view bytes) {
  if (sha256_of(bytes) != sha256) return false;
  const fs::path path = path_of(sha256), incoming = folder_ / "incoming";
  // What is there under its name and damaged is made good by the same bytes.
  if (read(sha256)) {
    disk::sync_folder(path.parent_path());
    return true;
  }
  for (const auto& folder : {folder_, incoming, path.parent_path()}) make_folder(folder);
  const fs::path fresh = incoming / (sha256 + '.' + std::to_string(++last_));
  {
    const disk::File file(fresh, O_WRONLY | O_CREAT | O_EXCL);
    file.write(bytes);
    file.sync();
  }
  fs::rename(fresh, path);
  disk::sync_folder(path.parent_path());
  return true;
}

// The name alone may be newer than the disk: another thread may be between rename and fsync.
bool EvidenceFiles::holds(const std::string& sha256) {
  const fs::path path = path_of(sha256);
  if (sha256.size() != 64 || !fs::is_regular_file(path)) return false;
  disk::sync_folder(path.parent_path());
  return true;
}

std::optional<std::string> EvidenceFiles::read(const std::string& sha256) {
  if (sha256.size() != 64 || !fs::is_regular_file(path_of(sha256))) return {};
  std::string bytes = disk::read(path_of(sha256));
  return sha256_of(bytes) == sha256 ? std::optional(std::move(bytes)) : std::nullopt;
}

void EvidenceFiles::forget_unfinished() {
  if (!fs::exists(folder_ / "incoming")) return;
  for (const auto& left : fs::directory_iterator(folder_ / "incoming")) fs::remove(left);
}

void EvidenceFiles::each(const std::function<void(const std::string&)>& visit) const {
  if (!fs::exists(folder_)) return;
  std::vector<std::string> names;
  for (const auto& part : fs::directory_iterator(folder_)) {
    if (part.path().filename() == "incoming" || !part.is_directory()) continue;
    for (const auto& file : fs::directory_iterator(part)) names.push_back(file.path().filename());
  }
  std::ranges::sort(names);
  for (const auto& name : names) visit(name);
}

}  // namespace waystation
