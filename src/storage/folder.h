#pragma once
// A data folder: everything one command area keeps on disk. The log, what proves it, the keys, and
// who may sign in. One program at a time may write in it; `verify` and `backup` read beside it. Its
// files are described in docs/reference/data-folder.md.
#include <filesystem>
#include <memory>

#include "application/journal.h"
#include "storage/credentials.h"

namespace waystation {

class Keys;
class SqliteJournal;

class DataFolder {
 public:
  // Makes a new folder with its keys and an empty log; returns the one-time enrol code for the
  // first account. Throws std::runtime_error where something is already there.
  static std::string create(const std::filesystem::path&);

  // Takes the folder for this process; throws LogRefused where it is in use, on a network file
  // system, damaged or behind what its anchors and its witness say it once held.
  explicit DataFolder(const std::filesystem::path&);
  // A clean close writes a signed anchor.
  ~DataFolder();
  DataFolder(const DataFolder&) = delete;

  Journal& journal();
  Credentials& credentials() { return *credentials_; }
  const std::filesystem::path& path() const { return path_; }

  // Signs the durable head of the log and writes it, fsynced, to the anchor file. Any thread.
  void anchor_now();

 private:
  class Lock;

  std::filesystem::path path_;
  std::unique_ptr<Lock> lock_;
  std::unique_ptr<Keys> keys_;
  std::unique_ptr<SqliteJournal> journal_;
  std::unique_ptr<Credentials> credentials_;
};

}  // namespace waystation
