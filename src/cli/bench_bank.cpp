#include "cli/bench_bank.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

#include "cli/data_folder.h"

namespace waystation::cli {

OutletId bench_outlet(int number) {
  for (char last = '0'; last <= '9'; ++last) {
    std::string code = std::to_string(10222100000 + number) + last;
    if (outlet::is_cnaps_code(code)) return {code};
  }
  throw std::logic_error("no check digit fits");
}

AccountId bench_teller(const OutletId& outlet) {
  return {"T-" + outlet.text};
}

Order bench_order(std::string command, std::string body, AccountId by, Role role, Scope scope) {
  return {.id = fresh_command_id(),
          .command = std::move(command),
          .body = std::move(body),
          .by = std::move(by),
          .role = role,
          .scope = std::move(scope),
          .at = {},
          .if_match = {}};
}

namespace {

template <class Command> Order of_command_centre(const Command& c) {
  return bench_order(Command::name, to_json(c), {"bench"}, Role::province_command, {});
}

outlet::Register registration(const OutletId& id) {
  outlet::Register out;
  out.outlet = id, out.title = "测试网点", out.city = {"SY"};
  out.at = {123'400'000, 41'800'000}, out.position_source = PositionSource::synthetic;
  out.windows = 2, out.machines = 1, out.lobby_m2 = 80, out.seats = 12;
  out.opens = {9 * 60}, out.closes = {16 * 60 + 30};
  return out;  // Without a limit of what it may hold: nobody carries the bags away.
}

}  // namespace

void found_bench_bank(Desk& desk, int outlets) {
  std::vector<Order> founding = {of_command_centre(city::Add{{"SY"}, "沈阳市", "Asia/Shanghai"})};
  for (int i = 0; i < outlets; ++i) {
    const OutletId id = bench_outlet(i);
    founding.push_back(of_command_centre(registration(id)));
    founding.push_back(of_command_centre(
        account::Create{bench_teller(id), "测试柜员", Role::teller, Scope{{"SY"}, id}}));
  }
  const Answer answer = desk.ask(std::move(founding));
  if (!answer.result) throw std::runtime_error(answer.result.error().code);
}

CashMoves::CashMoves(int outlets, std::string run, std::int64_t most_bags)
    : run_(std::move(run)), most_bags_(most_bags) {
  for (int i = 0; i < outlets; ++i) outlets_.push_back({bench_outlet(i)});
}

CashMove CashMoves::next(int outlet) {
  using namespace cash;
  Outlet& at = outlets_[std::size_t(outlet)];
  const std::int64_t round = at.moves / 4;
  const BagId bag{at.id.text + '-' + run_ + std::to_string(round % most_bags_)};
  const RunId cabinet_run{run_ + std::to_string(round)};
  const Packs notes{{Denomination::yuan_100, 20}, {Denomination::yuan_50, 10}};
  const Fen total = yuan(2'500);
  const bool bagged_before = round >= most_bags_;
  switch (const auto step = at.moves++ % 4; step == 1 && bagged_before ? 0 : step) {
    case 0:
      return {Receive::name, to_json(Receive{at.id, {"1"}, Source::ordinary, notes, total})};
    case 1:
      return {Fill::name,
              to_json(Fill{at.id, bag, {"1"}, Source::ordinary, notes, total, {"F" + bag.text}})};
    case 2:
      return {BeginRun::name,
              to_json(BeginRun{at.id, cabinet_run, {"UV-1"}, Method::cabinet, {bag}})};
    default:
      return {AbandonRun::name, to_json(AbandonRun{at.id, cabinet_run, "试运行"})};
  }
}

double fdatasync_rate(const std::filesystem::path& file, double seconds) {
  using Clock = std::chrono::steady_clock;
  const int to = ::open(file.c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600);
  const std::string record(512, 'w');
  const auto began = Clock::now();
  std::int64_t count = 0;
  double spent = 0;
  while (spent < seconds) {
    if (::write(to, record.data(), record.size()) < 0 || ::fdatasync(to))
      throw std::runtime_error("the disk refused a write");
    ++count;
    spent = std::chrono::duration<double>(Clock::now() - began).count();
  }
  ::close(to);
  return double(count) / spent;
}

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

}  // namespace waystation::cli
