#pragma once
// The shape of a described type, as a value: what the TypeScript and the OpenAPI document are
// written from. A type is described once (core/fields.h); this only reads the description.
#include <vector>

#include "domain/room.h"

namespace waystation::http {

BOOST_DEFINE_ENUM_CLASS(ShapeKind, text, id, truth, integer, money, time, day, time_of_day, scope,
                        words, list, map, record)

struct Shape;

struct ShapeField {
  std::string name;
  const Shape* shape = nullptr;
  bool optional = false;
};

struct Shape {
  ShapeKind kind = ShapeKind::text;
  std::string name = {};                // Of words and records: "PolicyValue", "Role".
  std::vector<std::string> words = {};  // Of an enumeration.
  std::vector<ShapeField> fields = {};  // Of a record.
  const Shape* inner = nullptr;         // Of a list or map.
  std::int64_t low = 0, high = 0;       // Of an integer.
};

// "waystation::policy::Value" is PolicyValue; "waystation::plan::PlanDocument" is PlanDocument: a
// name that already begins with its room is not doubled.
std::string contract_name(std::string_view qualified);

template <class T> std::string_view qualified_name() {
  std::string_view text = __PRETTY_FUNCTION__;
  const auto from = text.find("T = ") + 4;
  return text.substr(from, text.find_first_of(";]", from) - from);
}

template <class T> const Shape& shape_of();

namespace shape_parts {

template <class T> ShapeKind plain_kind() {
  if constexpr (std::is_same_v<T, bool>) return ShapeKind::truth;
  if constexpr (std::is_same_v<T, Fen>) return ShapeKind::money;
  if constexpr (std::is_same_v<T, Time>) return ShapeKind::time;
  if constexpr (std::is_same_v<T, Day>) return ShapeKind::day;
  if constexpr (std::is_same_v<T, TimeOfDay>) return ShapeKind::time_of_day;
  if constexpr (std::is_same_v<T, Scope>) return ShapeKind::scope;
  if constexpr (Identifier<T>) return ShapeKind::id;
  return ShapeKind::text;
}

template <Record T> Shape record() {
  Shape out{.kind = ShapeKind::record, .name = contract_name(qualified_name<T>())};
  each_field<T>([&]<class Field>(std::string_view name, Field T::*) {
    if constexpr (Optional<Field>)
      out.fields.push_back({std::string(name), &shape_of<typename Field::value_type>(), true});
    else
      out.fields.push_back({std::string(name), &shape_of<Field>(), false});
  });
  return out;
}

template <Enumeration T> Shape words() {
  Shape out{.kind = ShapeKind::words, .name = contract_name(qualified_name<T>())};
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
      [&](auto e) { out.words.emplace_back(e.name); });
  return out;
}

template <class T> Shape make() {
  if constexpr (Record<T>)
    return record<T>();
  else if constexpr (Enumeration<T>)
    return words<T>();
  else if constexpr (Map<T>)
    return {.kind = ShapeKind::map, .inner = &shape_of<typename T::mapped_type>()};
  else if constexpr (List<T>)
    return {.kind = ShapeKind::list, .inner = &shape_of<typename T::value_type>()};
  else if constexpr (std::integral<T> && !std::is_same_v<T, bool>)
    return {.kind = ShapeKind::integer,
            .low = std::int64_t(std::numeric_limits<T>::min()),
            .high = std::int64_t(std::numeric_limits<T>::max())};
  else
    return {.kind = plain_kind<T>()};
}

}  // namespace shape_parts

template <class T> const Shape& shape_of() {
  static const Shape shape = shape_parts::make<T>();
  return shape;
}

}  // namespace waystation::http
