// Feeds for programs: open data of outlets and machines, and calendars. What is public is the same
// for everybody, has an ETag, and may be read by pages of other sites; a calendar with shifts or
// van windows needs a token that only somebody with the right to see it has asked for.
#include "application/calendar.h"
#include "application/open_data.h"
#include "http/routes.h"

namespace waystation::http {

namespace {

constexpr std::string_view calendar_type = "text/calendar; charset=utf-8";

std::optional<OutletId> calendar_outlet(std::string_view rest) {
  constexpr std::string_view prefix = "calendar/", suffix = ".ics";
  if (!rest.starts_with(prefix) || !rest.ends_with(suffix)) return {};
  if (rest.size() <= prefix.size() + suffix.size()) return {};
  rest.remove_prefix(prefix.size());
  rest.remove_suffix(suffix.size());
  return OutletId{std::string(rest)};
}

Decision<std::string> feed_of(const Viewing& viewing, const std::string& rest) {
  if (rest == "branches") return open_data_branches(viewing);
  if (rest == "atms") return open_data_atms(viewing);
  if (rest == "outlets.geojson") return open_data_geojson(viewing);
  if (const auto outlet = calendar_outlet(rest))
    return outlet_calendar(viewing, *outlet, CalendarFor::everybody);
  return Refusal{Why::missing, "http.no-such-page"};
}

std::string_view type_of(std::string_view rest) {
  if (rest.ends_with(".ics")) return calendar_type;
  if (rest.ends_with(".geojson")) return "application/geo+json; charset=utf-8";
  return "application/json; charset=utf-8";
}

// Whose account a token was made for must still see what it shows.
std::optional<Refusal> refuse_reader(const Bank& bank, const AccountId& account, Roles roles,
                                     const Scope& place, Time now) {
  const auto* found = bank.accounts.find(account);
  if (!found || found->disabled) return Refusal{Why::missing, "http.no-such-page"};
  return refuse_authority(roles, place, Stamp{{now, account}, found->role, found->scope});
}

struct Place {
  Roles roles;
  Scope scope;
};

// "outlet-CODE" is for its crew, "person-NUMBER" for who posts people.
std::optional<Place> place_of(const Bank& bank, std::string_view of) {
  if (of.starts_with("outlet-"))
    return Place{outlet_crew, scope_of_outlet(bank, {std::string(of.substr(7))})};
  if (of.starts_with("person-"))
    return Place{managers, scope_of_person(bank, {std::string(of.substr(7))})};
  return {};
}

Decision<std::string> private_calendar(const Viewing& viewing, const std::string& of) {
  const std::string id = of.substr(7);
  if (of.starts_with("outlet-")) return outlet_calendar(viewing, {id}, CalendarFor::crew);
  return person_calendar(viewing, {id});
}

}  // namespace

void Routes::show_open_data(Call& call) {
  const Time now = std::max(service_.clock(), call.standing->as_of);
  const std::int64_t minute =
      std::chrono::floor<std::chrono::minutes>(now).time_since_epoch().count();
  const std::string etag = "\"" + epoch_ + "-" + std::to_string(call.standing->as_of_seq) + "-" +
                           std::to_string(minute) + "\"";
  Response out{.type = type_of(call.rest), .keeping = Keeping::no_cache};
  out.headers = "ETag: " + etag + "\r\nLink: </p>; rel=\"alternate\"; type=\"text/html\"\r\n";
  out.shared_with_all = true;
  auto& known = seen_at(public_seen_, call.standing->as_of_seq, minute, call.request.path);
  if (!known) {
    const auto feed = feed_of({*call.standing, now}, call.rest);
    if (!feed) {
      public_seen_.by_key.erase(call.request.path);
      return call.refuse(feed.error());
    }
    known = std::make_shared<const std::string>(*feed);
  }
  if (call.request.if_none_match.find(etag) != std::string::npos)
    out.status = 304;
  else
    out.shared = known;
  call.respond(std::move(out));
}

// GET /api/calendar?outlet=… or ?person=…: the address to give to a calendar program.
void Routes::name_calendar(Call& call) {
  const Time now = std::max(service_.clock(), call.standing->as_of);
  const std::string outlet = query_value(call.request.query, "outlet");
  const std::string person = query_value(call.request.query, "person");
  const std::string of = !outlet.empty() ? "outlet-" + outlet : "person-" + person;
  const auto place = place_of(call.standing->bank, of);
  if (const auto no = refuse_reader(call.standing->bank, call.visitor->account, place->roles,
                                    place->scope, now))
    return call.refuse(*no);
  if (const auto made = private_calendar({*call.standing, now}, of); !made)
    return call.refuse(made.error());
  const CalendarToken token{call.visitor->account, of};
  std::string body = R"({"path":)";
  json::append_string(body, "/calendar/" + calendar_token(service_.desk.journal(), token) + ".ics");
  call.respond({.body = body + "}"});
}

void Routes::show_calendar(Call& call) {
  const Refusal none{Why::missing, "http.no-such-page"};
  const Time now = std::max(service_.clock(), call.standing->as_of);
  if (!call.rest.ends_with(".ics")) return call.refuse(none);
  const auto token = read_calendar_token(
      service_.desk.journal(), std::string_view(call.rest).substr(0, call.rest.size() - 4));
  const auto place = token ? place_of(call.standing->bank, token->of) : std::nullopt;
  if (!place) return call.refuse(none);
  if (refuse_reader(call.standing->bank, token->account, place->roles, place->scope, now))
    return call.refuse(none);
  const auto feed = private_calendar({*call.standing, now}, token->of);
  if (!feed) return call.refuse(feed.error());
  call.respond({.type = calendar_type, .body = *feed});
}

}  // namespace waystation::http
