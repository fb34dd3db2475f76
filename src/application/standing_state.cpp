#include "application/standing_state.h"

#include <charconv>

#include "application/upcast.h"
#include "core/shape.h"

namespace waystation {

// Raise it when apply() of an event changes what an old entry means for the state.
static constexpr int state_revision = 2;

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

static StoredStanding stored(const Standing& s) {
  return {s.bank, s.versions, s.as_of_seq, s.as_of};
}

std::string state_text(const Standing& s) {
  return to_json(stored(s));
}

// ---- In pieces. The first line is the state with its tables empty; then follows one line for each
// entry of a table: the table's place in the description, and the entry as a table of one.

template <class T> static void each_table(T& x, const auto& visit) {
  using Plain = std::remove_const_t<T>;
  if constexpr (Map<Plain>)
    visit(x);
  else if constexpr (Record<Plain>)
    each_field<Plain>([&](std::string_view, auto field) { each_table(x.*field, visit); });
}

void write_state(const Standing& standing, const Journal::Put& put) {
  StoredStanding rest = stored(standing);
  each_table(rest, [](auto& table) { table = {}; });
  put(to_json(rest) + '\n');
  const StoredStanding whole = stored(standing);
  int place = 0;
  each_table(whole, [&](const auto& table) {
    for (const auto& [key, value] : table) {
      std::remove_cvref_t<decltype(table)> one;
      one.edit(key) = value;
      put(std::to_string(place) + ' ' + to_json(one) + '\n');
    }
    ++place;
  });
}

namespace {

class StateLines {
 public:
  explicit StateLines(std::string_view text) : text_(text) {}

  std::optional<Standing> read() {
    const auto first = from_json<StoredStanding>(line(), json::From::log);
    if (!first) return {};
    StoredStanding out = *first;
    int place = 0;
    bool good = true;
    read_place();
    each_table(out, [&](auto& table) {
      while (good && place_ == place) good = add(table);
      ++place;
    });
    if (!good || !text_.empty() || place_ >= 0) return {};
    return Standing{out.bank, out.versions, out.as_of_seq, out.as_of};
  }

 private:
  std::string_view line() {
    const auto end = std::min(text_.find('\n'), text_.size());
    const auto out = text_.substr(0, end);
    text_.remove_prefix(std::min(end + 1, text_.size()));
    return out;
  }
  // Of the next line; -1 at the end.
  void read_place() {
    place_ = -1;
    const auto read = std::from_chars(text_.data(), text_.data() + text_.size(), place_);
    text_.remove_prefix(std::size_t(read.ptr - text_.data()));
  }
  bool add(auto& table) {
    const auto one = from_json<std::remove_cvref_t<decltype(table)>>(line(), json::From::log);
    if (!one) return false;
    for (const auto& [key, value] : *one) table.edit(key) = value;
    read_place();
    return true;
  }

  std::string_view text_;
  int place_ = -1;
};

}  // namespace

std::optional<Standing> read_state(std::string_view text) {
  return StateLines(text).read();
}

bool same_state(const Standing& a, const Standing& b) {
  std::size_t at = 0;
  bool same = true;
  std::vector<std::size_t> pieces;
  write_state(
      a, [&](std::string_view piece) { pieces.push_back(std::hash<std::string_view>()(piece)); });
  write_state(b, [&](std::string_view piece) {
    same = same && at < pieces.size() && pieces[at] == std::hash<std::string_view>()(piece);
    ++at;
  });
  return same && at == pieces.size();
}

Standing replay_standing(Journal& journal) {
  Standing standing;
  replay_from(journal, standing);
  return standing;
}

Standing load_standing(Journal& journal) {
  Standing standing;
  if (const auto cached = journal.load_state(state_shape())) {
    auto read = read_state(cached->state);
    if (read && read->as_of_seq == cached->seq) standing = std::move(*read);
  }
  replay_from(journal, standing);
  return standing;
}

std::int64_t save_standing(Journal& journal, const Standing& standing) {
  return journal.save_state(standing.as_of_seq, state_shape(),
                            [&](const Journal::Put& put) { write_state(standing, put); });
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
