#pragma once
// Backups of a data folder: one file, compressed and encrypted under a key derived from the master
// key. A backup is called good only after it was restored into a temporary folder and verified
// there. The keys are never in it: who restores brings the folder `keys`, kept elsewhere.
//
// The file: "WSBACKUP1\n", the path of the keys and "\n", then a libsodium secretstream of one zstd
// stream of: the manifest framed by its length, each file that it names, in its order, and the
// files of evidence, each after its hash and its length.
#include <filesystem>

#include "storage/verify.h"

namespace waystation {

struct BackedUpFile {
  std::string name;
  std::int64_t size = 0;
  std::string blake2b;
};
BOOST_DESCRIBE_STRUCT(BackedUpFile, (), (name, size, blake2b))

struct BackedUpEvidence {
  std::int64_t files = 0;
  std::int64_t bytes = 0;
  std::int64_t damaged = 0;  // Left out: `verify --deep` names them.
};
BOOST_DESCRIBE_STRUCT(BackedUpEvidence, (), (files, bytes, damaged))

struct Manifest {
  std::string program;
  Time made_at;
  std::int64_t seq = 0;
  std::string hash;  // Of entry `seq`.
  std::vector<BackedUpFile> files;
  std::optional<BackedUpEvidence> evidence = {};  // Behind the files; none in older backups.
};
BOOST_DESCRIBE_STRUCT(Manifest, (), (program, made_at, seq, hash, files, evidence))

// Throws std::runtime_error where a backup is damaged, of other keys, or cannot give what was
// asked.
struct BackupFailed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Beside a running server, too. Signs an anchor of what it holds.
Manifest back_up(const std::filesystem::path& folder, const std::filesystem::path& file);

struct Restoration {
  std::filesystem::path file;
  std::filesystem::path to;    // A new folder.
  std::filesystem::path keys;  // Copied into it; empty: where they were when the backup was made.
  std::optional<std::int64_t> to_seq;
};
// Fails, leaving nothing, unless what was restored is verified.
Verification restore(const Restoration&);

}  // namespace waystation
