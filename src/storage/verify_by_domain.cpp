#include "application/standing_state.h"
#include "storage/journal_sqlite.h"
#include "storage/verify.h"
#include "storage/verify_cash.h"

namespace waystation {

namespace {

// A log to read beside its server: everything that writes is refused.
class LogToRead : public Journal {
 public:
  explicit LogToRead(const std::filesystem::path& folder)
      : places_{folder}, keys_(places_.keys()), log_(places_.log(), sqlite::Access::read) {
    log_.run("BEGIN");
    head_ = head_of_log(log_).seq;
  }

  std::int64_t head() override { return head_; }

  void replay(std::int64_t from, std::int64_t to,
              const std::function<void(const Entry&)>& visit) const override {
    LogWalk walk(log_, from, std::min(to, head_));
    while (walk.next()) visit(walk.entry());
  }

  std::optional<Cached> load_state(std::string_view code_digest) override {
    auto found = StateCache{places_.state(), keys_.derive(Purpose::records)}.load(code_digest);
    if (!found || hash_in_log(log_, found->seq) != found->log_hash) return {};
    return Cached{found->seq, std::move(found->state)};
  }

  void begin() override { refuse(); }
  void append(const Entry&) override { refuse(); }
  void remember(const CommandRecord&) override { refuse(); }
  std::optional<CommandRecord> recall(const CommandId&) override { refuse(); }
  void commit() override { refuse(); }
  void rollback() override { refuse(); }
  void mark() override { refuse(); }
  void back_to_mark() override { refuse(); }
  void release_mark() override { refuse(); }
  void seal(const PersonId&, std::int64_t, std::string_view, Personal&) override { refuse(); }
  void destroy_key(const PersonId&) override { refuse(); }
  std::optional<std::string> open(const PersonId&, std::string_view,
                                  const Personal&) const override {
    refuse();
  }
  FileStore& files() const override { refuse(); }
  Digest keyed_digest(std::string_view) const override { refuse(); }
  std::int64_t save_state(std::int64_t, std::string_view,
                          const std::function<void(const Put&)>&) override {
    refuse();
  }

 private:
  [[noreturn]] static void refuse() { throw std::logic_error("this log is only read"); }

  Places places_;
  Keys keys_;
  mutable sqlite::Database log_;  // Read only.
  std::int64_t head_;
};

}  // namespace

static void report(Verification& so_far, const std::vector<Finding>& findings) {
  if (findings.empty()) return;
  so_far.ok = false;
  so_far.findings.insert(so_far.findings.end(), findings.begin(), findings.end());
  if (!so_far.first_bad_seq && findings.front().seq > 0)
    so_far.first_bad_seq = findings.front().seq;
}

void verify_by_domain(const std::filesystem::path& folder, Verification& so_far) try {
  LogToRead log(folder);
  CashReckoning cash;
  log.replay(1, log.head(), [&](const Entry& entry) { cash.see(entry); });
  if (!cash.findings().empty()) return report(so_far, cash.findings());
  const Standing whole = replay_standing(log), from_cache = load_standing(log);
  cash.compare(whole.bank, "the replayed state");
  cash.compare(from_cache.bank, "the cached state");
  report(so_far, cash.findings());
  if (same_state(whole, from_cache)) return;
  so_far.ok = false;
  so_far.findings.push_back({0,
                             "the cached state and a full replay give different banks: remove "
                             "state.cache and report it"});
} catch (const std::runtime_error& refused) {
  report(so_far, {{0, refused.what()}});
} catch (const std::logic_error& broken) {
  report(so_far, {{0, broken.what()}});
}

static std::string told_by(const Entry& entry) {
  return "it says: " + entry.type + " of " + entry.stream + ", version " +
         std::to_string(entry.version) + ", by " + entry.actor + " at " + to_text(entry.at);
}

void explain_damage(const std::filesystem::path& folder, Verification& so_far) try {
  LogToRead log(folder);
  CashReckoning cash;
  log.replay(1, log.head(), [&](const Entry& entry) {
    cash.see(entry);
    if (entry.seq == so_far.first_bad_seq) so_far.findings.push_back({entry.seq, told_by(entry)});
  });
  report(so_far, cash.findings());
} catch (const std::runtime_error&) {
  // So damaged that it cannot be read to its end: that was said before.
}

}  // namespace waystation
