#include <algorithm>

#include "domain/bank.h"

namespace waystation::outlet {

namespace {

// ISO 7064 MOD 11,10.
bool has_right_check_digit(std::string_view digits) {
  int carry = 10;
  for (const char c : digits.substr(0, digits.size() - 1)) {
    const int sum = (carry + (c - '0')) % 10;
    carry = (sum == 0 ? 10 : sum) * 2 % 11;
  }
  return (carry + (digits.back() - '0')) % 10 == 1;
}

Fact number(std::string name, std::int64_t value) {
  return {std::move(name), std::to_string(value)};
}

bool serves_at_windows(State state) {
  return state == State::open || state == State::limited || state == State::paused;
}

void enter(Outlet& outlet, State state, std::string reason, const Mark& mark) {
  outlet.state = state;
  outlet.reason = std::move(reason);
  outlet.since = mark.at;
}

}  // namespace

bool is_cnaps_code(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return text.size() == 12 && std::ranges::all_of(text, is_digit) && has_right_check_digit(text);
}

const std::string& time_zone_of(const Bank& bank, const OutletId& id) {
  static const std::string here = "Asia/Shanghai";  // Where every city of the province lies.
  const auto* outlet = bank.outlets.find(id);
  const auto* city = outlet ? bank.cities.find(outlet->city) : nullptr;
  return city ? city->time_zone : here;
}

// ---- Register.

// What a telephone can dial, and nothing else: it becomes a link on a public page.
static std::optional<Refusal> refuse_phone(const std::optional<std::string>& phone) {
  constexpr std::size_t least = 3, most = 20;
  constexpr std::string_view dialled = "0123456789+- ";
  if (!phone) return {};
  const bool good = phone->size() >= least && phone->size() <= most &&
                    phone->find_first_not_of(dialled) == phone->npos;
  return good ? std::nullopt : std::optional(invalid("outlet.phone-malformed"));
}

static std::optional<Refusal> refuse_community(const Bank& bank, const Register& c) {
  if (!c.community) return {};
  const auto* community = bank.communities.find(*c.community);
  if (!community) return unknown("community.unknown", c.community->text);
  if (community->city != c.city)
    return conflict("outlet.community-of-another-city", {{"community", c.community->text}});
  return {};
}

static std::optional<Refusal> refuse_figures(const Register& c) {
  if (c.windows < 0 || c.machines < 0 || c.lobby_m2 < 0 || c.seats < 0 || c.cash_float < Fen{} ||
      c.cash_limit < Fen{})
    return invalid("outlet.figure-negative");
  const bool hours_unknown = c.opens.minutes == 0 && c.closes.minutes == 0;
  if (!hours_unknown && c.closes <= c.opens)
    return invalid("outlet.hours-reversed",
                   {{"opens", to_text(c.opens)}, {"closes", to_text(c.closes)}});
  if (c.cash_limit > Fen{} && c.cash_float > c.cash_limit)
    return invalid("outlet.float-above-limit", {number("float_fen", c.cash_float.count),
                                                number("limit_fen", c.cash_limit.count)});
  return {};
}

Decision<Registered> decide(const Bank& bank, const Register& c, const Stamp& stamp) {
  if (bank.outlets.contains(c.outlet))
    return conflict("outlet.already-registered", {{"id", c.outlet.text}});
  if (!is_cnaps_code(c.outlet.text)) return invalid("outlet.code-invalid", {{"id", c.outlet.text}});
  if (c.title.empty()) return invalid("outlet.title-empty");
  if (!bank.cities.contains(c.city)) return unknown("city.unknown", c.city.text);
  if (!is_on_earth(c.at)) return invalid("outlet.point-not-on-earth");
  if (auto no = refuse_phone(c.phone)) return *no;
  if (auto no = refuse_community(bank, c)) return *no;
  if (auto no = refuse_figures(c)) return *no;
  Registered e{c.outlet,     c.title,           c.city,      c.district, c.address,
               c.at,         c.position_source, c.community, c.kind,     c.windows,
               c.machines,   c.lobby_m2,        c.seats,     c.opens,    c.closes,
               c.cash_float, c.cash_limit,      {},          c.phone};
  if (c.community && zone::sealed_zone_of(bank, *c.community, stamp.at)) e.state = State::closed;
  return e;
}

// On ordinary days an outlet simply works; a back office never has a counter.
void apply(Outlets& outlets, const Registered& e, const Mark& mark) {
  const bool shut = e.kind == Kind::back_office || e.state == State::closed;
  outlets.edit(e.outlet) = {.title = e.title,
                            .city = e.city,
                            .district = e.district,
                            .address = e.address,
                            .at = e.at,
                            .position_source = e.position_source,
                            .community = e.community,
                            .kind = e.kind,
                            .windows = e.windows,
                            .machines = e.machines,
                            .lobby_m2 = e.lobby_m2,
                            .seats = e.seats,
                            .opens = e.opens,
                            .closes = e.closes,
                            .cash_float = e.cash_float,
                            .cash_limit = e.cash_limit,
                            .phone = e.phone,
                            .state = shut ? State::closed : State::open,
                            .self_service = !shut,
                            .windows_open = shut ? 0 : e.windows,
                            .customers_served = 0,
                            .reason = {},
                            .since = mark.at,
                            .opened_at = {}};
}

// ---- Publish the phone.

Decision<PhonePublished> decide(const Bank& bank, const PublishPhone& c, const Stamp&) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (auto no = refuse_phone(c.phone)) return *no;
  return PhonePublished{c.outlet, c.phone};
}

void apply(Outlets& outlets, const PhonePublished& e, const Mark&) {
  outlets.edit(e.outlet).phone = e.phone;
}

// ---- Prepare.

Decision<Prepared> decide(const Bank& bank, const Prepare& c, const Stamp&) {
  const auto* outlet = bank.outlets.find(c.outlet);
  if (!outlet) return unknown("outlet.unknown", c.outlet.text);
  if (outlet->kind == Kind::back_office) return conflict("outlet.no-counter");
  if (outlet->state != State::closed)
    return conflict("outlet.not-closed", {{"state", std::string(name_of(outlet->state))}});
  return Prepared{c.outlet};
}

void apply(Outlets& outlets, const Prepared& e, const Mark& mark) {
  enter(outlets.edit(e.outlet), State::preparing, {}, mark);
}

// ---- Open.

// All that is missing; of the disinfection which surfaces, of the checklist which items.
static Refusal refuse_at_gate(const Bank& bank, const Open& c, std::vector<std::string> missing,
                              Time now) {
  std::vector<Fact> facts{{"id", c.outlet.text}};
  const auto untreated = disinfection::untreated(bank, c.outlet, now);
  if (!untreated.empty()) facts.push_back({"untreated", disinfection::listed(untreated)});
  if (std::ranges::find(missing, "gate.checklist-incomplete") != missing.end())
    facts.push_back(checklist::open_fact(bank, c.outlet, checklist::Phase::before_opening, now));
  return {Why::conflict, "outlet.gate-unmet", {}, std::move(missing), std::move(facts)};
}

Decision<Opened> decide(const Bank& bank, const Open& c, const Stamp& stamp) {
  const auto* outlet = bank.outlets.find(c.outlet);
  if (!outlet) return unknown("outlet.unknown", c.outlet.text);
  if (outlet->kind == Kind::back_office) return conflict("outlet.no-counter");
  // Some registers do not say how many windows there are.
  const bool beyond = outlet->windows > 0 && c.windows > outlet->windows;
  if (c.windows < 1 || beyond)
    return invalid("outlet.windows-out-of-range",
                   {number("windows", c.windows), number("most", outlet->windows)});
  if (outlet->state == State::open && outlet->windows_open == c.windows)
    return conflict("outlet.already-open", {number("windows", c.windows)});
  auto missing = unmet(bank, c.outlet, c.windows, stamp.at);
  if (!missing.empty()) return refuse_at_gate(bank, c, std::move(missing), stamp.at);
  return Opened{c.outlet, c.windows};
}

// More windows, or an end of the limit, is the same opening going on.
void apply(Outlets& outlets, const Opened& e, const Mark& mark) {
  Outlet& outlet = outlets.edit(e.outlet);
  if (!serves_at_windows(outlet.state)) outlet.opened_at = mark.at;
  enter(outlet, State::open, {}, mark);
  outlet.windows_open = e.windows;
}

// ---- Restrict.

Decision<Restricted> decide(const Bank& bank, const Restrict& c, const Stamp&) {
  const auto* outlet = bank.outlets.find(c.outlet);
  if (!outlet) return unknown("outlet.unknown", c.outlet.text);
  if (c.to != State::limited && c.to != State::paused)
    return invalid("outlet.not-a-restriction", {{"to", std::string(name_of(c.to))}});
  if (c.reason.empty()) return invalid("outlet.reason-empty");
  if (!serves_at_windows(outlet->state))
    return conflict("outlet.not-open", {{"state", std::string(name_of(outlet->state))}});
  if (outlet->state == c.to)
    return conflict("outlet.already-so", {{"state", std::string(name_of(c.to))}});
  return Restricted{c.outlet, c.to, c.reason};
}

void apply(Outlets& outlets, const Restricted& e, const Mark& mark) {
  enter(outlets.edit(e.outlet), e.to, e.reason, mark);
}

// ---- Close.

// Published hours bind (Commercial Bank Law 49): who closes within them tells the public why.
static bool is_early(const Bank& bank, const OutletId& id, const Outlet& outlet, Time now) {
  return serves_at_windows(outlet.state) && outlet.closes.minutes > 0 &&
         local_time_of_day(now, time_zone_of(bank, id)) < outlet.closes;
}

// What the queue counted of the same day; customers without a ticket come on top.
static std::int64_t served_by_queue(const Bank& bank, const OutletId& id, Time at) {
  const auto* queue = queue::queue_of(bank, id);
  const bool today = queue && queue->day == local_day(at, time_zone_of(bank, id));
  return today ? queue->figures.served : 0;
}

Decision<Closed> decide(const Bank& bank, const Close& c, const Stamp& stamp) {
  const auto* outlet = bank.outlets.find(c.outlet);
  if (!outlet) return unknown("outlet.unknown", c.outlet.text);
  if (outlet->state == State::closed) return conflict("outlet.already-closed");
  if (c.customers_served < 0)
    return invalid("outlet.customers-negative", {number("customers", c.customers_served)});
  if (c.reason.empty() && is_early(bank, c.outlet, *outlet, stamp.at))
    return invalid("outlet.reason-empty", {{"closes", to_text(outlet->closes)}});
  const std::int64_t counted = served_by_queue(bank, c.outlet, stamp.at);
  if (c.customers_served < counted)
    return invalid("outlet.customers-fewer",
                   {number("customers", c.customers_served), number("counted", counted)});
  return Closed{c.outlet, c.customers_served, c.reason,
                checklist::left_open(bank, c.outlet, stamp.at)};
}

void apply(Outlets& outlets, const Closed& e, const Mark& mark) {
  Outlet& outlet = outlets.edit(e.outlet);
  enter(outlet, State::closed, e.reason, mark);
  outlet.windows_open = 0;
  outlet.customers_served = e.customers_served;
}

// ---- Self-service.

Decision<SelfServiceSwitched> decide(const Bank& bank, const SwitchSelfService& c, const Stamp&) {
  const auto* outlet = bank.outlets.find(c.outlet);
  if (!outlet) return unknown("outlet.unknown", c.outlet.text);
  if (outlet->self_service == c.on)
    return conflict("outlet.already-so", {{"self_service", c.on ? "on" : "off"}});
  return SelfServiceSwitched{c.outlet, c.on};
}

void apply(Outlets& outlets, const SelfServiceSwitched& e, const Mark&) {
  outlets.edit(e.outlet).self_service = e.on;
}

// ---- Listening.

void apply(Outlets& outlets, const zone::Sealed& e, const Mark& mark) {
  const Outlets before = outlets;
  for (const auto& [id, old] : before) {
    if (!old.community || std::ranges::find(e.communities, *old.community) == e.communities.end())
      continue;
    Outlet& outlet = outlets.edit(id);
    enter(outlet, State::closed, e.title, mark);
    if (e.since) outlet.since = *e.since;
    outlet.windows_open = 0;
    outlet.self_service = false;
  }
}

}  // namespace waystation::outlet

template struct waystation::RoomTable<waystation::outlet::Commands>;
