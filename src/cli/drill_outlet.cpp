#include "cli/drill_outlet.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "domain/disinfection_check.h"

namespace waystation::cli {

namespace {

using queue::Service;
using std::chrono::seconds;
using enum DrillStep;

constexpr int hour = 3600, minute = 60;
constexpr int customers_a_window = 60;
// Per mille of a day's arrivals by hour from eight, and mean minutes and per mille by service
// (domain.md §6, N10 and W5).
constexpr std::array arrivals{33, 119, 146, 113, 87, 78, 148, 145, 84, 47};
constexpr std::array<double, queue::services> mean_minutes{5, 6, 9, 6, 15};
constexpr std::array<int, queue::services> shares{500, 200, 100, 150, 50};
constexpr double variation = 0.6;
constexpr int last_arrival = 17 * hour + 40 * minute;

template <class Command> DrillOrder say(const Command& c) {
  return {Command::name, to_json(c)};
}

std::size_t drawn_from(const auto& weights, std::mt19937& random) {
  return std::discrete_distribution<std::size_t>(weights.begin(), weights.end())(random);
}

template <class Event> const Event* event_of(const Happening& h) {
  return h.row->name == Event::name ? static_cast<const Event*>(h.event.get()) : nullptr;
}

}  // namespace

int DrillOutlet::windows_for(int customers) {
  return std::max(2, (customers + customers_a_window - 1) / customers_a_window);
}

DrillOutlet::DrillOutlet(OutletId outlet, const Shape& shape, std::uint64_t seed, const Plan& plan)
    : outlet_(std::move(outlet)), shape_(shape), random_(std::uint32_t(seed)) {
  at_work_.resize(std::size_t(shape.windows) + 1);
  plan_morning(plan);
  for (int i = 0; i < shape.customers; ++i) {
    customers_.push_back(draw_customer(i));
    if (at(i).booking) plan({local(7 * hour + 45 * minute + i), book, i});
    plan({arrival(i), check_door, i});
  }
}

Time DrillOutlet::local(int of_day) const {
  return at_local(shape_.day, {of_day / minute}, "Asia/Shanghai") + seconds{of_day % minute};
}

void DrillOutlet::plan_morning(const Plan& plan) {
  const int jitter = draw(0, 9 * minute), from = 7 * hour + 30 * minute + jitter;
  plan({local(from), receive, 0});
  plan({local(from + 5), receive, 1});
  plan({local(from + minute), prepare});
  plan({local(from + 10 * minute), disinfect});
  plan({local(7 * hour + 58 * minute), open});
  for (int w = 1; w <= shape_.windows; ++w)
    plan({local(7 * hour + 59 * minute + w), open_window, w});
  for (int of_day = 10 * hour; of_day < 18 * hour; of_day += 2 * hour) {
    plan({local(of_day + jitter), disinfect});
    plan({local(of_day + jitter + minute), issue});
  }
  plan({local(18 * hour + 20 * minute), close_day});
}

DrillOutlet::Customer DrillOutlet::draw_customer(int number) {
  Customer out;
  const std::size_t service = drawn_from(shares, random_);
  out.service = Service(service);
  const double spread = std::log(1 + variation * variation);
  std::lognormal_distribution<double> length(std::log(mean_minutes[service] * minute) - spread / 2,
                                             std::sqrt(spread));
  out.seconds = std::clamp(int(length(random_)), 30, hour);
  if (chance(150))
    out.priority = chance(850) ? queue::Priority::elderly : queue::Priority::pregnant;
  out.channel = queue::Channel(draw(0, 2));
  if (chance(30)) out.proxy = queue::Proxy{queue::ProxyKind::kin, queue::ProxyPurpose::pension, 2};
  if (chance(50)) out.booking = BookingId{"B" + outlet_.text + '-' + std::to_string(number)};
  out.turned_up = chance(40) ? (chance(500) ? 2 : 3) : 1;
  out.masked = !chance(5);
  out.early = out.turned_up == 1 && chance(300);
  out.forms = chance(40);
  out.other_service = chance(10);
  out.gives_up = chance(10);
  return out;
}

// Who has an appointment comes within its half hour.
Time DrillOutlet::arrival(int number) {
  const int begins = (8 + int(drawn_from(arrivals, random_))) * hour;
  const int of_day = std::min(begins + draw(0, hour - 1), last_arrival);
  const int band = std::max(of_day / (30 * minute) * 30, 8 * 60 + 30);
  at(number).band = {band};
  return local(at(number).booking ? band * minute + of_day % (20 * minute) : of_day);
}

int DrillOutlet::customer_at(const Bank& bank, int window) const {
  const auto* queue = queue::queue_of(bank, outlet_);
  const auto* found = queue ? queue::window_of(*queue, window) : nullptr;
  return found && found->ticket ? by_ticket_.at(found->ticket->text) : -1;
}

void DrillOutlet::wake_window(const Bank& bank, Time due, const Plan& plan) {
  for (int w = 1; w <= shape_.windows; ++w) {
    if (at_work_[std::size_t(w)]) continue;
    if (!queue::next_at(bank, outlet_, w, std::max(due, latest_))) continue;
    at_work_[std::size_t(w)] = true;
    return plan({due + seconds{4}, call, w});  // If somebody waits still, the next one follows.
  }
}

// ---- What is said.

std::optional<DrillOrder> DrillOutlet::order(const Bank& bank, const DrillDeed& deed, Time now,
                                             const Plan& plan) {
  switch (deed.step) {
    case receive:
    case prepare:
    case disinfect:
    case open:
    case open_window:
    case issue:
    case close_day:
    case close:
      return order_of_outlet(bank, deed, plan);
    case call:
    case recall:
    case miss:
    case serve:
    case park:
    case transfer:
    case finish:
      return order_of_window(deed);
    case book:
    case check_door:
    case take:
    case come_early:
    case cancel:
    case come_in:
    case resume:
    case leave:
      return order_of_customer(bank, deed, now);
  }
  return {};
}

std::optional<DrillOrder> DrillOutlet::order_of_outlet(const Bank& bank, const DrillDeed& deed,
                                                       const Plan& plan) {
  const auto* queue = queue::queue_of(bank, outlet_);
  switch (deed.step) {
    case receive:
      return say(supply::Receive{outlet_, supply::Item::wipe, "W" + std::to_string(deed.of), 300,
                                 shape_.day + std::chrono::days{30 * (deed.of + 1)}});
    case prepare:
      return say(outlet::Prepare{outlet_});
    case disinfect:
      return say(disinfection::Record{outlet_, disinfection::Agent::chlorine, "C-1", 500, 30,
                                      disinfection::touch_points_of(bank, outlet_), 5});
    case open:
      return say(outlet::Open{outlet_, shape_.windows});
    case open_window:
      return say(queue::OpenWindow{outlet_,
                                   deed.of,
                                   {Service::cash, Service::pension, Service::social_card,
                                    Service::passbook, Service::account}});
    case issue:
      return say(supply::Issue{outlet_, supply::Item::wipe, 10, {}, "换班"});
    case close_day:  // When the last has been served; at nine whoever is left is carried over.
      if (queue && queue->live > 0 && deed.due < local(21 * hour)) {
        plan({deed.due + seconds{2 * minute}, close_day});
        return {};
      }
      return say(queue::CloseDay{outlet_, queue::Remaining::carried_over});
    default:
      return say(outlet::Close{outlet_, queue ? queue->figures.served : 0, "营业结束"});
  }
}

std::optional<DrillOrder> DrillOutlet::order_of_window(const DrillDeed& deed) const {
  switch (deed.step) {
    case call:
      return say(queue::Call{outlet_, deed.of});
    case recall:
      return say(queue::Recall{outlet_, deed.of});
    case miss:
      return say(queue::Miss{outlet_, deed.of});
    case serve:
      return say(queue::Serve{outlet_, deed.of});
    case park:
      return say(queue::Park{outlet_, deed.of});
    case transfer:
      return say(queue::Transfer{outlet_, deed.of, Service::account});
    default:
      return say(queue::Finish{outlet_, deed.of});
  }
}

std::optional<DrillOrder> DrillOutlet::order_of_customer(const Bank& bank, const DrillDeed& deed,
                                                         Time now) {
  using enum lobby::CountedBy;
  const Customer& c = at(deed.of);
  const auto* ticket = queue::ticket_of(bank, outlet_, c.ticket);
  const lobby::Enter entry{outlet_, 1, tap, c.ticket};
  switch (deed.step) {
    case book:
      return say(queue::Book{outlet_,
                             *c.booking,
                             {"C-" + c.booking->text},
                             {},
                             c.service,
                             c.priority,
                             shape_.day,
                             c.band});
    case check_door:
      return say(lobby::CheckDoor{outlet_, 360 + deed.of % 12, c.masked, false});
    case take:
      if (c.booking) return say(queue::Arrive{outlet_, *c.booking, c.channel});
      return say(queue::Take{outlet_, c.service, c.priority, c.channel, c.proxy});
    case come_early: {  // The guard lets in whom the screen shows green; a few try without.
      const Stamp stamp{{std::max(now, latest_), {}}};
      if (!ticket || ticket->stage != queue::Stage::waiting) return {};
      if (!chance(50) && !decide(bank, entry, stamp)) return {};
      return say(entry);
    }
    case cancel:
      if (!ticket || ticket->stage != queue::Stage::waiting) return {};
      return say(queue::Cancel{outlet_, c.ticket});
    case come_in:
      return say(entry);
    case resume:
      return say(queue::Resume{outlet_, c.ticket});
    default:
      return say(lobby::Leave{outlet_, 1, tap, c.ticket});
  }
}

// ---- What follows.

void DrillOutlet::happened(const Bank& bank, const DrillDeed& deed, const Happening& what, Time at_,
                           const Plan& plan) {
  latest_ = std::max(latest_, at_);
  const auto then = [&](int after, DrillStep step, int of) {
    plan({deed.due + seconds{after}, step, of});
  };
  if (const auto* e = event_of<queue::Taken>(what)) {
    Customer& c = at(deed.of);
    c.ticket = e->ticket;
    by_ticket_[e->ticket.text] = deed.of;
    if (c.gives_up) then(10 * minute, cancel, deed.of);
    if (c.early) then(minute, come_early, deed.of);
  }
  if (const auto* e = event_of<queue::Called>(what)) return called(*e, deed, bank, plan);
  switch (deed.step) {
    case check_door:
      // Who forgot the mask is given one.
      if (at(deed.of).masked) return then(20, take, deed.of);
      at(deed.of).masked = true;
      return then(minute, check_door, deed.of);
    case serve:
      return served(deed, bank, plan);
    case park: {  // Who fills in a form comes back to the place they had.
      const int who = by_ticket_.at(event_of<queue::Parked>(what)->ticket.text);
      at(who).forms = false;
      then(5 * minute, resume, who);
      break;
    }
    case recall: {
      const auto* queue = queue::queue_of(bank, outlet_);
      const auto& ticket = *queue::window_of(*queue, deed.of)->ticket;
      const bool again = queue->tickets.at(ticket).calls < 3;
      return then(30, again ? recall : miss, deed.of);
    }
    case finish: {
      const auto* e = event_of<queue::Finished>(what);
      then(20, leave, by_ticket_.at(e->ticket.text));
      if (chance(20)) then(0, finish, deed.of);  // A double tap.
      break;
    }
    case cancel:
      if (queue::ticket_of(bank, outlet_, at(deed.of).ticket)->inside) then(20, leave, deed.of);
      break;
    case close_day:
      return then(2 * minute, close, 0);
    default:
      break;
  }
  if (deed.step == park || deed.step == miss || deed.step == transfer || deed.step == finish)
    at_work_[std::size_t(deed.of)] = false;
  wake_window(bank, deed.due, plan);
}

void DrillOutlet::called(const queue::Called& e, const DrillDeed& deed, const Bank& bank,
                         const Plan& plan) {
  const int who = by_ticket_.at(e.ticket.text);
  Customer& c = at(who);
  const auto then = [&](int after, DrillStep step, int of) {
    plan({deed.due + seconds{after}, step, of});
  };
  const bool inside = queue::ticket_of(bank, outlet_, e.ticket)->inside;
  if (!inside && ++c.callings < c.turned_up) {
    then(30, recall, deed.of);
  } else {
    if (!inside) then(15, come_in, who);
    then(inside ? 10 : 30, serve, deed.of);
  }
  wake_window(bank, deed.due, plan);
}

void DrillOutlet::served(const DrillDeed& deed, const Bank& bank, const Plan& plan) {
  Customer& c = at(customer_at(bank, deed.of));
  const auto then = [&](int after, DrillStep step) {
    plan({deed.due + seconds{after}, step, deed.of});
  };
  if (c.forms) return then(minute, park);
  if (std::exchange(c.other_service, false) && c.service != Service::account)
    return then(2 * minute, transfer);
  then(c.seconds, finish);
}

void DrillOutlet::refused(const Bank& bank, const DrillDeed& deed, const Plan& plan) {
  if (deed.step == call) at_work_[std::size_t(deed.of)] = false;
  // Whose appointment is not taken comes as anybody would.
  if (deed.step == take && std::exchange(at(deed.of).booking, std::nullopt))
    plan({deed.due + seconds{5}, take, deed.of});
  wake_window(bank, deed.due, plan);
}

}  // namespace waystation::cli
