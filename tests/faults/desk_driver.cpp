// A desk on a data folder, driven through stdin and stdout so that a test can kill it at any
// moment.
//
//   desk_driver FOLDER run SEED CLIENTS   orders without end, made from the seed; prints one line
//   for each answer desk_driver FOLDER retry ID NUMBER    sends the order with this id and number
//   again desk_driver FOLDER state              the ids of all cities, one a line, after a replay
//   desk_driver FOLDER verify             what `waystation verify --deep --json` would say
//
// A line "ack ID SEQ" is written only after the desk has answered. Exit 70: the outcome of a commit
// is unknown.
#include <unistd.h>

#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <mutex>

#include "application/desk.h"
#include "application/standing_state.h"
#include "storage/folder.h"
#include "storage/verify.h"

using namespace waystation;

namespace {

constexpr int exit_unknown = 70;

// The id tells the seed and the number, so that a retry can be made from a line of the output.
CommandId id_of(unsigned seed, unsigned number) {
  CommandId id{};
  for (unsigned i = 0; i < 4; ++i) {
    id[i] = static_cast<unsigned char>(seed >> (8 * i));
    id[8 + i] = static_cast<unsigned char>(number >> (8 * i));
  }
  return id;
}

Order order_of(unsigned seed, unsigned number) {
  const std::string name = std::to_string(seed) + '-' + std::to_string(number);
  return {
      .id = id_of(seed, number),
      .command = "city.add",
      .body = R"({"city":")" + name + R"(","title":")" + name + R"(","time_zone":"Asia/Shanghai"})",
      .by = {"LN-command"},
      .role = Role::province_command,
      .scope = {},
      .at = {},
      .if_match = {}};
}

// One write for a line: a kill may cut between lines, not within one.
void say(const std::string& line) {
  const std::string whole = line + '\n';
  if (::write(STDOUT_FILENO, whole.data(), whole.size()) < 0) std::_Exit(1);
}

void tell(unsigned seed, unsigned number, const Answer& answer) {
  const std::string name = std::to_string(seed) + ' ' + std::to_string(number);
  if (answer.result)
    say((answer.replayed ? "again " : "ack ") + name + ' ' +
        std::to_string(answer.result->front().seq));
  else
    say("no " + name + ' ' + answer.result.error().code);
}

// How many orders may still wait for their answer. (The semaphore of libstdc++ 12 loses wake-ups.)
class Turns {
 public:
  explicit Turns(int free) : free_(free) {}
  void take() {
    std::unique_lock lock(guard_);
    freed_.wait(lock, [&] { return free_ > 0; });
    --free_;
  }
  void give() {
    const std::lock_guard lock(guard_);
    ++free_;
    freed_.notify_one();
  }

 private:
  std::mutex guard_;
  std::condition_variable freed_;
  int free_;
};

[[noreturn]] void run(Desk& desk, unsigned seed, int clients) {
  Turns turns(clients);
  for (unsigned number = 1;; ++number) {
    turns.take();
    if (desk.lost()) std::_Exit(exit_unknown);
    std::vector<Order> one{order_of(seed, number)};
    desk.submit(std::move(one), [&, number](const Answer& answer) {
      tell(seed, number, answer);
      turns.give();
    });
  }
}

int drive(int count, char** words) {
  const std::string what = words[2];
  if (what == "verify") {
    Verification found = verify(words[1]);
    if (found.ok) verify_by_domain(words[1], found);
    say(to_json(found));
    return found.ok ? 0 : 6;
  }
  DataFolder folder(words[1]);
  if (what == "state") {
    const Standing standing = replay_standing(folder.journal());
    for (const auto& [id, city] : standing.bank.cities) say(id.text);
    return 0;
  }
  Desk desk(folder.journal());
  if (count < 5) return 2;
  const auto seed = unsigned(std::strtoul(words[3], nullptr, 10));
  if (what == "run") run(desk, seed, std::atoi(words[4]));
  const auto number = unsigned(std::strtoul(words[4], nullptr, 10));
  tell(seed, number, desk.ask(order_of(seed, number)));
  return desk.lost() ? exit_unknown : 0;
}

}  // namespace

int main(int count, char** words) try {
  if (count < 3) return 2;
  if (!std::filesystem::exists(words[1])) DataFolder::create(words[1]);
  return drive(count, words);
} catch (const LogRefused& refused) {
  std::fprintf(stderr, "refused: %s\n", refused.what());
  return 6;
} catch (const std::exception& failed) {
  std::fprintf(stderr, "failed: %s\n", failed.what());
  return 1;
}
