#include "storage/verify.h"

#include <algorithm>

#include "storage/journal_sqlite.h"

namespace waystation {

namespace {

// A damaged log repeats itself; the first of a kind is what leads to the cause.
constexpr std::size_t findings_of_a_kind = 5;

class Verifier {
 public:
  explicit Verifier(const std::filesystem::path& folder)
      : places_{folder},
        keys_(places_.keys()),
        record_key_(keys_.derive(Purpose::records)),
        anchors_(read_anchors(places_.anchors(), keys_.verifying())),
        witness_(places_.witness(), keys_.derive(Purpose::witness), Witness::Access::read),
        seen_(witness_.last_seen()),
        log_(places_.log(), sqlite::Access::read) {
    // One moment of the log, taken after what is kept outside it: a running server is never
    // accused.
    log_.run("BEGIN");
    head_ = head_of_log(log_);
  }

  Verification run() {
    for (const std::string& problem : anchors_.problems) find(0, problem);
    check(&Verifier::check_length);
    check(&Verifier::check_entries);
    check(&Verifier::check_anchors);
    check(&Verifier::check_commands);
    check(&Verifier::check_keys);
    check(&Verifier::check_pages);
    out_.ok = out_.findings.empty();
    std::int64_t first = 0;
    for (const Finding& finding : out_.findings)
      if (finding.seq > 0 && (first == 0 || finding.seq < first)) first = finding.seq;
    if (first > 0) out_.first_bad_seq = first;
    return std::move(out_);
  }

 private:
  // SQLite itself may stumble over the damage: then the entry after the last one read is the first
  // bad one.
  void check(void (Verifier::*part)()) {
    try {
      (this->*part)();
    } catch (const sqlite::Failure& failure) {
      find(part == &Verifier::check_entries ? last_read_ + 1 : 0, failure.what());
    }
  }

  void find(std::int64_t seq, std::string what) { out_.findings.push_back({seq, std::move(what)}); }

  void check_length() {
    std::int64_t anchored = 0;
    for (const Anchor& anchor : anchors_.genuine) anchored = std::max(anchored, anchor.seq);
    if (seen_ < anchored)
      find(0, "witness.bin ends at entry " + std::to_string(seen_) +
                  ", before the newest anchor at " + std::to_string(anchored));
    const std::int64_t known = std::max(seen_, anchored);
    if (head_.seq < known)
      find(head_.seq + 1, "the log ends at entry " + std::to_string(head_.seq) + ": " +
                              std::to_string(known - head_.seq) + " entries are missing");
  }

  void check_entries() {
    LogWalk walk(log_, 1, INT64_MAX);
    std::size_t broken = 0;
    std::int64_t first_other = 0, others = 0;
    while (walk.next()) {
      ++out_.events;
      last_read_ = walk.entry().seq;
      if (!walk.problem().empty() && ++broken <= findings_of_a_kind)
        find(walk.problem_seq(), walk.problem());
      if (witness_.agrees(last_read_, walk.hash())) continue;
      if (others++ == 0) first_other = last_read_;
    }
    if (others > 0 && broken == 0) blame_rewriting(first_other, others);
  }

  // A changed entry changes every hash after it; a lone disagreement is damage to the witness
  // itself.
  void blame_rewriting(std::int64_t first, std::int64_t others) {
    if (others == std::min(seen_, last_read_) - first + 1)
      find(first,
           "entries from here on are not those that were written: one was changed and the "
           "hashes after it recomputed");
    else
      find(first, "witness.bin disagrees about " + std::to_string(others) +
                      " entries and agrees with later ones: the witness is damaged, not the log");
  }

  void check_anchors() {
    std::int64_t good = 0;
    auto anchors = anchors_.genuine;
    std::ranges::stable_sort(anchors, {}, &Anchor::seq);
    for (const Anchor& anchor : anchors) {
      const auto hash = hash_in_log(log_, anchor.seq);
      if (!hash || to_hex(*hash) == anchor.hash) {
        good = anchor.seq;
        continue;
      }
      const bool known = std::ranges::any_of(
          out_.findings, [&](const Finding& f) { return f.seq > good && f.seq <= anchor.seq; });
      // With nothing better known, the first entry after the last anchor that agrees.
      find(known ? anchor.seq : good + 1, "entry " + std::to_string(anchor.seq) +
                                              " is not the one that was anchored on " +
                                              to_text(anchor.at));
      return;
    }
  }

  // Every entry is the effect of exactly one accepted command, whose row is as it was written.
  void check_commands() {
    sqlite::Statement rows(
        log_, std::string("SELECT ") + command_columns + " FROM command ORDER BY first_seq");
    std::int64_t next = 1;
    std::size_t found = 0;
    while (rows.step() && found < findings_of_a_kind) {
      const CommandRecord command = command_in(rows);
      const Digest checksum = checksum_of(command, record_key_);
      const std::int64_t first = command.first_seq;
      if (!std::ranges::equal(rows.blob(6), checksum))
        find(first, "the record of the command that brought it was changed"), ++found;
      if (first != next) find(std::min(first, next), "entries and commands do not match"), ++found;
      next = first + command.events;
    }
    if (found == 0 && next != head_.seq + 1 && out_.findings.empty())
      find(next, "entries and commands do not match");
  }

  void check_keys() try { Seals(log_, keys_); } catch (const LogRefused& refused) {
    find(0, refused.what());
  }

  // Indexes and free pages, which no hash covers.
  void check_pages() {
    const std::string said = log_.text("PRAGMA integrity_check(1)");
    if (said != "ok") find(0, "SQLite: " + said);
  }

  Places places_;
  Keys keys_;
  SecretKey record_key_;
  AnchorFile anchors_;
  Witness witness_;
  std::int64_t seen_;
  sqlite::Database log_;
  LogHead head_;
  std::int64_t last_read_ = 0;
  Verification out_;
};

}  // namespace

Verification verify(const std::filesystem::path& folder) {
  const Places places{folder};
  for (const auto& file : {places.log(), places.anchors(), places.witness()})
    if (!std::filesystem::exists(file)) {
      const std::string what = file.filename().string() + " is missing";
      return {false, 0, std::nullopt, {{0, what}}};
    }
  return Verifier(folder).run();
}

}  // namespace waystation
