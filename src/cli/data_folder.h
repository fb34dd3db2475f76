#pragma once
// An open data folder with a desk on it: what every subcommand that reads or writes the log works
// on.
#include <filesystem>

#include "application/desk.h"
#include "storage/folder.h"

namespace waystation::cli {

struct OpenFolder {
  explicit OpenFolder(const std::filesystem::path& path, Clock clock = system_clock_now)
      : folder(path), desk(folder.journal(), std::move(clock)) {}

  DataFolder folder;
  Desk desk;
};

// An id for a command that is given here, on the machine of the log: 128 random bits.
CommandId fresh_command_id();

// The refusal on stderr in words, with its code; returns the exit code.
int say_no(const Refusal&);

}  // namespace waystation::cli
