#include "checking/province/plan.h"

#include "checking/province/reader.h"

namespace waystation::checking::province {

namespace {

constexpr std::int64_t most_whole = 1'000'000'000'000'000'000, most_price = 1'000'000'000'000'000,
                       most_things = 10'000'000;

std::vector<std::int64_t> rows_of(Reader& reader, const std::string& key, std::size_t width) {
  auto out = reader.wholes(key, most_things);
  if (out.size() % width) refuse(reader.place(key), "its last row is not complete");
  return out;
}

PlannedDays days_of(const JsonValue& value, const std::string& where) {
  Reader reader(value, where);
  PlannedDays out;
  out.days = reader.wholes("days", most_days);
  const auto windows = rows_of(reader, "windows", 2);
  for (std::size_t k = 0; k < windows.size(); k += 2)
    out.windows.push_back({windows[k], windows[k + 1]});
  const auto flows = rows_of(reader, "flows", 4);
  for (std::size_t k = 0; k < flows.size(); k += 4)
    out.flows.push_back({flows[k], flows[k + 1], flows[k + 2], flows[k + 3]});
  reader.end();
  return out;
}

PlannedCrew crew_of(const JsonValue& value, const std::string& where) {
  Reader reader(value, where);
  PlannedCrew out;
  out.outlet = reader.whole("outlet", most_things);
  out.team = reader.whole("team", teams - 1);
  out.windows = reader.whole("windows", 100);
  for (const JsonValue& people : reader.list("people"))
    out.people.push_back(wholes(people, where + "/people", most_things));
  if (out.people.size() != posts) refuse(where + "/people", "expected one list a kind of post");
  reader.end();
  return out;
}

VisitPrices prices_of(const JsonValue& value, const std::string& where) {
  Reader reader(value, where);
  VisitPrices out;
  out.days = reader.wholes("days", most_days);
  out.critical = reader.wholes("critical", most_price);
  out.ordinary = reader.wholes("ordinary", most_price);
  reader.end();
  return out;
}

template <class T>
std::vector<T> each(Reader& reader, const std::string& key,
                    T (*read)(const JsonValue&, const std::string&)) {
  std::vector<T> out;
  for (const JsonValue& item : reader.list(key))
    out.push_back(read(item, reader.place(key) + '/' + std::to_string(out.size())));
  return out;
}

PlannedArea area_of(const JsonValue& value, const std::string& where) {
  Reader reader(value, where);
  PlannedArea out;
  out.region = reader.whole("region", most_things);
  out.days = each(reader, "days", days_of);
  out.crews = each(reader, "crews", crew_of);
  out.prices = each(reader, "prices", prices_of);
  const auto hall = reader.wholes("hall", most_price);
  if (hall.size() % 2) refuse(where + "/hall", "expected sets and prices in pairs");
  for (std::size_t k = 0; k < hall.size(); k += 2) {
    if (hall[k] < 1 || hall[k] >= subsets) refuse(where + "/hall", "names no set of posts");
    out.hall[hall[k]] = hall[k + 1];
  }
  reader.end();
  return out;
}

}  // namespace

Plan read_plan(std::string_view text) {
  const JsonValue json = read_json(text);
  Reader reader(json, "");
  reader.format("waystation province plan 1");
  Plan out;
  out.value = reader.whole("value", most_whole);
  out.bound = reader.whole("bound", most_whole);
  out.uncoverable = reader.whole("uncoverable", most_whole);
  out.areas = each(reader, "areas", area_of);
  reader.end();
  return out;
}

}  // namespace waystation::checking::province
