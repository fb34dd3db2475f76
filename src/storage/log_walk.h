#pragma once
// Reads a log in order and checks each entry on the way: no gap, versions in order, the hash that
// of its bytes and of the entry before it.
#include <unordered_map>

#include "storage/chain.h"
#include "storage/sqlite.h"

namespace waystation {

class LogWalk {
 public:
  LogWalk(sqlite::Database&, std::int64_t from, std::int64_t to);

  // False at the end.
  bool next();
  // Of the present entry, until the next.
  const Entry& entry() const { return entry_; }
  const Digest& hash() const { return hash_; }  // Computed from what was read.
  // What is wrong with it; empty: nothing. A gap is told of the number that is missing.
  const std::string& problem() const { return problem_; }
  std::int64_t problem_seq() const { return problem_seq_; }

 private:
  void read();
  void judge();
  void blame(std::int64_t seq, std::string what);

  sqlite::Statement rows_;
  Chain chain_;
  Entry entry_;
  Digest before_{};  // As stored with the entry before.
  Digest hash_{};
  Digest stored_{};
  Digest stored_before_{};
  std::int64_t last_;
  bool from_start_;
  std::unordered_map<std::string, std::int64_t> versions_;
  std::string problem_;
  std::int64_t problem_seq_ = 0;
};

// Of the log's last entry; 0 and zeros where there is none.
struct LogHead {
  std::int64_t seq = 0;
  Digest hash{};
};
LogHead head_of_log(sqlite::Database&);
std::optional<Digest> hash_in_log(sqlite::Database&, std::int64_t seq);

}  // namespace waystation
