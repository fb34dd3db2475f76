#pragma once
// Runway 备付: how long the clean cash of an outlet lasts, and how likely it runs out before the
// next van. Planned on gross payouts: what customers pay in is no supply until its hold is over and
// two people have released it (PBoC, 15 February 2020: 14 days in a key area, else 7), and what
// comes from a special source never is.
//     run out by t  when  payouts from now to t  >  clean now + what became money again by t
// The payouts are a forecast, given as a Profile, so that a better one can take its place; the
// chance is that of domain/cash_runway_chance.h, with
//     variance(t) = payment × mean(t) + dispersion² × Σ over days (mean of that day up to t)²
// Where a bag becomes money again between now and t, the chance shown is the largest up to then:
// the right one without such a bag, and never too large with one.
#include <optional>
#include <vector>

#include "core/time.h"
#include "domain/cash_bag.h"
#include "domain/cash_runway_chance.h"

namespace waystation::cash {

// What the forecast rests on: the ledger's own days, the plan in force, what the outlet declared.
BOOST_DEFINE_ENUM_CLASS(ForecastBasis, ledger, plan, declared, none)

// What is expected to be paid out in a quarter of an hour, or in what is left of it.
struct PayoutSlot {
  Time ends;
  std::int32_t day = 0;  // Slots of one day have one number; later days larger ones.
  Fen payout;
};

struct Profile {
  ForecastBasis basis = ForecastBasis::none;
  std::vector<PayoutSlot> slots;  // By time; none where nothing is paid out.
  Fen payment;                    // Σ payments² ÷ Σ payments: what one weighs in the variance.
  std::int64_t dispersion_basis_points = 0;
};

// A bag whose hold ends within the time that is looked at.
struct Becoming {
  Time at;
  Fen amount;
  BagId bag;
};
BOOST_DESCRIBE_STRUCT(Becoming, (), (at, amount, bag))

struct Supply {
  Fen clean;
  std::vector<Becoming> becoming;  // By time.
};

// One step of the curve.
struct RunwayPoint {
  Time at;
  Fen payout;  // Expected from now until then.
  Fen supply;  // Clean now and become so by then.
  std::int32_t risk_basis_points = 0;
};
BOOST_DESCRIBE_STRUCT(RunwayPoint, (), (at, payout, supply, risk_basis_points))

// Prepared once, asked often. O(slots) to make.
class Runway {
 public:
  Runway(const Supply&, const Profile&);

  // That the cash has run out by then; after the last slot, as at the last. O(becoming + log
  // slots).
  std::int32_t risk_by(Time) const;
  // The first quarter's end at which it has run out with at least this chance; now where there is
  // no clean cash. O(becoming × log slots).
  std::optional<Time> first_at(std::int32_t basis_points, Time now) const;
  // The clean cash now with which it runs out by then with no more than this chance, if nothing
  // becomes money again in between. O(log slots).
  Fen reserve_until(Time, std::int32_t left_over_basis_points) const;
  Fen expected_until(Time) const;
  std::vector<RunwayPoint> curve() const;

 private:
  struct Step {
    Time at;
    Fen mean;
    WideFen squares = 0;  // Σ over days (mean of the day up to here)².
  };
  // Slots between two changes of the supply, of which all have one.
  struct Stretch {
    std::size_t from = 0, to = 0;
    Fen supply;
  };
  std::size_t before(Time) const;  // Slots that have ended by then.
  Spread spread(std::size_t slots) const;
  std::int32_t risk_of(std::size_t slot, const Stretch&) const;

  std::vector<Step> steps_;
  std::vector<Stretch> stretches_;
  Fen clean_;
  std::int64_t payment_ = 0, dispersion_ = 0;
};

}  // namespace waystation::cash
