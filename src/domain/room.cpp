#include "domain/bank.h"

namespace waystation {

std::optional<Scope> parse_scope(std::string_view text) {
  if (text.empty()) return Scope{};
  const auto slash = text.find('/');
  Scope scope{{std::string(text.substr(0, slash))}, {}};
  if (slash != text.npos) {
    scope.outlet.text = text.substr(slash + 1);
    if (!is_valid_id(scope.outlet.text)) return {};
  }
  return is_valid_id(scope.city.text) ? std::optional(scope) : std::nullopt;
}

std::string to_text(const Scope& scope) {
  return scope.outlet.text.empty() ? scope.city.text : scope.city.text + '/' + scope.outlet.text;
}

bool read(json::Reader& in, json::Element e, Scope& out) {
  std::string_view text;
  if (e.get(text)) return in.fail("expected a string");
  const auto scope = parse_scope(text);
  if (!scope) return in.fail("not a scope such as \"\", \"SY\" or \"SY/102221004264\"");
  out = *scope;
  return true;
}

void write(std::string& out, const Scope& scope) {
  json::append_string(out, to_text(scope));
}

Scope scope_of_outlet(const Bank& bank, const OutletId& id) {
  const auto* outlet = bank.outlets.find(id);
  return outlet ? Scope{outlet->city, id} : Scope{};
}

Scope scope_of_zone(const Bank& bank, const ZoneId& id) {
  const auto* zone = bank.zones.find(id);
  return zone ? Scope{zone->city, {}} : Scope{};
}

Scope scope_of_person(const Bank& bank, const PersonId& id) {
  const auto* person = bank.people.find(id);
  return person ? scope_of_outlet(bank, person->home_outlet) : Scope{};
}

std::optional<Refusal> refuse_authority(Roles roles, const Scope& touched, const Stamp& stamp) {
  if (!(roles & role_set(stamp.role)))
    return Refusal{
        Why::forbidden, "authority.role", {}, {}, {{"role", std::string(name_of(stamp.role))}}};
  if (!stamp.scope.covers(touched))
    return Refusal{Why::missing, "authority.scope", {}, {}, {{"scope", to_text(touched)}}};
  return {};
}

}  // namespace waystation
