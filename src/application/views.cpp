#include "application/views.h"

#include <algorithm>

namespace waystation {

namespace {

Refusal malformed(const std::string& key, const std::string& why) {
  return {Why::invalid, "view.parameter-malformed", key, {}, {{"why", why}}};
}

// A query arrives as text; written as JSON it is read by the same strict codec as a command.
template <class Field> void append_value(std::string& out, const std::string& text) {
  using Value = std::remove_cvref_t<decltype([] {
    if constexpr (Optional<Field>)
      return typename Field::value_type{};
    else
      return Field{};
  }())>;
  if constexpr (std::is_integral_v<Value>)
    out += text;
  else
    json::append_string(out, text);
}

template <class Query> std::optional<Refusal> refuse_keys(const QueryText& text) {
  std::vector<std::string_view> known;
  each_field<Query>([&](std::string_view name, auto) { known.push_back(name); });
  for (const auto& [key, value] : text)
    if (std::ranges::find(known, key) == known.end())
      return Refusal{Why::invalid, "view.unknown-parameter", key, {}, {}};
  return {};
}

// Reads one field at a time, so that the refusal can name the key.
template <class Query> Decision<Query> query_from(const QueryText& text) {
  if (auto no = refuse_keys<Query>(text)) return *no;
  Query query;
  std::optional<Refusal> no;
  each_field<Query>([&](std::string_view name, auto field) {
    using Field = std::remove_cvref_t<decltype(query.*field)>;
    const auto at = text.find(std::string(name));
    if (no) return;
    if (at == text.end()) {
      if constexpr (!Optional<Field>)
        no = Refusal{Why::invalid, "view.parameter-missing", std::string(name), {}, {}};
      return;
    }
    std::string value;
    append_value<Field>(value, at->second);
    auto read = from_json<Field>(value);
    if (read)
      query.*field = std::move(*read);
    else
      no = malformed(std::string(name), read.error().where);
  });
  if (no) return *no;
  return query;
}

template <class View> ViewRow view_row() {
  return {View::name, View::roles,
          [](const Viewing& v, const QueryText& text) -> Decision<std::string> {
            if (auto no = refuse_authority(View::roles, v.scope, {{v.now, {}}, v.role, v.scope}))
              return *no;
            const auto query = query_from<typename View::Query>(text);
            if (!query) return query.error();
            const auto seen = see(v, *query);
            if (!seen) return seen.error();
            return to_json(*seen);
          }};
}

}  // namespace

std::span<const ViewRow> all_views() {
  static const auto rows = [] {
    std::vector<ViewRow> out;
    each_type<Views>([&]<class View> { out.push_back(view_row<View>()); });
    std::ranges::sort(out, {}, &ViewRow::name);
    return out;
  }();
  return rows;
}

const ViewRow* view_named(std::string_view name) {
  const auto rows = all_views();
  const auto at = std::ranges::lower_bound(rows, name, {}, &ViewRow::name);
  return at != rows.end() && at->name == name ? &*at : nullptr;
}

}  // namespace waystation
