// Rows about places: cities, communities, outlets, sealed zones and their papers.
#include "application/import_trial.h"

namespace waystation::import_rows {

namespace {

// Where only one half is given, its own mistake is told before the other's absence: one mistake,
// one error.
Point point_at(ImportRow& row) {
  const bool half = row.has("lon") != row.has("lat");
  if (!half) return {row.micro_degrees("lon", 180), row.micro_degrees("lat", 90)};
  const bool has_lon = row.has("lon");
  const auto before = row.faults().size();
  row.micro_degrees(has_lon ? "lon" : "lat", has_lon ? 180 : 90);
  if (row.faults().size() == before) row.fault(has_lon ? "lat" : "lon", "import.half-position");
  return {};
}

// Lists such as "123.37 41.82;123.39 41.82" have no cells of their own, so each part is read as
// one.
std::vector<Point> outline_of(ImportRow& row) {
  std::vector<Point> out;
  std::string rest = row.text("outline");
  while (!rest.empty()) {
    const auto end = std::min(rest.find(';'), rest.size());
    const std::string part = rest.substr(0, end);
    rest.erase(0, end + 1);
    const Sheet pair{"", "", nullptr, {"lon", "lat"}, {}, {}};
    const auto gap = std::min(part.find(' '), part.size());
    const CsvRow cells{0, {part.substr(0, gap), gap < part.size() ? part.substr(gap + 1) : ""}};
    ImportRow corner(pair, cells);
    out.push_back(point_at(corner));
    if (!corner.ok()) row.fault("outline", "import.not-a-point-list", {{"value", part}});
  }
  return out;
}

Day today(const ImportTrial& trial, const CityId& city) {
  return local_day(trial.stamp().at, trial.bank().cities.at(city).time_zone);
}

}  // namespace

void city(ImportTrial& trial, ImportRow& row) {
  const city::Add add{row.id<CityId>("id"), row.text("name"), row.text("time_zone")};
  trial.give(row, add);
}

void community(ImportTrial& trial, ImportRow& row) {
  zone::AddCommunity add;
  add.community = row.id<CommunityId>("id");
  add.title = row.text("name");
  add.city = trial.city_named(row, "city");
  add.at = point_at(row);
  add.position_source = row.word<PositionSource>("position_source");
  add.people = row.count("people");
  add.card_customers = row.count("card_customers");
  add.elderly_permille = row.count("elderly_permille");
  const auto zone = row.optional_id<ZoneId>("zone");
  if (trial.give(row, add) && zone) trial.members()[*zone].push_back(add.community);
}

void outlet(ImportTrial& trial, ImportRow& row) {
  outlet::Register add;
  add.outlet = row.id<OutletId>("code");
  add.title = row.text("name");
  add.city = trial.city_named(row, "city");
  add.district = row.text("district");
  add.address = row.text("address");
  const bool placed = row.has("lon") || row.has("lat");
  if (placed) add.at = point_at(row);
  add.position_source = row.word("position_source", PositionSource::unknown);
  add.community = row.optional_id<CommunityId>("community");
  add.kind = row.word("kind", outlet::Kind::sub_branch);
  add.windows = row.count("windows");
  add.machines = row.count("machines");
  add.lobby_m2 = row.count("lobby_m2");
  add.seats = row.count("seats");
  add.opens = row.time_of_day("opens", {});
  add.closes = row.time_of_day("closes", {});
  add.cash_float = row.yuan_of("cash_float_yuan");
  add.cash_limit = row.yuan_of("cash_limit_yuan");
  add.phone = row.has("phone") ? std::optional(row.text("phone")) : std::nullopt;
  trial.give(row, add, {{"title", "name"}, {"outlet", "code"}});
}

void zone(ImportTrial& trial, ImportRow& row) {
  zone::SealOff seal;
  seal.zone = row.id<ZoneId>("id");
  seal.title = row.text("name");
  seal.city = trial.city_named(row, "city");
  seal.scheme = row.text("scheme");
  seal.kind = row.word<zone::SealKind>("kind");
  seal.since = row.moment("sealed_at");
  seal.outline = outline_of(row);
  seal.communities = trial.members()[seal.zone];
  trial.give(row, seal, {{"title", "name"}, {"zone", "id"}, {"since", "sealed_at"}});
}

void risk_area(ImportTrial& trial, ImportRow& row) {
  zone::SetRisk set{row.id<ZoneId>("zone"), row.text("area"), row.word<zone::RiskLevel>("level"),
                    row.day("since")};
  const auto* zone = trial.bank().zones.find(set.zone);
  if (row.ok() && zone && *set.since > today(trial, zone->city)) return trial.postpone();
  trial.give(row, set);
}

void grant(ImportTrial& trial, ImportRow& row) {
  zone::RecordGrant record;
  record.zone = row.id<ZoneId>("zone");
  record.granted = row.id<OutletId>("outlet");
  record.document = row.text("document");
  record.issuer = row.text("issuer");
  record.evidence_sha256 = row.text("evidence_sha256");
  trial.give(row, record, {{"granted", "outlet"}});
}

void pass(ImportTrial& trial, ImportRow& row) {
  zone::RecordPass record;
  record.zone = row.id<ZoneId>("zone");
  record.kind = row.word<zone::PassKind>("kind");
  record.holder = row.text("holder");
  record.gate = row.text("gate");
  record.window_from = row.time_of_day("window_from", {});
  record.window_to = row.time_of_day("window_to", {});
  record.valid_from = row.day("valid_from");
  record.valid_to = row.day("valid_to");
  trial.give(row, record);
}

}  // namespace waystation::import_rows
