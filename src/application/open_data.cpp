#include "application/open_data.h"

#include "application/export.h"
#include "application/view_reading.h"

namespace waystation {

namespace {

// JSON by hand, because the standard's names are not identifiers of ours.
class Json {
 public:
  Json& open(char bracket) {
    comma();
    out_ += bracket;
    first_ = true;
    return *this;
  }
  Json& close(char bracket) {
    out_ += bracket;
    first_ = false;
    return *this;
  }
  Json& key(std::string_view name) {
    comma();
    json::append_string(out_, name);
    out_ += ':';
    first_ = true;
    return *this;
  }
  Json& text(std::string_view value) {
    comma();
    json::append_string(out_, value);
    return *this;
  }
  Json& plain(std::string_view value) {
    comma();
    out_ += value;
    return *this;
  }
  Json& number(std::int64_t value) { return plain(std::to_string(value)); }
  Json& field(std::string_view name, std::string_view value) { return key(name).text(value); }
  Json& flag(std::string_view name, bool value) {
    return key(name).plain(value ? "true" : "false");
  }
  Json& count(std::string_view name, std::int64_t value) { return key(name).number(value); }
  std::string done() { return std::move(out_) + "\n"; }

 private:
  void comma() {
    if (!std::exchange(first_, false)) out_ += ',';
  }
  std::string out_;
  bool first_ = true;
};

// Who serves, and by what evidence; `validUntil` is when nobody should believe it any more.
void live(Json& json, const view::PublicOutlet& o) {
  json.key("x-waystation-live").open('{').field("state", name_of(o.state));
  json.flag("withinHours", o.within_hours).flag("confirmed", o.evidence.fresh);
  json.field("since", to_text(o.evidence.since)).field("evidence", name_of(o.evidence.sign));
  if (o.evidence.confirmed_at) {
    json.field("confirmedAt", to_text(*o.evidence.confirmed_at));
    json.field("validUntil", to_text(*o.evidence.valid_until));
  }
  if (!o.reason.empty()) json.field("reason", o.reason);
  if (o.zone) json.field("sealedZone", *o.zone);
  json.flag("selfService", o.self_service).count("windowsOpen", o.windows_open);
  json.count("inside", o.inside).count("lobbyCap", o.cap).count("waiting", o.waiting);
  json.flag("numbersFromHome", o.gives_numbers);
  if (o.wait) {
    json.count("waitP50Minutes", o.wait->p50_minutes);
    json.count("waitP90Minutes", o.wait->p90_minutes);
  }
  json.close('}');
}

void postal_address(Json& json, const view::PublicOutlet& o, const outlet::Outlet& outlet,
                    const std::string& city) {
  json.key("PostalAddress").open('{').key("AddressLine").open('[');
  if (!o.address.empty()) json.text(o.address);
  json.close(']').field("TownName", city).key("CountrySubDivision").open('[');
  if (!o.district.empty()) json.text(o.district);
  json.close(']').field("Country", "CN").field("PostCode", "");
  if (outlet.position_source != PositionSource::unknown) {
    json.key("GeoLocation").open('{').key("GeographicCoordinates").open('{');
    json.field("Latitude", degrees_text(outlet.at.lat_e6));
    json.field("Longitude", degrees_text(outlet.at.lon_e6)).close('}').close('}');
    json.field("x-waystation-positionSource", name_of(outlet.position_source));
  }
  json.close('}');
}

void opening_hours(Json& json, const view::PublicOutlet& o) {
  json.key("Availability").open('{').key("StandardAvailability").open('{').key("Day").open('[');
  for (const char* day :
       {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}) {
    json.open('{').field("Name", day).key("OpeningHours").open('[').open('{');
    json.field("OpeningTime", to_text(o.opens)).field("ClosingTime", to_text(o.closes));
    json.close('}').close(']').close('}');
  }
  json.close(']').close('}').close('}');
}

void branch(Json& json, const view::PublicOutlet& o, const outlet::Outlet& outlet,
            const std::string& city) {
  json.open('{').field("Identification", o.outlet.text).field("SequenceNumber", "00");
  json.field("Name", o.title).field("Type", "Physical");
  json.key("CustomerSegment").open('[').text("Personal").close(']');
  json.key("ServiceAndFacility").open('[').text("CounterServices");
  if (o.machines > 0) json.text("InternalATM");
  json.close(']');
  if (o.closes > o.opens) opening_hours(json, o);
  if (o.phone) {
    json.key("ContactInfo").open('[').open('{').field("ContactType", "Phone");
    json.field("ContactContent", *o.phone).close('}').close(']');
  }
  postal_address(json, o, outlet, city);
  live(json, o);
  json.close('}');
}

void atm(Json& json, const view::PublicOutlet& o, const outlet::Outlet& outlet,
         const std::string& city, std::int32_t machine) {
  json.open('{').field("Identification", o.outlet.text + '-' + std::to_string(machine));
  json.key("SupportedLanguages").open('[').text("zh").close(']');
  json.key("SupportedCurrencies").open('[').text("CNY").close(']');
  json.flag("Access24HoursIndicator", o.self_service);
  json.key("Branch").open('{').field("Identification", o.outlet.text).close('}');
  json.key("Location").open('{').key("LocationCategory").open('[').text("BranchInternal");
  json.close(']');
  postal_address(json, o, outlet, city);
  json.close('}').key("x-waystation-live").open('{').flag("inService", o.self_service);
  json.close('}').close('}');
}

// `each` writes what one outlet adds to the list; returns how many that were.
std::string open_banking(const Viewing& v, std::string_view list, auto each) {
  const Bank& bank = v.standing.bank;
  Json inner;
  std::int64_t total = 0;
  inner.open('[');
  for (const auto& [id, outlet] : bank.outlets)
    if (view::has_counter(outlet)) {
      const auto* city = bank.cities.find(outlet.city);
      total += each(inner, view::public_outlet(v, id, outlet), outlet, city ? city->name : "");
    }
  inner.close(']');
  std::string all = inner.done();
  all.pop_back();
  Json json;
  json.open('{').key("meta").open('{').field("LastUpdated", to_text(v.standing.as_of));
  json.count("TotalResults", total).close('}').key("data").open('[').open('{');
  json.key("Brand").open('[').open('{').field("BrandName", "Waystation");
  json.key(list).plain(all).close('}').close(']').close('}').close(']').close('}');
  return json.done();
}

}  // namespace

std::string open_data_branches(const Viewing& v) {
  return open_banking(v, "Branch",
                      [](Json& json, const auto& o, const auto& outlet, const auto& city) {
                        branch(json, o, outlet, city);
                        return 1;
                      });
}

std::string open_data_atms(const Viewing& v) {
  return open_banking(v, "ATM",
                      [](Json& json, const auto& o, const auto& outlet, const auto& city) {
                        for (std::int32_t machine = 1; machine <= o.machines; ++machine)
                          atm(json, o, outlet, city, machine);
                        return o.machines;
                      });
}

std::string open_data_geojson(const Viewing& v) {
  Json json;
  json.open('{').field("type", "FeatureCollection").key("features").open('[');
  for (const auto& [id, outlet] : v.standing.bank.outlets) {
    if (!view::has_counter(outlet)) continue;
    const auto o = view::public_outlet(v, id, outlet);
    json.open('{').field("type", "Feature").field("id", id.text).key("geometry");
    if (outlet.position_source == PositionSource::unknown)
      json.plain("null");
    else
      json.open('{')
          .field("type", "Point")
          .key("coordinates")
          .open('[')
          .plain(degrees_text(outlet.at.lon_e6))
          .plain(degrees_text(outlet.at.lat_e6))
          .close(']')
          .close('}');
    json.key("properties").open('{').field("name", o.title).field("district", o.district);
    json.field("opens", to_text(o.opens)).field("closes", to_text(o.closes));
    if (o.phone) json.field("phone", *o.phone);
    json.field("positionSource", name_of(outlet.position_source));
    live(json, o);
    json.close('}').close('}');
  }
  json.close(']').close('}');
  return json.done();
}

}  // namespace waystation
