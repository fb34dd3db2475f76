// What anybody may do from the pages of stations and of services without coming: say that an
// amenity is wrong, ask for a call back and withdraw it, and say that they need not come. Each is
// an ordinary command in the name of the public, within the limits of routes_visit.cpp.
#include "application/claim_code.h"
#include "http/compress.h"
#include "http/public_order.h"
#include "http/public_station.h"
#include "http/random_id.h"
#include "http/routes.h"
#include "http/visit_page.h"

namespace waystation::http {

namespace {

bool can_be_dialled(std::string_view text) {
  constexpr std::size_t fewest_digits = 5, longest = 20;
  const auto digits = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
  return text.size() <= longest && std::size_t(digits) >= fewest_digits &&
         text.find_first_not_of("0123456789+- ") == text.npos;
}

// The form's key names the person of this one request, so that the same form sent twice is the same
// order.
Decision<contactless::Ask> ask_in(const Form& form, const OutletId& outlet, const CommandId& key) {
  contactless::Ask ask{.outlet = outlet,
                       .person = {"C-" + to_text(key)},
                       .contact = {form.text("contact")},
                       .day = {},
                       .from = {},
                       .till = {}};
  if (!from_name(form.text("kind"), ask.kind)) return wrong_choice("kind");
  if (!from_name(form.text("segment"), ask.segment)) return wrong_choice("segment");
  const auto day = parse_day(form.text("day"));
  if (!day) return wrong_choice("day");
  const std::string window = form.text("window");
  const auto dash = std::min(window.find('-'), window.size());
  const auto from = parse_time_of_day(std::string_view(window).substr(0, dash));
  const auto till =
      parse_time_of_day(std::string_view(window).substr(std::min(dash + 1, window.size())));
  if (!from || !till) return wrong_choice("window");
  if (!can_be_dialled(ask.contact.text)) return Refusal{Why::invalid, "form.contact", "contact"};
  ask.day = *day, ask.from = *from, ask.till = *till;
  return ask;
}

// The newest that is printed so: "w1" is W001.
std::string request_numbered(const Bank& bank, const OutletId& outlet, std::string_view typed) {
  std::string digits;
  for (const char c : typed)
    if (c >= '0' && c <= '9') digits += c;
  constexpr std::size_t width = 3;
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  const contactless::Desk* desk = contactless::desk_of(bank, outlet);
  std::string found;
  if (desk)
    for (const auto& [id, request] : desk->requests)
      if (short_number(id.text) == "W" + digits) found = id.text;
  return found;
}

Limiter::Rate an_hour(const Bank& bank, policy::Key key, Time now) {
  return {policy::in_force(bank, key, local_day(now, "Asia/Shanghai")).value,
          std::chrono::hours(1)};
}

void give_page(const Respond& respond, std::string page) {
  respond({.type = "text/html; charset=utf-8", .body = std::move(page)});
}

}  // namespace

void Routes::doubt_amenity(Call& call, Visit visit, const OutletId& outlet, const Form& form) {
  const std::string back = "/p/" + outlet.text + "/station";
  const auto key = key_of(form);
  if (!key) return refuse_visit(call.respond, visit, key.error(), back);
  station::ReportFault report{outlet};
  if (!from_name(form.text("amenity"), report.amenity))
    return refuse_visit(call.respond, visit, wrong_choice("amenity"), back);
  if (const auto no = refuse_flood(call, outlet))
    return refuse_visit(call.respond, visit, *no, back);
  submit_for_public({public_order(*key, "station.report-fault", to_json(report))}, std::move(visit),
                    call.respond, back, [outlet, respond = call.respond](Visit v, const Reply&) {
                      give_page(respond, doubted_page(outlet, v.look));
                    });
}

void Routes::ask_for_call(Call& call, Visit visit, const OutletId& outlet, const Form& form) {
  const std::string back = "/p/" + outlet.text + "/call";
  const auto key = key_of(form);
  if (!key) return refuse_visit(call.respond, visit, key.error(), back);
  const auto ask = ask_in(form, outlet, *key);
  if (!ask) return refuse_visit(call.respond, visit, ask.error(), back);
  if (const auto no = refuse_flood(call, outlet))
    return refuse_visit(call.respond, visit, *no, back);
  submit_for_public(
      {public_order(*key, "contactless.ask", to_json(*ask))}, std::move(visit), call.respond, back,
      [this, outlet, respond = call.respond](Visit v, const Reply& reply) {
        const std::string code = claim_code(service_.desk.journal(), outlet, *reply.made);
        give_page(respond, call_asked_page(outlet, short_number(*reply.made), code, v.look));
      });
}

// A number that does not exist and a code that is wrong are the same answer.
void Routes::withdraw_call(Call& call, Visit visit, const OutletId& outlet, const Form& form) {
  using enum policy::Key;
  const std::string back = "/p/" + outlet.text + "/call";
  const Bank& bank = call.standing->bank;
  const std::string id = request_numbered(bank, outlet, form.text("number"));
  const std::string by_address = "code " + client_address(call.request);
  const std::string by_request = "code " + outlet.text + ' ' + id;
  const auto mine = an_hour(bank, public_codes_wrong_address_per_hour, visit.look.now);
  const auto all = an_hour(bank, public_codes_wrong_ticket_per_hour, visit.look.now);
  const auto moment = std::chrono::steady_clock::now();
  if (const auto wait = std::max(limiter_.seconds_to_wait(by_address, mine, moment),
                                 limiter_.seconds_to_wait(by_request, all, moment)))
    return refuse_visit(call.respond, visit,
                        {Why::busy, "limit.code", {}, {}, {{"seconds", std::to_string(wait)}}},
                        back);
  if (id.empty() || claim_code(service_.desk.journal(), outlet, id) != form.text("code")) {
    limiter_.take(by_address, mine, moment);
    limiter_.take(by_request, all, moment);
    return refuse_visit(call.respond, visit, {Why::missing, "claim.wrong"}, back);
  }
  submit_for_public({public_order(random_id(), "contactless.withdraw",
                                  to_json(contactless::Withdraw{outlet, {id}}))},
                    std::move(visit), call.respond, back,
                    [outlet, respond = call.respond](Visit v, const Reply&) {
                      give_page(respond, call_withdrawn_page(outlet, v.look));
                    });
}

void Routes::need_not_come(Call& call, Visit visit, const OutletId& outlet, const Form& form) {
  const std::string back = "/p/" + outlet.text + "/call";
  const auto key = key_of(form);
  if (!key) return refuse_visit(call.respond, visit, key.error(), back);
  contactless::Divert divert{outlet};
  if (!from_name(form.text("kind"), divert.kind))
    return refuse_visit(call.respond, visit, wrong_choice("kind"), back);
  if (const auto no = refuse_flood(call, outlet))
    return refuse_visit(call.respond, visit, *no, back);
  submit_for_public({public_order(*key, "contactless.divert", to_json(divert))}, std::move(visit),
                    call.respond, back, [outlet, respond = call.respond](Visit v, const Reply&) {
                      give_page(respond, diverted_page(outlet, v.look));
                    });
}

}  // namespace waystation::http
