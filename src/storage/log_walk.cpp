#include "storage/log_walk.h"

#include <cstring>

namespace waystation {

namespace {

template <std::size_t N> void copy(sqlite::Bytes from, std::array<unsigned char, N>& to) {
  if (from.size() == N)
    std::memcpy(to.data(), from.data(), N);
  else
    to.fill(0xff);  // A blob of another length fits no hash.
}

}  // namespace

LogWalk::LogWalk(sqlite::Database& log, std::int64_t from, std::int64_t to)
    : rows_(log,
            "SELECT seq, stream, ver, type, schema, at_us, actor, cmd_id, body, prev, hash"
            " FROM event WHERE seq BETWEEN ? AND ? ORDER BY seq"),
      last_(from - 1),
      from_start_(from <= 1) {
  if (!from_start_)
    if (const auto hash = hash_in_log(log, from - 1)) before_ = *hash;
  rows_.with(from, to);
}

bool LogWalk::next() {
  problem_.clear();
  if (!rows_.step()) return false;
  read();
  judge();
  before_ = stored_;
  last_ = entry_.seq;
  return true;
}

void LogWalk::read() {
  entry_.seq = rows_.integer(0);
  entry_.stream = rows_.text(1);
  entry_.version = rows_.integer(2);
  entry_.type = rows_.text(3);
  entry_.schema = int(rows_.integer(4));
  entry_.at = Time{std::chrono::microseconds{rows_.integer(5)}};
  entry_.actor = rows_.text(6);
  copy(rows_.blob(7), entry_.command);
  const auto body = rows_.blob(8);
  entry_.body.assign(reinterpret_cast<const char*>(body.data()), body.size());
  copy(rows_.blob(9), stored_before_);
  copy(rows_.blob(10), stored_);
  hash_ = chain_.link(before_, entry_);
}

void LogWalk::judge() {
  if (entry_.seq != last_ + 1)
    return blame(last_ + 1, "entries " + std::to_string(last_ + 1) + " to " +
                                std::to_string(entry_.seq - 1) + " are missing");
  if (hash_ != stored_ || before_ != stored_before_)
    return blame(entry_.seq, "its hash is not that of its bytes and of the entry before it");
  const auto [known, fresh] = versions_.try_emplace(entry_.stream, entry_.version);
  const bool in_order =
      !fresh ? entry_.version == known->second + 1 : !from_start_ || entry_.version == 1;
  known->second = entry_.version;
  if (!in_order) blame(entry_.seq, "its version does not follow in its stream");
}

void LogWalk::blame(std::int64_t seq, std::string what) {
  problem_seq_ = seq;
  problem_ = std::move(what);
}

LogHead head_of_log(sqlite::Database& log) {
  sqlite::Statement last(log, "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1");
  LogHead head;
  if (last.step()) {
    head.seq = last.integer(0);
    copy(last.blob(1), head.hash);
  }
  return head;
}

std::optional<Digest> hash_in_log(sqlite::Database& log, std::int64_t seq) {
  sqlite::Statement row(log, "SELECT hash FROM event WHERE seq = ?");
  if (!row.with(seq).step()) return {};
  Digest hash;
  copy(row.blob(0), hash);
  return hash;
}

}  // namespace waystation
