// Decoding one command of 328 bytes: our strict codec against Boost.JSON's parse + value_to, on the
// same bytes, in turns. Prints one JSON line with the median of the rounds and the ratio; the bar
// is 0.7.
#include <boost/json.hpp>
#include <boost/json/src.hpp>
#include <cstdio>

#include "core/json.h"

namespace bench {

BOOST_DEFINE_ENUM_CLASS(CashKind, received, disinfected, counted, handed_in, sterilised, released)

struct Denomination {
  int face{};
  int count{};
};
BOOST_DESCRIBE_STRUCT(Denomination, (), (face, count))

struct CashMoved {
  std::string id, outlet, actor;
  CashKind kind{};
  std::int64_t fen{};
  std::vector<Denomination> notes;
  std::string remark;
};
BOOST_DESCRIBE_STRUCT(CashMoved, (), (id, outlet, actor, kind, fen, notes, remark))

constexpr std::string_view text =
    R"({"id":"01HV7K3W9QZ6T5M2N8B4C1D0EF","outlet":"102221004264","actor":"teller-000123",)"
    R"("kind":"received","fen":1234500,"notes":[{"face":10000,"count":110},{"face":5000,"count":24},)"
    R"({"face":2000,"count":5},{"face":1000,"count":3},{"face":500,"count":2},{"face":100,"count":5}],)"
    R"("remark":"window 1, before disinfection, 60 customers"})";

std::size_t ours() {
  return waystation::from_json<CashMoved>(text)->notes.size();
}

std::size_t theirs() {
  return boost::json::value_to<CashMoved>(boost::json::parse(text)).notes.size();
}

double nanoseconds_each(std::size_t (*decode)(), int times) {
  const auto start = std::chrono::steady_clock::now();
  std::size_t seen = 0;
  for (int i = 0; i < times; ++i) seen += decode();
  const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - start;
  if (seen != 6 * std::size_t(times)) throw std::runtime_error("decoded something else");
  return took.count() / times;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace bench

int main() {
  constexpr int rounds = 15, times = 40'000;
  std::vector<double> ours, theirs, ratios;
  for (int round = 0; round < rounds; ++round) {
    ours.push_back(bench::nanoseconds_each(bench::ours, times));
    theirs.push_back(bench::nanoseconds_each(bench::theirs, times));
    ratios.push_back(ours.back() / theirs.back());
  }
  std::printf(
      "{\"bench\":\"codec\",\"bytes\":%zu,\"rounds\":%d,\"decodes_per_round\":%d,"
      "\"waystation_ns\":%.0f,\"boost_json_ns\":%.0f,\"ratio\":%.3f}\n",
      bench::text.size(), rounds, times, bench::median(ours), bench::median(theirs),
      bench::median(ratios));
}
