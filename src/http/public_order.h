#pragma once
// What somebody sends from a public page: an ordinary command in the name of the public, under the
// key that its form was given, so that the same form sent twice is the same order.
#include "application/desk.h"
#include "http/form.h"

namespace waystation::http {

Order public_order(const CommandId&, std::string command, std::string body);
Decision<CommandId> key_of(const Form&);               // "form.key"
Refusal wrong_choice(std::string_view field_of_form);  // "form.choice"

}  // namespace waystation::http
