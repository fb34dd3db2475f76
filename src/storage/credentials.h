#pragma once
// Who may sign in: argon2id hashes of passwords, the one-time enrol code and the sessions, in a
// file of their own, so that no password and no token ever enters the log. Tokens and codes are
// kept only as hashes. Any thread.
#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "domain/room.h"

namespace waystation {

namespace sqlite {
class Database;
}

struct Session {
  AccountId account;
  Time began;
  Time last_seen;
};

class Credentials {
 public:
  static constexpr int sessions_per_account = 3;
  static constexpr std::chrono::minutes idle_limit{15};
  static constexpr std::chrono::hours session_limit{8};
  static constexpr std::size_t shortest_password = 12;  // Bytes; of the length rules of ASVS 6.2.
  static constexpr std::size_t longest_password = 256;
  static constexpr int hashes_at_once =
      2;  // Each takes 19 MiB; a flood of sign-ins may not fill the memory.

  explicit Credentials(const std::filesystem::path& file);
  ~Credentials();

  // Makes a new one-time code; a former one that was not used is void.
  std::string new_enrol_code();
  // True once, for the right code.
  bool redeem_enrol_code(std::string_view code);

  // Refuses "password.too-short", "password.too-long", "password.too-common", "sign-in.busy".
  // Ends all sessions of the account.
  Decision<bool> set_password(const AccountId&, std::string_view password);
  bool has_password(const AccountId&) const;

  // The new session's token, 256 bits in URL-safe base64. Refuses "sign-in.wrong" (also for an
  // account that is not there, after as long), "sign-in.wait" (fact `seconds`) after wrong ones,
  // "sign-in.busy". The oldest session beyond the limit ends.
  Decision<std::string> sign_in(const AccountId&, std::string_view password, Time now);
  // A new session without a password: after enrolment, or for a persona of the demonstration.
  std::string begin_session(const AccountId&, Time now);

  // The session of a token, kept alive by being asked for; none where it is over.
  std::optional<Session> session(std::string_view token, Time now);
  void end_session(std::string_view token);
  void end_sessions(const AccountId&);

 private:
  struct Stored {
    std::string hash;
    int wrong;  // In a row.
    Time wait_until;
  };
  std::optional<Stored> stored(const AccountId&) const;
  void note_wrong(const AccountId&, int wrong, Time now);

  std::unique_ptr<sqlite::Database> database_;
  mutable std::mutex guard_;
  std::atomic<int> hashing_ = 0;
};

}  // namespace waystation
