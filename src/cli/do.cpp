#include <CLI/CLI.hpp>

#include "cli/data_folder.h"
#include "cli/exit_code.h"
#include "storage/disk.h"

namespace waystation::cli {

namespace {

struct Do {
  std::string data, command, body = "{}", file, by = "console", role = "province_command", scope,
                             at, key;
};

Decision<Order> order_from(const Do& asked) {
  Order order;
  order.command = asked.command;
  order.body = asked.file.empty() ? asked.body : disk::read(asked.file);
  order.by = {asked.by};
  if (!from_name(asked.role, order.role)) return invalid("do.role-unknown", {{"role", asked.role}});
  const auto scope = parse_scope(asked.scope);
  if (!scope) return invalid("do.scope-invalid", {{"scope", asked.scope}});
  order.scope = *scope;
  if (!asked.at.empty()) {
    order.at = parse_time(asked.at);
    if (!order.at) return invalid("do.time-invalid", {{"at", asked.at}});
  }
  const auto id = asked.key.empty() ? fresh_command_id() : parse_command_id(asked.key);
  if (!id) return invalid("do.key-invalid", {{"key", asked.key}});
  order.id = *id;
  return order;
}

int run(const Do& asked) {
  auto order = order_from(asked);
  if (!order) return say_no(order.error());
  OpenFolder open(asked.data);
  const Answer answer = open.desk.ask(std::move(*order));
  if (!answer.result) return say_no(answer.result.error());
  for (const Reply& reply : *answer.result) std::puts(to_json(reply).c_str());
  return exit_code::ok;
}

}  // namespace

void add_do(CLI::App& app, int& code) {
  auto asked = std::make_shared<Do>();
  auto* command = app.add_subcommand("do", "Give one command, as if at the console of the log");
  command->add_option("--data", asked->data, "The data folder")->required();
  command->add_option("command", asked->command, "ROOM.VERB, such as outlet.open")->required();
  auto* fields = command->add_option("--json", asked->body, "The command's fields, as JSON");
  command->add_option("--file", asked->file, "A file that holds them, such as a checklist")
      ->excludes(fields);
  command->add_option("--by", asked->by, "Account that is recorded as the actor");
  command->add_option("--role", asked->role, "Role that it acts in");
  command->add_option("--scope", asked->scope, "Scope that it acts for; empty is the province");
  command->add_option("--at", asked->at, "Time of the event (RFC 3339); default now");
  command->add_option("--idempotency-key", asked->key, "ULID or 32 hexadecimal digits");
  command->callback([asked, &code] { code = run(*asked); });
}

}  // namespace waystation::cli
