#include "http/public_order.h"

namespace waystation::http {

Order public_order(const CommandId& id, std::string command, std::string body) {
  return {.id = id,
          .command = std::move(command),
          .body = std::move(body),
          .by = public_actor,
          .role = Role::visitor,
          .scope = {},
          .at = {},
          .if_match = {}};
}

Decision<CommandId> key_of(const Form& form) {
  const auto key = parse_command_id(form.text("key"));
  if (!key) return Refusal{Why::invalid, "form.key", "key"};
  return *key;
}

Refusal wrong_choice(std::string_view field) {
  return {Why::invalid, "form.choice", std::string(field)};
}

}  // namespace waystation::http
