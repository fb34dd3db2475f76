#pragma once
// The fields of a record, by name. JSON, the web contract, the command line and the read API are
// all derived by walking them, so a record is described exactly once.
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <boost/pfr/tuple_size.hpp>
#include <string>
#include <string_view>

namespace waystation {

// clang-format off
template <class T> concept Record = boost::describe::has_describe_members<T>::value;
template <class T> concept Enumeration = boost::describe::has_describe_enumerators<T>::value;
template <class T> concept Identifier = requires { typename T::IsIdentifier; };
template <class T> concept Optional = requires(T x) { x.has_value(); x.value(); };
template <class T> concept Map = requires { typename T::mapped_type; };
template <class T> concept List = requires(T x) { x.emplace_back(); } && !std::is_same_v<T, std::string>;
// clang-format on

template <Record T>
using FieldsOf = boost::describe::describe_members<T, boost::describe::mod_public>;

// Calls visit(name, pointer to member) for each field of T, in order of declaration.
template <Record T> constexpr void each_field(auto visit) {
  static_assert(boost::mp11::mp_size<FieldsOf<T>>::value == boost::pfr::tuple_size_v<T>,
                "a field of this record is missing from its BOOST_DESCRIBE_STRUCT");
  boost::mp11::mp_for_each<FieldsOf<T>>([&](auto field) { visit(field.name, field.pointer); });
}

// Calls visit.operator()<T>() for each type T of a list.
template <class Types> constexpr void each_type(auto visit) {
  using boost::mp11::mp_identity;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<mp_identity, Types>>(
      [&]<class T>(mp_identity<T>) { visit.template operator()<T>(); });
}

template <Enumeration T> std::string_view name_of(T value) {
  return boost::describe::enum_to_string(value, "");
}

template <Enumeration T> bool from_name(std::string_view name, T& out) {
  bool found = false;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto e) {
    if (name == e.name) out = e.value, found = true;
  });
  return found;
}

}  // namespace waystation
