#pragma once
// The shape of a described type as text: every field name and kind, recursively. Two programs with
// the same shape read each other's stored state; a digest of it tells a cache that it is out of
// date.
#include "core/json.h"

namespace waystation {

template <class T> void append_shape(std::string& out) {
  if constexpr (Record<T>) {
    out += '{';
    each_field<T>([&]<class Field>(std::string_view name, Field T::*) {
      (out += name) += ':';
      append_shape<Field>(out);
      out += ',';
    });
    out += '}';
  } else if constexpr (Optional<T>) {
    out += '?';
    append_shape<typename T::value_type>(out);
  } else if constexpr (Map<T>) {
    out += "map ";
    append_shape<typename T::mapped_type>(out);
  } else if constexpr (List<T>) {
    out += "list ";
    append_shape<typename T::value_type>(out);
  } else if constexpr (Enumeration<T>) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
        [&](auto e) { (out += '|') += e.name; });
  } else if constexpr (std::is_integral_v<T>) {
    out += std::is_same_v<T, bool> ? "yes-or-no" : "integer";
  } else {
    out += "text";
  }
}

template <class T> std::string shape() {
  std::string out;
  append_shape<T>(out);
  return out;
}

}  // namespace waystation
