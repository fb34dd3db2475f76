#pragma once
// The public contract, written from the descriptions of commands and views: TypeScript for
// web/src/api/contract.ts and an OpenAPI 3.1 document for everybody else. Nobody writes either by
// hand.
#include <span>

#include "http/type_shape.h"

namespace waystation::http {

struct CommandContract {
  std::string_view name;  // "outlet.open"
  Roles roles;
  const Shape* body;
};

struct ViewContract {
  std::string_view name;
  Roles roles;
  const Shape* query;
  const Shape* result;
};

std::span<const CommandContract> command_contracts();  // Sorted by name.
std::span<const ViewContract> view_contracts();
// What every answer of the API may hold besides: refusals, replies, the session, and so on.
std::span<const Shape* const> shared_shapes();

std::vector<Role> roles_in(Roles);

std::string typescript_contract();
std::string openapi_contract();

}  // namespace waystation::http
