#include "application/standing_state.h"

#include "application/upcast.h"
#include "core/shape.h"

namespace waystation {

// Raise it when apply() of an event changes what an old entry means for the state.
static constexpr int state_revision = 1;

struct StoredStanding {
  Bank bank;
  Table<std::string, std::int64_t> versions;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(StoredStanding, (), (bank, versions, as_of_seq, as_of))

void apply_entry(Standing& standing, const Entry& entry, json::Parser& parser) {
  const Happening happening = read_event(entry, parser);
  happening.row->apply(happening.event.get(), standing.bank, {entry.at, {entry.actor}});
  standing.versions.edit(entry.stream) = entry.version;
  standing.as_of_seq = entry.seq;
  standing.as_of = entry.at;
}

static void replay_from(Journal& journal, Standing& standing) {
  json::Parser parser;
  journal.replay(standing.as_of_seq + 1, journal.head(),
                 [&](const Entry& entry) { apply_entry(standing, entry, parser); });
}

std::string state_shape() {
  return std::to_string(state_revision) + ' ' + shape<StoredStanding>();
}

std::string state_text(const Standing& s) {
  return to_json(StoredStanding{s.bank, s.versions, s.as_of_seq, s.as_of});
}

Standing replay_standing(Journal& journal) {
  Standing standing;
  replay_from(journal, standing);
  return standing;
}

Standing load_standing(Journal& journal) {
  Standing standing;
  if (const auto cached = journal.load_state(state_shape())) {
    const auto stored = from_json<StoredStanding>(cached->state, json::From::log);
    if (stored && stored->as_of_seq == cached->seq)
      standing = {stored->bank, stored->versions, stored->as_of_seq, stored->as_of};
  }
  replay_from(journal, standing);
  return standing;
}

void save_standing(Journal& journal, const Standing& standing) {
  journal.save_state(standing.as_of_seq, state_shape(), state_text(standing));
}

Standing standing_at(Journal& journal, std::optional<Time> until,
                     std::optional<std::int64_t> to_seq) {
  Standing standing;
  json::Parser parser;
  bool past = false;
  journal.replay(1, std::min(journal.head(), to_seq.value_or(INT64_MAX)), [&](const Entry& entry) {
    past |= until && entry.at > *until;
    if (!past) apply_entry(standing, entry, parser);
  });
  return standing;
}

}  // namespace waystation
