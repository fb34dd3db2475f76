#pragma once
// For tests: the queue and the lobby as plain vectors that are searched from end to end. Slow, and
// simple enough to be believed.
#include <algorithm>
#include <array>
#include <tuple>
#include <vector>

#include "domain/outlet_day_story.h"

namespace waystation::queue::naive {

using std::chrono::microseconds;

inline constexpr int head_start = 10, calls = 3, back_places = 3, cap = 4;

struct Place {
  TicketId id;
  Service service;
  bool priority;
  Time taken, arrival;
  Stage stage = Stage::waiting;
  int window = 0, calls = 0, returns = 0;
  bool inside = false, carried = false;

  bool is_before(const Place& other) const {
    return std::tie(arrival, id.text) < std::tie(other.arrival, other.id.text);
  }
};

struct Desk {
  WindowState state = WindowState::closed;
  std::vector<Service> services;

  bool serves(const Place& p) const {
    return std::ranges::find(services, p.service) != services.end();
  }
};

struct Model {
  std::vector<Place> places;
  std::array<Desk, 3> desks;
  int inside = 0;
  bool evacuated = false, day_over = false;

  Place* named(const TicketId& id) {
    for (Place& p : places)
      if (p.id == id) return &p;
    return nullptr;
  }
  Place* at(int window) {
    for (Place& p : places)
      if (p.window == window) return &p;
    return nullptr;
  }
  int coming() const {
    int count = 0;
    for (const Place& p : places) count += p.stage == Stage::called && !p.inside;
    return count;
  }
  bool may_be_called(const Place& p) const {
    return p.stage == Stage::waiting && (p.inside || inside + coming() < cap);
  }
  Place* next(int window) {
    Place* best = nullptr;
    for (Place& p : places)
      if (may_be_called(p) && desks[std::size_t(window) - 1].serves(p))
        if (!best || p.is_before(*best)) best = &p;
    return best;
  }
  // How many waiting tickets, of those that fit, come before this one.
  int before(const Place& own, auto fits) const {
    int count = 0;
    for (const Place& p : places) count += p.stage == Stage::waiting && fits(p) && p.is_before(own);
    return count;
  }
  Time sent_back(const Place& own) const {
    std::vector<Place> line;
    for (const Place& p : places)
      if (p.stage == Stage::waiting && p.service == own.service) line.push_back(p);
    std::ranges::sort(line, [](const Place& a, const Place& b) { return a.is_before(b); });
    Time time = own.arrival;
    for (std::size_t i = 0; i < line.size() && i < back_places; ++i)
      time = std::max(time, line[i].arrival + microseconds{1});
    return time;
  }
};

inline void stand(Place& p, Stage stage, int window = 0) {
  p.stage = stage;
  p.window = window;
  p.calls = stage == Stage::called ? 1 : 0;
}

}  // namespace waystation::queue::naive
