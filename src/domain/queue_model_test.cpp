// A naive model of queue and lobby, plain vectors searched from end to end, plays against the room:
// thousands of random days, and both must accept the same orders, call the same tickets and keep
// the promises of queue_state.h. tests/mutations proves that it fails where a rule is broken.
#include "domain/queue_naive_model.h"
#include "domain/random_steps.h"

namespace waystation::queue {

using namespace naive;
using namespace outlet_day;
using random_steps::hold;
using std::chrono::minutes;

namespace {

// ---- One player gives each order to both.

class Game {
 public:
  explicit Game(const Story& start) : story_(start) {}

  // Returns how many tickets were called.
  int play(const random_steps::Steps& steps) {
    open(1, {Service::cash, Service::pension});
    for (const auto number : steps) {
      draws_.begin(number);
      story_.stamp.at += minutes{below(3)};
      step();
      check_counts();
    }
    check_tickets();
    return called_;
  }

 private:
  int below(int n) { return draws_.below(n); }
  int window() { return 1 + below(below(4) ? 2 : 3); }
  Service service() { return below(2) ? Service::cash : Service::pension; }
  std::optional<TicketId> somebody() {
    if (model_.places.empty()) return {};
    return model_.places[std::size_t(below(int(model_.places.size())))].id;
  }

  // Both say yes, or both no.
  template <class Command>
  std::optional<EventOf<Command>> give(const Command& command, bool expected) {
    auto decision = decide(story_.bank, command, story_.stamp);
    const std::string code = decision ? "accepted" : decision.error().code;
    hold(decision.has_value() == expected, std::string(Command::name) + " was " + code);
    if (!decision) return {};
    apply_to_rooms(story_.bank, *decision, story_.stamp);
    return *decision;
  }

  void step() {
    // What stops everything does not last long.
    if (model_.evacuated && below(4) == 0) return evacuate_or_reopen();
    if (is_shut() && below(4) == 0) return open(window(), {Service::cash, Service::pension});
    const int dice = below(200);
    if (dice < 40) return take();
    if (dice < 80) return call(window());
    if (dice < 105) return go_on(window());
    if (dice < 130) return at_window(window(), below(7));
    if (dice < 138) return below(3) ? open(window(), some_services()) : shut(window());
    if (dice < 160) return enter();
    if (dice < 186) return leave();
    if (dice < 196) return of_ticket();
    if (dice < 198) return close_day();
    evacuate_or_reopen();
  }

  bool is_shut() const {
    return std::ranges::count(model_.desks, WindowState::open, &Desk::state) == 0;
  }

  std::vector<Service> some_services() {
    switch (below(3)) {
      case 0:
        return {Service::cash};
      case 1:
        return {Service::pension};
      default:
        return {Service::cash, Service::pension};
    }
  }

  void take() {
    const Service wanted = service();
    const bool priority = below(4) == 0;
    const auto e = give(
        Take{
            tiexi, wanted, priority ? Priority::disabled : Priority::ordinary, Channel::tablet, {}},
        true);
    const Time now = story_.stamp.at;
    begin_day();
    hold(!model_.named(e->ticket));  // Never a number twice.
    model_.places.push_back(
        {e->ticket, wanted, priority, now, priority ? now - minutes{head_start} : now});
  }

  void call(int w) {
    const auto& desk = model_.desks[std::size_t(w) - 1];
    const bool may = desk.state == WindowState::open && !model_.at(w) && !model_.evacuated;
    Place* next = may ? model_.next(w) : nullptr;
    const auto e = give(Call{tiexi, w}, next != nullptr);
    if (!e) return;
    hold(e->ticket == next->id);
    check_promise(*next, desk);
    ++called_;
    stand(*next, Stage::called, w);
    if (!next->inside) hold(model_.inside + model_.coming() <= cap);
  }

  // Whoever came after an ordinary ticket and is called before it had priority, within the head
  // start.
  void check_promise(const Place& called, const Desk& desk) {
    for (const Place& p : model_.places) {
      if (p.priority || p.returns > 0 || p.taken > called.taken || &p == &called) continue;
      if (!desk.serves(p) || !model_.may_be_called(p) || p.is_before(called)) continue;
      const bool same_time = p.taken == called.taken && !called.priority;
      hold(same_time || called.priority);
      hold(called.taken <= p.taken + minutes{head_start});
    }
    for (const Place& p : model_.places)
      if (desk.serves(p) && model_.may_be_called(p) && &p != &called) hold(called.is_before(p));
  }

  // What a teller does on an ordinary day.
  void go_on(int w) {
    const Place* p = model_.at(w);
    if (!p) return call(w);
    at_window(w, p->stage == Stage::called ? 2 : 4);
  }

  void at_window(int w, int what) {
    Place* p = model_.at(w);
    const bool called = p && p->stage == Stage::called, serving = p && p->stage == Stage::serving;
    switch (what) {
      case 0:
        if (give(Recall{tiexi, w}, called && p->calls < calls)) ++p->calls;
        return;
      case 1:
        return miss(w, called ? p : nullptr);
      case 2:
      case 3:
        if (give(Serve{tiexi, w}, called)) p->stage = Stage::serving;
        return;
      case 4:
        if (give(Finish{tiexi, w}, serving)) stand(*p, Stage::served);
        return;
      case 5:
        if (give(Park{tiexi, w}, p)) stand(*p, Stage::parked);
        return;
      default:
        return transfer(w, p);
    }
  }

  void miss(int w, Place* p) {
    const auto e = give(Miss{tiexi, w}, p && p->calls >= calls);
    if (!e) return;
    if (p->returns > 0) return stand(*p, Stage::voided);
    hold(e->virtual_arrival >= p->arrival);
    p->arrival = model_.sent_back(*p);
    ++p->returns;
    stand(*p, Stage::waiting);
  }

  void transfer(int w, Place* p) {
    const Service to = service();
    if (!give(Transfer{tiexi, w, to}, p && p->service != to)) return;
    p->service = to;
    stand(*p, Stage::waiting);
  }

  void open(int w, std::vector<Service> list) {
    Desk& desk = model_.desks[std::size_t(w) - 1];
    const bool open = desk.state == WindowState::open;
    const auto all = std::ranges::count(model_.desks, WindowState::open, &Desk::state);
    const bool may = open ? desk.services != list : all < 2;
    if (!give(OpenWindow{tiexi, w, list}, may)) return;
    desk = {WindowState::open, list};
    begin_day();
  }

  void shut(int w) {
    Desk& desk = model_.desks[std::size_t(w) - 1];
    const bool idle = desk.state != WindowState::closed && !model_.at(w);
    if (below(2)) {
      const bool may = idle && desk.state == WindowState::open;
      if (give(PauseWindow{tiexi, w, PauseReason::rest}, may)) desk.state = WindowState::paused;
    } else if (give(CloseWindow{tiexi, w}, idle)) {
      desk = {};
    }
  }

  // The night between two days: nobody who waits or has been parked is lost.
  void close_day() {
    const bool idle = std::ranges::none_of(model_.places, [](const Place& p) { return p.window; });
    if (!give(CloseDay{tiexi, Remaining::carried_over}, idle && !model_.day_over)) return;
    model_.day_over = true;
    model_.desks = {};
    std::erase_if(model_.places, [](const Place& p) { return is_over(p.stage); });
    for (Place& p : model_.places) {
      stand(p, Stage::waiting);
      p.inside = false;
      p.carried = true;
    }
    story_.stamp.at += minutes{24 * 60};
  }

  void begin_day() {
    if (!model_.day_over) return;
    std::erase_if(model_.places, [](const Place& p) { return is_over(p.stage); });
    model_.day_over = false;
  }

  void enter_by_sensor(int people) {
    give(lobby::Enter{tiexi, people, lobby::CountedBy::sensor, {}}, true);
    model_.inside += people;
  }

  void enter() {
    if (below(8) == 0) return enter_by_sensor(1 + below(2));
    const auto id = below(3) ? somebody() : std::nullopt;
    Place* p = id ? model_.named(*id) : nullptr;
    const bool expected = p && p->stage == Stage::called;
    const int room = cap - model_.inside - model_.coming() + (expected ? 1 : 0);
    bool may = !model_.evacuated && room >= 1 && (!p || (!is_over(p->stage) && !p->inside));
    if (p && p->stage == Stage::waiting)
      may = may && model_.before(*p, [](const Place& x) { return !x.inside; }) < room;
    if (!give(lobby::Enter{tiexi, 1, lobby::CountedBy::tap, id}, may)) return;
    ++model_.inside;
    if (p) p->inside = true;
    const auto now = lobby::occupancy(story_.bank, tiexi, story_.bank.queues.outlets.at(tiexi).day);
    hold(now.inside + now.coming <= cap, "the lobby is above its cap");
  }

  void leave() {
    const auto id = below(2) ? somebody() : std::nullopt;
    Place* p = id ? model_.named(*id) : nullptr;
    const bool may = model_.inside >= 1 && (!p || p->inside);
    if (!give(lobby::Leave{tiexi, 1, lobby::CountedBy::tap, id}, may)) return;
    --model_.inside;
    if (p) p->inside = false;
  }

  void of_ticket() {
    const auto id = somebody();
    if (!id) return;
    Place* p = model_.named(*id);
    if (below(3) == 0) return correct(*p);
    if (below(2)) {
      if (give(Resume{tiexi, *id}, p->stage == Stage::parked)) stand(*p, Stage::waiting);
    } else if (give(Cancel{tiexi, *id}, !is_over(p->stage) && p->window == 0)) {
      stand(*p, Stage::cancelled);
    }
  }

  void correct(Place& p) {
    const Priority wanted = below(2) ? Priority::disabled : Priority::ordinary;
    const bool claims = wanted == Priority::disabled;
    const bool may = !is_over(p.stage) && p.window == 0 && p.priority != claims;
    if (!give(CorrectPriority{tiexi, p.id, wanted, "seen at the door"}, may)) return;
    p.priority = claims;
    p.arrival += claims ? -minutes{head_start} : minutes{head_start};
  }

  void evacuate_or_reopen() {
    if (below(3)) {
      if (give(lobby::Reopen{tiexi}, model_.evacuated)) model_.evacuated = false;
      return;
    }
    if (!give(lobby::Evacuate{tiexi, "fire alarm"}, !model_.evacuated)) return;
    model_.evacuated = true;
    model_.inside = 0;
    for (Place& p : model_.places) {
      if (p.window > 0) stand(p, Stage::waiting);
      p.inside = false;
    }
  }

  // Nobody is lost or doubled: who waits stands in exactly one line, who lives is counted once.
  void check_counts() {
    const auto* queue = story_.bank.queues.outlets.find(tiexi);
    std::int64_t standing = 0, waiting = 0, live = 0;
    for (const Line& line : queue->lines) standing += line.size();
    for (const Place& p : model_.places) {
      waiting += p.stage == Stage::waiting;
      live += !is_over(p.stage) && !p.carried;
    }
    hold(standing == waiting);
    hold(queue->live == live);
    hold(queue->coming == model_.coming());
    const auto* there = story_.bank.lobbies.find(tiexi);
    hold((there ? there->inside : 0) == model_.inside);
  }

  void check_tickets() {
    const auto& tickets = story_.bank.queues.outlets.at(tiexi).tickets;
    hold(tickets.size() == model_.places.size());
    for (const Place& p : model_.places) {
      const Ticket& ticket = tickets.at(p.id);
      hold(ticket.stage == p.stage);
      hold(ticket.virtual_arrival == p.arrival);
      hold(ticket.window == p.window);
      hold(ticket.inside == p.inside);
      hold(ticket.returns == p.returns);
    }
  }

  Story story_;
  Model model_;
  random_steps::Draws draws_;
  int called_ = 0;
};

}  // namespace

TEST_CASE("ten thousand random days go as the naive model says, and no promise is broken") {
  auto registered = with_lobby(3, 16, 0);
  const Story start = scene().and_then(registered, outlet::Opened{tiexi, 2});
  int called = 0;
  CHECK(random_steps::all_hold("queue and lobby", 100, [&](const random_steps::Steps& steps) {
    called += Game(start).play(steps);
  }));
  CHECK(called > 20'000);  // The days are busy enough to say something.
}

}  // namespace waystation::queue
