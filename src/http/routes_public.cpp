// What anybody may read without signing in: /p lists the outlets, /p/CODE is one of them, and
// /p/CODE/3 is its third machine: the addresses behind the codes on the doors and the machines.
// What people do there is in routes_visit.cpp.
#include <charconv>

#include "application/claim_code.h"
#include "http/compress.h"
#include "http/guidance.h"
#include "http/public_page.h"
#include "http/public_station.h"
#include "http/random_id.h"
#include "http/routes.h"
#include "http/visit.h"
#include "http/visit_page.h"

namespace waystation::http {

namespace {

// None where the rest of the path is no number: 0, which is no machine either.
std::int32_t machine_in(std::string_view text) {
  std::int32_t machine = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), machine);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? machine : 0;
}

PlaceChoice place_choice(const Viewing& viewing, const Visit& visit, std::string_view query) {
  PlaceChoice out;
  out.cities = view::cities_with_places(viewing);
  out.chosen = visit.place;
  const CityId asked{query_value(query, "city")};
  for (const auto& [city, title] : out.cities)
    if (city == asked || out.cities.size() == 1) out.city = city;
  if (!out.city && visit.place) out.city = viewing.standing.bank.communities.at(*visit.place).city;
  if (out.city) out.places = view::places_of(viewing, *out.city);
  return out;
}

std::string book_form(const Viewing& viewing, const OutletId& outlet, Visit visit,
                      std::string_view query) {
  queue::Service service = queue::Service::cash;
  const std::string asked = query_value(query, "service");
  from_name(asked, service);
  const auto day = parse_day(query_value(query, "day"));
  const auto offer = view::book_offer(viewing, outlet, service, day);
  if (!offer) return {};
  visit.look.query = "service=" + std::string(name_of(service));
  if (day) visit.look.query += "&day=" + to_text(*day);
  return book_page(*offer, to_text(random_id()), visit.look);
}

std::string own_address(const Request& request, bool secure) {
  return (secure ? "https://" : "http://") + request.host;
}

struct Asked {
  OutletId outlet;
  std::string what;  // "", "take", "book", "notice", "codes", or a machine's number.
};

Asked asked_in(std::string_view rest) {
  const auto slash = std::min(rest.find('/'), rest.size());
  return {{std::string(rest.substr(0, slash))},
          std::string(rest.substr(std::min(slash + 1, rest.size())))};
}

// An old code on a door is no mistake of who reads it: "" makes a page that says so and leads on.
std::string outlet_body(const Viewing& viewing, const Asked& asked, const Visit& visit,
                        const Request& request, bool secure) {
  if (asked.what == "take") {
    const auto offer = view::take_offer(viewing, asked.outlet);
    return offer ? take_page(*offer, visit.pocket.claims, to_text(random_id()), visit.look) : "";
  }
  if (asked.what == "book") return book_form(viewing, asked.outlet, visit, request.query);
  if (asked.outlet.text == "guidance") return guidance::page(asked.what, visit.look);
  if (asked.what == "station") return station_body(viewing, asked.outlet, visit.look);
  if (asked.what == "call") return call_body(viewing, asked.outlet, visit.look);
  const bool paper = asked.what == "notice" || asked.what == "codes" || asked.what == "guidance";
  std::optional<std::int32_t> machine;
  if (!asked.what.empty() && !paper) machine = machine_in(asked.what);
  const auto shown = view::public_page(viewing, asked.outlet, machine);
  if (!shown) return {};
  if (asked.what == "notice") return notice_page(*shown, own_address(request, secure), visit.look);
  if (asked.what == "guidance")
    return guidance::poster(shown->outlet, own_address(request, secure), visit.look);
  if (asked.what == "codes")
    return codes_page(shown->outlet, own_address(request, secure), visit.look);
  return public_outlet_page(*shown, visit.look);
}

std::string list_body(const Viewing& viewing, const Visit& visit, bool all) {
  if (visit.place && !all)
    if (const auto near = view::nearby(viewing, *visit.place))
      return public_nearby(*near, visit.look);
  return public_list(view::public_outlets(viewing), visit.look);
}

// The pages that are the same for everybody who reads alike; the rest is made for one visit.
bool is_shared(std::string_view rest) {
  const auto what = asked_in(rest).what;
  return rest != "place" && rest != "find" && rest != "stations" && rest != "contactless" &&
         what != "take" && what != "book" && what != "notice" && what != "codes" &&
         what != "guidance" && what != "station" && what != "call";
}

}  // namespace

Visit Routes::visit_of(const Call& call) const {
  const Time now = std::max(service_.clock(), call.standing->as_of);
  return Visit::read(call.request, now, call.standing->bank, service_.secure);
}

std::string Routes::public_body(Call& call, const Visit& visit, int& status) {
  const Viewing viewing{*call.standing, visit.look.now};
  std::string body;
  if (call.rest.empty() || call.rest == "all")
    body = list_body(viewing, visit, call.rest == "all");
  else if (call.rest == "place")
    body = public_places(place_choice(viewing, visit, call.request.query), visit.look);
  else if (call.rest == "find")
    body = find_page({query_value(call.request.query, "outlet")},
                     short_number(query_value(call.request.query, "number")), visit.look);
  else if (call.rest == "stations")
    body = stations_body(viewing, visit, call.request.query);
  else if (call.rest == "contactless")
    body = contactless_body(viewing, visit);
  else
    body = outlet_body(viewing, asked_in(call.rest), visit, call.request, service_.secure);
  if (!body.empty()) return body;
  status = 404;
  return public_missing(visit.look);
}

void Routes::answer_visit(const Call& call, const Visit& visit, std::string page, int status) {
  Response out{.status = status, .type = "text/html; charset=utf-8"};
  out.headers = visit.cookies + "Vary: Accept-Encoding, Cookie\r\n";
  out.asks_position = call.request.path == "/p/place";
  out.body = visit.takes_gzip ? gzip_of(page) : std::move(page);
  if (visit.takes_gzip) out.headers += "Content-Encoding: gzip\r\n";
  call.respond(std::move(out));
}

void Routes::show_public(Call& call) {
  if (call.rest == "page.js")
    return call.respond({.type = "text/javascript; charset=utf-8",
                         .body = std::string(page_script()),
                         .keeping = Keeping::no_cache});
  Visit visit = visit_of(call);
  if (call.rest == "mine") {
    visit.look.query = query_value(call.request.query, "still") == "yes" ? "still=yes" : "";
    return show_mine(call.respond, std::move(visit), *call.standing);
  }
  int status = 200;
  if (!is_shared(call.rest)) {
    std::string page = public_body(call, visit, status);
    return answer_visit(call, visit, std::move(page), status);
  }
  const std::int64_t minute =
      std::chrono::floor<std::chrono::minutes>(visit.look.now).time_since_epoch().count();
  std::string key = call.request.path + (visit.look.lang == Lang::en ? "?en" : "?zh");
  key += visit.look.large ? "&large" : "";
  key += visit.takes_gzip ? "&gzip" : "";
  if (call.rest.empty() && visit.place) (key += '@') += visit.place->text;
  auto& known = seen_at(public_seen_, call.standing->as_of_seq, minute, key);
  if (!known) {
    std::string page = public_body(call, visit, status);
    if (status != 200) {
      public_seen_.by_key.erase(key);
      return answer_visit(call, visit, std::move(page), status);
    }
    known = std::make_shared<const std::string>(visit.takes_gzip ? gzip_of(page) : page);
  }
  Response out{.type = "text/html; charset=utf-8",
               .shared = known,
               .headers = visit.cookies + "Vary: Accept-Encoding, Cookie\r\n",
               .keeping = Keeping::no_cache};
  if (visit.takes_gzip) out.headers += "Content-Encoding: gzip\r\n";
  call.respond(std::move(out));
}

// A ticket on paper, for the crew to print: /slip/102221004264/2021-01-08-A003.
void Routes::show_slip(Call& call) {
  const Asked asked = asked_in(call.rest);
  const Scope place = scope_of_outlet(call.standing->bank, asked.outlet);
  const Stamp stamp{
      {visit_of(call).look.now, call.visitor->account}, call.visitor->role, call.visitor->scope};
  if (const auto no = refuse_authority(outlet_crew, place, stamp)) return call.refuse(*no);
  Visit visit = visit_of(call);
  const auto ticket =
      view::visit_ticket({*call.standing, visit.look.now}, asked.outlet, {asked.what});
  if (!ticket) return call.refuse(ticket.error());
  const std::string code = claim_code(service_.desk.journal(), asked.outlet, asked.what);
  answer_visit(call, visit,
               slip_page(*ticket, code, own_address(call.request, service_.secure), visit.look),
               200);
}

}  // namespace waystation::http
