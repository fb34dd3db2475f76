#pragma once
// What the room of checklists holds: of each outlet its last days, each with the last answer to
// every item, what an upper level overrode, and who signed. A day begins clean. Every answer stays
// in the log, also one that a later answer corrected.
#include "domain/checklist_template.h"

namespace waystation::checklist {

BOOST_DEFINE_ENUM_CLASS(Verdict, pass, fail, cannot, not_applicable)

struct Answer {
  Verdict verdict = Verdict::pass;
  std::optional<std::int64_t> value;
  std::string note;
  std::vector<std::string> evidence;  // SHA-256 of stored files.
  Time at;                            // When it was so, not when it was recorded.
  AccountId by;
  std::int32_t times = 0;  // How often the item was answered this day.
};
BOOST_DESCRIBE_STRUCT(Answer, (), (verdict, value, note, evidence, at, by, times))

struct Waiver {
  std::string reason;
  Level level = Level::city;
  Time at;
  AccountId by;
};
BOOST_DESCRIBE_STRUCT(Waiver, (), (reason, level, at, by))

// What the system knew when the phase was signed.
struct KnownAnswer {
  ItemId item;
  bool met = false;
};
BOOST_DESCRIBE_STRUCT(KnownAnswer, (), (item, met))

struct Signature {
  Phase phase = Phase::before_opening;
  Time at;
  AccountId by;
  std::vector<KnownAnswer> known;
};
BOOST_DESCRIBE_STRUCT(Signature, (), (phase, at, by, known))

struct OutletDay {
  Table<ItemId, Answer> answers;
  Table<ItemId, Waiver> waivers;
  std::vector<Signature> signatures;
  std::vector<std::string> left_open;  // By item, when the outlet closed.
};
BOOST_DESCRIBE_STRUCT(OutletDay, (), (answers, waivers, signatures, left_open))

// As far back as any policy lets a late entry reach, and today; older days are in the log.
inline constexpr std::size_t days_kept = 8;
struct Days {
  Table<std::string, OutletDay> by_day;
};
BOOST_DESCRIBE_STRUCT(Days, (), (by_day))
using Checklists = Table<OutletId, Days>;

const OutletDay* day_of(const Bank&, const OutletId&, Day);
const Signature* signature_of(const OutletDay*, Phase);
// For apply(): the day to change; makes room for it.
OutletDay& touch(Checklists&, const OutletId&, Day);
void withdraw_signature(OutletDay&, Phase);

}  // namespace waystation::checklist
