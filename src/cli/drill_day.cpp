#include "cli/drill_day.h"

#include <algorithm>

#include "cli/bench_bank.h"
#include "cli/data_folder.h"
#include "cli/exit_code.h"
#include "storage/verify.h"

namespace waystation::cli {

namespace {

constexpr auto day_begins = "2021-01-12T07:29:00+08:00";

// ---- The bank before its day.

template <class Command> Order order(const Command& c) {
  return {.id = fresh_command_id(),
          .command = Command::name,
          .body = to_json(c),
          .by = {"bench"},
          .role = Role::province_command,
          .scope = {},
          .at = {},
          .if_match = {}};
}

void give(Desk& desk, std::vector<Order> bundle) {
  const Answer answer = desk.ask(std::move(bundle));
  if (!answer.result) throw std::runtime_error(answer.result.error().code);
}

outlet::Register registration(const OutletId& id, int windows) {
  outlet::Register out;
  out.outlet = id, out.title = "演练网点", out.city = {"SY"};
  out.at = {123'400'000, 41'800'000}, out.position_source = PositionSource::synthetic;
  out.windows = windows, out.machines = 2, out.lobby_m2 = 120, out.seats = 40;
  out.opens = {8 * 60}, out.closes = {18 * 60};
  out.cash_limit = Fen{100'000'000};
  return out;
}

AccountId manager_of(const OutletId& outlet) {
  return {"M-" + outlet.text};
}

void furnish(Desk& desk, const std::vector<OutletId>& outlets, int windows) {
  give(desk, {order(city::Add{{"SY"}, "沈阳市", "Asia/Shanghai"})});
  for (const OutletId& id : outlets)
    give(desk, {order(registration(id, windows)), order(outlet::Close{id, 0, "夜间"}),
                order(account::Create{manager_of(id), "演练网点负责人", Role::outlet_manager,
                                      Scope{{"SY"}, id}})});
}

}  // namespace

// ---- The day.

DrillDay::DrillDay(const DrillShape& shape, const std::filesystem::path& folder)
    : shape_(shape), folder_(folder), outlets_(std::size_t(shape.outlets)) {
  random_.seed(std::uint32_t(shape.seed));
  key_ = to_text(fresh_command_id()).substr(0, 10);
  result_.outlets = shape.outlets, result_.customers = shape.customers, result_.speed = shape.speed;
  found_bank();
  meet_server();
}

void DrillDay::found_bank() {
  const Time begins = *parse_time(day_begins);
  const int windows = DrillOutlet::windows_for(shape_.customers);
  DataFolder::create(folder_);
  OpenFolder open(folder_, [begins] { return begins; });
  std::vector<OutletId> ids;
  for (std::size_t i = 0; i < outlets_.size(); ++i) ids.push_back(bench_outlet(int(i)));
  furnish(open.desk, ids, windows);
  const auto standing = open.desk.standing();
  bank_ = standing->bank;
  events_before_ = standing->as_of_seq;
  const Day day = local_day(begins, "Asia/Shanghai");
  for (std::size_t i = 0; i < outlets_.size(); ++i) {
    Outlet& o = outlets_[i];
    o.id = ids[i];
    o.stamp = {{{}, manager_of(ids[i])}, Role::outlet_manager, Scope{{"SY"}, ids[i]}};
    o.cookie = open.folder.credentials().begin_session(o.stamp.by, system_clock_now());
    o.life =
        std::make_unique<DrillOutlet>(ids[i], DrillOutlet::Shape{shape_.customers, windows, day},
                                      shape_.seed * 1'000'003 + i, planner(int(i)));
  }
}

// Its clock is asked, not guessed.
void DrillDay::meet_server() {
  char speed[32];
  std::snprintf(speed, sizeof speed, "%g", shape_.speed);
  server_.emplace(std::vector<std::string>{"--data", folder_, "--demo", "--clock", day_begins,
                                           "--speed", speed});
  client_.emplace(server_->port(), int(outlets_.size()));
  client_->send(0, "GET /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ws=" +
                       outlets_[0].cookie + "\r\n\r\n");
  const std::int64_t sent_us = steady_us();
  while (zero_us_ == 0)
    client_->wait(steady_us() + 1'000'000, [&](const DrillAnswer& answer) {
      json::Element session;
      std::string problem;
      std::string_view clock;
      if (!parser_.parse(answer.body, session, problem) || session["clock"].get(clock))
        throw std::runtime_error("the server does not tell its time");
      clock_ = parse_time(clock).value();
      zero_us_ = sent_us;
    });
}

Time DrillDay::drill_time(std::int64_t us) const {
  return clock_ + std::chrono::microseconds{std::int64_t(double(us - zero_us_) * shape_.speed)};
}

std::int64_t DrillDay::us_of(Time t) const {
  return zero_us_ + std::int64_t(double((t - clock_).count()) / shape_.speed);
}

DrillOutlet::Plan DrillDay::planner(int outlet) {
  return [this, outlet](const DrillDeed& deed) {
    agenda_.push({deed.due, ++planned_, outlet, deed});
  };
}

DayResult DrillDay::play() {
  const double cpu_before = server_->cpu_seconds();
  const std::int64_t began = steady_us();
  run();
  DayResult& r = result_;
  r.seconds = double(steady_us() - began) / 1e6;
  const std::int64_t commands = r.accepted + r.refused;
  r.per_second = double(commands) / r.seconds;
  r.cpu_us_per_command = (server_->cpu_seconds() - cpu_before) / double(commands) * 1e6;
  r.memory_mb = server_->most_memory_mb();
  std::ranges::sort(waits_us_);
  const auto wait = [&](double share) {
    return double(waits_us_[std::size_t(share * double(waits_us_.size() - 1))]) / 1000;
  };
  r.wait_p50_ms = wait(0.5), r.wait_p99_ms = wait(0.99), r.wait_max_ms = wait(1);
  client_.reset();
  const bool ended_well = server_->stop() == exit_code::ok;
  count_log(r);
  const TicketsInLog& t = r.tickets;
  r.ok = ended_well && r.verified && r.unexpected == 0 && r.events_lost == 0 && t.lost == 0 &&
         t.twice_taken == 0 && t.twice_called == 0 && t.out_of_order == 0 && t.taken > 0;
  return r;
}

void DrillDay::count_log(DayResult& r) {
  Verification found = verify(folder_);
  if (found.ok) verify_by_domain(folder_, found);
  for (const Finding& finding : found.findings)
    std::fprintf(stderr, "waystation drill: %s\n", finding.what.c_str());
  r.verified = found.ok;
  r.events_lost = events_before_ + r.accepted - found.events;
  DataFolder folder(folder_);
  r.tickets = tickets_in(folder.journal());
}

void DrillDay::run() {
  while (!agenda_.empty() || under_way_ > 0) {
    begin_due(steady_us());
    const std::int64_t next = agenda_.empty() ? steady_us() + 1'000'000 : us_of(agenda_.top().at);
    client_->wait(next, [&](const DrillAnswer& answer) { hear(answer); });
  }
}

void DrillDay::begin_due(std::int64_t now_us) {
  while (!agenda_.empty() && us_of(agenda_.top().at) <= now_us) {
    const Due due = agenda_.top();
    agenda_.pop();
    Outlet& o = outlets_[std::size_t(due.outlet)];
    o.waiting.push_back({due.deed, us_of(due.at), {}, {}, {}});
    ++under_way_;
    if (!o.asked) say_next(due.outlet);
  }
}

void DrillDay::say_next(int outlet) {
  Outlet& o = outlets_[std::size_t(outlet)];
  while (!o.asked && !o.waiting.empty()) {
    Pending next = std::move(o.waiting.front());
    o.waiting.pop_front();
    auto said = o.life->order(bank_, next.deed, drill_time(steady_us()), planner(outlet));
    if (!said) {
      --under_way_;
      continue;
    }
    next.order = std::move(*said);
    char number[24];
    std::snprintf(number, sizeof number, "%016llx", static_cast<unsigned long long>(++keys_));
    next.request =
        "POST /api/commands/" + next.order.command +
        " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nCookie: ws=" + o.cookie +
        "\r\nIdempotency-Key: " + key_ + number +
        "\r\nContent-Length: " + std::to_string(next.order.body.size()) + "\r\n\r\n" +
        next.order.body;
    client_->send(outlet, next.request);
    o.asked = std::move(next);
  }
}

// One in a hundred answers is lost on its way, and the order is sent again.
bool DrillDay::repeats(const Pending& asked) {
  return asked.first_answer.empty() && random_() % 100 == 0;
}

void DrillDay::hear(const DrillAnswer& answer) {
  Outlet& o = outlets_[std::size_t(answer.connection)];
  Pending& asked = *o.asked;
  const bool good = answer.status == 200;
  if (asked.first_answer.empty()) waits_us_.push_back(steady_us() - asked.due_us);
  if (good && repeats(asked)) {
    asked.first_answer = answer.body;
    client_->send(answer.connection, asked.request);
    return;
  }
  if (!asked.first_answer.empty()) {
    ++result_.replayed;
    result_.unexpected += asked.first_answer != answer.body;
  }
  good ? accepted(answer.connection, answer.body) : refused(answer.connection, answer.body);
  o.asked.reset();
  --under_way_;
  say_next(answer.connection);
}

Decision<Happening> DrillDay::decide_here(const DrillOrder& said, const Stamp& stamp) {
  json::Element body;
  std::string problem;
  if (!parser_.parse(said.body, body, problem)) throw std::logic_error(problem);
  return command_named(said.command)->decide(bank_, body, stamp);
}

void DrillDay::accepted(int outlet, std::string_view body) {
  Outlet& o = outlets_[std::size_t(outlet)];
  const auto reply = from_json<Reply>(body);
  if (!reply) throw std::runtime_error("an answer that is none: " + std::string(body));
  o.stamp.at = reply->at;
  ++result_.accepted;
  const auto here = decide_here(o.asked->order, o.stamp);
  if (!here)
    throw std::runtime_error(o.asked->order.command + o.asked->order.body +
                             " was accepted; the mirror says " + here.error().code);
  here->row->apply(here->event.get(), bank_, o.stamp);
  o.life->happened(bank_, o.asked->deed, *here, o.stamp.at, planner(outlet));
}

void DrillDay::refused(int outlet, std::string_view body) {
  Outlet& o = outlets_[std::size_t(outlet)];
  json::Element problem;
  std::string bad;
  std::string_view code;
  if (!parser_.parse(body, problem, bad) || problem["code"].get(code))
    throw std::runtime_error("an answer that is none: " + std::string(body));
  const std::string said(code);
  ++result_.refused;
  ++result_.refusals[said];
  o.stamp.at = std::max(o.stamp.at, drill_time(steady_us()));
  const auto here = decide_here(o.asked->order, o.stamp);
  if (here || here.error().code != said) {
    ++result_.unexpected;
    std::fprintf(stderr, "waystation drill: %s %s was refused: %s\n",
                 o.asked->order.command.c_str(), o.asked->order.body.c_str(), said.c_str());
  }
  o.life->refused(bank_, o.asked->deed, planner(outlet));
}

}  // namespace waystation::cli
