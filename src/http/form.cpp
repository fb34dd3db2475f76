#include "http/form.h"

#include <algorithm>

#include "http/message.h"

namespace waystation::http {

namespace {

Refusal no(std::string code, std::string_view field = {}) {
  Refusal out{Why::invalid, std::move(code)};
  if (!field.empty()) out.where = field.substr(0, 32);
  return out;
}

// The length of a well-formed UTF-8 sequence at the front that is no control character; 0: none.
std::size_t character(std::string_view text) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = at(0);
  if (first < 0x80) return first >= 0x20 && first != 0x7f;
  const std::size_t size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || text.size() < size) return 0;
  for (std::size_t i = 1; i < size; ++i)
    if ((at(i) & 0xc0) != 0x80) return 0;
  const bool overlong = (first == 0xe0 && at(1) < 0xa0) || (first == 0xf0 && at(1) < 0x90);
  const bool surrogate = first == 0xed && at(1) > 0x9f;
  const bool beyond = first == 0xf4 && at(1) > 0x8f;
  const bool control = first == 0xc2 && at(1) < 0xa0;
  return overlong || surrogate || beyond || control ? 0 : size;
}

bool is_text(std::string_view text) {
  while (!text.empty()) {
    const std::size_t size = character(text);
    if (size == 0) return false;
    text.remove_prefix(size);
  }
  return true;
}

}  // namespace

Decision<Form> Form::read(std::string_view body) {
  if (body.size() > most_bytes) return no("form.too-long");
  if (std::size_t(std::ranges::count(body, '&')) >= most_fields) return no("form.too-many-fields");
  Form form;
  for (auto& [name, value] : parse_query(body)) {
    if (!is_text(name) || !is_text(value)) return no("form.not-text");
    if (name.size() > longest_field || value.size() > longest_field)
      return no("form.field-too-long", name);
    if (!form.fields_.emplace(name, std::move(value)).second) return no("form.field-twice", name);
  }
  return form;
}

std::string Form::text(std::string_view name) const {
  const auto at = fields_.find(name);
  if (at == fields_.end()) return {};
  const std::string& value = at->second;
  const auto from = value.find_first_not_of(' ');
  if (from == value.npos) return {};
  return value.substr(from, value.find_last_not_of(' ') + 1 - from);
}

}  // namespace waystation::http
