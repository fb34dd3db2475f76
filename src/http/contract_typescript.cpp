#include <map>

#include "http/contract.h"

namespace waystation::http {

namespace {

// Named types, gathered while the rest is written, and put before it.
class TypeScript {
 public:
  std::string type(const Shape& shape) {
    switch (shape.kind) {
      case ShapeKind::text:
      case ShapeKind::id:
      case ShapeKind::scope:
        return "string";
      case ShapeKind::truth:
        return "boolean";
      case ShapeKind::integer:
        return "number";
      case ShapeKind::money:
        return "Fen";
      case ShapeKind::time:
        return "Time";
      case ShapeKind::day:
        return "Day";
      case ShapeKind::time_of_day:
        return "TimeOfDay";
      case ShapeKind::list:
        return type(*shape.inner) + "[]";
      case ShapeKind::map:
        return "Record<string, " + type(*shape.inner) + ">";
      case ShapeKind::words:
      case ShapeKind::record:
        return declare(shape);
    }
    return {};
  }

  std::string members(const Shape& record, const std::string& indent) {
    std::string out = "{";
    for (const ShapeField& field : record.fields)
      out += "\n" + indent + "  " + field.name + (field.optional ? "?: " : ": ") +
             type(*field.shape) + (field.optional ? " | null;" : ";");
    return out + (record.fields.empty() ? "}" : "\n" + indent + "}");
  }

  std::string declarations() const {
    std::string out;
    for (const auto& [name, type] : named_) out += type.text + "\n\n";
    return out;
  }

 private:
  struct Named {
    const Shape* shape = nullptr;
    std::string text;
  };

  std::string declare(const Shape& shape) {
    if (const auto known = named_.find(shape.name); known != named_.end()) {
      if (known->second.shape != &shape) throw std::logic_error("two types are " + shape.name);
      return shape.name;
    }
    named_[shape.name].shape = &shape;  // Taken, before what it holds is written.
    std::string text = shape.kind == ShapeKind::record
                           ? "export interface " + shape.name + " " + members(shape, "")
                           : "export type " + shape.name + " =" + alternatives(shape) + ";";
    named_[shape.name].text = std::move(text);
    return shape.name;
  }

  static std::string alternatives(const Shape& words) {
    std::string out;
    for (const auto& word : words.words) out += "\n  | '" + word + "'";
    return out;
  }

  std::map<std::string, Named> named_;
};

std::string role_list(Roles roles) {
  std::string out;
  for (const Role role : roles_in(roles))
    out += (out.empty() ? "'" : ", '") + std::string(name_of(role)) + "'";
  return "[" + out + "]";
}

constexpr std::string_view head =
    "// Generated from the C++ descriptions by `waystation contract --typescript`. Do not edit.\n\n"
    "// RFC 3339, such as 2021-01-08T01:00:00Z.\nexport type Time = string;\n"
    "// YYYY-MM-DD at the place it speaks of.\nexport type Day = string;\n"
    "// HH:MM.\nexport type TimeOfDay = string;\n"
    "// 1/100 yuan, whole.\nexport type Fen = number;\n\n";

std::string commands(TypeScript& types) {
  std::string out = "// POST /api/commands/<name>\nexport interface Commands {\n";
  std::string roles =
      "// Who may give a command; the server has the last word.\nexport const commandRoles = {\n";
  for (const CommandContract& c : command_contracts()) {
    out += "  '" + std::string(c.name) + "': " + types.members(*c.body, "  ") + ";\n";
    roles += "  '" + std::string(c.name) + "': " + role_list(c.roles) + ",\n";
  }
  return out + "}\n\nexport type CommandName = keyof Commands;\n\n" + roles +
         "} as const satisfies Record<CommandName, readonly Role[]>;\n\n";
}

std::string views(TypeScript& types) {
  std::string out = "// GET /api/views/<name>?<query>\nexport interface Views {\n";
  std::string roles = "export const viewRoles = {\n";
  for (const ViewContract& v : view_contracts()) {
    const std::string name(v.name);
    const bool plain = name.find_first_of("-.") == name.npos;
    const std::string key = plain ? name : "'" + name + "'";
    out += "  " + key + ": { query: " + types.members(*v.query, "  ") +
           "; result: " + types.type(*v.result) + " };\n";
    roles += "  " + key + ": " + role_list(v.roles) + ",\n";
  }
  return out + "}\n\nexport type ViewName = keyof Views;\n\n" + roles +
         "} as const satisfies Record<ViewName, readonly Role[]>;\n";
}

}  // namespace

std::string typescript_contract() {
  TypeScript types;
  for (const Shape* shape : shared_shapes()) types.type(*shape);
  const std::string body = commands(types) + views(types);
  return std::string(head) + types.declarations() + body;
}

}  // namespace waystation::http
