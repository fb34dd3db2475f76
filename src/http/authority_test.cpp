// Every command × every role × own and other scope, generated: nobody reaches what is not theirs.
#include "http/contract.h"
#include "http/served_bank.h"

namespace waystation::http {

namespace {

// The smallest body that a command takes, about the things of one city.
std::string sample(const Shape& shape, std::string_view field) {
  switch (shape.kind) {
    case ShapeKind::text:
      if (field == "target") break;  // Of a pin: an outlet.
      return R"("x")";
    case ShapeKind::scope:
      return R"("SY")";
    case ShapeKind::truth:
      return "true";
    case ShapeKind::integer:
      return "1";
    case ShapeKind::money:
      return "0";
    case ShapeKind::time:
      return R"("2021-01-08T01:00:00Z")";
    case ShapeKind::day:
      return R"("2021-01-08")";
    case ShapeKind::time_of_day:
      return R"("09:00")";
    case ShapeKind::words:
      return '"' + shape.words.front() + '"';
    case ShapeKind::list:
      return "[]";
    case ShapeKind::map:
      return "{}";
    case ShapeKind::id:
      break;
    case ShapeKind::record: {
      std::string out;
      for (const ShapeField& f : shape.fields)
        if (!f.optional)
          out += (out.empty() ? "\"" : ",\"") + f.name + "\":" + sample(*f.shape, f.name);
      return "{" + out + "}";
    }
  }
  if (field.find("outlet") != field.npos || field == "granted" || field == "target")
    return '"' + std::string(ServedBank::outlet) + '"';
  if (field == "city") return R"("SY")";
  if (field == "van") return R"("SY-V01")";
  if (field == "zone") return R"("SY-Z1")";
  if (field == "person") return R"("SY-S0001")";
  return R"("new-one")";
}

// Where a role works: the province, the city, or the city's outlet.
std::string workplace(Role role, const std::string& city) {
  if (role == Role::province_command) return "";
  const Roles at_outlets = outlet_crew & ~command_centres;
  if (!(role_set(role) & at_outlets)) return city;
  return city + '/' + (city == ServedBank::city ? ServedBank::outlet : "102222000378");
}

struct Staffed : ServedBank {
  std::map<std::string, std::string> cookies;  // By role and scope.

  Staffed() {
    give("zone.add-community", R"({"community":"SY-C1","title":"社区","city":"SY",)"
                               R"("at":{"lon_e6":123400000,"lat_e6":41800000},)"
                               R"("position_source":"synthetic","people":1000,)"
                               R"("card_customers":100,"elderly_permille":200})");
    give("zone.seal", R"({"zone":"SY-Z1","title":"管控区","city":"SY","scheme":"2021",)"
                      R"("kind":"key_control_area","outline":[],"communities":["SY-C1"]})");
    give("outlet.register",
         R"({"outlet":"102222000378","title":"大连支行","city":"DL","district":"","address":"",)"
         R"("at":{"lon_e6":121600000,"lat_e6":38900000},"position_source":"synthetic",)"
         R"("kind":"sub_branch","windows":2,"machines":1,"lobby_m2":80,"seats":12,)"
         R"("opens":"09:00","closes":"16:30","cash_float":0,"cash_limit":100000000})");
    give("staff.register", R"({"person":"SY-S0001","full_name":"某人","phone":"1","skills":[],)"
                           R"("home_outlet":"102221004264","household":""})");
    give("van.register",
         R"({"van":"SY-V01","plate":"辽A-示01","city":"SY","carry_limit":100000000,)"
         R"("suits_capacity":100})");
    for (const Role role : roles_in(everyone))
      for (const char* scope : {"SY", "DL"}) {
        const std::string name = std::string(name_of(role)) + "-" + scope;
        account(name, role, workplace(role, scope));
        cookies[name] = cookie_of(name);
      }
  }
  std::string outcome(const CommandContract& command, Role role, const std::string& scope) {
    const Response response =
        post("/api/commands/" + std::string(command.name), sample(*command.body, ""),
             cookies[std::string(name_of(role)) + "-" + scope]);
    return response.status == 200 ? "accepted" : code_in(response);
  }
};

}  // namespace

TEST_CASE("a role without the right is refused for every command, in its own city too") {
  Staffed bank;
  const auto before = bank.desk.standing()->as_of_seq;
  for (const CommandContract& command : command_contracts())
    for (const Role role : roles_in(everyone & ~command.roles)) {
      const std::string outcome = bank.outcome(command, role, "SY");
      CHECK_MESSAGE(outcome == "authority.role", command.name, " ", name_of(role));
    }
  CHECK(bank.desk.standing()->as_of_seq == before);
}

TEST_CASE("a command about another city is refused for every role, as if nothing were there") {
  Staffed bank;
  const auto before = bank.desk.standing()->as_of_seq;
  for (const CommandContract& command : command_contracts())
    for (const Role role : roles_in(everyone & ~province_only)) {
      const std::string outcome = bank.outcome(command, role, "DL");
      const bool right = command.roles & role_set(role);
      // A plan that is not there has no scope.
      if (right && command.name.starts_with("approval.")) {
        CHECK(outcome == "plan.unknown");
        continue;
      }
      // Everybody reads at their own place, wherever that is.
      if (command.name == "directive.acknowledge") {
        CHECK(outcome == "directive.unknown");
        continue;
      }
      CHECK_MESSAGE(outcome == (right ? "authority.scope" : "authority.role"), command.name, " ",
                    name_of(role));
    }
  CHECK(bank.desk.standing()->as_of_seq == before);
}

TEST_CASE("with the right role in the own city it is never authority that refuses") {
  Staffed bank;
  // Asked of the whole province: nothing that a city may do.
  const std::vector<std::string> provincial = {
      "account.disable",           "checklist.publish", "city.add",        "directive.publish",
      "directive.record-training", "policy.change",     "policy.withdraw", "plan.unpin"};
  const std::vector<std::string> of_a_run = {"van-run.cancel", "van-run.depart",
                                             "van-run.pass-gate", "van-run.return",
                                             "van-run.turn-back"};
  const std::vector<std::string_view> of_a_part = {"backup.", "duty.", "daily-report.",
                                                   "incident.raise"};
  for (const CommandContract& command : command_contracts()) {
    if (std::ranges::find(provincial, command.name) != provincial.end()) continue;
    for (const Role role : roles_in(command.roles)) {
      // The sample speaks of the city's own posts, which are no outlet's.
      if (std::ranges::any_of(of_a_part,
                              [&](auto room) { return command.name.starts_with(room); }) &&
          !(role_set(role) & command_centres))
        continue;
      const std::string outcome = bank.outcome(command, role, "SY");
      // A run or an incident that is not there is in nobody's city.
      if (std::ranges::find(of_a_run, command.name) != of_a_run.end()) {
        const bool of_all = role == Role::province_command;
        CHECK(outcome == (of_all ? "van-run.unknown" : "authority.scope"));
        continue;
      }
      if (command.name.starts_with("incident.") && command.name != "incident.raise") {
        const bool of_all = role == Role::province_command;
        CHECK_MESSAGE(outcome == (of_all ? "incident.unknown" : "authority.scope"), command.name,
                      " ", outcome);
        continue;
      }
      CHECK_MESSAGE(!outcome.starts_with("authority."), command.name, " ", name_of(role), " ",
                    outcome);
    }
  }
}

TEST_CASE("a machine of an outlet has its one right and no other") {
  Staffed bank;
  const std::string place = std::string("SY/") + ServedBank::outlet;
  for (const Role role : {Role::hall_display, Role::door_counter, Role::device}) {
    const std::string name = std::string(name_of(role)) + "-SY";
    bank.account(name, role, place);
    bank.cookies[name] = bank.cookie_of(name);
    for (const CommandContract& command : command_contracts()) {
      const bool right = command.roles & role_set(role);
      const bool counts = command.name == "lobby.enter" || command.name == "lobby.leave";
      const bool reports = command.name == "machine.report";
      CHECK(right == ((role == Role::door_counter && counts) || (role == Role::device && reports)));
      if (!right) CHECK(bank.outcome(command, role, "SY") == "authority.role");
    }
    for (const ViewContract& view : view_contracts()) {
      const Response seen = bank.get("/api/views/" + std::string(view.name), bank.cookies[name]);
      const bool own = role == Role::hall_display && view.name == "queue";
      CHECK_MESSAGE((code_in(seen) == "authority.role") == !own, view.name, " ", code_in(seen));
    }
  }
}

TEST_CASE("a view is refused to roles that may not see it") {
  Staffed bank;
  for (const ViewContract& view : view_contracts())
    for (const Role role : roles_in(everyone)) {
      const Response response = bank.get("/api/views/" + std::string(view.name),
                                         bank.cookies[std::string(name_of(role)) + "-SY"]);
      const bool right = view.roles & role_set(role);
      CHECK_MESSAGE((code_in(response) == "authority.role") == !right, view.name, " ",
                    name_of(role), " ", code_in(response));
    }
}

}  // namespace waystation::http
