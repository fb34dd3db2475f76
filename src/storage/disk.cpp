#include "storage/disk.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <system_error>
#include <utility>

namespace waystation::disk {

namespace fs = std::filesystem;

[[noreturn]] static void fail(const std::string& path) {
  throw std::system_error(errno, std::generic_category(), path);
}

File::File(const fs::path& path, int flags, int mode)
    : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, mode)), path_(path) {
  if (descriptor_ < 0) fail(path_);
}

File::~File() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

File::File(File&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), path_(std::move(other.path_)) {}

void File::write(std::string_view content) const {
  while (!content.empty()) {
    const auto n = ::write(descriptor_, content.data(), content.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) fail(path_);
    content.remove_prefix(std::size_t(n));
  }
}

void File::write_at(std::string_view content, std::int64_t offset) const {
  while (!content.empty()) {
    const auto n = ::pwrite(descriptor_, content.data(), content.size(), offset);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) fail(path_);
    content.remove_prefix(std::size_t(n));
    offset += n;
  }
}

std::string File::read_at(std::size_t size, std::int64_t offset) const {
  std::string out(size, '\0');
  std::size_t have = 0;
  while (have < size) {
    const auto n =
        ::pread(descriptor_, out.data() + have, size - have, offset + std::int64_t(have));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail(path_);
    if (n == 0) break;
    have += std::size_t(n);
  }
  out.resize(have);
  return out;
}

std::int64_t File::size() const {
  struct stat found {};
  if (::fstat(descriptor_, &found)) fail(path_);
  return found.st_size;
}

void File::sync() const {
  if (::fsync(descriptor_)) fail(path_);
}

std::string read(const fs::path& path) {
  const File file(path, O_RDONLY);
  return file.read_at(std::size_t(file.size()), 0);
}

void sync_folder(const fs::path& folder) {
  File(folder, O_RDONLY | O_DIRECTORY).sync();
}

static fs::path folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

void write_durably(const fs::path& path, std::string_view content, int mode) {
  const fs::path fresh = path.string() + ".new";
  {
    const File file(fresh, O_WRONLY | O_CREAT | O_TRUNC, mode);
    file.write(content);
    file.sync();
  }
  fs::rename(fresh, path);
  sync_folder(folder_of(path));
}

void append_durably(const fs::path& path, std::string_view line) {
  const File file(path, O_WRONLY | O_CREAT | O_APPEND);
  file.write(line);
  file.sync();
}

bool is_network_file_system(const fs::path& path) {
  constexpr std::int64_t smb2 = 0xFE534D42, cifs = 0xFF534D42, ceph = 0x00C36400, fuse = 0x65735546;
  constexpr std::int64_t kinds[] = {NFS_SUPER_MAGIC,
                                    SMB_SUPER_MAGIC,
                                    AFS_SUPER_MAGIC,
                                    V9FS_MAGIC,
                                    CODA_SUPER_MAGIC,
                                    OCFS2_SUPER_MAGIC,
                                    smb2,
                                    cifs,
                                    ceph,
                                    fuse};
  struct statfs found {};
  if (::statfs(path.c_str(), &found)) fail(path);
  return std::ranges::find(kinds, std::int64_t(found.f_type)) != std::end(kinds);
}

TemporaryFolder::TemporaryFolder(const fs::path& beside) {
  std::string name = (beside / "waystation-XXXXXX").string();
  if (!::mkdtemp(name.data())) fail(name);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;  // What is left in a temporary folder harms nobody.
  fs::remove_all(path_, ignored);
}

}  // namespace waystation::disk
