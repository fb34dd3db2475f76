#pragma once
// Files that must be there after a power cut: written under another name, fsynced, renamed, and
// their folder fsynced.
#include <filesystem>
#include <string>
#include <string_view>

namespace waystation::disk {

// An open file; -1 once moved from.
class File {
 public:
  File(const std::filesystem::path&, int flags, int mode = 0600);  // Throws std::system_error.
  ~File();
  File(const File&) = delete;
  File(File&& other) noexcept;

  int descriptor() const { return descriptor_; }
  void write(std::string_view) const;
  void write_at(std::string_view, std::int64_t offset) const;
  // At most `size` bytes; fewer at the end.
  std::string read_at(std::size_t size, std::int64_t offset) const;
  std::int64_t size() const;
  void sync() const;

 private:
  int descriptor_;
  std::string path_;
};

std::string read(const std::filesystem::path&);
void write_durably(const std::filesystem::path&, std::string_view content, int mode = 0600);
void append_durably(const std::filesystem::path&, std::string_view line);
void sync_folder(const std::filesystem::path&);
// Where locks and fsync are another machine's promise.
bool is_network_file_system(const std::filesystem::path&);

// Left when the object goes; for what is made only to be looked at.
class TemporaryFolder {
 public:
  explicit TemporaryFolder(
      const std::filesystem::path& beside = std::filesystem::temp_directory_path());
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace waystation::disk
