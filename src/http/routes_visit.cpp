// What anybody may do from home: take a number, book a time, look at it again with its code, and
// cancel. Each is an ordinary command of the desk, given in the name of the public by a role that
// may give no other; here stand the limits of who asks how often.
#include "application/claim_code.h"
#include "http/compress.h"
#include "http/public_order.h"
#include "http/public_page.h"
#include "http/random_id.h"
#include "http/routes.h"
#include "http/visit.h"
#include "http/visit_page.h"

namespace waystation::http {

namespace {

using SteadyClock = std::chrono::steady_clock;
constexpr int days_kept = 14;  // As long as a booking may lie ahead, and longer.

std::int64_t in_force(const Bank& bank, policy::Key key, Time now) {
  return policy::in_force(bank, key, local_day(now, "Asia/Shanghai")).value;
}

Limiter::Rate hourly(std::int64_t acts) {
  return {acts, std::chrono::hours(1)};
}

Refusal limited(std::string code, std::int64_t seconds) {
  return {Why::busy, std::move(code), {}, {}, {{"seconds", std::to_string(seconds)}}};
}

Decision<queue::Take> take_in(const Form& form, const OutletId& outlet) {
  queue::Take take{.outlet = outlet, .channel = queue::Channel::phone, .proxy = {}};
  if (!from_name(form.text("service"), take.service)) return wrong_choice("service");
  if (!from_name(form.text("priority"), take.priority)) return wrong_choice("priority");
  if (form.text("proxy").empty()) return take;
  take.proxy.emplace();
  if (!from_name(form.text("proxy"), take.proxy->by)) return wrong_choice("proxy");
  const std::string holders = form.text("holders");
  if (holders.size() != 1 || holders[0] < '1' || holders[0] > '9') return wrong_choice("holders");
  take.proxy->card_holders = holders[0] - '0';
  take.proxy->purpose = queue::ProxyPurpose::other;
  return take;
}

// What can be dialled; it is sealed before it is written anywhere.
bool is_phone(std::string_view text) {
  return text.size() <= 20 && text.find_first_not_of("0123456789+- ") == text.npos;
}

// The form's key names the booking, so that the same form sent twice is the same order.
Decision<queue::Book> booking_in(const Form& form, const OutletId& outlet, const CommandId& key,
                                 const std::optional<PersonId>& person) {
  const std::string drawn = to_text(key);
  queue::Book book{.outlet = outlet,
                   .booking = {'Y' + drawn.substr(drawn.size() - 5)},
                   .person = person.value_or(PersonId{"C-" + drawn}),
                   .contact = {},
                   .day = {},
                   .band = {}};
  if (!from_name(form.text("service"), book.service)) return wrong_choice("service");
  if (!from_name(form.text("priority"), book.priority)) return wrong_choice("priority");
  const auto day = parse_day(form.text("day"));
  if (!day) return wrong_choice("day");
  const auto band = parse_time_of_day(form.text("band"));
  if (!band) return wrong_choice("band");
  book.day = *day, book.band = *band;
  const std::string contact = form.text("contact");
  if (!is_phone(contact)) return Refusal{Why::invalid, "form.contact", "contact"};
  if (!contact.empty()) book.contact = Personal{contact};
  return book;
}

}  // namespace

// ---- Limits.

std::optional<Refusal> Routes::refuse_flood(const Call& call, const OutletId& outlet) {
  using enum policy::Key;
  const Bank& bank = call.standing->bank;
  const Time now = std::max(service_.clock(), call.standing->as_of);
  const auto moment = SteadyClock::now();
  const auto mine = hourly(in_force(bank, public_acts_address_per_hour, now));
  if (const auto wait = limiter_.take("act " + client_address(call.request), mine, moment))
    return limited("limit.address", wait);
  const Limiter::Rate all{in_force(bank, public_acts_outlet_per_minute, now),
                          std::chrono::minutes(1)};
  if (!bank.outlets.contains(outlet)) return unknown("outlet.unknown", outlet.text);
  if (const auto wait = limiter_.take("outlet " + outlet.text, all, moment))
    return limited("limit.outlet", wait);
  return {};
}

// ---- Answers.

std::string Routes::pocket_line(const Pocket& pocket) const {
  return Visit::cookie_line("ws-mine", pocket.text(), days_kept, service_.secure);
}

void Routes::refuse_visit(const Respond& respond, const Visit& visit, const Refusal& no,
                          std::string_view back) {
  Response out = problem(no, visit.request_id);
  out.type = "text/html; charset=utf-8";
  out.body = refused_page(no, back, visit.look);
  respond(std::move(out));
}

// What is not theirs is not there.
std::vector<HeldClaim> Routes::held_by(const Viewing& viewing, const Pocket& pocket) const {
  std::vector<HeldClaim> out;
  const Journal& journal = service_.desk.journal();
  for (const Claim& claim : pocket.claims) {
    const auto* outlet = viewing.standing.bank.outlets.find(claim.outlet);
    if (!outlet || claim_token(journal, claim.outlet, claim.id) != claim.token) continue;
    HeldClaim held{.claim = claim,
                   .code = claim_code(journal, claim.outlet, claim.id),
                   .outlet_title = outlet->title,
                   .ticket = {},
                   .booking = {},
                   .gone = {}};
    if (is_booking(claim.id)) {
      const auto found = view::visit_booking(viewing, claim.outlet, {claim.id});
      found ? held.booking = *found, void() : void(held.gone = found.error().code);
    } else {
      const auto found = view::visit_ticket(viewing, claim.outlet, {claim.id});
      found ? held.ticket = *found, void() : void(held.gone = found.error().code);
    }
    out.push_back(std::move(held));
  }
  return out;
}

void Routes::show_mine(const Respond& respond, Visit visit, const Standing& standing) {
  constexpr std::string_view refresh = "Refresh: 30; url=/p/mine";
  const auto held = held_by({standing, visit.look.now}, visit.pocket);
  const bool live = std::ranges::any_of(held, &HeldClaim::is_live);
  const bool still = visit.look.query == "still=yes";
  const auto refreshing = !live ? Refreshing::off : still ? Refreshing::held_still : Refreshing::on;
  visit.look.path = "/p/mine";
  std::string page = mine_page(held, refreshing, visit.look);
  Response out{.type = "text/html; charset=utf-8"};
  out.headers = visit.cookies + "Vary: Accept-Encoding, Cookie\r\n";
  if (refreshing == Refreshing::on) (out.headers += refresh) += "\r\n";
  out.body = visit.takes_gzip ? gzip_of(page) : std::move(page);
  if (visit.takes_gzip) out.headers += "Content-Encoding: gzip\r\n";
  respond(std::move(out));
}

// ---- Acts.

void Routes::act_for_public(Call& call) {
  Visit visit = visit_of(call);
  if (!call.request.content_type.starts_with("application/x-www-form-urlencoded"))
    return call.refuse({Why::invalid, "http.form-only"});
  const auto form = Form::read(call.request.body);
  if (!form) return refuse_visit(call.respond, visit, form.error(), "/p");
  if (call.rest == "find") return find_claim(call, std::move(visit), *form);
  if (call.rest == "mine/cancel") return cancel_claim(call, std::move(visit), *form);
  const auto slash = std::min(call.rest.find('/'), call.rest.size());
  const OutletId outlet{call.rest.substr(0, slash)};
  const std::string what = call.rest.substr(slash);
  if (what == "/take") return take_number(call, std::move(visit), outlet, *form);
  if (what == "/book") return book_time(call, std::move(visit), outlet, *form);
  if (what == "/doubt") return doubt_amenity(call, std::move(visit), outlet, *form);
  if (what == "/call") return ask_for_call(call, std::move(visit), outlet, *form);
  if (what == "/call/withdraw") return withdraw_call(call, std::move(visit), outlet, *form);
  if (what == "/divert") return need_not_come(call, std::move(visit), outlet, *form);
  answer_visit(call, visit, public_missing(visit.look), 404);
}

// `done` runs on the writer's thread, after the commit.
void Routes::submit_for_public(std::vector<Order> bundle, Visit visit, const Respond& respond,
                               std::string back, std::function<void(Visit, const Reply&)> done) {
  ++metrics_.commands;
  service_.desk.submit(std::move(bundle),
                       [this, visit = std::move(visit), respond, back = std::move(back),
                        done = std::move(done)](const Answer& answer) mutable {
                         if (answer.result) {
                           changes_.note(*answer.result);
                           return done(std::move(visit), answer.result->front());
                         }
                         ++metrics_.commands_refused;
                         refuse_visit(respond, visit, answer.result.error(), back);
                       });
}

void Routes::take_number(Call& call, Visit visit, const OutletId& outlet, const Form& form) {
  const std::string back = "/p/" + outlet.text + "/take";
  const auto key = key_of(form);
  if (!key) return refuse_visit(call.respond, visit, key.error(), back);
  const auto take = take_in(form, outlet);
  if (!take) return refuse_visit(call.respond, visit, take.error(), back);
  if (const auto no = refuse_flood(call, outlet))
    return refuse_visit(call.respond, visit, *no, back);
  submit_for_public({public_order(*key, "queue.take", to_json(*take))}, std::move(visit),
                    call.respond, back,
                    [this, outlet, respond = call.respond](Visit v, const Reply& reply) {
                      v.pocket.put({outlet, *reply.made,
                                    claim_token(service_.desk.journal(), outlet, *reply.made)});
                      v.cookies += pocket_line(v.pocket);
                      show_mine(respond, std::move(v), *service_.desk.standing());
                    });
}

void Routes::book_time(Call& call, Visit visit, const OutletId& outlet, const Form& form) {
  const std::string back = "/p/" + outlet.text + "/book";
  const auto key = key_of(form);
  if (!key) return refuse_visit(call.respond, visit, key.error(), back);
  const auto book = booking_in(form, outlet, *key, visit.pocket.person);
  if (!book) return refuse_visit(call.respond, visit, book.error(), back);
  if (const auto no = refuse_flood(call, outlet))
    return refuse_visit(call.respond, visit, *no, back);
  submit_for_public(
      {public_order(*key, "queue.book", to_json(*book))}, std::move(visit), call.respond, back,
      [this, outlet, person = book->person, respond = call.respond](Visit v, const Reply& reply) {
        v.pocket.put(
            {outlet, *reply.made, claim_token(service_.desk.journal(), outlet, *reply.made)});
        v.pocket.person = person;
        v.cookies += pocket_line(v.pocket);
        show_mine(respond, std::move(v), *service_.desk.standing());
      });
}

// A number that does not exist and a code that is wrong are the same answer.
void Routes::find_claim(Call& call, Visit visit, const Form& form) {
  using enum policy::Key;
  const Viewing viewing{*call.standing, visit.look.now};
  const OutletId outlet{form.text("outlet")};
  std::string id = typed_number(form.text("number"));
  if (const auto ticket = view::ticket_numbered(viewing, outlet, id)) id = ticket->text;
  const std::string by_address = "code " + client_address(call.request);
  const std::string by_ticket = "code " + outlet.text + ' ' + id;
  const Bank& bank = call.standing->bank;
  const auto mine = hourly(in_force(bank, public_codes_wrong_address_per_hour, visit.look.now));
  const auto all = hourly(in_force(bank, public_codes_wrong_ticket_per_hour, visit.look.now));
  const auto moment = SteadyClock::now();
  if (const auto wait = std::max(limiter_.seconds_to_wait(by_address, mine, moment),
                                 limiter_.seconds_to_wait(by_ticket, all, moment)))
    return refuse_visit(call.respond, visit, limited("limit.code", wait), "/p/find");
  const Journal& journal = service_.desk.journal();
  if (id.empty() || claim_code(journal, outlet, id) != form.text("code")) {
    limiter_.take(by_address, mine, moment);
    limiter_.take(by_ticket, all, moment);
    return refuse_visit(call.respond, visit, {Why::missing, "claim.wrong"}, "/p/find");
  }
  visit.pocket.put({outlet, id, claim_token(journal, outlet, id)});
  visit.cookies += pocket_line(visit.pocket);
  show_mine(call.respond, std::move(visit), *call.standing);
}

// With a booking goes how to reach its holder.
void Routes::cancel_claim(Call& call, Visit visit, const Form& form) {
  const OutletId outlet{form.text("outlet")};
  const std::string id = form.text("number");
  const auto token = claim_token(service_.desk.journal(), outlet, id);
  if (token != form.text("token"))
    return refuse_visit(call.respond, visit, {Why::missing, "claim.wrong"}, "/p/mine");
  if (const auto no = refuse_flood(call, outlet))
    return refuse_visit(call.respond, visit, *no, "/p/mine");
  std::vector<Order> bundle;
  if (is_booking(id)) {
    bundle.push_back(public_order(random_id(), "queue.cancel-booking",
                                  to_json(queue::CancelBooking{outlet, {id}})));
    const auto booking = view::visit_booking({*call.standing, visit.look.now}, outlet, {id});
    if (booking && booking->has_contact) {
      bundle.push_back(public_order(random_id(), "queue.forget",
                                    to_json(queue::Forget{outlet, booking->person})));
      visit.pocket.person.reset();
    }
  } else {
    bundle.push_back(
        public_order(random_id(), "queue.cancel", to_json(queue::Cancel{outlet, {id}})));
  }
  submit_for_public(std::move(bundle), std::move(visit), call.respond, "/p/mine",
                    [this, outlet, id, respond = call.respond](Visit v, const Reply&) {
                      v.pocket.drop(outlet, id);
                      Response out{.type = "text/html; charset=utf-8",
                                   .body = cancelled_page(outlet, v.look),
                                   .headers = pocket_line(v.pocket)};
                      respond(std::move(out));
                    });
}

}  // namespace waystation::http
