#include "storage/folder.h"

#include <fcntl.h>
#include <sys/file.h>

#include "storage/disk.h"
#include "storage/journal_sqlite.h"

namespace waystation {

namespace fs = std::filesystem;

// Two servers on one log would give the same number twice. The lock goes with the process, however
// it ends.
class DataFolder::Lock {
 public:
  explicit Lock(const fs::path& file) : file_(file, O_RDWR | O_CREAT) {
    if (::flock(file_.descriptor(), LOCK_EX | LOCK_NB))
      throw LogRefused(file.parent_path().string() + " is in use by another waystation process");
  }

 private:
  disk::File file_;
};

static void refuse_network(const fs::path& path) {
  if (disk::is_network_file_system(path))
    throw LogRefused(path.string() +
                     " is on a network file system, where locks and fsync cannot be relied on");
}

std::string DataFolder::create(const fs::path& path) {
  if (fs::exists(path) && !fs::is_empty(path))
    throw std::runtime_error(path.string() + " is not empty: a data folder is made in a new one");
  fs::create_directories(path);
  fs::permissions(path, fs::perms::owner_all);
  refuse_network(path);
  const Places places{path};
  Keys::create(places.keys());
  disk::write_durably(places.anchors(), "");
  disk::write_durably(places.witness(), "");
  SqliteJournal::create(places);
  std::string code = Credentials(places.access()).new_enrol_code();
  disk::sync_folder(path);
  disk::sync_folder(fs::absolute(path).parent_path());
  return code;
}

DataFolder::DataFolder(const fs::path& path) : path_(path) {
  const Places places{path};
  if (!fs::exists(places.log()))
    throw LogRefused(path.string() + " is no data folder: log.sqlite is missing");
  refuse_network(path);
  lock_ = std::make_unique<Lock>(places.lock());
  keys_ = std::make_unique<Keys>(places.keys());
  journal_ = std::make_unique<SqliteJournal>(places, *keys_);
  credentials_ = std::make_unique<Credentials>(places.access());
}

DataFolder::~DataFolder() = default;

Journal& DataFolder::journal() {
  return *journal_;
}

void DataFolder::anchor_now() {
  journal_->anchor_now();
}

}  // namespace waystation
