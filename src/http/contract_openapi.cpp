#include <map>

#include "application/import.h"
#include "application/what_if.h"
#include "http/contract.h"
#include "http/messages.h"

namespace waystation::http {

namespace {

std::string text_literal(std::string_view text) {
  std::string out;
  json::append_string(out, text);
  return out;
}

// {"key":value,…} from parts that are JSON already.
std::string object(std::initializer_list<std::pair<std::string_view, std::string>> members) {
  std::string out;
  for (const auto& [key, value] : members)
    out += (out.empty() ? "{" : ",") + text_literal(key) + ":" + value;
  return out + "}";
}

// JSON Schema 2020-12, which OpenAPI 3.1 uses as it is. Named types go to components.
class Schemas {
 public:
  std::string schema(const Shape& shape) {
    switch (shape.kind) {
      case ShapeKind::text:
        return text("maxLength", std::to_string(json::longest_string));
      case ShapeKind::id:
        return text("pattern", R"("^[^\\u0000-\\u0020/\\u007f]{1,64}$")");
      case ShapeKind::scope:
        return text("description", R"("\"\", \"SY\" or \"SY/102221004264\"")");
      case ShapeKind::truth:
        return R"({"type":"boolean"})";
      case ShapeKind::integer:
        return integer(shape);
      case ShapeKind::money:
        return R"({"type":"integer","format":"int64","description":"fen"})";
      case ShapeKind::time:
        return text("format", R"("date-time")");
      case ShapeKind::day:
        return text("format", R"("date")");
      case ShapeKind::time_of_day:
        return text("pattern", R"("^[0-9]{2}:[0-9]{2}$")");
      case ShapeKind::list:
        return object({{"type", R"("array")"}, {"items", schema(*shape.inner)}});
      case ShapeKind::map:
        return object({{"type", R"("object")"}, {"additionalProperties", schema(*shape.inner)}});
      case ShapeKind::words:
      case ShapeKind::record:
        return declare(shape);
    }
    return {};
  }

  std::string inline_record(const Shape& record) {
    std::string properties, required;
    for (const ShapeField& field : record.fields) {
      const std::string inner = schema(*field.shape);
      properties += (properties.empty() ? "" : ",") + text_literal(field.name) + ":" +
                    (field.optional ? R"({"anyOf":[)" + inner + R"(,{"type":"null"}]})" : inner);
      if (!field.optional) required += (required.empty() ? "" : ",") + text_literal(field.name);
    }
    return object({{"type", R"("object")"},
                   {"additionalProperties", "false"},
                   {"properties", "{" + properties + "}"},
                   {"required", "[" + required + "]"}});
  }

  std::string components() const {
    std::string out;
    for (const auto& [name, text] : named_)
      out += (out.empty() ? "" : ",") + text_literal(name) + ":" + text;
    return "{" + out + "}";
  }

 private:
  static std::string text(std::string_view key, std::string value) {
    return object({{"type", R"("string")"}, {key, std::move(value)}});
  }

  // A 64-bit bound is no bound to a JavaScript reader; it is left to the format.
  static std::string integer(const Shape& shape) {
    if (shape.high == INT64_MAX) return R"({"type":"integer","format":"int64"})";
    return object({{"type", R"("integer")"},
                   {"minimum", std::to_string(shape.low)},
                   {"maximum", std::to_string(shape.high)}});
  }

  std::string declare(const Shape& shape) {
    if (!named_.contains(shape.name)) {
      named_[shape.name];
      std::string text = shape.kind == ShapeKind::record ? inline_record(shape) : words(shape);
      named_[shape.name] = std::move(text);
    }
    return R"({"$ref":"#/components/schemas/)" + shape.name + R"("})";
  }

  static std::string words(const Shape& shape) {
    std::string out;
    for (const auto& word : shape.words) out += (out.empty() ? "" : ",") + text_literal(word);
    return object({{"type", R"("string")"}, {"enum", "[" + out + "]"}});
  }

  std::map<std::string, std::string> named_;
};

std::string json_content(const std::string& schema) {
  return R"({"application/json":{"schema":)" + schema + "}}";
}

std::string body(const std::string& schema) {
  return object({{"required", "true"}, {"content", json_content(schema)}});
}

std::string answers(const std::string& description, const std::string& schema) {
  const std::string good =
      schema.empty()
          ? object({{"description", text_literal(description)}})
          : object({{"description", text_literal(description)}, {"content", json_content(schema)}});
  return object({{"200", good}, {"default", R"({"$ref":"#/components/responses/Problem"})"}});
}

std::string parameter(std::string_view name, std::string_view in, bool required,
                      const std::string& schema) {
  return object({{"name", text_literal(name)},
                 {"in", text_literal(in)},
                 {"required", required ? "true" : "false"},
                 {"schema", schema}});
}

std::string roles_text(Roles roles) {
  std::string out;
  for (const Role role : roles_in(roles))
    out += (out.empty() ? "" : ", ") + std::string(name_of(role));
  return "Roles: " + out + ".";
}

struct Paths {
  std::string text = {};

  void add(const std::string& path, std::string_view method, const std::string& operation) {
    text += (text.empty() ? "" : ",") + text_literal(path) + ":{" + text_literal(method) + ":" +
            operation + "}";
  }
};

void add_commands(Paths& paths, Schemas& schemas) {
  const std::string reply = schemas.schema(shape_of<Reply>());
  const std::string headers =
      "[" + parameter("Idempotency-Key", "header", true, R"({"type":"string"})") + "," +
      parameter("If-Match", "header", false, R"({"type":"string"})") + "]";
  for (const CommandContract& c : command_contracts()) {
    const std::string name(c.name);
    paths.add("/api/commands/" + name, "post",
              object({{"operationId", text_literal(name)},
                      {"tags", "[" + text_literal(name.substr(0, name.find('.'))) + "]"},
                      {"description", text_literal(roles_text(c.roles))},
                      {"parameters", headers},
                      {"requestBody", body(schemas.inline_record(*c.body))},
                      {"responses", answers("What was recorded.", reply)}}));
  }
}

void add_views(Paths& paths, Schemas& schemas) {
  for (const ViewContract& v : view_contracts()) {
    std::string query;
    for (const ShapeField& field : v.query->fields)
      query += (query.empty() ? "" : ",") +
               parameter(field.name, "query", !field.optional, schemas.schema(*field.shape));
    const std::string name(v.name);
    paths.add(
        "/api/views/" + name, "get",
        object({{"operationId", text_literal("view." + name)},
                {"tags", R"(["views"])"},
                {"description", text_literal(roles_text(v.roles))},
                {"parameters", "[" + query + "]"},
                {"responses", answers("The view, with its ETag.", schemas.schema(*v.result))}}));
  }
}

// The routes that are neither command nor view.
struct Plain {
  std::string_view path, method, says;
  const Shape* takes;
  const Shape* gives;
};

std::vector<Plain> plain_operations() {
  const Shape* session = &shape_of<Session>();
  return {
      {"/api/session", "get", "Who am I; nobody yet is an answer too.", nullptr, session},
      {"/api/session", "post", "Sign in.", &shape_of<SignIn>(), session},
      {"/api/session", "delete", "Sign out.", nullptr, nullptr},
      {"/api/enrol", "post", "First password, with a one-time code.", &shape_of<Enrol>(), session},
      {"/api/plan", "post", "Compute a plan; nothing is recorded.", &shape_of<PlanRequest>(),
       &shape_of<plan::PlanDocument>()},
      {"/api/what-if", "post", "Play variants of an outlet's day; nothing is recorded.",
       &shape_of<what_if::Question>(), &shape_of<what_if::Outlook>()},
      {"/api/import", "post", "Import a table: ?dry_run=true, ?partial=true.",
       &shape_of<ImportRequest>(), &shape_of<ImportReport>()},
      {"/api/evidence/{outlet}/{sha256}", "post",
       "Store a file of evidence: its bytes as the body; again changes nothing.", nullptr,
       &shape_of<EvidenceReceipt>()},
      {"/api/evidence/{outlet}/{sha256}", "get", "The file's bytes.", nullptr, nullptr},
      {"/api/changes", "get", "Server-sent events, each a Change.", nullptr, &shape_of<Change>()},
      {"/healthz", "get", "The process answers.", nullptr, nullptr},
      {"/readyz", "get", "The desk takes commands.", nullptr, nullptr}};
}

void add_plain(Paths& paths, Schemas& schemas, const std::vector<Plain>& operations) {
  std::string path, methods;
  const auto finish = [&] {
    if (!path.empty())
      paths.text += (paths.text.empty() ? "" : ",") + text_literal(path) + ":{" + methods + "}";
    methods.clear();
  };
  for (const Plain& p : operations) {
    if (p.path != path) finish(), path = p.path;
    std::string gives = p.gives ? schemas.schema(*p.gives) : "";
    std::string operation = "{" + text_literal("description") + ":" + text_literal(p.says);
    if (p.takes) operation += ",\"requestBody\":" + body(schemas.schema(*p.takes));
    operation += ",\"responses\":" + answers(std::string(p.says), gives) + "}";
    methods += (methods.empty() ? "" : ",") + text_literal(p.method) + ":" + operation;
  }
  finish();
}

}  // namespace

std::string openapi_contract() {
  Schemas schemas;
  Paths paths;
  for (const Shape* shape : shared_shapes()) schemas.schema(*shape);
  add_commands(paths, schemas);
  add_views(paths, schemas);
  add_plain(paths, schemas, plain_operations());
  const std::string problem = R"({"Problem":{"description":"Refused.","content":{)"
                              R"("application/problem+json":{"schema":)"
                              R"({"$ref":"#/components/schemas/Problem"}}}}})";
  return object(
      {{"openapi", R"("3.1.0")"},
       {"info", R"({"title":"Waystation","version":"0.1.0"})"},
       {"paths", "{" + paths.text + "}"},
       {"components", object({{"schemas", schemas.components()}, {"responses", problem}})}});
}

}  // namespace waystation::http
