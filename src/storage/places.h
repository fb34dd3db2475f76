#pragma once
// The files of a data folder (docs/reference/data-folder.md).
#include <filesystem>

namespace waystation {

struct Places {
  std::filesystem::path root;

  std::filesystem::path log() const { return root / "log.sqlite"; }
  std::filesystem::path anchors() const { return root / "anchors.jsonl"; }
  std::filesystem::path witness() const { return root / "witness.bin"; }
  std::filesystem::path state() const { return root / "state.cache"; }
  std::filesystem::path access() const { return root / "access.sqlite"; }
  std::filesystem::path evidence() const { return root / "evidence"; }
  std::filesystem::path keys() const { return root / "keys"; }
  std::filesystem::path lock() const { return root / "lock"; }
};

}  // namespace waystation
