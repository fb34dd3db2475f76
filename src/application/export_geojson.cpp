// GeoJSON (RFC 7946): one feature for each outlet, community or zone, positions as degrees east and
// north. The property `positionSource` goes with every feature: an invented position must never be
// shown as real. Where the position is unknown the geometry is null.
#include <algorithm>

#include "application/export.h"
#include "application/view_reading.h"

namespace waystation {

namespace {

// Adds features to a collection, with a comma between them.
class Features {
 public:
  void add(const std::string& id, const std::string& geometry,
           const std::vector<Fact>& properties) {
    out_ += first_ ? "\n" : ",\n";
    first_ = false;
    out_ += R"({"type":"Feature","id":)";
    json::append_string(out_, id);
    out_ += R"(,"geometry":)" + geometry + R"(,"properties":{)";
    for (std::size_t i = 0; i < properties.size(); ++i) {
      if (i > 0) out_ += ',';
      json::append_string(out_, properties[i].name);
      out_ += ':';
      json::append_string(out_, properties[i].value);
    }
    out_ += "}}";
  }
  std::string done() { return std::move(out_) + "\n]}\n"; }

 private:
  std::string out_ = R"({"type":"FeatureCollection","features":[)";
  bool first_ = true;
};

std::string pair_of(Point at) {
  return '[' + degrees_text(at.lon_e6) + ',' + degrees_text(at.lat_e6) + ']';
}

std::string point(Point at, PositionSource source) {
  if (source == PositionSource::unknown) return "null";
  return R"({"type":"Point","coordinates":)" + pair_of(at) + '}';
}

// Twice the signed area: positive where the ring runs anticlockwise, as an outer ring must.
std::int64_t turning(const std::vector<Point>& ring) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point a = ring[i], b = ring[(i + 1) % ring.size()];
    // Relative to the first corner, so that the products stay small.
    sum += (std::int64_t{a.lon_e6} - ring[0].lon_e6) * (std::int64_t{b.lat_e6} - ring[0].lat_e6) -
           (std::int64_t{b.lon_e6} - ring[0].lon_e6) * (std::int64_t{a.lat_e6} - ring[0].lat_e6);
  }
  return sum;
}

std::string polygon(std::vector<Point> ring) {
  if (ring.empty()) return "null";
  if (turning(ring) < 0) std::ranges::reverse(ring);
  ring.push_back(ring.front());
  std::string out = R"({"type":"Polygon","coordinates":[[)";
  for (std::size_t i = 0; i < ring.size(); ++i) out += (i > 0 ? "," : "") + pair_of(ring[i]);
  return out + "]]}";
}

std::string outlets(const Viewing& v) {
  Features features;
  for (const auto& [id, o] : v.standing.bank.outlets)
    if (view::sees(v.scope, id, o))
      features.add(id.text, point(o.at, o.position_source),
                   {{"name", o.title},
                    {"city", o.city.text},
                    {"district", o.district},
                    {"kind", std::string(name_of(o.kind))},
                    {"state", std::string(name_of(o.state))},
                    {"positionSource", std::string(name_of(o.position_source))}});
  return features.done();
}

std::string communities(const Viewing& v) {
  Features features;
  for (const auto& [id, c] : v.standing.bank.communities)
    if (sees_city(v.scope, c.city))
      features.add(id.text, point(c.at, c.position_source),
                   {{"name", c.title},
                    {"city", c.city.text},
                    {"zone", c.zone ? c.zone->text : ""},
                    {"people", std::to_string(c.people)},
                    {"positionSource", std::string(name_of(c.position_source))}});
  return features.done();
}

// Corners of a seal are given by hand or by the notice; nobody has surveyed them.
std::string zones(const Viewing& v) {
  Features features;
  for (const auto& [id, z] : v.standing.bank.zones)
    if (view::sees(v.standing.bank, v.scope, id))
      features.add(id.text, polygon(z.outline),
                   {{"name", z.title},
                    {"city", z.city.text},
                    {"kind", std::string(name_of(z.kind))},
                    {"sealedAt", to_text(z.sealed_at)},
                    {"liftedAt", z.lifted_at ? to_text(*z.lifted_at) : ""},
                    {"positionSource", "schematic"}});
  return features.done();
}

}  // namespace

Decision<std::string> write_geojson(const Viewing& v, ExportWhat what) {
  switch (what) {
    case ExportWhat::outlets:
      return outlets(v);
    case ExportWhat::communities:
      return communities(v);
    case ExportWhat::zones:
      return zones(v);
    case ExportWhat::people:
    case ExportWhat::roster:
    case ExportWhat::supplies:
    case ExportWhat::cash:
    case ExportWhat::cash_day:
    case ExportWhat::reports:
    case ExportWhat::calls:
      break;
  }
  return invalid("export.no-positions", {{"what", std::string(name_of(what))}});
}

}  // namespace waystation
