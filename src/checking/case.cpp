#include "checking/case.h"

#include <algorithm>

namespace waystation::checking {

namespace {

template <class List> std::optional<std::size_t> index_of(const List& list, const std::string& id) {
  const auto found =
      std::lower_bound(list.begin(), list.end(), id,
                       [](const auto& one, const std::string& key) { return one.id < key; });
  if (found == list.end() || found->id != id) return {};
  return std::size_t(found - list.begin());
}

std::string spelled(Wide value) {
  if (value < 0) return '-' + spelled(-value);
  const std::string last(1, char('0' + int(value % 10)));
  return value < 10 ? last : spelled(value / 10) + last;
}

}  // namespace

std::vector<std::size_t> Case::open() const {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < plan.outlets.size(); ++i)
    if (planned(i).opens()) out.push_back(i);
  return out;
}

std::string Case::at(std::size_t outlet, const std::string& member) const {
  return "/outlets/" + std::to_string(outlet) + '/' + member;
}

std::optional<std::size_t> Case::outlet_of(const std::string& id) const {
  return index_of(model.outlets, id);
}

std::optional<std::size_t> Case::community_of(const std::string& id) const {
  return index_of(model.communities, id);
}

std::string instead(Wide claimed, Wide right) {
  return spelled(claimed) + " instead of " + spelled(right);
}

}  // namespace waystation::checking
