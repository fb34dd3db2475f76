#include "planning/province/generator.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "planning/province/random.h"

namespace waystation::planning::province {

namespace {

constexpr Size sizes[] = {{"town", 1, 12, 60, 200, 3},
                          {"city", 1, 40, 200, 670, 7},
                          {"metro", 1, 120, 600, 2000, 20},
                          {"province", 14, 600, 3000, 10000, 100}};
constexpr int days = 14, reach_metres = 6000;
constexpr std::size_t most_walks = 5;

struct Point {
  std::int64_t x = 0, y = 0;  // Metres.
};

std::int64_t metres_between(Point a, Point b) {
  const double dx = double(a.x - b.x), dy = double(a.y - b.y);
  return std::llround(std::sqrt(dx * dx + dy * dy));
}

struct Seal {
  Point middle;
  std::int64_t radius = 0;
};

// A city's share falls with its rank; what rounding leaves goes to the first.
std::vector<int> shares(int total, int cities) {
  std::vector<int> out(std::size_t(cities), 0);
  std::int64_t weights = 0;
  const auto weight = [](int rank) { return 1'000'000 / (rank + 2) + 60'000; };
  for (int c = 0; c < cities; ++c) weights += weight(c);
  for (int c = 0; c < cities; ++c) out[c] = int(std::int64_t(total) * weight(c) / weights);
  out[0] += total - std::accumulate(out.begin(), out.end(), 0);
  return out;
}

class Maker {
 public:
  Maker(const Size& size, std::uint64_t seed) : size_(size), random_(seed) {}

  Network make() {
    network_.days = days;
    network_.team_days = days / 2;
    network_.visits_per_window = 70;
    const auto outlets = shares(size_.outlets, size_.cities);
    const auto communities = shares(size_.communities, size_.cities);
    const auto staff = shares(size_.staff, size_.cities);
    const auto zones = shares(size_.zones, size_.cities);
    for (int c = 0; c < size_.cities; ++c)
      add_city(c, outlets[c], communities[c], staff[c], zones[c]);
    return std::move(network_);
  }

 private:
  void add_city(int city, int outlets, int communities, int staff, int zones) {
    side_ = 6000 + std::int64_t(22'000 * std::sqrt(outlets / 120.0));
    first_region_ = std::int32_t(network_.regions.size());
    first_outlet_ = network_.outlets.size();
    seals_.clear();
    unfit_permille_ = int(random_.between(50, 450));
    for (int z = 0; z <= zones; ++z) network_.regions.push_back({city, z > 0});
    for (int z = 0; z < zones; ++z)
      seals_.push_back({{random_.below(side_), random_.below(side_)}, random_.between(1000, 2600)});
    for (int i = 0; i < outlets; ++i) add_outlet(i);
    for (int j = 0; j < communities; ++j) add_community();
    for (int s = 0; s < staff; ++s) add_person();
  }

  std::int32_t region_at(Point p) const {
    for (std::size_t z = 0; z < seals_.size(); ++z)
      if (metres_between(p, seals_[z].middle) < seals_[z].radius)
        return first_region_ + 1 + std::int32_t(z);
    return first_region_;
  }

  Point anywhere() {
    if (random_.permille(400)) return {random_.below(side_), random_.below(side_)};
    return {std::clamp<std::int64_t>(random_.around(side_ / 2, side_ / 5), 0, side_),
            std::clamp<std::int64_t>(random_.around(side_ / 2, side_ / 5), 0, side_)};
  }

  void add_outlet(int number) {
    Point at = anywhere();
    if (std::size_t(number) < seals_.size())  // Every seal has one.
      at = {seals_[number].middle.x + random_.between(-400, 400),
            seals_[number].middle.y + random_.between(-400, 400)};
    constexpr std::int32_t windows[] = {2, 3, 3, 4, 5, 6};
    network_.outlets.push_back({region_at(at), windows[random_.below(6)]});
    places_.push_back(at);
  }

  // Pensions come on the fifth and the tenth day; a weekend has seven tenths of a weekday's visits.
  void add_community() {
    const Point at = anywhere();
    Community out{.region = region_at(at), .walks = {}, .critical = {}, .ordinary = {}};
    std::int64_t people = 2000;  // Doubled or halved a few times: few are large.
    for (int i = 0; i < 12; ++i) people = people * random_.between(750, 1300) / 1000;
    const std::int64_t visits = std::max<std::int64_t>(people * 9 / 1000, 2);
    const std::int64_t critical = visits * random_.between(100, 350) / 1000;
    for (int day = 0; day < days; ++day) {
      const int tenths = day % 7 >= 5 ? 7 : 10;
      const int pension = day == 4 || day == 9 ? 25 : 10;
      out.critical.push_back(std::int32_t(critical * tenths * pension / 100));
      out.ordinary.push_back(std::int32_t((visits - critical) * tenths / 10));
    }
    add_walks(out, at);
    network_.communities.push_back(std::move(out));
  }

  void add_walks(Community& community, Point at) const {
    for (std::size_t i = first_outlet_; i < network_.outlets.size(); ++i) {
      const std::int64_t metres = metres_between(at, places_[i]);
      if (network_.outlets[i].region == community.region && metres < reach_metres)
        community.walks.push_back({std::int32_t(i), std::int32_t(metres)});
    }
    std::ranges::stable_sort(community.walks, {}, &Walk::metres);
    if (community.walks.size() > most_walks) community.walks.resize(most_walks);
  }

  void add_person() {
    const std::size_t of =
        first_outlet_ + random_.below(std::int64_t(network_.outlets.size() - first_outlet_));
    Point at = anywhere();
    if (random_.permille(550))
      at = {random_.around(places_[of].x, 1200), random_.around(places_[of].y, 1200)};
    constexpr int permille[posts] = {220, 300, 620, 450, 180};
    std::uint32_t skills = 0;
    for (int post = 0; post < posts; ++post)
      if (random_.permille(permille[post])) skills |= 1U << post;
    if (!skills) skills = 1U << 3;  // Anybody can guide.
    network_.staff.push_back({region_at(at), skills, !random_.permille(unfit_permille_)});
  }

  const Size& size_;
  Random random_;
  Network network_;
  std::vector<Point> places_;  // By outlet.
  std::vector<Seal> seals_;    // Of the present city.
  std::int64_t side_ = 0;
  int unfit_permille_ = 0;  // Of the present city: quarantine hits some cities harder.
  std::int32_t first_region_ = 0;
  std::size_t first_outlet_ = 0;
};

}  // namespace

std::optional<Size> size_named(std::string_view name) {
  for (const Size& size : sizes)
    if (size.name == name) return size;
  return {};
}

Network generate(const Size& size, std::uint64_t seed) {
  return Maker(size, seed).make();
}

}  // namespace waystation::planning::province
