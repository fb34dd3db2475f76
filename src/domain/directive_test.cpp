#include "domain/directive.h"

#include "domain/sealed_zone_story.h"

namespace waystation::directive {

using namespace sealed_zone;

namespace {

const DirectiveId rule{"quarantine-rule"};
const AccountId teller_account{"SY-4264-teller"}, manager_account{"SY-4264-manager"};

Publish publish(std::string text = "员工不进不出，一人一档。") {
  return {rule, Kind::quarantine_rule, "隔离规定", "Quarantine rule", std::move(text), "", 2, true};
}

Published published(std::int64_t version = 1) {
  const auto c = publish();
  return {c.directive, version,   c.kind,         c.title_zh, c.title_en,
          c.text_zh,   c.text_en, c.days_to_read, c.to_master};
}

account::Created person(const AccountId& id, Role role) {
  return {id, "柜员", role, {shenyang, xianggong}};
}

Stamp as(const AccountId& id, Role role) {
  return {{morning, id}, role, {shenyang, xianggong}};
}

Story crew() {
  return scene().and_then(person(teller_account, Role::teller),
                          person(manager_account, Role::outlet_manager), published());
}

Story as_teller() {
  return crew().by(as(teller_account, Role::teller));
}

Story as_manager_of_reader() {
  return as_teller().and_then(Acknowledged{rule, 1}).by(as(manager_account, Role::outlet_manager));
}

}  // namespace

TEST_CASE("a new version asks everybody again, and what was read stays on record") {
  crew().when(publish()).then(published(2));
  const auto read = as_teller().and_then(Acknowledged{rule, 1});
  CHECK(has_read(read.bank, teller_account, rule));
  const auto again = read.by(province).and_then(published(2));
  CHECK_FALSE(has_read(again.bank, teller_account, rule));
  CHECK(learnt_of(again.bank, teller_account, rule)->read == 1);
}

TEST_CASE("a directive has a title, a text of some length, and days to read it in") {
  Publish c = publish("");
  scene().when(c).refused("directive.text-empty");
  scene().when(publish(std::string(longest_text + 1, 'x'))).refused("directive.too-long");
  c = publish(), c.title_en.clear();
  scene().when(c).refused("directive.title-empty");
  c = publish(), c.title_zh = std::string(longest_title + 1, 'x');
  scene().when(c).refused("directive.too-long");
  c = publish(), c.days_to_read = longest_reading_days + 1;
  scene().when(c).refused("directive.days-out-of-range");
  c = publish(), c.kind = Kind::guidance;
  crew().when(c).refused("directive.other-kind");
  Story full = scene();
  for (std::size_t i = 0; i < most_directives; ++i) {
    auto e = published();
    e.directive.text = "d" + std::to_string(i);
    full = full.and_then(e);
  }
  full.when(publish()).refused("directive.too-many");
}

TEST_CASE("only the province issues a directive") {
  as_teller().when_asked(publish()).refused("authority.role");
}

TEST_CASE("everybody reads for themselves, the newest version, once") {
  as_teller().when_asked(Acknowledge{rule, 1}).then(Acknowledged{rule, 1});
  as_teller().when(Acknowledge{rule, 2}).refused("directive.not-newest");
  as_teller().when(Acknowledge{{"none"}, 1}).refused("directive.unknown");
  as_teller()
      .and_then(Acknowledged{rule, 1})
      .when(Acknowledge{rule, 1})
      .refused("directive.already-read");
  crew().by(as({"nobody"}, Role::teller)).when(Acknowledge{rule, 1}).refused("account.unknown");
}

TEST_CASE("whoever has read is tested by somebody else") {
  const RecordTraining passed{teller_account, rule, 1};
  as_manager_of_reader().when_asked(passed).then(TrainingRecorded{teller_account, rule, 1});
  crew().by(as(manager_account, Role::outlet_manager)).when(passed).refused("directive.not-read");
  as_teller().when(passed).refused("directive.own-training");
  as_manager_of_reader().when(RecordTraining{{"nobody"}, rule, 1}).refused("account.unknown");
  as_manager_of_reader()
      .when(RecordTraining{teller_account, rule, 3})
      .refused("directive.not-newest");
  const auto mastered = as_manager_of_reader().and_then(TrainingRecorded{teller_account, rule, 1});
  mastered.when(passed).refused("directive.already-mastered");
  CHECK(is_done(mastered.bank, teller_account, rule));
  CHECK_FALSE(is_done(as_manager_of_reader().bank, teller_account, rule));
}

TEST_CASE("the province wrote it; machines cannot read") {
  CHECK(must_read({"柜员", Role::teller, {shenyang, xianggong}}));
  CHECK_FALSE(must_read({"柜员", Role::teller, {shenyang, xianggong}, true}));
  CHECK_FALSE(must_read({"大屏", Role::hall_display, {shenyang, xianggong}}));
  CHECK_FALSE(must_read({"省行", Role::province_command, {}}));
}

}  // namespace waystation::directive
