#include "storage/credentials.h"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "storage/sqlite.h"

namespace waystation {

namespace {

// OWASP's floor for argon2id; 41 ms on a small server.
constexpr std::size_t memory_bytes = 19 * 1024 * 1024;
constexpr unsigned long long passes = 2;
// A session's last use is written at most so often: a read must not cost an fsync.
constexpr std::chrono::minutes note_use_every{1};
constexpr int wrong_before_wait = 3;
constexpr std::chrono::seconds longest_wait{15 * 60};

constexpr const char* tables =
    "CREATE TABLE IF NOT EXISTS credential(account TEXT PRIMARY KEY, hash TEXT NOT NULL,"
    " wrong INTEGER NOT NULL DEFAULT 0, wait_until_us INTEGER NOT NULL DEFAULT 0) STRICT;"
    "CREATE TABLE IF NOT EXISTS session(token_hash BLOB PRIMARY KEY, account TEXT NOT NULL,"
    " began_us INTEGER NOT NULL, seen_us INTEGER NOT NULL) STRICT;"
    "CREATE INDEX IF NOT EXISTS session_of ON session(account);"
    "CREATE TABLE IF NOT EXISTS enrol(code_hash BLOB NOT NULL) STRICT;";

// Words that this bank's staff would try first, and those that head every list of stolen passwords.
constexpr std::array common = {"password",  "qwerty",     "123456", "111111", "000000",   "icbc",
                               "gongshang", "waystation", "驿站",   "工行",   "工商银行", "abc123"};

std::int64_t us(Time t) {
  return t.time_since_epoch().count();
}
Time time_of(std::int64_t t) {
  return Time{std::chrono::microseconds{t}};
}

std::string random_text() {
  std::array<unsigned char, 32> raw;
  randombytes_buf(raw.data(), raw.size());
  constexpr int kind = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string out(sodium_base64_ENCODED_LEN(32, kind), '\0');
  sodium_bin2base64(out.data(), out.size(), raw.data(), raw.size(), kind);
  out.pop_back();
  return out;
}

// 256 random bits need no slow hash, only one that cannot be turned round.
std::array<unsigned char, 32> hash_of(std::string_view token) {
  std::array<unsigned char, 32> out;
  crypto_generichash(out.data(), out.size(), reinterpret_cast<const unsigned char*>(token.data()),
                     token.size(), nullptr, 0);
  return out;
}

std::string slow_hash(std::string_view password) {
  std::string out(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str_alg(out.data(), password.data(), password.size(), passes, memory_bytes,
                            crypto_pwhash_ALG_ARGON2ID13))
    throw std::bad_alloc();
  out.resize(std::char_traits<char>::length(out.c_str()));
  return out;
}

bool fits(const std::string& hash, std::string_view password) {
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

// So that an account that is not there is refused after as long as one that is.
const std::string& nobodys_hash() {
  static const std::string hash = slow_hash(random_text());
  return hash;
}

// What is left of it when the common words and repetitions are taken out must still be something.
bool is_common(std::string_view password) {
  std::string rest(password);
  std::ranges::transform(rest, rest.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  for (const std::string_view word : common)
    for (std::size_t at; (at = rest.find(word)) != rest.npos;) rest.erase(at, word.size());
  std::ranges::sort(rest);
  rest.erase(std::unique(rest.begin(), rest.end()), rest.end());
  return rest.size() < 4;
}

Refusal busy() {
  return {Why::busy, "sign-in.busy"};
}

// A place among those who hash at the moment.
class Turn {
 public:
  Turn(std::atomic<int>& taken, int limit) : taken_(taken), mine_(taken.fetch_add(1) < limit) {}
  ~Turn() { --taken_; }
  Turn(const Turn&) = delete;
  explicit operator bool() const { return mine_; }

 private:
  std::atomic<int>& taken_;
  bool mine_;
};

}  // namespace

Credentials::Credentials(const std::filesystem::path& file) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium could not start");
  database_ = std::make_unique<sqlite::Database>(file, sqlite::Access::create);
  std::filesystem::permissions(
      file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  database_->run("PRAGMA journal_mode=WAL");
  database_->run("PRAGMA synchronous=FULL");
  database_->run("PRAGMA secure_delete=ON");
  database_->run(tables);
  database_->checkpoint_on_close();
}

Credentials::~Credentials() = default;

std::string Credentials::new_enrol_code() {
  const std::lock_guard lock(guard_);
  std::string code = random_text();
  const auto hash = hash_of(code);
  database_->run("BEGIN IMMEDIATE");
  database_->run("DELETE FROM enrol");
  sqlite::Statement(*database_, "INSERT INTO enrol VALUES(?)").with(sqlite::Bytes(hash)).finish();
  database_->run("COMMIT");
  return code;
}

bool Credentials::redeem_enrol_code(std::string_view code) {
  const std::lock_guard lock(guard_);
  sqlite::Statement take(*database_, "DELETE FROM enrol WHERE code_hash = ? RETURNING 1");
  const auto hash = hash_of(code);
  const bool was_there = take.with(sqlite::Bytes(hash)).step();
  if (was_there) take.finish();
  return was_there;
}

Decision<bool> Credentials::set_password(const AccountId& account, std::string_view password) {
  if (password.size() < shortest_password) return invalid("password.too-short");
  if (password.size() > longest_password) return invalid("password.too-long");
  if (is_common(password)) return invalid("password.too-common");
  const Turn turn(hashing_, hashes_at_once);
  if (!turn) return busy();
  const std::string hash = slow_hash(password);
  {
    const std::lock_guard lock(guard_);
    sqlite::Statement(*database_,
                      "INSERT INTO credential(account, hash) VALUES(?,?) ON CONFLICT(account)"
                      " DO UPDATE SET hash = excluded.hash, wrong = 0, wait_until_us = 0")
        .with(account.text, hash)
        .finish();
  }
  end_sessions(account);
  return true;
}

bool Credentials::has_password(const AccountId& account) const {
  const std::lock_guard lock(guard_);
  sqlite::Statement row(*database_, "SELECT 1 FROM credential WHERE account = ?");
  return row.with(account.text).step();
}

std::optional<Credentials::Stored> Credentials::stored(const AccountId& account) const {
  const std::lock_guard lock(guard_);
  sqlite::Statement row(*database_,
                        "SELECT hash, wrong, wait_until_us FROM credential WHERE account = ?");
  if (!row.with(account.text).step()) return {};
  return Stored{std::string(row.text(0)), int(row.integer(1)), time_of(row.integer(2))};
}

// After the third wrong one in a row 1 s, then double each time, up to a quarter of an hour.
void Credentials::note_wrong(const AccountId& account, int wrong, Time now) {
  const int over = std::clamp(wrong - wrong_before_wait, -1, 20);
  const auto wait = over < 0 ? std::chrono::seconds{0}
                             : std::min(longest_wait, std::chrono::seconds{1LL << over});
  const std::lock_guard lock(guard_);
  sqlite::Statement(*database_,
                    "UPDATE credential SET wrong = ?, wait_until_us = ? WHERE account = ?")
      .with(wrong, us(now + wait), account.text)
      .finish();
}

Decision<std::string> Credentials::sign_in(const AccountId& account, std::string_view password,
                                           Time now) {
  const auto found = stored(account);
  if (found && found->wait_until > now) {
    const auto left = std::chrono::ceil<std::chrono::seconds>(found->wait_until - now).count();
    return Refusal{Why::busy, "sign-in.wait", {}, {}, {{"seconds", std::to_string(left)}}};
  }
  const Turn turn(hashing_, hashes_at_once);
  if (!turn) return busy();
  const bool right = password.size() <= longest_password &&
                     fits(found ? found->hash : nobodys_hash(), password) && found;
  if (!right) {
    if (found) note_wrong(account, found->wrong + 1, now);
    return Refusal{Why::forbidden, "sign-in.wrong"};
  }
  if (found->wrong > 0) note_wrong(account, 0, now);
  if (crypto_pwhash_str_needs_rehash(found->hash.c_str(), passes, memory_bytes)) {
    const std::string fresh = slow_hash(password);
    const std::lock_guard lock(guard_);
    sqlite::Statement(*database_, "UPDATE credential SET hash = ? WHERE account = ?")
        .with(fresh, account.text)
        .finish();
  }
  return begin_session(account, now);
}

std::string Credentials::begin_session(const AccountId& account, Time now) {
  std::string token = random_text();
  const auto hash = hash_of(token);
  const std::lock_guard lock(guard_);
  database_->run("BEGIN IMMEDIATE");
  sqlite::Statement(*database_, "INSERT INTO session VALUES(?,?,?,?)")
      .with(sqlite::Bytes(hash), account.text, us(now), us(now))
      .finish();
  sqlite::Statement(*database_,
                    "DELETE FROM session WHERE account = ?1 AND rowid NOT IN (SELECT rowid FROM"
                    " session WHERE account = ?1 ORDER BY began_us DESC, rowid DESC LIMIT ?2)")
      .with(account.text, sessions_per_account)
      .finish();
  database_->run("COMMIT");
  return token;
}

std::optional<Session> Credentials::session(std::string_view token, Time now) {
  const auto hash = hash_of(token);
  const std::lock_guard lock(guard_);
  sqlite::Statement row(*database_,
                        "SELECT account, began_us, seen_us FROM session WHERE token_hash = ?");
  if (!row.with(sqlite::Bytes(hash)).step()) return {};
  const Session found{{std::string(row.text(0))}, time_of(row.integer(1)), time_of(row.integer(2))};
  row.reset();
  if (now - found.last_seen >= idle_limit || now - found.began >= session_limit) {
    sqlite::Statement(*database_, "DELETE FROM session WHERE token_hash = ?")
        .with(sqlite::Bytes(hash))
        .finish();
    return {};
  }
  if (now - found.last_seen >= note_use_every)
    sqlite::Statement(*database_, "UPDATE session SET seen_us = ? WHERE token_hash = ?")
        .with(us(now), sqlite::Bytes(hash))
        .finish();
  return found;
}

void Credentials::end_session(std::string_view token) {
  const auto hash = hash_of(token);
  const std::lock_guard lock(guard_);
  sqlite::Statement(*database_, "DELETE FROM session WHERE token_hash = ?")
      .with(sqlite::Bytes(hash))
      .finish();
}

void Credentials::end_sessions(const AccountId& account) {
  const std::lock_guard lock(guard_);
  sqlite::Statement(*database_, "DELETE FROM session WHERE account = ?")
      .with(account.text)
      .finish();
}

}  // namespace waystation
