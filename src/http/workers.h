#pragma once
// Threads for work that would hold up every other client: hashing a password, computing a plan,
// reading a spreadsheet. Both their number and their queue are bounded; who does not fit is told to
// come again.
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace waystation::http {

class Workers {
 public:
  Workers(int threads, std::size_t queue_limit);
  ~Workers();  // Finishes what was taken in.
  Workers(const Workers&) = delete;

  // False where the queue is full; then nothing happens. A job may not throw.
  bool run(std::function<void()> job);

 private:
  void work();

  std::size_t queue_limit_;
  std::mutex guard_;
  std::condition_variable arrived_;
  std::deque<std::function<void()>> queue_;
  bool closing_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace waystation::http
