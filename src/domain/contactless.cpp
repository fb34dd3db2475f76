#include "domain/contactless.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::contactless {

namespace {

constexpr std::string_view reference_head = "C-";

Fact amount(std::string name, std::int64_t value) {
  return {std::move(name), std::to_string(value)};
}

const std::string& zone_of(const Bank& bank, const OutletId& outlet) {
  return outlet::time_zone_of(bank, outlet);
}

std::optional<Refusal> refuse_counter(const Bank& bank, const OutletId& id) {
  const auto* outlet = bank.outlets.find(id);
  if (!outlet) return unknown("outlet.unknown", id.text);
  if (outlet->kind == outlet::Kind::back_office) return conflict("outlet.no-counter");
  return {};
}

bool is_live(const Request& request) {
  return request.stage == Stage::waiting || request.stage == Stage::taken;
}

// A phone or an identity number would be somebody's name in the log for ever. Each request has a
// key of its own, for its end destroys it: a reference that stands for anything else is refused.
std::optional<Refusal> refuse_reference(const Bank& bank, const PersonId& person) {
  const std::string& text = person.text;
  const auto digits = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
  if (!text.starts_with(reference_head) || bank.people.contains(person) ||
      std::size_t(digits) + reference_head.size() == text.size())
    return invalid("contactless.reference-not-opaque");
  if (bank.contactless.askers.contains(person) || bank.queues.booked.contains(person))
    return conflict("contactless.reference-used");
  return {};
}

std::optional<Refusal> refuse_window(const Bank& bank, const Ask& c, Time now) {
  if (c.till.minutes - c.from.minutes < shortest_window_minutes)
    return invalid("contactless.window-order", {amount("minutes", shortest_window_minutes)});
  const std::string& zone = zone_of(bank, c.outlet);
  if (at_local(c.day, c.till, zone) <= now) return conflict("contactless.window-past");
  if (c.day > local_day(now, zone) + std::chrono::days{days_ahead})
    return conflict("contactless.window-too-far", {amount("days", days_ahead)});
  return {};
}

RequestId next_number(const Bank& bank, const OutletId& outlet, Day today) {
  const Desk* desk = desk_of(bank, outlet);
  const std::string digits = std::to_string(desk && desk->day == today ? desk->number + 1 : 1);
  const std::string zeros(digits.size() < 3 ? 3 - digits.size() : 0, '0');
  return {to_text(today) + "-W" + zeros + digits};
}

Decision<const Request*> live_request(const Bank& bank, const OutletId& outlet,
                                      const RequestId& id) {
  if (!bank.outlets.contains(outlet)) return unknown("outlet.unknown", outlet.text);
  const Request* request = request_of(bank, outlet, id);
  if (!request) return unknown("contactless.request-unknown", id.text);
  if (!is_live(*request))
    return conflict("contactless.request-ended", {{"stage", std::string(name_of(request->stage))}});
  return request;
}

Tally& tally_to_edit(Desk& desk, Day on) {
  const auto known = std::ranges::find(desk.days, on, &Tally::on);
  if (known != desk.days.end()) return *known;
  if (desk.days.size() >= days_of_tallies) desk.days.erase(desk.days.begin());
  return desk.days.emplace_back(Tally{.on = on});
}

// What ended before today is forgotten; its figures stay.
void begin_contactless_day(Desk& desk, Day today) {
  if (desk.day == today) return;
  std::vector<RequestId> ended;
  for (const auto& [id, request] : desk.requests)
    if (!is_live(request)) ended.push_back(id);
  for (const RequestId& id : ended) desk.requests.erase(id);
  desk.day = today;
  desk.number = 0;
}

struct End {
  Stage stage;
  std::optional<Result> result;
};

void end_request(Contactless& all, const OutletId& outlet, const RequestId& id, const End& end,
                 Time at) {
  Desk& desk = all.desks.edit(outlet);
  if (!desk.requests.contains(id)) return;
  Request& request = desk.requests.edit(id);
  all.askers.erase(request.person);
  request.stage = end.stage;
  request.result = end.result;
  request.ended_at = at;
  request.contact.reset();
  --desk.open;
}

bool is_https(const std::string& link) {
  constexpr std::string_view head = "https://";
  return link.size() > head.size() && link.size() <= longest_link && link.starts_with(head) &&
         std::ranges::all_of(link, [](char c) {
           return c > ' ' && c < '\x7f' && c != '"' && c != '\'' && c != '<' && c != '>';
         });
}

std::optional<Refusal> refuse_supplier(const Supplier& s) {
  if (s.title.empty() || s.title.size() > longest_name)
    return invalid("contactless.title-length", {amount("most", std::int64_t(longest_name))});
  if (!is_https(s.link)) return invalid("contactless.link-not-https", {{"title", s.title}});
  if (s.from >= s.till) return invalid("contactless.hours-order", {{"title", s.title}});
  return {};
}

}  // namespace

// ---- Questions.

const Desk* desk_of(const Bank& bank, const OutletId& outlet) {
  return bank.contactless.desks.find(outlet);
}

const Request* request_of(const Bank& bank, const OutletId& outlet, const RequestId& id) {
  const Desk* desk = desk_of(bank, outlet);
  return desk ? desk->requests.find(id) : nullptr;
}

Tally tally_on(const Bank& bank, const OutletId& outlet, Day day) {
  const Desk* desk = desk_of(bank, outlet);
  if (!desk) return {.on = day};
  const auto known = std::ranges::find(desk->days, day, &Tally::on);
  return known == desk->days.end() ? Tally{.on = day} : *known;
}

Time call_by(const Bank& bank, const OutletId& outlet, const Request& request) {
  return at_local(request.day, request.till, zone_of(bank, outlet));
}

std::vector<std::string> unwell(const Bank& bank, const PersonId& person, Day day) {
  auto codes = quarantine::bars(bank, person, day);
  std::erase_if(codes, [](const std::string& code) {
    return code == "fit.under-measure" || code == "fit.co-resident" || code == "fit.loop-broken";
  });
  return codes;
}

bool must_stay_home(const Bank& bank, const PersonId& person, Day day) {
  return !quarantine::bars(bank, person, day).empty();
}

const std::vector<Supplier>& suppliers_of(const Bank& bank, const ZoneId& zone) {
  static const std::vector<Supplier> none;
  const auto* all = bank.contactless.suppliers.find(zone);
  return all ? *all : none;
}

// ---- Ask.

Decision<Asked> decide(const Bank& bank, const Ask& c, const Stamp& stamp) {
  if (auto no = refuse_counter(bank, c.outlet)) return *no;
  if (c.kind == Kind::grocery) return invalid("contactless.no-call");
  if (auto no = refuse_reference(bank, c.person)) return *no;
  if (c.contact.text.empty() || c.contact.text.size() > longest_contact)
    return invalid("contactless.contact-length", {amount("most", std::int64_t(longest_contact))});
  if (auto no = refuse_window(bank, c, stamp.at)) return *no;
  const Desk* desk = desk_of(bank, c.outlet);
  if (desk && desk->open >= most_open)
    return conflict("contactless.full", {amount("most", most_open)});
  const Day today = local_day(stamp.at, zone_of(bank, c.outlet));
  return Asked{c.outlet, next_number(bank, c.outlet, today),
               c.person, c.contact,
               c.kind,   c.segment,
               c.day,    c.from,
               c.till,   today};
}

void apply(Contactless& all, const Asked& e, const Mark& mark) {
  Desk& desk = all.desks.edit(e.outlet);
  begin_contactless_day(desk, e.on);
  ++desk.number;
  ++desk.open;
  ++tally_to_edit(desk, e.on).asked;
  desk.requests.edit(e.request) = {.kind = e.kind,
                                   .segment = e.segment,
                                   .day = e.day,
                                   .from = e.from,
                                   .till = e.till,
                                   .stage = Stage::waiting,
                                   .person = e.person,
                                   .contact = e.contact,
                                   .asked_at = mark.at};
  all.askers.edit(e.person) = e.outlet;
}

// ---- Withdraw.

Decision<Withdrawn> decide(const Bank& bank, const Withdraw& c, const Stamp& stamp) {
  const auto request = live_request(bank, c.outlet, c.request);
  if (!request) return request.error();
  return Withdrawn{c.outlet, c.request, (*request)->person,
                   local_day(stamp.at, zone_of(bank, c.outlet))};
}

void apply(Contactless& all, const Withdrawn& e, const Mark& mark) {
  end_request(all, e.outlet, e.request, {Stage::withdrawn, {}}, mark.at);
}

// ---- Take. Somebody else may take it over.

Decision<Taken> decide(const Bank& bank, const Take& c, const Stamp& stamp) {
  const auto request = live_request(bank, c.outlet, c.request);
  if (!request) return request.error();
  if ((*request)->adviser == c.adviser) return conflict("contactless.request-taken");
  if (auto no = quarantine::refuse_person(bank, c.adviser)) return *no;
  const Day today = local_day(stamp.at, zone_of(bank, c.outlet));
  if (auto codes = unwell(bank, c.adviser, today); !codes.empty())
    return Refusal{Why::conflict, "contactless.adviser-unwell", {}, std::move(codes)};
  if (!c.from_home && must_stay_home(bank, c.adviser, today))
    return conflict("contactless.adviser-stays-home", {{"id", c.adviser.text}});
  return Taken{c.outlet, c.request, c.adviser, c.from_home};
}

void apply(Contactless& all, const Taken& e, const Mark&) {
  Desk& desk = all.desks.edit(e.outlet);
  if (!desk.requests.contains(e.request)) return;
  Request& request = desk.requests.edit(e.request);
  request.stage = Stage::taken;
  request.adviser = e.adviser;
  request.from_home = e.from_home;
}

// ---- Answer.

Decision<Answered> decide(const Bank& bank, const Answer& c, const Stamp& stamp) {
  const auto request = live_request(bank, c.outlet, c.request);
  if (!request) return request.error();
  if ((*request)->stage != Stage::taken) return conflict("contactless.not-taken");
  return Answered{c.outlet, c.request, (*request)->person, c.result,
                  local_day(stamp.at, zone_of(bank, c.outlet))};
}

void apply(Contactless& all, const Answered& e, const Mark& mark) {
  end_request(all, e.outlet, e.request, {Stage::answered, e.result}, mark.at);
  Tally& tally = tally_to_edit(all.desks.edit(e.outlet), e.on);
  switch (e.result) {
    case Result::solved:
      ++tally.solved;
      break;
    case Result::needs_to_come:
      ++tally.needs_to_come;
      break;
    case Result::not_reached:
      ++tally.not_reached;
      break;
  }
}

// ---- Divert.

Decision<Diverted> decide(const Bank& bank, const Divert& c, const Stamp& stamp) {
  if (auto no = refuse_counter(bank, c.outlet)) return *no;
  return Diverted{c.outlet, c.kind, local_day(stamp.at, zone_of(bank, c.outlet))};
}

void apply(Contactless& all, const Diverted& e, const Mark&) {
  ++tally_to_edit(all.desks.edit(e.outlet), e.on).diverted;
}

// ---- Suppliers.

Decision<SuppliersPublished> decide(const Bank& bank, const PublishSuppliers& c, const Stamp&) {
  if (!bank.zones.contains(c.zone)) return unknown("zone.unknown", c.zone.text);
  if (c.suppliers.size() > most_suppliers)
    return invalid("contactless.too-many-suppliers",
                   {amount("most", std::int64_t(most_suppliers))});
  for (const Supplier& s : c.suppliers)
    if (auto no = refuse_supplier(s)) return *no;
  return SuppliersPublished{c.zone, c.suppliers};
}

void apply(Contactless& all, const SuppliersPublished& e, const Mark&) {
  all.suppliers.edit(e.zone) = e.suppliers;
}

}  // namespace waystation::contactless

template struct waystation::RoomTable<waystation::contactless::Commands>;
