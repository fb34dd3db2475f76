#include "http/contract.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "application/views.h"

namespace waystation::http {

TEST_CASE("web/src/api/contract.ts is what the descriptions say today") {
  std::ifstream in("web/src/api/contract.ts");
  const std::string committed{std::istreambuf_iterator<char>(in), {}};
  const bool current = committed == typescript_contract();
  CHECK_MESSAGE(current, "run: waystation contract --typescript > web/src/api/contract.ts");
}

TEST_CASE("the OpenAPI document is JSON and names every command and view") {
  const std::string text = openapi_contract();
  json::Parser parser;
  json::Element root;
  std::string problem;
  REQUIRE_MESSAGE(parser.parse(text, root, problem), problem);
  for (const CommandRow& row : all_commands())
    CHECK(root["paths"].get_object().value()["/api/commands/" + std::string(row.name)].error() ==
          simdjson::SUCCESS);
  for (const ViewRow& row : all_views())
    CHECK(root["paths"].get_object().value()["/api/views/" + std::string(row.name)].error() ==
          simdjson::SUCCESS);
}

TEST_CASE("a type's name in the contract carries its room once") {
  CHECK(contract_name("waystation::policy::Value") == "PolicyValue");
  CHECK(contract_name("waystation::plan::PlanDocument") == "PlanDocument");
  CHECK(contract_name("waystation::Role") == "Role");
  CHECK(contract_name("waystation::view::Board") == "Board");
}

}  // namespace waystation::http
