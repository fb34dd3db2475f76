#pragma once
// What a plain HTML form sends (application/x-www-form-urlencoded), from anybody: few fields, short
// ones, each once, in honest UTF-8 without control characters; anything else is refused by name.
#include <map>
#include <string>
#include <string_view>

#include "core/decision.h"

namespace waystation::http {

class Form {
 public:
  static constexpr std::size_t most_bytes = 4096;
  static constexpr std::size_t most_fields = 16;
  static constexpr std::size_t longest_field = 256;

  // "form.too-long", "form.too-many-fields", "form.field-too-long", "form.field-twice",
  // "form.not-text".
  static Decision<Form> read(std::string_view body);

  // Without spaces around; "" where there is none.
  std::string text(std::string_view name) const;
  std::size_t size() const { return fields_.size(); }

 private:
  std::map<std::string, std::string, std::less<>> fields_;
};

}  // namespace waystation::http
