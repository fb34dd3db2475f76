#include "checking/crew_filling.h"

#include <algorithm>

namespace waystation::checking {

namespace {

class Search {
 public:
  Search(const std::array<std::int64_t, 128>& people, const std::vector<PostNeed>& posts)
      : people_(people), posts_(posts) {}

  bool place(std::size_t post) {
    seen_.fill(false);
    return place_somewhere(post);
  }

 private:
  bool suits(std::size_t post, std::size_t kind) const {
    const bool on_team = (kind >> 5 >> posts_[post].team & 1) != 0;
    return people_[kind] > 0 && on_team && posts_[post].suits(std::uint32_t(kind & 31));
  }

  // Takes a free person, or one whose present post can be filled by another: an augmenting path.
  bool place_somewhere(std::size_t post) {
    for (std::size_t kind = 0; kind < people_.size(); ++kind) {
      if (seen_[kind] || !suits(post, kind)) continue;
      seen_[kind] = true;
      auto& busy = busy_[kind];
      if (std::int64_t(busy.size()) < people_[kind]) return busy.push_back(post), true;
      for (std::size_t i = 0; i < busy.size(); ++i)
        if (place_somewhere(busy[i])) return busy_[kind][i] = post, true;
    }
    return false;
  }

  const std::array<std::int64_t, 128>& people_;
  const std::vector<PostNeed>& posts_;
  std::array<std::vector<std::size_t>, 128> busy_;
  std::array<bool, 128> seen_{};
};

}  // namespace

std::vector<bool> CrewFilling::fill(const std::vector<PostNeed>& posts) const {
  Search search(people_, posts);
  std::vector<bool> out(posts.size());
  for (std::size_t i = 0; i < posts.size(); ++i) out[i] = search.place(i);
  return out;
}

std::int64_t filled(const std::vector<bool>& posts) {
  return std::count(posts.begin(), posts.end(), true);
}

}  // namespace waystation::checking
