#pragma once
// From a cookie to the account behind it. The store of sessions is asked again every few seconds
// only, so that a request costs no query; role and scope are those of the bank at this moment.
#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "application/desk.h"
#include "storage/credentials.h"

namespace waystation::http {

struct Visitor {
  AccountId account;
  std::string title;
  Role role = Role::outlet_manager;
  Scope scope;
};

class Sessions {
 public:
  static constexpr std::chrono::seconds asked_again_after{10};
  static constexpr std::size_t remembered_limit = 4096;

  explicit Sessions(Credentials& credentials) : credentials_(credentials) {}

  std::optional<Visitor> visitor(std::string_view token, const Standing&);
  std::string begin(const AccountId&);
  void end(std::string_view token);
  void forget_all();  // After sessions began or ended elsewhere.

 private:
  struct Known {
    AccountId account;
    std::chrono::steady_clock::time_point asked;
  };
  std::optional<AccountId> account_of(std::string_view token);

  Credentials& credentials_;
  std::mutex guard_;
  std::unordered_map<std::string, Known> known_;
};

// Wrong sign-ins from one address make it wait: 1, 2, 4 … 60 seconds, whichever account they try.
class Turnstile {
 public:
  using Moment = std::chrono::steady_clock::time_point;
  static constexpr int free_tries = 10;
  static constexpr std::chrono::minutes forgotten_after{15};

  // Seconds still to wait; 0: come in.
  std::int64_t seconds_to_wait(const std::string& address, Moment now);
  void failed(const std::string& address, Moment now);
  void passed(const std::string& address);

 private:
  struct Record {
    int failures = 0;
    Moment until, last;
  };
  std::mutex guard_;
  std::unordered_map<std::string, Record> records_;
};

}  // namespace waystation::http
