#pragma once
// SQLite, as thin as safety allows: a database, its statements, and errors as exceptions with
// SQLite's own code.
#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace waystation::sqlite {

struct Failure : std::runtime_error {
  Failure(int its_code, const std::string& what) : std::runtime_error(what), code(its_code) {}
  int code;  // Extended: 1034 is a failed fsync.
};

using Bytes = std::span<const unsigned char>;
inline Bytes bytes_of(std::string_view text) {
  return {reinterpret_cast<const unsigned char*>(text.data()), text.size()};
}

enum class Access { create, write, read };

class Database {
 public:
  // Waits 5 s for a lock. Closing never moves the -wal into the file unless tidy() was called:
  // after damage the -wal is evidence.
  Database(const std::filesystem::path&, Access);
  ~Database();
  Database(const Database&) = delete;

  void run(const char* sql);  // Without rows, or their last column ignored.
  std::int64_t number(const char* sql);
  std::string text(const char* sql);
  bool in_transaction() const;
  void checkpoint_on_close();
  sqlite3* handle() { return handle_; }

 private:
  sqlite3* handle_ = nullptr;
};

// A prepared statement; bound values must live until the step is over.
class Statement {
 public:
  Statement(Database&, std::string_view sql);
  ~Statement();
  Statement(const Statement&) = delete;

  template <class... Values> Statement& with(const Values&... values) {
    sqlite3_reset(handle_);
    int at = 0;
    (bind(++at, values), ...);
    return *this;
  }
  bool step();  // True where there is a row.
  // Runs to the end, and is ready for the next values.
  void finish();
  void reset() { sqlite3_reset(handle_); }

  std::int64_t integer(int column) const { return sqlite3_column_int64(handle_, column); }
  bool is_null(int column) const { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }
  std::string_view text(int column) const;  // Until the next step.
  Bytes blob(int column) const;

 private:
  void bind(int at, std::int64_t value);
  void bind(int at, int value) { bind(at, std::int64_t(value)); }
  void bind(int at, std::string_view text);
  void bind(int at, const std::string& text) { bind(at, std::string_view(text)); }
  void bind(int at, Bytes bytes);
  void bind(int at, std::nullptr_t);
  void check(int code) const;

  sqlite3* database_;
  sqlite3_stmt* handle_ = nullptr;
};

[[noreturn]] void fail(sqlite3*, int code, std::string_view doing);

}  // namespace waystation::sqlite
