#include "domain/cash_notes.h"

#include <set>

namespace waystation::cash {

namespace {

struct Column {
  std::int32_t Notes::*count;
  Fen value;
};

// In the order of Denomination.
constexpr std::array columns{Column{&Notes::yuan_100, yuan(100)}, Column{&Notes::yuan_50, yuan(50)},
                             Column{&Notes::yuan_20, yuan(20)},   Column{&Notes::yuan_10, yuan(10)},
                             Column{&Notes::yuan_5, yuan(5)},     Column{&Notes::yuan_1, yuan(1)},
                             Column{&Notes::coin_1, yuan(1)},     Column{&Notes::jiao_5, {50}},
                             Column{&Notes::jiao_1, {10}}};
static_assert(columns.size() ==
              boost::mp11::mp_size<boost::describe::describe_enumerators<Denomination>>::value);

const Column& column_of(Denomination d) {
  return columns[std::size_t(d)];
}

}  // namespace

Notes& Notes::operator+=(const Notes& other) {
  for (const Column& c : columns)
    if (__builtin_add_overflow(this->*c.count, other.*c.count, &(this->*c.count)))
      throw std::overflow_error("notes");
  return *this;
}

Notes& Notes::operator-=(const Notes& other) {
  for (const Column& c : columns)
    if (__builtin_sub_overflow(this->*c.count, other.*c.count, &(this->*c.count)))
      throw std::overflow_error("notes");
  return *this;
}

Fen value_of(Denomination d) {
  return column_of(d).value;
}

Fen value_of(const Notes& notes) {
  Fen sum;
  for (const Column& c : columns) sum = sum + c.value * (notes.*c.count);
  return sum;
}

std::int32_t& count_of(Notes& notes, Denomination d) {
  return notes.*column_of(d).count;
}

std::int32_t count_of(const Notes& notes, Denomination d) {
  return notes.*column_of(d).count;
}

std::int64_t pieces(const Notes& notes) {
  std::int64_t sum = 0;
  for (const Column& c : columns) sum += notes.*c.count;
  return sum;
}

std::string in_yuan(Fen amount) {
  const auto jiao = amount.count % 100 / 10;
  return std::to_string(amount.count / 100) + (jiao ? '.' + std::to_string(jiao) : "");
}

bool holds(const Notes& all, const Notes& part) {
  for (const Column& c : columns)
    if (all.*c.count < part.*c.count) return false;
  return true;
}

Notes excess(const Notes& a, const Notes& b) {
  Notes out;
  for (const Column& c : columns) out.*c.count = std::max(0, a.*c.count - b.*c.count);
  return out;
}

bool is_nothing(const Notes& notes) {
  return notes == Notes{};
}

Notes notes_of(const Packs& packs) {
  Notes out;
  for (const Pack& p : packs) count_of(out, p.denomination) += p.count;
  return out;
}

Packs packs_of(const Notes& notes) {
  Packs out;
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (const auto count = notes.*columns[i].count) out.push_back({Denomination(i), count});
  return out;
}

std::optional<Refusal> refuse_count(const Packs& packs, Fen total) {
  std::set<Denomination> seen;
  std::int64_t sum = 0;
  for (const Pack& p : packs) {
    const Fact which{"denomination", in_yuan(value_of(p.denomination))};
    if (!seen.insert(p.denomination).second) return invalid("cash.denomination-twice", {which});
    if (p.count < 1 || (sum += p.count) > most_pieces)
      return invalid("cash.count-out-of-range", {which, {"count", std::to_string(p.count)}});
  }
  const Fen counted = value_of(notes_of(packs));
  if (counted != total)
    return invalid("cash.total-mismatch",
                   {{"total", in_yuan(total)}, {"counted", in_yuan(counted)}});
  return {};
}

std::optional<Refusal> refuse_packs(const Packs& packs, Fen total) {
  if (packs.empty()) return invalid("cash.notes-missing");
  return refuse_count(packs, total);
}

}  // namespace waystation::cash
