#include "planning/province/network_file.h"

#include <stdexcept>

#include "core/json.h"

namespace waystation::planning::province {

namespace {

constexpr std::int64_t most_days = 60, most_windows = 100, most_visits = 1'000'000,
                       most_metres = 1'000'000, most_weight = 1'000'000'000, most_people = 1000;

[[noreturn]] void refuse(const std::string& where, const std::string& why) {
  throw std::runtime_error(where + ": " + why);
}

// A value and where it stands.
struct Value {
  json::Element element;
  std::string where;

  std::int64_t whole(std::int64_t least, std::int64_t most) const {
    std::int64_t out = 0;
    if (element.get(out) != simdjson::SUCCESS || out < least || out > most)
      refuse(where, "expected a whole number from " + std::to_string(least) + " to " +
                        std::to_string(most));
    return out;
  }
  std::int32_t place_in(std::size_t count) const {
    if (!count) refuse(where, "refers to an empty list");
    return std::int32_t(whole(0, std::int64_t(count) - 1));
  }
  std::vector<Value> items() const {
    simdjson::dom::array array;
    if (element.get(array) != simdjson::SUCCESS) refuse(where, "expected a list");
    std::vector<Value> out;
    for (const json::Element item : array)
      out.push_back({item, where + '/' + std::to_string(out.size())});
    return out;
  }
  std::vector<Value> items(std::size_t count) const {
    auto out = items();
    if (out.size() != count) refuse(where, "expected " + std::to_string(count) + " items");
    return out;
  }
  // The members must be these, in this order.
  std::vector<Value> members(std::initializer_list<const char*> names) const {
    simdjson::dom::object object;
    if (element.get(object) != simdjson::SUCCESS) refuse(where, "expected an object");
    std::vector<Value> out;
    auto name = names.begin();
    for (const auto& [key, value] : object) {
      if (name == names.end() || key != *name)
        refuse(where + '/' + std::string(key), "is not expected here");
      out.push_back({value, where + '/' + *name++});
    }
    if (name != names.end()) refuse(where + '/' + *name, "is missing");
    return out;
  }
};

std::vector<std::int32_t> visits_of(const Value& value, std::int32_t days) {
  std::vector<std::int32_t> out;
  for (const Value& day : value.items(std::size_t(days)))
    out.push_back(std::int32_t(day.whole(0, most_visits)));
  return out;
}

Community community_of(const Network& network, const Value& value) {
  const auto row = value.items(4);
  Community out{.region = row[0].place_in(network.regions.size()),
                .walks = {},
                .critical = visits_of(row[2], network.days),
                .ordinary = visits_of(row[3], network.days)};
  const auto walks = row[1].items();
  if (walks.size() % 2) refuse(row[1].where, "expected outlets and metres in pairs");
  for (std::size_t k = 0; k < walks.size(); k += 2) {
    const auto outlet = walks[k].place_in(network.outlets.size());
    if (network.outlets[outlet].region != out.region)
      refuse(walks[k].where, "the outlet lies in another region");
    if (!network.outlets[outlet].windows) refuse(walks[k].where, "the outlet has no window");
    for (const Walk& other : out.walks)
      if (other.outlet == outlet) refuse(walks[k].where, "the outlet stands here twice");
    out.walks.push_back({outlet, std::int32_t(walks[k + 1].whole(0, most_metres))});
  }
  return out;
}

void read_rules(Network& out, const std::vector<Value>& members) {
  std::string_view format;
  if (members[0].element.get(format) != simdjson::SUCCESS ||
      format != "waystation province network 1")
    refuse(members[0].where, "expected \"waystation province network 1\"");
  out.days = std::int32_t(members[1].whole(1, most_days));
  out.team_days = std::int32_t(members[2].whole(1, most_days));
  out.visits_per_window = std::int32_t(members[3].whole(1, most_visits));
  const auto weights = members[4].members({"critical", "ordinary", "person_day", "metre"});
  out.weights = {weights[0].whole(0, most_weight), weights[1].whole(0, most_weight),
                 weights[2].whole(0, most_weight), weights[3].whole(0, 1000)};
  if (out.weights.critical < out.weights.ordinary)
    refuse(weights[0].where, "a critical visit weighs no less than an ordinary one");
  const auto crew = members[5].members({"fixed", "per_window"});
  const auto fixed = crew[0].items(posts), per_window = crew[1].items(posts);
  for (int post = 0; post < posts; ++post) {
    out.crew.fixed[post] = std::int32_t(fixed[post].whole(0, most_people));
    out.crew.per_window[post] = std::int32_t(per_window[post].whole(0, most_people));
  }
}

}  // namespace

Network read_network_file(const std::string& text) {
  json::Parser parser;
  json::Element root;
  std::string problem;
  if (!parser.parse(text, root, problem)) throw std::runtime_error(problem);
  const auto members =
      Value{root, ""}.members({"format", "days", "team_days", "visits_per_window", "weights",
                               "crew", "regions", "outlets", "communities", "staff"});
  Network out;
  read_rules(out, members);
  for (const Value& value : members[6].items()) {
    const auto row = value.items(2);
    out.regions.push_back({std::int32_t(row[0].whole(0, most_visits)), row[1].whole(0, 1) == 1});
  }
  for (const Value& value : members[7].items()) {
    const auto row = value.items(2);
    out.outlets.push_back(
        {row[0].place_in(out.regions.size()), std::int32_t(row[1].whole(0, most_windows))});
  }
  for (const Value& value : members[8].items()) out.communities.push_back(community_of(out, value));
  for (const Value& value : members[9].items()) {
    const auto row = value.items(3);
    out.staff.push_back({row[0].place_in(out.regions.size()),
                         unsigned(row[1].whole(0, subsets - 1)), row[2].whole(0, 1) == 1});
  }
  return out;
}

}  // namespace waystation::planning::province
