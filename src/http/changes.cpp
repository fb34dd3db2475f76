#include "http/changes.h"

#include <algorithm>

#include "http/messages.h"

namespace waystation::http {

void Listener::offer(std::string_view text) {
  if (over_) return;
  if (pending_.size() + text.size() > buffer_limit) return finish();
  pending_ += text;
  tell();
}

void Changes::note(const std::vector<Reply>& replies) {
  if (!heard_.load(std::memory_order_relaxed)) return;
  const std::lock_guard lock(guard_);
  for (const Reply& reply : replies) noted_[reply.seq] = reply.stream;
}

static std::string event(std::int64_t seq, std::vector<std::string> streams) {
  return "id: " + std::to_string(seq) + "\ndata: " + to_json(Change{seq, std::move(streams)}) +
         "\n\n";
}

void Changes::listen(std::shared_ptr<Listener> listener, const Standing& standing) {
  if (listeners_.empty()) told_seq_ = standing.as_of_seq;
  heard_ = true;
  listener->offer("retry: 2000\n" + event(standing.as_of_seq, {}));
  listeners_.push_back(std::move(listener));
}

// Empty where the listener may know of none of them. Without names it is told to look at
// everything.
std::string Changes::message(const Listener& to, const Standing& standing,
                             const std::vector<std::string>* streams) const {
  if (!streams) return event(standing.as_of_seq, {});
  std::vector<std::string> seen;
  for (const std::string& stream : *streams)
    if (to.sees(standing, stream)) seen.push_back(stream);
  return seen.empty() ? std::string() : event(standing.as_of_seq, std::move(seen));
}

// An answer is noted a moment after its state is published: an incomplete set waits for one more
// turn. What did not come over HTTP (an import) is never noted; then the streams stay unnamed.
void Changes::flush(const Standing& standing) {
  if (standing.as_of_seq <= told_seq_ || listeners_.empty()) return;
  std::vector<std::string> streams;
  bool complete = false;
  {
    const std::lock_guard lock(guard_);
    const auto end = noted_.upper_bound(standing.as_of_seq);
    noted_.erase(noted_.begin(), noted_.upper_bound(told_seq_));
    complete = std::distance(noted_.begin(), end) == standing.as_of_seq - told_seq_;
    if (!complete && !std::exchange(waited_, true)) return;
    for (auto at = noted_.begin(); at != end; ++at) streams.push_back(at->second);
    noted_.erase(noted_.begin(), end);
  }
  waited_ = false;
  std::ranges::sort(streams);
  streams.erase(std::unique(streams.begin(), streams.end()), streams.end());
  const bool named = complete && streams.size() <= streams_named;
  for (const auto& listener : listeners_) {
    const std::string text = message(*listener, standing, named ? &streams : nullptr);
    if (!text.empty()) listener->offer(text);
  }
  told_seq_ = standing.as_of_seq;
  sweep();
}

void Changes::heartbeat() {
  for (const auto& listener : listeners_) {
    if (listener->present())
      listener->offer(": still here\n\n");
    else
      listener->finish();
  }
  sweep();
}

void Changes::finish() {
  for (const auto& listener : listeners_) listener->finish();
  sweep();
}

void Changes::sweep() {
  dropped_ += std::int64_t(std::erase_if(listeners_, [](const auto& l) { return l->over(); }));
  heard_ = !listeners_.empty();
}

}  // namespace waystation::http
