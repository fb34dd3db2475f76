#include "application/view_machines.h"

#include "application/view_story.h"
#include "application/view_worklist.h"
#include "domain/machine_story.h"

using namespace waystation;
using namespace waystation::view_story;
using machine::story::recycler;

namespace {

Seen seen(const cash::story::Days& days, std::chrono::microseconds later = {}) {
  return Seen(Story{days.bank(), {}})
      .at(to_local_text(days.now() + later, "Asia/Shanghai").c_str());
}

// The items that machines raise, of a scope of the whole province.
std::vector<view::WorkCode> raised(const Seen& seen) {
  std::vector<view::WorkCode> out;
  for (const auto& item : seen.see(view::WorklistQuery{}).items)
    if (name_of(item.code).starts_with("machine_")) out.push_back(item.code);
  return out;
}

bool raises(const Seen& seen, view::WorkCode code) {
  const auto codes = raised(seen);
  return std::ranges::find(codes, code) != codes.end();
}

}  // namespace

TEST_CASE("the page of machines says what each serves and what lies in it against its floor") {
  const auto days = machine::story::paying_out();
  const auto view = seen(days).see(view::MachinesQuery{{}, xianggong});
  REQUIRE(view.sites.size() == 1);
  const auto& site = view.sites[0];
  CHECK(site.sealed);
  CHECK(site.pays_out);
  CHECK(!site.takes_in);
  REQUIRE(site.machines.size() == 1);
  const auto& row = site.machines[0];
  CHECK(row.mode == machine::Mode::withdraw_only);
  CHECK(row.serves);
  CHECK(row.amount == yuan(50'000));
  CHECK(row.cassettes[1].held == 500);
  CHECK(row.cassettes[1].floor == 300);
  CHECK(!row.cassettes[1].low);
  CHECK(row.settle_due == morning + std::chrono::hours{84});
  CHECK(!row.settle_overdue);
}

TEST_CASE("an outlet without machines is shown empty, and what lies outside is not shown") {
  const Seen all = seen(cash::story::Days{});
  CHECK(all.see(view::MachinesQuery{{}, xianggong}).sites[0].machines.empty());
  CHECK(all.see(view::MachinesQuery{}).sites.empty());
  CHECK(all.refused(view::MachinesQuery{{}, OutletId{"102221000000"}}) == "outlet.unknown");
  const Seen other = all.by(Role::teller, {shenyang, elsewhere});
  CHECK(other.refused(view::MachinesQuery{{}, xianggong}) == "authority.scope");
}

TEST_CASE("what may be loaded, and what waits, is shown to those who handle cash") {
  auto days = machine::story::to_load();
  days.give(cash::story::teller, machine::story::load_of());
  const Seen all = seen(days);
  const auto site = all.see(view::MachinesQuery{{}, xianggong}).sites[0];
  REQUIRE(site.bags.size() == 1);
  CHECK(site.bags[0].notes == 500);
  REQUIRE(site.waiting.size() == 1);
  CHECK(site.waiting[0].deed.kind == cash::DeedKind::machine_load);
  const Seen guide = all.by(Role::lobby_guide, outlet_scope);
  CHECK(guide.see(view::MachinesQuery{{}, xianggong}).sites[0].bags.empty());
  CHECK(guide.see(view::MachinesQuery{{}, xianggong}).sites[0].waiting.empty());
}

TEST_CASE("settling and the floor of a dated policy are raised by time alone") {
  auto days = machine::story::paying_out();
  days.happened(policy::Changed{policy::Key::cassette_floor_percent,
                                {},
                                xianggong,
                                eighth + std::chrono::days{1},
                                {30, policy::Grade::G, "order"}});
  CHECK(raised(seen(days)).empty());
  CHECK(raises(seen(days, std::chrono::days{1}), view::WorkCode::machine_cassette_low));
  CHECK(!raises(seen(days, std::chrono::hours{60}), view::WorkCode::machine_settle_due));
  CHECK(raises(seen(days, std::chrono::hours{80}), view::WorkCode::machine_settle_due));
}

TEST_CASE("a full cassette, a difference and another mode than ordered are raised") {
  auto days = machine::story::taking_in();
  days.give(machine::story::sensor,
            machine::story::reading(1'900, 1'899, 0, 0, machine::Mode::recycling));
  const Seen all = seen(days);
  CHECK(raises(all, view::WorkCode::machine_cassette_full));
  CHECK(raises(all, view::WorkCode::machine_difference));
  CHECK(raises(all, view::WorkCode::machine_mode_drift));
  CHECK(!raises(all, view::WorkCode::machine_mode_forbidden));
  const auto row = all.see(view::MachinesQuery{{}, xianggong}).sites[0].machines[0];
  CHECK(row.drifts);
  CHECK(row.cassettes[0].difference->notes == -1);
}

TEST_CASE("of two machines that no longer serve a line, the line is raised") {
  auto days = machine::story::taking_in();
  days.give(cash::story::manager, machine::story::an_atm());
  CHECK(raises(seen(days), view::WorkCode::machine_line_unserved));
}

TEST_CASE("a machine that recycled when the seal came is an alarm until it is switched") {
  cash::story::Days days(given(city::Added{shenyang, "沈阳市", "Asia/Shanghai"},
                               community(inside, "塔湾社区"),
                               outlet_registered(xianggong, inside)));
  days.give(cash::story::manager, machine::story::a_recycler());
  days.agree(cash::story::teller, cash::story::second,
             machine::story::to("m", machine::Mode::recycling));
  days.happened(sealed());
  CHECK(raises(seen(days), view::WorkCode::machine_mode_forbidden));
  days.agree(cash::story::teller, cash::story::second,
             machine::story::to("n", machine::Mode::deposit_only));
  CHECK(!raises(seen(days), view::WorkCode::machine_mode_forbidden));
}
