#include "storage/sqlite.h"

namespace waystation::sqlite {

void fail(sqlite3* database, int code, std::string_view doing) {
  const int extended = database ? sqlite3_extended_errcode(database) : code;
  const char* why = database ? sqlite3_errmsg(database) : sqlite3_errstr(code);
  throw Failure(extended, "SQLite error " + std::to_string(extended) + " (" + why + ") at " +
                              std::string(doing.substr(0, 200)));
}

static int flags_of(Access access) {
  switch (access) {
    case Access::create:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case Access::write:
      return SQLITE_OPEN_READWRITE;
    case Access::read:
      return SQLITE_OPEN_READONLY;
  }
  return SQLITE_OPEN_READONLY;
}

Database::Database(const std::filesystem::path& file, Access access) {
  // Nobody reads SQLite's count of its memory, and it takes a lock at each allocation.
  [[maybe_unused]] static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  const int flags = flags_of(access) | SQLITE_OPEN_NOMUTEX;
  if (const int code = sqlite3_open_v2(file.c_str(), &handle_, flags, nullptr)) {
    const std::string why = sqlite3_errmsg(handle_);
    sqlite3_close(handle_);
    throw Failure(code, file.string() + ": " + why);
  }
  sqlite3_extended_result_codes(handle_, 1);
  sqlite3_busy_timeout(handle_, 5000);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

Database::~Database() {
  sqlite3_close_v2(handle_);
}

void Database::run(const char* sql) {
  if (const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr))
    fail(handle_, code, sql);
}

std::int64_t Database::number(const char* sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.integer(0) : 0;
}

std::string Database::text(const char* sql) {
  Statement statement(*this, sql);
  return statement.step() ? std::string(statement.text(0)) : "";
}

bool Database::in_transaction() const {
  return !sqlite3_get_autocommit(handle_);
}

void Database::checkpoint_on_close() {
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
}

Statement::Statement(Database& database, std::string_view sql) : database_(database.handle()) {
  const int code = sqlite3_prepare_v3(database_, sql.data(), int(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &handle_, nullptr);
  if (code) fail(database_, code, sql);
}

Statement::~Statement() {
  sqlite3_finalize(handle_);
}

bool Statement::step() {
  const int code = sqlite3_step(handle_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  fail(database_, code, sqlite3_sql(handle_));
}

void Statement::finish() {
  while (step()) continue;
  sqlite3_reset(handle_);
}

std::string_view Statement::text(int column) const {
  const auto* at = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
  return at ? std::string_view(at, std::size_t(sqlite3_column_bytes(handle_, column)))
            : std::string_view();
}

Bytes Statement::blob(int column) const {
  const auto* at = static_cast<const unsigned char*>(sqlite3_column_blob(handle_, column));
  return {at, at ? std::size_t(sqlite3_column_bytes(handle_, column)) : 0};
}

void Statement::bind(int at, std::int64_t value) {
  check(sqlite3_bind_int64(handle_, at, value));
}

void Statement::bind(int at, std::string_view text) {
  check(sqlite3_bind_text64(handle_, at, text.empty() ? "" : text.data(), text.size(),
                            SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind(int at, Bytes bytes) {
  check(sqlite3_bind_blob64(handle_, at,
                            bytes.empty() ? reinterpret_cast<const void*>("") : bytes.data(),
                            bytes.size(), SQLITE_STATIC));
}

void Statement::bind(int at, std::nullptr_t) {
  check(sqlite3_bind_null(handle_, at));
}

void Statement::check(int code) const {
  if (code) fail(database_, code, "bind");
}

}  // namespace waystation::sqlite
