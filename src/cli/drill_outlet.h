#pragma once
// One outlet's day of a drill, as its people would live it: when somebody does something, and what
// they would tell the desk. Arrivals and services follow domain.md §6. It looks at a bank that
// mirrors the server's, as a tablet would at its screen. Whatever is due is due at a time that no
// answer can shift.
#include <memory>
#include <random>
#include <unordered_map>

#include "domain/bank.h"

namespace waystation::cli {

enum class DrillStep {
  receive,
  prepare,
  disinfect,
  open,
  open_window,
  issue,
  book,
  check_door,
  take,
  come_early,
  cancel,
  call,
  come_in,
  recall,
  miss,
  serve,
  park,
  resume,
  transfer,
  finish,
  leave,
  close_day,
  close
};

struct DrillDeed {
  Time due;
  DrillStep step{};
  int of = 0;  // The customer, the window or the time round.
};

struct DrillOrder {
  std::string command, body;
};

class DrillOutlet {
 public:
  struct Shape {
    int customers = 0, windows = 0;
    Day day;
  };
  using Plan = std::function<void(const DrillDeed&)>;
  // How many windows so many customers need.
  static int windows_for(int customers);

  // Plans the day: everything that does not follow from something else.
  DrillOutlet(OutletId, const Shape&, std::uint64_t seed, const Plan&);

  // What the deed says to the desk now; nothing where it has become pointless.
  std::optional<DrillOrder> order(const Bank&, const DrillDeed&, Time now, const Plan&);
  // It has happened, and the bank knows: what follows is planned.
  void happened(const Bank&, const DrillDeed&, const Happening&, Time at, const Plan&);
  // It was refused as it had to be.
  void refused(const Bank&, const DrillDeed&, const Plan&);

 private:
  struct Customer {
    queue::Service service{};
    queue::Priority priority{};
    queue::Channel channel{};
    std::optional<queue::Proxy> proxy;
    std::optional<BookingId> booking;
    TimeOfDay band;
    int seconds = 0;    // At the window.
    int turned_up = 0;  // Comes at this calling: 1, 2, or 3 where never.
    bool masked = true, early = false, forms = false, other_service = false, gives_up = false;
    TicketId ticket;
    int callings = 0;
  };
  Customer draw_customer(int number);
  Time local(int seconds_of_day) const;
  Time arrival(int number);
  void plan_morning(const Plan&);
  int draw(int low, int high) { return low + int(random_() % unsigned(high - low + 1)); }
  bool chance(int permille) { return draw(1, 1000) <= permille; }
  Customer& at(int customer) { return customers_[std::size_t(customer)]; }
  int customer_at(const Bank&, int window) const;
  // A free window calls where somebody may be called.
  void wake_window(const Bank&, Time due, const Plan&);
  void called(const queue::Called&, const DrillDeed&, const Bank&, const Plan&);
  void served(const DrillDeed&, const Bank&, const Plan&);
  std::optional<DrillOrder> order_of_customer(const Bank&, const DrillDeed&, Time now);
  std::optional<DrillOrder> order_of_window(const DrillDeed&) const;
  std::optional<DrillOrder> order_of_outlet(const Bank&, const DrillDeed&, const Plan&);

  OutletId outlet_;
  Shape shape_;
  std::mt19937 random_;
  std::vector<Customer> customers_;
  std::vector<char> at_work_;  // By window: somebody stands there, or is being called.
  std::unordered_map<std::string, int> by_ticket_;
  Time latest_;  // That the desk has told.
};

}  // namespace waystation::cli
