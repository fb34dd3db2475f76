// What anybody may read without signing in: /p lists the outlets, /p/CODE is one of them, and
// /p/CODE/3 is its third machine: the addresses behind the codes on the doors and the machines.
#include <charconv>

#include "http/public_page.h"
#include "http/routes.h"

namespace waystation::http {

namespace {

// None where the rest of the path is no number: 0, which is no machine either.
std::int32_t machine_in(std::string_view text) {
  std::int32_t machine = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), machine);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? machine : 0;
}

// An old code on a door is no mistake of who reads it: the page says so and leads on.
std::string page_of(const Viewing& viewing, std::string_view rest, const PublicLook& look) {
  if (rest.empty()) return public_list(view::public_outlets(viewing), look);
  const auto slash = std::min(rest.find('/'), rest.size());
  std::optional<std::int32_t> machine;
  if (slash < rest.size()) machine = machine_in(rest.substr(slash + 1));
  const auto shown = view::public_page(viewing, {std::string(rest.substr(0, slash))}, machine);
  return shown ? public_outlet_page(*shown, look) : std::string();
}

}  // namespace

void Routes::show_public(Call& call) {
  const Time now = std::max(service_.clock(), call.standing->as_of);
  const PublicLook look{
      .lang = query_value(call.request.query, "lang") == "en" ? Lang::en : Lang::zh,
      .large = query_value(call.request.query, "size") == "large",
      .path = call.request.path,
      .now = now};
  const std::int64_t minute =
      std::chrono::floor<std::chrono::minutes>(now).time_since_epoch().count();
  const std::string key =
      call.request.path + (look.lang == Lang::en ? "?en" : "?zh") + (look.large ? "&large" : "");
  Response out{.type = "text/html; charset=utf-8", .keeping = Keeping::no_cache};
  auto& known = seen_at(call.standing->as_of_seq, minute, key);
  if (!known)
    known = std::make_shared<const std::string>(page_of({*call.standing, now}, call.rest, look));
  out.shared = known;
  if (known->empty()) {
    seen_.by_key.erase(key);
    out.shared = std::make_shared<const std::string>(public_missing(look));
    out.status = 404;
  }
  call.respond(std::move(out));
}

}  // namespace waystation::http
