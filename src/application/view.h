#pragma once
// What every view knows: who looks, at which state, and the words that several views share. A view
// is a page's answer, computed from an immutable standing; it never changes anything. Role and
// scope hold for views as for commands, and personal values are opened only here.
#include "application/desk.h"

namespace waystation {

struct Viewing {
  const Standing& standing;
  Time now;
  Role role = Role::inspector;
  Scope scope = {};
  const Journal* journal = nullptr;  // Opens personal values; without it sealed ones stay closed.
};

}  // namespace waystation

namespace waystation::view {

// What the public and the map show; the raw state is the desk's own. Alert is an overlay.
BOOST_DEFINE_ENUM_CLASS(ShownState, open, self_service, limited, preparing, paused, sealed_closed,
                        no_data)
BOOST_DEFINE_ENUM_CLASS(Severity, normal, warning, alarm)

inline constexpr Roles everyone_signed_in = everyone | administrators;
inline constexpr Roles who_see_names = managers | administrators;

}  // namespace waystation::view
