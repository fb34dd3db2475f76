#pragma once
// Import 导入: spreadsheets of the network become commands, one or a few for each row, and go
// through the desk as one bundle: all rows or none. Every bad row is reported with its file, line
// and column, not only the first, because whoever repairs the sheet wants to do it once. The files:
// docs/reference/network-files.md.
#include <filesystem>

#include "application/desk.h"

namespace waystation {

// One cell or row that was refused. The code is stable; the reasons say it in words.
struct ImportError {
  std::string file;
  std::int64_t line = 0;  // Of the file, from 1, as an editor shows it; 0 speaks of the whole file.
  std::string column;
  std::string code;
  std::string reason;
  std::string reason_zh;
  std::vector<Fact> facts;
};
BOOST_DESCRIBE_STRUCT(ImportError, (), (file, line, column, code, reason, reason_zh, facts))

// What a file was taken for. Columns that mean nothing to it are named, so that a misspelt one is
// seen.
struct ImportedFile {
  std::string file;
  std::string kind;      // "outlets"
  std::string encoding;  // "UTF-8", "GB18030" or "XLSX"
  std::int64_t rows = 0;
  std::vector<std::string> ignored_columns;
};
BOOST_DESCRIBE_STRUCT(ImportedFile, (), (file, kind, encoding, rows, ignored_columns))

struct ImportReport {
  std::int64_t rows = 0;      // Rows read, bad ones included.
  std::int64_t imported = 0;  // Rows recorded; of a dry run, rows that would be.
  bool dry_run = false;
  std::int64_t postponed = 0;  // Facts dated after the moment of the import: left out, not wrong.
  std::vector<ImportedFile> files;
  std::int64_t error_count = 0;
  std::vector<ImportError> errors;  // The first `errors_shown`.

  static constexpr std::size_t errors_shown = 1000;
  bool ok() const { return error_count == 0; }
};
BOOST_DESCRIBE_STRUCT(ImportReport, (),
                      (rows, imported, dry_run, postponed, files, error_count, errors))

struct ImportOptions {
  bool dry_run = false;
  bool partial = false;  // Records the good rows even where others are bad.
  std::optional<Time> at;
  AccountId by{"LN-command"};
  Role role = Role::province_command;
  Scope scope = {};
  // Who appoints: at the console of the log it is an administrator.
  std::optional<Role> role_for_accounts = {};
  std::optional<CommandId> id;  // Of the bundle, so that a retry is not a second import.
};

// A file that is already in memory: of an upload or of a test.
struct ImportText {
  std::string name;
  std::string bytes;
};

// Folders stand for the files in them that import knows; throws std::runtime_error where one cannot
// be read.
std::vector<ImportText> read_import_files(const std::vector<std::filesystem::path>&);

ImportReport import_files(Desk&, const std::vector<std::filesystem::path>&,
                          const ImportOptions& = {});
ImportReport import_text(Desk&, std::vector<ImportText>, const ImportOptions& = {});

// "outlets.csv:41: windows: "two" is not a whole number"
std::string to_text(const ImportError&);

}  // namespace waystation
