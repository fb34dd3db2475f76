#include "http/contract.h"

#include <algorithm>

#include "application/import.h"
#include "application/views.h"
#include "application/what_if.h"
#include "http/messages.h"

namespace waystation::http {

std::span<const CommandContract> command_contracts() {
  static const auto all = [] {
    std::vector<CommandContract> out;
    each_type<Commands>([&]<class C> { out.push_back({C::name, C::roles, &shape_of<C>()}); });
    std::ranges::sort(out, {}, &CommandContract::name);
    return out;
  }();
  return all;
}

std::span<const ViewContract> view_contracts() {
  static const auto all = [] {
    std::vector<ViewContract> out;
    each_type<Views>([&]<class V> {
      out.push_back({V::name, V::roles, &shape_of<typename V::Query>(), &shape_of<V>()});
    });
    std::ranges::sort(out, {}, &ViewContract::name);
    return out;
  }();
  return all;
}

std::span<const Shape* const> shared_shapes() {
  static const std::vector<const Shape*> all = {&shape_of<Role>(),
                                                &shape_of<Problem>(),
                                                &shape_of<Reply>(),
                                                &shape_of<SignIn>(),
                                                &shape_of<Enrol>(),
                                                &shape_of<view::Persona>(),
                                                &shape_of<Session>(),
                                                &shape_of<EvidenceReceipt>(),
                                                &shape_of<PlanRequest>(),
                                                &shape_of<ImportRequest>(),
                                                &shape_of<Change>(),
                                                &shape_of<plan::PlanDocument>(),
                                                &shape_of<ImportReport>(),
                                                &shape_of<what_if::Question>(),
                                                &shape_of<what_if::Outlook>()};
  return all;
}

std::vector<Role> roles_in(Roles set) {
  std::vector<Role> out;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>([&](auto e) {
    if (set & role_set(e.value)) out.push_back(e.value);
  });
  return out;
}

}  // namespace waystation::http
