#include "application/desk.h"

#include <algorithm>

#include "application/standing_state.h"

namespace waystation {

Time system_clock_now() {
  return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

namespace {

// After a crash no more than so many events are replayed, or as many as take as long to replay as
// the cache takes to write: about one for each hundred bytes.
constexpr std::int64_t events_between_caches = 50'000;
constexpr std::int64_t cached_bytes_per_event = 100;
constexpr std::size_t longest_body = 1 << 20;

Refusal lost_answer() {
  return {Why::outcome_unknown, "desk.outcome-unknown"};
}

std::size_t bytes_of(const std::vector<Order>& bundle) {
  std::size_t sum = 0;
  for (const Order& order : bundle) sum += order.body.size();
  return sum;
}

// Nobody can say that a file is stored whose bytes are not, by whatever door the command came.
std::optional<Refusal> refuse_without_bytes(const Happening& happening, const Journal& journal) {
  if (happening.row->name != evidence::Stored::name) return {};
  const auto& stored = *static_cast<const evidence::Stored*>(happening.event.get());
  if (journal.files().holds(stored.sha256)) return {};
  return conflict("evidence.bytes-missing", {{"sha256", stored.sha256}});
}

// What makes a retry the same order: every command and body of the bundle, in order.
std::string said(const std::vector<Order>& bundle) {
  std::string out;
  for (const Order& order : bundle) ((out += order.command) += '\n') += order.body;
  return out;
}

}  // namespace

Desk::Desk(Journal& journal, Clock clock) : journal_(journal), clock_(std::move(clock)) {
  ahead_ = load_standing(journal_);
  cached_seq_ = ahead_.as_of_seq;
  publish();
  writer_ = std::thread([this] { run(); });
}

Desk::~Desk() {
  {
    const std::lock_guard lock(queue_guard_);
    closing_ = true;
  }
  arrived_.notify_all();
  writer_.join();
  if (caching_.valid()) caching_.wait();
  if (!lost_ && ahead_.as_of_seq != cached_seq_) save_standing(journal_, ahead_);
}

void Desk::submit(std::vector<Order> bundle, Answered answered) {
  if (bundle.empty()) return answered({Refusal{Why::invalid, "desk.empty-bundle"}});
  const std::size_t bytes = bytes_of(bundle);
  {
    const std::lock_guard lock(queue_guard_);
    if (!closing_ && !lost_ && queue_.size() < queue_limit) {
      queue_.push_back({std::move(bundle), std::move(answered), bytes});
      arrived_.notify_one();
      return;
    }
  }
  answered({lost_ ? lost_answer() : Refusal{Why::busy, "desk.busy"}});
}

Answer Desk::ask(std::vector<Order> bundle) {
  std::promise<Answer> promise;
  submit(std::move(bundle), [&](Answer answer) { promise.set_value(std::move(answer)); });
  return promise.get_future().get();
}

std::shared_ptr<const Standing> Desk::standing() const {
  const std::lock_guard lock(standing_guard_);
  return standing_;
}

void Desk::on_publish(std::function<void(std::shared_ptr<const Standing>)> listener) {
  const std::lock_guard lock(standing_guard_);
  listeners_.push_back(std::move(listener));
}

void Desk::on_answering(std::function<void(bool)> tell) {
  const std::lock_guard lock(standing_guard_);
  answering_ = std::move(tell);
}

void Desk::tell_answering(bool begins) {
  const std::lock_guard lock(standing_guard_);
  if (answering_) answering_(begins);
}

void Desk::on_lost(std::function<void(const std::string&)> tell) {
  const std::lock_guard lock(standing_guard_);
  on_lost_ = std::move(tell);
}

DeskCounts Desk::counts() const {
  const std::lock_guard lock(queue_guard_);
  DeskCounts out = counts_;
  out.waiting = queue_.size();
  return out;
}

void Desk::run() {
  while (true) {
    std::vector<Waiting> batch = take();
    if (batch.empty()) return;
    try {
      handle(batch);
    } catch (const std::exception& broken) {
      // The state is ahead of the log, or the log ahead of what we know: only a replay can tell.
      lost_ = true;
      for (Waiting& waiting : batch) waiting.answered({lost_answer()});
      drop_queue();
      const std::lock_guard lock(standing_guard_);
      if (on_lost_) on_lost_(broken.what());
      return;
    }
  }
}

void Desk::drop_queue() {
  std::deque<Waiting> rest;
  {
    const std::lock_guard lock(queue_guard_);
    rest.swap(queue_);
  }
  for (Waiting& waiting : rest) waiting.answered({lost_answer()});
}

// What has arrived, up to the limits but at least one; nothing once the desk closes.
std::vector<Desk::Waiting> Desk::take() {
  std::unique_lock lock(queue_guard_);
  arrived_.wait(lock, [&] { return closing_ || !queue_.empty(); });
  std::vector<Waiting> batch;
  std::size_t orders = 0, bytes = 0;
  while (!queue_.empty()) {
    const Waiting& next = queue_.front();
    if (!batch.empty() &&
        (orders + next.bundle.size() > batch_limit || bytes + next.bytes > batch_bytes))
      break;
    orders += next.bundle.size();
    bytes += next.bytes;
    batch.push_back(std::move(queue_.front()));
    queue_.pop_front();
  }
  return batch;
}

void Desk::handle(std::vector<Waiting>& batch) {
  const std::int64_t before = ahead_.as_of_seq;
  std::vector<Answer> answers;
  answers.reserve(batch.size());
  journal_.begin();
  for (const Waiting& waiting : batch) answers.push_back(consider(waiting.bundle));
  journal_.commit();
  if (ahead_.as_of_seq != before) publish();
  {
    const std::lock_guard lock(queue_guard_);
    ++counts_.commits;
    counts_.events += ahead_.as_of_seq - before;
    counts_.largest_batch = std::max(counts_.largest_batch, batch.size());
  }
  tell_answering(true);
  for (std::size_t i = 0; i < batch.size(); ++i) batch[i].answered(std::move(answers[i]));
  tell_answering(false);
  cache_state();
}

// In the background, from a copy: nobody waits for it. A larger state is written less often, so
// that the cost of it stays the same small share of an event's.
void Desk::cache_state() {
  using namespace std::chrono_literals;
  const auto enough = std::max(events_between_caches, cached_bytes_ / cached_bytes_per_event);
  if (ahead_.as_of_seq - cached_seq_ < enough) return;
  if (caching_.valid()) {
    if (caching_.wait_for(0s) != std::future_status::ready) return;
    cached_bytes_ = caching_.get();
    return cache_state();
  }
  cached_seq_ = ahead_.as_of_seq;
  caching_ = std::async(std::launch::async, [this, standing = standing_] {
    try {
      return save_standing(journal_, *standing);
    } catch (const std::exception&) {
      return std::int64_t(0);  // It is no more than a cache; the next may fit on the disk.
    }
  });
}

Answer Desk::consider(const std::vector<Order>& bundle) {
  const Order& first = bundle.front();
  const Digest digest = journal_.keyed_digest(said(bundle));
  if (const auto known = journal_.recall(first.id)) {
    if (known->actor != first.by.text || known->digest != digest)
      return {Refusal{Why::mismatch, "desk.id-used-otherwise"}};
    return {from_json<std::vector<Reply>>(known->reply), true};
  }
  const bool many = bundle.size() > 1;
  std::optional<Standing> before;
  if (many) before = ahead_, journal_.mark();
  std::vector<Reply> replies;
  for (const Order& order : bundle) {
    auto reply = consider(order);
    if (!reply) {
      Refusal no = reply.error();
      if (many) {
        ahead_ = std::move(*before);
        journal_.back_to_mark();
        no.where = '/' + std::to_string(replies.size()) + (no.where.empty() ? "" : ' ' + no.where);
      }
      return {std::move(no)};
    }
    replies.push_back(std::move(*reply));
  }
  if (many) journal_.release_mark();
  journal_.remember({first.id, first.by.text, digest, replies.front().seq,
                     std::int64_t(replies.size()), to_json(replies)});
  return {std::move(replies)};
}

Decision<Reply> Desk::consider(const Order& order) {
  const CommandRow* row = command_named(order.command);
  if (!row) return unknown("command.unknown", order.command);
  if (order.body.size() > longest_body) return invalid("desk.body-too-long");
  json::Element body;
  std::string problem;
  if (!parser_.parse(order.body, body, problem))
    return Refusal{Why::invalid, "json.syntax", problem};
  if (order.at && *order.at < ahead_.as_of)
    return conflict("desk.time-backwards", {{"last", to_text(ahead_.as_of)}});

  const Stamp stamp{
      {order.at.value_or(std::max(clock_(), ahead_.as_of)), order.by}, order.role, order.scope};
  const auto happening = row->decide(ahead_.bank, body, stamp);
  if (!happening) return happening.error();
  if (auto no = refuse_without_bytes(*happening, journal_)) return *no;
  const std::string stream = happening->row->stream(happening->event.get());
  const auto* version = ahead_.versions.find(stream);
  const std::int64_t current = version ? *version : 0;
  if (order.if_match && *order.if_match != current)
    return Refusal{
        Why::stale, "desk.version-changed", {}, {}, {{"current", std::to_string(current)}}};
  return record(*happening, order, stamp, stream);
}

Reply Desk::record(const Happening& happening, const Order& order, const Mark& mark,
                   const std::string& stream) {
  const EventRow& row = *happening.row;
  void* event = happening.event.get();
  std::int64_t& version = ahead_.versions.edit(stream);
  Entry entry{.seq = ahead_.as_of_seq + 1,
              .stream = stream,
              .version = ++version,
              .type = std::string(row.name),
              .schema = row.schema,
              .at = mark.at,
              .actor = mark.by.text,
              .command = order.id,
              .body = {}};
  row.seal(event, [&](const PersonId& person, std::string_view field, Personal& value) {
    journal_.seal(person, entry.seq, field, value);
  });
  row.write(event, entry.body);
  journal_.append(entry);
  if (row.erases) journal_.destroy_key({row.person(event)});
  row.apply(event, ahead_.bank, mark);
  ahead_.as_of_seq = entry.seq;
  ahead_.as_of = mark.at;
  std::string made = row.made(event);
  return {entry.seq,     entry.type, stream,
          entry.version, mark.at,    made.empty() ? std::nullopt : std::optional(std::move(made))};
}

void Desk::publish() {
  auto fresh = std::make_shared<const Standing>(ahead_);
  decltype(listeners_) listeners;
  {
    const std::lock_guard lock(standing_guard_);
    standing_ = fresh;
    listeners = listeners_;
  }
  for (const auto& tell : listeners) tell(fresh);
}

}  // namespace waystation
