#pragma once
// What the desk knows of each command and event: a row of functions, found by name. A room's .cpp
// instantiates its own rows, so that touching one room compiles one file.
#include <functional>
#include <memory>
#include <span>

#include "domain/room.h"

namespace waystation {

template <class Command>
using EventOf = typename decltype(decide(std::declval<const Bank&>(), std::declval<Command>(),
                                         std::declval<Stamp>()))::value_type;

// Turns a personal value of one person into what the log keeps; the storage provides it.
using Seal = std::function<void(const PersonId&, std::string_view field, Personal&)>;

struct EventRow;

// An event that was decided and is not yet recorded.
struct Happening {
  const EventRow* row = nullptr;
  std::shared_ptr<void> event;
};

struct EventRow {
  std::string_view name;
  int schema;
  bool personal;                       // Holds personal values: has a `person`.
  bool erases;                         // Destroys the key of its `person`.
  std::string (*stream)(const void*);  // "outlet/102221004264"
  std::string (*made)(const void*);    // The thing within it, such as a ticket; else empty.
  std::string (*person)(const void*);  // Empty where the event is about nobody.
  void (*seal)(void*, const Seal&);
  void (*write)(const void*, std::string& out);
  void (*apply)(const void*, Bank&, const Mark&);
  Decision<Happening> (*read)(json::Element, const EventRow&);
};

struct CommandRow {
  std::string_view name;
  Roles roles;
  Decision<Happening> (*decide)(const Bank&, json::Element, const Stamp&);
};

// The part of the province that a command touches, by its fields; rooms may overload it.
Scope scope_of_outlet(const Bank&, const OutletId&);
Scope scope_of_zone(const Bank&, const ZoneId&);
Scope scope_of_person(const Bank&, const PersonId&);

template <class Command> Scope scope_of(const Bank& bank, const Command& c) {
  if constexpr (requires {
                  { c.outlet } -> std::convertible_to<const OutletId&>;
                })
    return scope_of_outlet(bank, c.outlet);
  else if constexpr (requires {
                       { c.city } -> std::convertible_to<const CityId&>;
                     })
    return {c.city, {}};
  else if constexpr (requires {
                       { c.zone } -> std::convertible_to<const ZoneId&>;
                     })
    return scope_of_zone(bank, c.zone);
  else if constexpr (requires {
                       { c.person } -> std::convertible_to<const PersonId&>;
                     })
    return scope_of_person(bank, c.person);
  else
    return {};
}

// Role and scope, the same for every command and view: no right is one answer, elsewhere another.
// Refuses "authority.role" (forbidden) or "authority.scope" (missing: what lies outside does not
// exist).
std::optional<Refusal> refuse_authority(Roles roles, const Scope& touched, const Stamp& stamp);

// A room whose command has no single scope (a signature at one's own level) overloads this.
template <class Command>
std::optional<Refusal> refuse_command(const Bank& bank, const Command& command,
                                      const Stamp& stamp) {
  return refuse_authority(Command::roles, scope_of(bank, command), stamp);
}

template <class CommandList> struct RoomTable {
  static std::vector<CommandRow> commands();
  static std::vector<EventRow> events();
};

std::span<const CommandRow> all_commands();  // Sorted by name.
std::span<const EventRow> all_events();
const CommandRow* command_named(std::string_view name);
const EventRow* event_named(std::string_view name);

// ---- How the rows are made. Instantiated once, in the room's .cpp.

template <class Event> constexpr int schema_of() {
  if constexpr (requires { Event::schema; })
    return Event::schema;
  else
    return 1;
}

template <class Event> void each_personal(auto& event, auto visit) {
  each_field<Event>([&](std::string_view name, auto field) {
    using Field = std::remove_cvref_t<decltype(event.*field)>;
    if constexpr (std::is_same_v<Field, Personal>) visit(name, event.*field);
    if constexpr (std::is_same_v<Field, std::optional<Personal>>)
      if (event.*field) visit(name, *(event.*field));
  });
}

template <class Event>
inline constexpr bool is_personal = [] {
  bool found = false;
  each_field<Event>([&]<class Field>(std::string_view, Field Event::*) {
    found |= std::is_same_v<Field, Personal> || std::is_same_v<Field, std::optional<Personal>>;
  });
  return found;
}();

template <class Event> std::string stream_of(const Event& event) {
  std::string_view room = Event::name;
  std::string out{room.substr(0, room.find('.'))};
  bool first = true;
  each_field<Event>([&](std::string_view, auto field) {
    if constexpr (Identifier<std::remove_cvref_t<decltype(event.*field)>>)
      if (std::exchange(first, false)) (out += '/') += (event.*field).text;
  });
  return out;
}

// The second thing that an event names: the ticket of an outlet, the window's or the round's.
template <class Event> std::string made_of(const Event& event) {
  std::string out;
  int named = 0;
  each_field<Event>([&](std::string_view, auto field) {
    if constexpr (Identifier<std::remove_cvref_t<decltype(event.*field)>>)
      if (++named == 2) out = (event.*field).text;
  });
  return out;
}

// An event belongs to one room; others may listen. Returns how many took it: none is a mistake.
template <class Event> int apply_to_rooms(Bank& bank, const Event& event, const Mark& mark);

template <class Event> EventRow event_row() {
  static_assert(
      !is_personal<Event> || requires(Event e) { e.person; },
      "an event with personal values must say whose they are");
  EventRow row{.name = Event::name,
               .schema = schema_of<Event>(),
               .personal = is_personal<Event>,
               .erases = requires {Event::erases_person;
}
, .stream = [](const void* e) { return stream_of(*static_cast<const Event*>(e)); },
  .made = [](const void* e) { return made_of(*static_cast<const Event*>(e)); }, .person = nullptr,
  .seal = nullptr,
  .write = [](const void* e, std::string& out) { json::write(out, *static_cast<const Event*>(e)); },
  .apply = nullptr, .read = nullptr
};  // namespace waystation
row.person = [](const void* e) -> std::string {
  if constexpr (requires(const Event& x) { x.person.text; })
    return static_cast<const Event*>(e)->person.text;
  return {};
};
row.seal = [](void* e, const Seal& seal) {
  auto& event = *static_cast<Event*>(e);
  if constexpr (is_personal<Event>)
    each_personal<Event>(event, [&](auto name, Personal& p) { seal(event.person, name, p); });
};
row.apply = [](const void* e, Bank& bank, const Mark& mark) {
  if (apply_to_rooms(bank, *static_cast<const Event*>(e), mark) == 0)
    throw std::logic_error(std::string("no room takes ") + Event::name);
};
row.read = [](json::Element e, const EventRow& self) -> Decision<Happening> {
  auto event = from_json<Event>(e, json::From::log);
  if (!event) return event.error();
  return Happening{&self, std::make_shared<Event>(std::move(*event))};
};
return row;
}

template <class Command> CommandRow command_row() {
  return {Command::name, Command::roles,
          [](const Bank& bank, json::Element body, const Stamp& stamp) -> Decision<Happening> {
            const auto command = from_json<Command>(body);
            if (!command) return command.error();
            if (auto no = refuse_command(bank, *command, stamp)) return *no;
            auto event = decide(bank, *command, stamp);
            if (!event) return event.error();
            using Event = EventOf<Command>;
            return Happening{event_named(Event::name), std::make_shared<Event>(std::move(*event))};
          }};
}

template <class CommandList> std::vector<CommandRow> RoomTable<CommandList>::commands() {
  std::vector<CommandRow> rows;
  each_type<CommandList>([&]<class Command> { rows.push_back(command_row<Command>()); });
  return rows;
}

template <class CommandList> std::vector<EventRow> RoomTable<CommandList>::events() {
  using Events = boost::mp11::mp_unique<boost::mp11::mp_transform<EventOf, CommandList>>;
  std::vector<EventRow> rows;
  each_type<Events>([&]<class Event> { rows.push_back(event_row<Event>()); });
  return rows;
}

}  // namespace waystation
