#include "checking/plan_file.h"

#include "checking/broken.h"
#include "checking/json.h"

namespace waystation::checking {

// Static, not in an unnamed namespace: the readers call each other, found by their first argument.

[[noreturn]] static void refuse(const std::string& where, const std::string& why) {
  throw Broken{"file", where, why};
}

static void read(const JsonValue& value, const std::string& where, std::string& out) {
  if (value.kind != JsonValue::Kind::string) refuse(where, "expected a string");
  out = value.text;
}

static void read(const JsonValue& value, const std::string& where, std::int64_t& out) {
  if (value.kind != JsonValue::Kind::integer) refuse(where, "expected an integer");
  constexpr std::int64_t largest = 1'000'000'000'000'000'000;
  if (value.number > largest || value.number < -largest) refuse(where, "integer out of range");
  out = value.number;
}

// A date or a time of day: both are numbers inside and words outside.
static Date date_of(const JsonValue& value, const std::string& where) {
  const auto date = value.kind == JsonValue::Kind::string ? read_date(value.text) : std::nullopt;
  if (!date) refuse(where, "expected a date such as 2021-01-08");
  return *date;
}

static std::int32_t clock_of(const JsonValue& value, const std::string& where) {
  const auto clock = value.kind == JsonValue::Kind::string ? read_clock(value.text) : std::nullopt;
  if (!clock) refuse(where, "expected a time of day such as 09:00");
  return *clock;
}

namespace {

// Takes the members of an object one by one, in the order that the format gives them.
class Members {
 public:
  Members(const JsonValue& value, std::string where) : value_(value), where_(std::move(where)) {
    if (value.kind != JsonValue::Kind::object) refuse(where_, "expected an object");
  }

  template <class T> Members& member(const std::string& key, T& out) {
    read(next(key), where_ + '/' + key, out);
    return *this;
  }
  Members& date(const std::string& key, Date& out) {
    out = date_of(next(key), where_ + '/' + key);
    return *this;
  }
  Members& clock(const std::string& key, std::int32_t& out) {
    out = clock_of(next(key), where_ + '/' + key);
    return *this;
  }
  bool has(const std::string& key) const {
    return at_ < value_.keys.size() && value_.keys[at_] == key;
  }
  void end() const {
    if (at_ < value_.keys.size())
      refuse(where_ + '/' + value_.keys[at_], "out of place or unknown");
  }

 private:
  const JsonValue& next(const std::string& key) {
    if (!has(key)) refuse(where_ + '/' + key, "missing or out of place");
    return value_.items[at_++];
  }

  const JsonValue& value_;
  std::string where_;
  std::size_t at_ = 0;
};

}  // namespace

template <class T>
static void read(const JsonValue& value, const std::string& where, std::vector<T>& out) {
  if (value.kind != JsonValue::Kind::list) refuse(where, "expected a list");
  out.resize(value.items.size());
  for (std::size_t i = 0; i < out.size(); ++i)
    read(value.items[i], where + '/' + std::to_string(i), out[i]);
}

static void read(const JsonValue& value, const std::string& where, PlannedMember& out) {
  Members in(value, where);
  in.member("person", out.person).member("post", out.post).member("custody", out.custody).end();
}

static void read(const JsonValue& value, const std::string& where, PlannedCrew& out) {
  Members in(value, where);
  in.member("team", out.team).member("members", out.members).end();
}

static void read(const JsonValue& value, const std::string& where, PlannedBackup& out) {
  Members in(value, where);
  in.member("kind", out.kind)
      .member("stands_in_for", out.stands_in_for)
      .member("who", out.who)
      .end();
}

static void read(const JsonValue& value, const std::string& where, PlannedDay& out) {
  Members in(value, where);
  in.date("day", out.day).member("team", out.team).member("windows", out.windows);
  in.member("critical_served", out.critical_served).member("ordinary_served", out.ordinary_served);
  in.member("payout", out.payout).member("cash_delivered", out.cash_delivered);
  in.member("float_left", out.float_left);
  in.member("suits_used", out.suits_used).member("suits_left", out.suits_left);
  in.member("wipes_used", out.wipes_used).member("wipes_left", out.wipes_left).end();
}

static void read(const JsonValue& value, const std::string& where, PlannedFact& out) {
  Members in(value, where);
  in.member("name", out.name).member("value", out.value).end();
}

static void read(const JsonValue& value, const std::string& where, PlannedReason& out) {
  Members in(value, where);
  in.member("rule", out.rule).member("code", out.code).member("facts", out.facts).end();
}

static void read(const JsonValue& value, const std::string& where, PlannedFix& out) {
  Members in(value, where);
  in.member("rule", out.rule).member("code", out.code).member("amount", out.amount);
  in.member("cost", out.cost).member("facts", out.facts).end();
}

static void read(const JsonValue& value, const std::string& where, PlannedOutlet& out) {
  Members in(value, where);
  in.member("outlet", out.outlet).member("verdict", out.verdict);
  if (in.has("opens_on")) in.date("opens_on", out.opens_on.emplace());
  in.member("windows", out.windows).member("crews", out.crews).member("backups", out.backups);
  in.member("suit_cover_days", out.suit_cover_days).member("wipe_cover_days", out.wipe_cover_days);
  in.member("cash_need", out.cash_need).member("days", out.days).member("conflict", out.conflict);
  if (in.has("cheapest_fix")) in.member("cheapest_fix", out.cheapest_fix.emplace());
  in.end();
}

static void read(const JsonValue& value, const std::string& where, PlannedFlow& out) {
  Members in(value, where);
  in.date("day", out.day).member("community", out.community).member("outlet", out.outlet);
  in.member("critical", out.critical).member("ordinary", out.ordinary).end();
}

static void read(const JsonValue& value, const std::string& where, PlannedRun& out) {
  Members in(value, where);
  in.date("day", out.day).member("van", out.van).member("gate", out.gate);
  in.clock("from", out.from).clock("to", out.to).member("stops", out.stops).end();
}

static void read(const JsonValue& value, const std::string& where, PlannedLevel& out) {
  Members in(value, where);
  in.member("level", out.level).member("value", out.value).member("bound", out.bound).end();
}

static void read(const JsonValue& value, const std::string& where, PlannedPrice& out) {
  Members in(value, where);
  in.member("level", out.level).member("row", out.row).member("price", out.price).end();
}

static void read(const JsonValue& value, const std::string& where, std::vector<PlannedName>& out) {
  if (value.kind != JsonValue::Kind::object) refuse(where, "expected an object");
  for (std::size_t i = 0; i < value.keys.size(); ++i) {
    out.push_back({value.keys[i], {}});
    read(value.items[i], where + '/' + value.keys[i], out.back().name);
  }
}

PlanFile read_plan(std::string_view text) {
  const JsonValue root = read_json(text);
  PlanFile out;
  Members in(root, "");
  in.member("format", out.format).member("zone", out.zone).date("from", out.from);
  in.member("days", out.days).member("policy_version", out.policy_version);
  in.member("outlets", out.outlets).member("flows", out.flows).member("van_runs", out.van_runs);
  in.member("levels", out.levels).member("multipliers", out.multipliers);
  in.member("names", out.names).end();
  return out;
}

}  // namespace waystation::checking
