#pragma once
// The scene that stories of queue and lobby begin with: the sealed zone's city, and outside the
// seal an open outlet of two windows whose lobby takes ten. Orders are given one after the other,
// and each must be accepted.
#include "domain/sealed_zone_story.h"

namespace waystation::outlet_day {

using namespace sealed_zone;

inline const OutletId tiexi{"102221004028"};

inline outlet::Registered with_lobby(std::int32_t windows, std::int32_t m2, std::int32_t seats) {
  auto e = outlet_registered(tiexi, outside);
  e.windows = windows;
  e.lobby_m2 = m2;
  e.seats = seats;
  return e;
}

inline policy::Changed policy_changed(policy::Key key, std::int64_t value) {
  return {key, {}, {}, eighth, {value, policy::Grade::G, "皇姑防指2021-3"}};
}

struct OutletDay {
  Story story = scene().and_then(with_lobby(2, 40, 20));

  void pass(int minutes) { story.stamp.at += std::chrono::minutes(minutes); }
  Time now() const { return story.stamp.at; }
  const Bank& bank() const { return story.bank; }

  template <class Command> EventOf<Command> order(const Command& command) {
    const auto decision = decide(story.bank, command, story.stamp);
    REQUIRE_MESSAGE(decision.has_value(), decision.error().code);
    written(*decision);
    story = story.and_then(*decision);
    return *decision;
  }
  void happened(const auto& event) { story = story.and_then(event); }

  void open_window(std::int32_t window, std::vector<queue::Service> services) {
    order(queue::OpenWindow{tiexi, window, std::move(services)});
  }
  TicketId take(queue::Service service = queue::Service::cash,
                queue::Priority priority = queue::Priority::ordinary) {
    return order(queue::Take{tiexi, service, priority, queue::Channel::paper, {}}).ticket;
  }
  TicketId call(std::int32_t window = 1) { return order(queue::Call{tiexi, window}).ticket; }
  void serve(std::int32_t window = 1) { order(queue::Serve{tiexi, window}); }
  TicketId finish(std::int32_t window = 1) { return order(queue::Finish{tiexi, window}).ticket; }
  // Called as often as the rule says, and nobody comes.
  queue::Missed miss(std::int32_t window = 1) {
    order(queue::Recall{tiexi, window});
    order(queue::Recall{tiexi, window});
    return order(queue::Miss{tiexi, window});
  }
  void enter(std::int32_t people) { order(lobby::Enter{tiexi, people, lobby::CountedBy::tap, {}}); }

  const queue::Queue& queue() const { return story.bank.queues.outlets.at(tiexi); }
  const queue::Ticket& ticket(const TicketId& id) const { return queue().tickets.at(id); }
};

}  // namespace waystation::outlet_day
