#pragma once
// The duty desk: the one door through which the bank changes. HTTP, the command line, imports and
// stories hand it a command by name; it checks authority, asks the domain, writes the log and only
// then replies.
// Of evidence it asks the storage: the log knows a file only once its bytes are kept.
//
// One writer thread. It takes what has arrived (at most 256 orders or 1 MiB), and for each: dedupe,
// decide, apply, encode; then one transaction, one fsync; then the replies, and the new state is
// published. There is no artificial delay: a batch is what arrived during the last fsync. Decisions
// read the state that is not yet durable; readers see only what is. If the commit fails nobody can
// know whether it is on the disk: every waiting order is answered "desk.outcome-unknown" and the
// process must end (exit code 70) and replay.
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>

#include "application/journal.h"
#include "domain/bank.h"

namespace waystation {

// What readers see: immutable, durable, complete.
struct Standing {
  Bank bank;
  Table<std::string, std::int64_t> versions;  // By stream, "outlet/102221004264".
  std::int64_t as_of_seq = 0;
  Time as_of;  // Of the last event.
};

struct Order {
  CommandId id{};
  std::string command;  // "outlet.open"
  std::string body;     // JSON
  AccountId by;
  Role role = Role::province_command;
  Scope scope;
  std::optional<Time> at;                // Only for imports and stories; else the desk's clock.
  std::optional<std::int64_t> if_match;  // The version of the stream that the client has seen.
};

struct Reply {
  std::int64_t seq = 0;
  std::string event;
  std::string stream;
  std::int64_t version = 0;
  Time at;
  std::optional<std::string> made;  // The ticket that was given, the booking, the round.
};
BOOST_DESCRIBE_STRUCT(Reply, (), (seq, event, stream, version, at, made))

// `replayed`: this id was accepted before; the stored replies are given again.
struct Answer {
  Decision<std::vector<Reply>> result;
  bool replayed = false;
};

// Since the start, for /metrics.
struct DeskCounts {
  std::int64_t commits = 0;
  std::int64_t events = 0;
  std::size_t largest_batch = 0;
  std::size_t waiting = 0;
};

using Clock = std::function<Time()>;
Time system_clock_now();

class Desk {
 public:
  static constexpr std::size_t queue_limit = 4096;
  static constexpr std::size_t batch_limit = 256;
  static constexpr std::size_t batch_bytes = 1 << 20;

  // Replays the log (from a cached state where there is one), then serves.
  explicit Desk(Journal&, Clock = system_clock_now);
  ~Desk();  // Finishes what was taken in.
  Desk(const Desk&) = delete;

  using Answered = std::function<void(Answer)>;

  // Thread-safe. The answer comes on the writer's thread, after the commit. A full queue answers
  // "desk.busy" at once. A bundle is all or nothing: the first refusal takes back the whole and
  // names its index in `where`, "/17". The bundle's id is that of its first order.
  void submit(std::vector<Order> bundle, Answered);
  Answer ask(std::vector<Order> bundle);  // Waits.
  Answer ask(Order order) { return ask(std::vector<Order>{std::move(order)}); }

  std::shared_ptr<const Standing> standing() const;
  // Called on the writer's thread after each publication, with the new standing.
  void on_publish(std::function<void(std::shared_ptr<const Standing>)>);
  // Called on the writer's thread before the answers of a batch are given (true) and after (false),
  // so that who passes them on can do so at once and not one by one.
  void on_answering(std::function<void(bool)>);
  // True once a commit's outcome is unknown; the process must end. Told once, on the writer's
  // thread.
  bool lost() const { return lost_; }
  void on_lost(std::function<void(const std::string& why)>);
  DeskCounts counts() const;
  const Journal& journal() const { return journal_; }

 private:
  struct Waiting {
    std::vector<Order> bundle;
    Answered answered;
    std::size_t bytes = 0;
  };
  void run();
  std::vector<Waiting> take();
  void handle(std::vector<Waiting>& batch);
  void drop_queue();
  void tell_answering(bool begins);
  Answer consider(const std::vector<Order>& bundle);
  Decision<Reply> consider(const Order&);
  Reply record(const Happening&, const Order&, const Mark&, const std::string& stream);
  void publish();
  void cache_state();

  Journal& journal_;
  Clock clock_;
  Standing ahead_;  // The writer's own: includes what is not yet durable.
  std::int64_t cached_seq_ = 0;
  // Writes the cache beside the writer; its result is the cache's size.
  std::future<std::int64_t> caching_;
  std::int64_t cached_bytes_ = 0;
  json::Parser parser_;

  mutable std::mutex standing_guard_;
  std::shared_ptr<const Standing> standing_;
  std::vector<std::function<void(std::shared_ptr<const Standing>)>> listeners_;
  std::function<void(bool)> answering_;

  mutable std::mutex queue_guard_;
  std::condition_variable arrived_;
  std::deque<Waiting> queue_;
  DeskCounts counts_;
  bool closing_ = false;
  std::atomic<bool> lost_ = false;
  std::function<void(const std::string&)> on_lost_;
  std::thread writer_;
};

// The state at a past moment or seq, by replay: `show --at`.
Standing standing_at(Journal&, std::optional<Time> until, std::optional<std::int64_t> to_seq);

}  // namespace waystation
