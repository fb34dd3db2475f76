#include "http/type_shape.h"

#include <cctype>

namespace waystation::http {

static std::string capitalised(std::string_view words) {
  std::string out;
  bool start = true;
  for (const char c : words) {
    if (c == '_')
      start = true;
    else
      out += std::exchange(start, false) ? char(std::toupper(static_cast<unsigned char>(c))) : c;
  }
  return out;
}

std::string contract_name(std::string_view qualified) {
  // What the server says of itself and the views have names of their own, without a room.
  for (const std::string_view outer : {"waystation::", "http::", "view::"})
    if (qualified.starts_with(outer)) qualified.remove_prefix(outer.size());
  const auto last = qualified.rfind("::");
  if (last == qualified.npos) return capitalised(qualified);
  const auto outer = qualified.substr(0, last);
  const auto before = outer.rfind("::");
  const std::string room = capitalised(before == outer.npos ? outer : outer.substr(before + 2));
  const std::string own = capitalised(qualified.substr(last + 2));
  return own.starts_with(room) ? own : room + own;
}

}  // namespace waystation::http
