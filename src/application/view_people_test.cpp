#include "application/journal_in_memory.h"
#include "application/view_reading.h"
#include "application/view_story.h"

using namespace waystation;
using namespace waystation::view_story;

namespace {

view::PersonRow row(const Seen& seen, const PersonId& id) {
  for (auto& row : seen.see(view::PeopleQuery{}).rows)
    if (row.person == id) return row;
  FAIL("nobody of that number");
  return {};
}

// Opens what the story sealed by hand, as the storage would.
struct Keys : JournalInMemory {
  std::optional<std::string> open(const PersonId&, std::string_view field,
                                  const Personal&) const override {
    return field == "full_name" ? "欧阳某" : "13812341234";
  }
};

}  // namespace

TEST_CASE("a manager sees whole names and half of a phone, others a family name and none") {
  const Seen seen(opened());
  CHECK(row(seen, resident).name == "王某");
  CHECK(row(seen, resident).phone == "024****0000");
  const Seen inspector = seen.by(Role::inspector, city_scope);
  CHECK(row(inspector, resident).name == "王*");
  CHECK_FALSE(row(inspector, resident).phone);
  CHECK_FALSE(inspector.see(view::PeopleQuery{}).names_open);
}

TEST_CASE("names are masked by letters, not by bytes") {
  CHECK(view::masked_name("张伟") == "张*");
  CHECK(view::masked_name("Li") == "L*");
  CHECK(view::masked_name("") == "");
  CHECK(view::masked_phone("13812345678") == "138****5678");
  CHECK(view::masked_phone("1234567") == "****");
}

TEST_CASE("a sealed name is opened with the person's key, and without it stays closed") {
  Story story = opened();
  story.bank.people.edit(resident).name = {"sealed", 3};
  const Seen seen(story);
  CHECK_FALSE(row(seen, resident).name);
  const Keys keys;
  const Viewing with_keys{seen.standing, morning, Role::city_command, city_scope, &keys};
  CHECK(view::name_seen(with_keys, resident, true) == "欧阳某");
  CHECK(view::name_seen(with_keys, resident, false) == "欧*");
  CHECK_FALSE(view::name_seen(with_keys, {"nobody"}, true));
}

TEST_CASE("an erased person is a number and nothing else") {
  const auto erased = row(Seen(opened().and_then(staff::Erased{resident})), resident);
  CHECK(erased.erased);
  CHECK_FALSE(erased.name);
  CHECK_FALSE(erased.phone);
  CHECK_FALSE(erased.fit);
  CHECK(erased.reasons == std::vector<std::string>{"fit.erased"});
}

TEST_CASE("a row says whether a person may work today, where they live and where they are posted") {
  const Seen seen(opened().and_then(quarantine::Started{
      commuter, quarantine::MeasureKind::central_quarantine, "14+7", eighth, day("2021-01-28")}));
  const auto fit = row(seen, resident);
  CHECK(fit.fit);
  CHECK(fit.zone == huanggu);
  CHECK(fit.residence_title == "塔湾社区");
  CHECK(fit.posted_to == xianggong);
  const auto unfit = row(seen, commuter);
  CHECK_FALSE(unfit.fit);
  CHECK(unfit.measure);
  CHECK_FALSE(unfit.zone);
  CHECK_FALSE(unfit.posted_to);
}

TEST_CASE("people are found by zone, outlet, fitness and offer to serve") {
  const Seen seen(opened().and_then(staff::Volunteered{resident, huanggu, eighth}));
  CHECK(seen.see(view::PeopleQuery{}).rows.size() == 6);
  CHECK(seen.see(asking(&view::PeopleQuery::zone, huanggu)).rows.size() == 5);
  CHECK(seen.see(asking(&view::PeopleQuery::outlet, elsewhere)).rows.empty());
  CHECK(seen.see(asking(&view::PeopleQuery::fit, false)).rows.size() == 1);
  CHECK(seen.see(asking(&view::PeopleQuery::volunteered, true)).rows.size() == 1);
  CHECK(seen.by(Role::outlet_manager, {shenyang, elsewhere}).see(view::PeopleQuery{}).rows.empty());
}
