#include "application/view_directives.h"

#include "application/view_story.h"
#include "domain/sealed_zone_story.h"

using namespace waystation;
using namespace waystation::view_story;
using namespace waystation::sealed_zone;

namespace {

const directive::DirectiveId rule{"quarantine-rule"};
const AccountId teller_account{"SY-4264-teller"}, city_account{"SY-command"};

Story issued() {
  return scene().and_then(
      account::Created{teller_account, "柜员", Role::teller, {shenyang, xianggong}},
      account::Created{city_account, "沈阳分行", Role::city_command, {shenyang, {}}},
      account::Created{{"LN"}, "省行", Role::province_command, {}},
      directive::Published{rule, 1, directive::Kind::quarantine_rule, "隔离规定", "Quarantine rule",
                           "一人一档。", "", 2, true});
}

view::DirectiveRow row(const Story& story, const view::DirectivesQuery& query = {}) {
  const auto view = Seen(story).see(query);
  REQUIRE(view.directives.size() == 1);
  return view.directives[0];
}

}  // namespace

TEST_CASE("a directive counts who must read it, who has, and who is outstanding") {
  const auto before = row(issued());
  CHECK(before.readers == 2);
  CHECK(before.read == 0);
  CHECK(before.outstanding.size() == 2);
  CHECK(before.due == morning + std::chrono::days{2});
  CHECK_FALSE(before.overdue);
  const auto read = issued()
                        .by({{morning, teller_account}, Role::teller, {shenyang, xianggong}})
                        .and_then(directive::Acknowledged{rule, 1});
  CHECK(row(read).read == 1);
  CHECK(row(read).outstanding.size() == 2);  // Read is not mastered.
  const auto mastered =
      read.by(province).and_then(directive::TrainingRecorded{teller_account, rule, 1});
  CHECK(row(mastered).mastered == 1);
  CHECK(row(mastered).outstanding.size() == 1);
}

TEST_CASE("an account is told its own part, and no account outside the scope") {
  const auto mine = row(issued(), {{}, teller_account});
  CHECK(mine.mine);
  CHECK_FALSE(mine.read_by_me);
  CHECK(row(issued(), {Scope{shenyang, xianggong}, {}}).readers == 1);
  const Seen teller = Seen(issued()).by(Role::teller, {shenyang, xianggong});
  CHECK(teller.refused(view::DirectivesQuery{{}, city_account}) == "authority.scope");
  CHECK(teller.see(view::DirectivesQuery{}).directives[0].readers == 1);
}

TEST_CASE("what is not read in time is overdue") {
  const auto late = Seen(issued()).at("2021-01-11T08:00:00+08:00").see(view::DirectivesQuery{});
  CHECK(late.directives[0].overdue);
}
