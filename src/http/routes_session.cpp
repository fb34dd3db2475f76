// Who is at the screen: sign in, sign out, the first password, and the personas of a demonstration.
#include "application/views.h"
#include "http/audit.h"
#include "http/messages.h"
#include "http/random_id.h"
#include "http/routes.h"

namespace waystation::http {

namespace {

using SteadyClock = std::chrono::steady_clock;

Refusal too_many() {
  return {Why::busy, "sign-in.busy"};
}

template <class Message> Decision<Message> message_in(const Request& request) {
  if (!request.content_type.starts_with("application/json"))
    return Refusal{Why::invalid, "http.json-only"};
  return from_json<Message>(request.body);
}

}  // namespace

std::string Routes::cookie_line(std::string_view token) const {
  std::string out = "Set-Cookie: ";
  ((out += cookie_name()) += '=') += token;
  out += "; Path=/; HttpOnly; SameSite=Strict";
  if (service_.secure) out += "; Secure";
  if (token.empty()) out += "; Max-Age=0";
  return out + "\r\n";
}

Response Routes::session_document(const std::optional<Visitor>& visitor,
                                  const Standing& standing) const {
  Session out;
  out.demo = service_.demo;
  out.clock = std::max(service_.clock(), standing.as_of);
  out.as_of_seq = standing.as_of_seq;
  if (visitor) {
    out.account = visitor->account;
    out.title = visitor->title;
    out.role = visitor->role;
    out.scope = visitor->scope;
  }
  if (service_.demo)
    for (const auto& [id, account] : standing.bank.accounts)
      if (!account.disabled)
        out.personas.push_back({id, account.title, account.role, account.scope});
  return {.body = to_json(out)};
}

Response Routes::signed_in(const AccountId& account, const std::string& token) {
  const auto standing = service_.desk.standing();
  const auto* found = standing->bank.accounts.find(account);
  if (!found || found->disabled) {
    sessions_.end(token);
    return problem({Why::forbidden, "sign-in.wrong"}, "");
  }
  Response out =
      session_document(Visitor{account, found->title, found->role, found->scope}, *standing);
  out.headers = cookie_line(token);
  return out;
}

void Routes::who_am_i(Call& call) {
  call.respond(session_document(call.visitor, *call.standing));
}

void Routes::sign_in(Call& call) {
  const auto asked = message_in<SignIn>(call.request);
  if (!asked) return call.refuse(asked.error());
  if (asked->persona) return take_persona(call, *asked->persona);
  if (!asked->account || !asked->password)
    return call.refuse({Why::invalid, "json.field", "/account and /password: missing"});
  const std::string address = client_address(call.request);
  if (const auto wait = turnstile_.seconds_to_wait(address, SteadyClock::now()))
    return call.refuse({Why::busy, "sign-in.wait", {}, {}, {{"seconds", std::to_string(wait)}}});
  in_background(call, hashing_, too_many(), [this, asked = *asked, address, id = call.request.id] {
    const auto token =
        service_.credentials.sign_in(*asked.account, *asked.password, system_clock_now());
    audit(
        {"sign-in", token ? "accepted" : token.error().code, asked.account->text, address, "", id});
    if (token) {
      turnstile_.passed(address);
      sessions_.forget_all();
      return signed_in(*asked.account, *token);
    }
    if (token.error().code == "sign-in.wrong") turnstile_.failed(address, SteadyClock::now());
    return problem(token.error(), id);
  });
}

// Only `serve --demo` on loopback: anyone at the machine may be anyone.
void Routes::take_persona(Call& call, const AccountId& persona) {
  if (!service_.demo || !call.request.loopback)
    return call.refuse({Why::forbidden, "sign-in.no-demonstration"});
  const auto* account = call.standing->bank.accounts.find(persona);
  if (!account || account->disabled) return call.refuse(unknown("account.unknown", persona.text));
  call.respond(signed_in(persona, sessions_.begin(persona)));
}

void Routes::sign_out(Call& call) {
  const auto token = cookie_value(call.request.cookie, cookie_name());
  if (!token.empty()) sessions_.end(token);
  if (call.visitor)
    audit({"sign-out", "accepted", call.visitor->account.text, call.request.address, "",
           call.request.id});
  call.respond({.status = 204, .headers = cookie_line("")});
}

// The code stands for the right to have a first password. Where the account is not there yet it
// becomes the first administrator; where it already has a password the code is not spent. A refused
// password gives a new code, for the old one is gone.
Response Routes::enrolled(const Enrol& asked, const std::string& id) {
  const auto refuse = [&](const Refusal& no) { return problem(no, id); };
  Credentials& credentials = service_.credentials;
  if (asked.password.size() < Credentials::shortest_password)
    return refuse(invalid("password.too-short"));
  if (asked.password.size() > Credentials::longest_password)
    return refuse(invalid("password.too-long"));
  if (credentials.has_password(asked.account) || !credentials.redeem_enrol_code(asked.code))
    return refuse({Why::forbidden, "enrol.code-wrong"});
  const auto set = credentials.set_password(asked.account, asked.password);
  if (!set) {
    Refusal no = set.error();
    no.facts.push_back({"new_code", credentials.new_enrol_code()});
    return refuse(no);
  }
  if (!service_.desk.standing()->bank.accounts.contains(asked.account)) {
    const std::string body = R"({"account":)" + to_json(asked.account) + R"(,"title":)" +
                             to_json(asked.account) + R"(,"role":"administrator","scope":""})";
    const Answer made = service_.desk.ask(Order{.id = random_id(),
                                                .command = "account.create",
                                                .body = body,
                                                .by = asked.account,
                                                .role = Role::administrator,
                                                .scope = {},
                                                .at = {},
                                                .if_match = {}});
    if (!made.result) return refuse(made.result.error());
  }
  return signed_in(asked.account, sessions_.begin(asked.account));
}

void Routes::enrol(Call& call) {
  auto asked = message_in<Enrol>(call.request);
  if (!asked) return call.refuse(asked.error());
  const std::string address = client_address(call.request);
  if (const auto wait = turnstile_.seconds_to_wait(address, SteadyClock::now()))
    return call.refuse({Why::busy, "sign-in.wait", {}, {}, {{"seconds", std::to_string(wait)}}});
  in_background(call, hashing_, too_many(),
                [this, asked = std::move(*asked), address, id = call.request.id] {
                  Response out = enrolled(asked, id);
                  if (out.status == 403) turnstile_.failed(address, SteadyClock::now());
                  audit({"enrol", out.status == 200 ? "accepted" : "refused", asked.account.text,
                         address, "", id});
                  return out;
                });
}

}  // namespace waystation::http
