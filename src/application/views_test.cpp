#include "application/views.h"

#include "application/view_story.h"

using namespace waystation;
using namespace waystation::view_story;

namespace {

Decision<std::string> ask(const Seen& seen, const char* view, const QueryText& query) {
  const auto* row = view_named(view);
  REQUIRE(row);
  return row->see(seen.viewing(), query);
}

std::string code(const Seen& seen, const char* view, const QueryText& query) {
  const auto answer = ask(seen, view, query);
  REQUIRE_MESSAGE(answer.has_error(), *answer);
  return answer.error().code;
}

}  // namespace

TEST_CASE("every view is found by its name and answers JSON that reads back") {
  const Seen seen(opened());
  std::map<std::string_view, QueryText> asked{
      {"zone", {{"zone", huanggu.text}}},
      {"plan", {{"plan", plan_id.text}}},
      {"incident.list", {{"closed", "false"}}},
      {"report-facts",
       {{"outlet", xianggong.text}, {"day", "2021-01-08"}, {"figure", "tickets_taken"}}}};
  for (const auto* name : {"outlet", "queue", "appointments", "checklist", "team", "rounds",
                           "shelf", "cash-outlet", "cash-runway-outlet", "cash-day", "van-stops"})
    asked[name] = {{"outlet", xianggong.text}};
  // Here is neither a bag nor a van's run: their own tests see those.
  const std::map<std::string_view, QueryText> absent{{"cash-bag", {{"bag", "102221004264-1"}}},
                                                     {"van-run", {{"run", "V1"}}},
                                                     {"incident.page", {{"incident", "I1"}}}};
  each_type<Views>([&]<class View> {
    if (!(View::roles & role_set(seen.viewing().role))) {  // A crew's telephone alone.
      CHECK(code(seen, View::name, {{"account", "SY-crew"}}) == "authority.role");
      return;
    }
    if (const auto none = absent.find(View::name); none != absent.end()) {
      CHECK(code(seen, none->first.data(), none->second).ends_with("unknown"));
      return;
    }
    const auto query = asked.find(View::name);
    const auto answer = ask(seen, View::name, query == asked.end() ? QueryText{} : query->second);
    REQUIRE_MESSAGE(answer.has_value(), std::string(View::name), " ",
                    answer.has_error() ? answer.error().code : "");
    const auto back = from_json<View>(*answer);
    REQUIRE_MESSAGE(back.has_value(), View::name);
    CHECK(to_json(*back) == *answer);
  });
  for (const auto& row : all_views()) CHECK(view_named(row.name) == &row);
  CHECK_FALSE(view_named("secrets"));
}

TEST_CASE("a question is understood whole or not at all") {
  const Seen seen(opened());
  CHECK(code(seen, "outlets", {{"colour", "red"}}) == "view.unknown-parameter");
  CHECK(code(seen, "outlet", {}) == "view.parameter-missing");
  CHECK(code(seen, "outlet", {{"outlet", xianggong.text}, {"windows", "two"}}) ==
        "view.parameter-malformed");
  CHECK(code(seen, "timeline", {{"day", "2021-02-30"}}) == "view.parameter-malformed");
  CHECK(code(seen, "people", {{"fit", "perhaps"}}) == "view.parameter-malformed");
  CHECK(code(seen, "outlets", {{"shown_state", "shut"}}) == "view.parameter-malformed");
  CHECK(ask(seen, "outlets", {{"search", "\"向工\\"}}).has_value());
  CHECK(ask(seen, "timeline", {{"day", "2021-01-08"}, {"scope", "SY"}}).has_value());
  CHECK(ask(seen, "outlet", {{"outlet", xianggong.text}, {"windows", "2"}}).has_value());
  CHECK(ask(seen, "people", {{"fit", "true"}}).has_value());
}

TEST_CASE("a refusal of a question names its key") {
  const auto no = ask(Seen(opened()), "timeline", {{"day", "soon"}}).error();
  CHECK(no.where == "day");
}

TEST_CASE("a view keeps to the viewer's role and scope") {
  const Seen seen(opened());
  const Seen teller = seen.by(Role::teller, outlet_scope);
  CHECK(code(teller, "people", {}) == "authority.role");
  CHECK(code(teller, "accounts", {}) == "authority.role");
  CHECK(code(teller, "board", {{"scope", "SY"}}) == "authority.scope");
  CHECK(code(teller, "outlet", {{"outlet", elsewhere.text}}) == "authority.scope");
  CHECK(code(teller, "outlet", {{"outlet", "?"}}) == "outlet.unknown");
  CHECK(ask(teller, "outlet", {{"outlet", xianggong.text}}).has_value());
  const Seen dalian = seen.by(Role::city_command, {{"DL"}, {}});
  for (const auto* view : {"board", "map", "worklist", "timeline", "outlets", "people", "zones"})
    CHECK_MESSAGE(code(dalian, view, {{"scope", "SY"}}) == "authority.scope", view);
  CHECK(code(dalian, "zone", {{"zone", huanggu.text}}) == "authority.scope");
  CHECK(code(dalian, "plan", {{"plan", plan_id.text}}) == "plan.unknown");
  CHECK(code(dalian, "zone", {{"zone", "?"}}) == "zone.unknown");
}
