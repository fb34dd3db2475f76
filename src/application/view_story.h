#pragma once
// The morning of 8 January 2021 for tests of the views: 向工街支行 has all that the gate asks for
// but the disinfection; its neighbour in the same seal has no plan; one outlet lies outside.
#include "application/views.h"
#include "domain/sealed_zone_story.h"

namespace waystation::view_story {

using namespace sealed_zone;

inline const PlanId plan_id{"P1"};
inline const VanId van_id{"SY-V01"};
inline const OutletId neighbour{"102221004221"};
inline const std::vector<PersonId> five{
    {"SY-S0101"}, {"SY-S0102"}, {"SY-S0103"}, {"SY-S0104"}, {"SY-S0105"}};

inline plan::OutletPlan outlet_plan() {
  using namespace plan;
  OutletPlan outlet;
  outlet.outlet = xianggong;
  outlet.verdict = Verdict::can_open;
  outlet.opens_on = eighth;
  outlet.windows = 1;
  outlet.crews.push_back({Team::a, {}});
  for (std::size_t i = 0; i < five.size(); ++i)
    outlet.crews[0].members.push_back({five[i], Post(i), Custody::none});
  for (int i = 0; i < 14; ++i) {
    OutletDay open;
    open.day = eighth + std::chrono::days(i);
    open.windows = 1;
    open.payout = yuan(120'000);
    open.float_left = yuan(600'000);
    outlet.days.push_back(open);
  }
  return outlet;
}

inline plan::PlanDocument document() {
  plan::PlanDocument document;
  document.zone = huanggu;
  document.from = eighth;
  document.days = 14;
  document.outlets = {outlet_plan(), {}};
  document.outlets[1].outlet = neighbour;
  document.flows = {{eighth, inside, xianggong, 40, 20}};
  document.van_runs = {{eighth, van_id, "塔湾街东卡口", {450}, {480}, {xianggong}}};
  return document;
}

inline disinfection::Recorded treated() {
  return full_round(xianggong);
}

inline Story with_people() {
  Story story = scene().and_then(outlet_registered(neighbour, inside), sealed());
  for (const auto& id : five) {
    if (id != resident) story = story.and_then(all_rounder(id, inside));
    story = story.and_then(quarantine::TestRecorded{id, morning, quarantine::TestResult::negative},
                           quarantine::CheckRecorded{id, {"36.5"}, false});
  }
  return story;
}

inline Story proposed() {
  return with_people().and_then(
      van::Registered{van_id, "辽A-示01", shenyang, yuan(5'000'000), 200},
      zone::GrantRecorded{huanggu, xianggong, "皇姑防指2021-1", "指挥部", ""},
      zone::PassRecorded{huanggu,
                         zone::PassKind::cash_van,
                         van_id.text,
                         "塔湾街东卡口",
                         {450},
                         {480},
                         eighth,
                         day("2021-01-21")},
      supply::Received{xianggong, supply::Item::suit, "S", 250, {}},
      supply::Received{xianggong, supply::Item::wipe, "W", 1250, {}},
      plan::Proposed{plan_id, document()});
}

inline Story approved() {
  return proposed().and_then(approval::Signed{plan_id, Level::outlet, ""},
                             approval::Signed{plan_id, Level::city, ""},
                             approval::Signed{plan_id, Level::province, ""});
}

inline Story opened() {
  return approved().and_then(treated(), outlet::Opened{xianggong, 1});
}

// A question of which one field is filled in.
template <class Query, class Field>
Query asking(Field Query::*field, const std::type_identity_t<Field>& value) {
  Query query;
  query.*field = value;
  return query;
}

// Who looks, and when; the standing is made from a story.
struct Seen {
  Standing standing;
  Time now = morning;
  Role role = Role::province_command;
  Scope scope = {};

  explicit Seen(const Story& story)
      : standing{.bank = story.bank, .versions = {}, .as_of_seq = 7, .as_of = morning} {}
  Seen by(Role as, Scope part) const {
    Seen other = *this;
    other.role = as, other.scope = std::move(part);
    return other;
  }
  Seen at(const char* rfc3339) const {
    Seen other = *this;
    other.now = time(rfc3339);
    return other;
  }
  Viewing viewing() const { return {standing, now, role, scope, nullptr}; }

  template <class Query> auto see(const Query& query) const {
    auto seen = waystation::view::see(viewing(), query);
    REQUIRE_MESSAGE(seen.has_value(), seen.error().code);
    CHECK(seen->as_of_seq == 7);
    return std::move(*seen);
  }
  template <class Query> std::string refused(const Query& query) const {
    const auto seen = waystation::view::see(viewing(), query);
    REQUIRE_MESSAGE(seen.has_error(), "was not refused");
    return seen.error().code;
  }
};

inline const Scope city_scope{shenyang, {}}, outlet_scope{shenyang, xianggong};

}  // namespace waystation::view_story
