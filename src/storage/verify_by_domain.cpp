#include "application/standing_state.h"
#include "storage/journal_sqlite.h"
#include "storage/verify.h"

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
  Digest keyed_digest(std::string_view) const override { refuse(); }
  void save_state(std::int64_t, std::string_view, std::string_view) override { refuse(); }

 private:
  [[noreturn]] static void refuse() { throw std::logic_error("this log is only read"); }

  Places places_;
  Keys keys_;
  mutable sqlite::Database log_;  // Read only.
  std::int64_t head_;
};

}  // namespace

void verify_by_domain(const std::filesystem::path& folder, Verification& so_far) try {
  LogToRead log(folder);
  const std::string whole = state_text(replay_standing(log));
  const std::string from_cache = state_text(load_standing(log));
  if (whole == from_cache) return;
  so_far.ok = false;
  so_far.findings.push_back({0,
                             "the cached state and a full replay give different banks: remove "
                             "state.cache and report it"});
} catch (const LogRefused& refused) {
  so_far.ok = false;
  so_far.findings.push_back({0, refused.what()});
}

}  // namespace waystation
