#pragma once
// Tests of the domain read as stories: given what happened, when this is asked, then that is
// recorded. Every story also proves that its records survive the journey through JSON.
#include <doctest/doctest.h>

#include "domain/bank.h"

namespace waystation {

// 8 January 2021, 08:00 in Shenyang: the morning of the reopening.
inline const Time morning = *parse_time("2021-01-08T08:00:00+08:00");
inline const Stamp province{{morning, {"LN-command"}}, Role::province_command, {}};

inline Stamp at(Time time, Stamp stamp = province) {
  stamp.at = time;
  return stamp;
}

template <class T> std::string written(const T& record) {
  const std::string out = to_json(record);
  const auto back = from_json<T>(out, json::From::log);
  REQUIRE_MESSAGE(back.has_value(), back.error().where);
  CHECK(to_json(*back) == out);
  return out;
}

template <class Event> struct Ending {
  Decision<Event> decision;

  void then(const Event& expected) const {
    REQUIRE_MESSAGE(decision.has_value(), decision.error().code);
    CHECK(written(*decision) == written(expected));
  }
  // The refusal's code, and for a gate what it says is missing.
  void refused(const std::string& code, const std::vector<std::string>& missing = {}) const {
    REQUIRE_MESSAGE(decision.has_error(), "was not refused");
    CHECK(decision.error().code == code);
    if (!missing.empty()) CHECK(decision.error().missing == missing);
  }
};

struct Story {
  Bank bank;
  Stamp stamp = province;

  template <class Command> Ending<EventOf<Command>> when(const Command& command) const {
    static_assert(boost::mp11::mp_contains<Commands, Command>::value, "not listed in its room");
    written(command);
    return {decide(bank, command, stamp)};
  }
  // With authority checked first, as the desk does.
  template <class Command> Ending<EventOf<Command>> when_asked(const Command& command) const {
    if (auto no = refuse_command(bank, command, stamp)) return {*no};
    return when(command);
  }
  Story by(const Stamp& other) const { return {bank, other}; }
  Story and_then(const auto&... events) const {
    Story next = *this;
    const auto happened = [&](const auto& e) {
      CHECK(apply_to_rooms(next.bank, e, next.stamp) > 0);
    };
    (happened(events), ...);
    return next;
  }
};

Story given(const auto&... events) {
  return Story{}.and_then(events...);
}

}  // namespace waystation
