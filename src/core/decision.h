#pragma once
// Ids that do not mix, and the answer to a command.
#include <boost/system/result.hpp>
#include <compare>
#include <vector>

#include "core/fields.h"

namespace waystation {

// 1 to 64 bytes of UTF-8 without control characters or '/', which separates the parts of a scope.
template <class Kind> struct Id {
  using IsIdentifier = Kind;
  std::string text;
  auto operator<=>(const Id&) const = default;
};

bool is_valid_id(std::string_view text);

// How a "no" is to be understood; each has one HTTP status (RFC 9110) and one exit code.
BOOST_DEFINE_ENUM_CLASS(Why, invalid, forbidden, missing, conflict, stale, mismatch, busy,
                        outcome_unknown)

// A number or name that the sentence of a refusal needs, such as {available, 3}.
struct Fact {
  std::string name;
  std::string value;
  bool operator==(const Fact&) const = default;
};
BOOST_DESCRIBE_STRUCT(Fact, (), (name, value))

// A "no" is an answer, not an exception. The code is stable: the web translates it.
// `where` is the field or file position at fault; `missing` are codes of what must be done first.
struct Refusal {
  Why why = Why::invalid;
  std::string code;
  std::string where = {};
  std::vector<std::string> missing = {};
  std::vector<Fact> facts = {};
};
BOOST_DESCRIBE_STRUCT(Refusal, (), (why, code, where, missing, facts))

template <class T> using Decision = boost::system::result<T, Refusal>;

}  // namespace waystation
