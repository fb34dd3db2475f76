#pragma once
// The scene that stories of cash begin with: the sealed outlet of the sealed zone with two million
// yuan at most, a cash centre outside, a van with a pass, and the people who sign.
#include "domain/sealed_zone_story.h"

namespace waystation::cash::story {

using namespace sealed_zone;

inline const OutletId centre{"102221009999"};
inline const VanId van{"SY-V01"};
inline const PlaceName window{"1"}, box{"box-1"}, cabinet{"UV-1"};

inline Stamp signer(const char* account, Role role, Scope scope = {shenyang, xianggong}) {
  return {{morning, {account}}, role, scope};
}
inline const Stamp teller = signer("teller", Role::teller), second = signer("second", Role::teller),
                   supervisor = signer("supervisor", Role::supervisor),
                   manager = signer("manager", Role::outlet_manager),
                   crew = signer("crew", Role::van_crew, {shenyang, {}}),
                   cashier = signer("cashier", Role::cash_centre, {shenyang, {}}),
                   keeper = signer("keeper", Role::cash_centre, {shenyang, {}});

inline BagId bag(int n, const OutletId& of = xianggong) {
  return {of.text + "-" + std::to_string(n)};
}
inline SealId seal(int n) {
  return {"S" + std::to_string(n)};
}
inline Packs hundreds(std::int32_t count) {
  return {{Denomination::yuan_100, count}};
}
inline Fen of_hundreds(std::int32_t count) {
  return yuan(100) * count;
}
inline Filling filling(int n, std::int32_t count, const OutletId& of = xianggong) {
  return {bag(n, of), hundreds(count), of_hundreds(count), seal(n)};
}

inline outlet::Registered cash_centre() {
  auto e = outlet_registered(centre, outside);
  e.kind = outlet::Kind::back_office;
  return e;
}

inline zone::PassRecorded pass(Day from) {
  return {huanggu, zone::PassKind::cash_van,   van.text, "塔湾街东卡口", {450}, {480},
          from,    from + std::chrono::days{6}};
}

inline Story house() {
  auto limited = outlet_registered(xianggong, inside);
  limited.cash_limit = yuan(2'000'000);
  return scene().and_then(limited, cash_centre(),
                          van::Registered{van, "辽A-示01", shenyang, yuan(5'000'000), 200},
                          pass(eighth));
}

// A story that goes on by commands: each must be accepted, by its right and by its rules.
class Days {
 public:
  explicit Days(Story story = house()) : story_(std::move(story)) {}

  template <class Command> Days& give(const Stamp& by, const Command& command) {
    const auto decision = ask(by, command).decision;
    REQUIRE_MESSAGE(decision.has_value(), Command::name << ": " << decision.error().code);
    written(*decision);
    story_ = story_.by(at(now_, by)).and_then(*decision);
    return *this;
  }
  template <class Command> Ending<EventOf<Command>> ask(const Stamp& by, const Command& c) const {
    return story_.by(at(now_, by)).when_asked(c);
  }
  // The same, confirmed by another.
  template <class Command>
  Days& agree(const Stamp& one, const Stamp& other, const Command& command) {
    give(one, command);
    return give(other, Confirm{command.outlet, command.act});
  }
  template <class Event> Days& happened(const Event& event) {
    story_ = story_.by(at(now_)).and_then(event);
    return *this;
  }
  Days& later(std::chrono::microseconds time) {
    now_ += time;
    return *this;
  }
  Days& until(Time time) {
    now_ = time;
    return *this;
  }

  // What was paid in lies sanitised in the cabinet.
  Days& sanitised(int n, std::int32_t count, Source source = Source::ordinary) {
    give(teller, Receive{xianggong, window, source, hundreds(count), of_hundreds(count)});
    give(teller,
         Fill{xianggong, bag(n), window, source, hundreds(count), of_hundreds(count), seal(n)});
    const RunId run{"run-" + std::to_string(n)};
    give(teller, BeginRun{xianggong, run, cabinet, Method::cabinet, {bag(n)}});
    later(std::chrono::minutes{90});
    return give(teller, FinishRun{xianggong, run});
  }
  // Counted by teller and second, and in the vault.
  Days& counted(int n, std::int32_t count, Source source = Source::ordinary) {
    sanitised(n, count, source);
    give(teller, Count{xianggong, bag(n), hundreds(count), of_hundreds(count)});
    give(second, Recount{xianggong, bag(n), hundreds(count), of_hundreds(count)});
    return agree(teller, supervisor, Store{xianggong, act("store", n), {bag(n)}});
  }
  static ActId act(const char* what, int n) {
    return {std::string(what) + '-' + std::to_string(n)};
  }

  const Bank& bank() const { return story_.bank; }
  Time now() const { return now_; }
  const Bag& bag_here(int n) const { return site_of(bank(), xianggong).bags.at(bag(n)); }

 private:
  Story story_;
  Time now_ = morning;
};

}  // namespace waystation::cash::story
