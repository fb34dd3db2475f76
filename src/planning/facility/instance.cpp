#include "planning/facility/instance.h"

#include <cmath>
#include <sstream>
#include <stdexcept>

namespace waystation::planning::facility {

namespace {

constexpr std::size_t most = 20'000;

class Words {
 public:
  explicit Words(const std::string& text) : in_(text) {}
  std::string word() {
    std::string out;
    if (!(in_ >> out)) throw std::runtime_error("the file ends too early");
    return out;
  }
  double number(const std::string& word) {
    std::size_t used = 0;
    double out = 0;
    try {
      out = std::stod(word, &used);
    } catch (const std::exception&) {
      used = 0;
    }
    if (used != word.size() || !(out >= 0 && out < 1e12))
      throw std::runtime_error('"' + word + "\" is no number from 0");
    return out;
  }
  double number() { return number(word()); }
  std::int64_t whole(const std::string& word) {
    const double out = number(word);
    if (out != std::floor(out) || out > 1e9)
      throw std::runtime_error('"' + word + "\" is no whole number");
    return std::int64_t(out);
  }
  std::size_t count() {
    const auto out = std::size_t(whole(word()));
    if (out < 1 || out > most) throw std::runtime_error("a count is out of range");
    return out;
  }

 private:
  std::istringstream in_;
};

// Holmberg's files list all demands at once, some a line. In the OR-Library's a customer's demand
// stands on its own line, or before costs that are no whole numbers.
Source source_of(const std::string& text, std::size_t facilities) {
  std::istringstream lines(text);
  std::string line;
  for (std::size_t n = 0; n < facilities + 2;) {
    if (!std::getline(lines, line)) return Source::split;
    n += line.find_first_not_of(" \t\r") != std::string::npos;
  }
  std::istringstream words(line);
  std::size_t count = 0;
  bool are_whole = true;
  for (double number = 0; words >> number; ++count)
    are_whole = are_whole && number == std::floor(number);
  return count > 1 && are_whole ? Source::single : Source::split;
}

void read_customers(Words& words, Instance& out, std::size_t customers) {
  for (std::size_t j = 0; j < customers; ++j) {
    out.demand.push_back(words.whole(words.word()));
    out.cost.emplace_back();
    for (int i = 0; i < out.facilities(); ++i) out.cost.back().push_back(words.number());
  }
}

void read_lists(Words& words, Instance& out, std::size_t customers) {
  for (std::size_t j = 0; j < customers; ++j) out.demand.push_back(words.whole(words.word()));
  out.cost.resize(customers);
  for (int i = 0; i < out.facilities(); ++i)
    for (auto& costs : out.cost) costs.push_back(words.number());
}

}  // namespace

Instance read_instance(const std::string& text, std::optional<std::int64_t> capacity) {
  Words words(text);
  const std::size_t facilities = words.count(), customers = words.count();
  Instance out;
  out.source = source_of(text, facilities);
  for (std::size_t i = 0; i < facilities; ++i) {
    const std::string word = words.word();
    if (word == "capacity" && !capacity)
      throw std::runtime_error("the file leaves the capacity open: name it with --capacity");
    out.capacity.push_back(word == "capacity" ? *capacity : words.whole(word));
    out.fixed_cost.push_back(words.number());
  }
  if (out.source == Source::single)
    read_lists(words, out, customers);
  else
    read_customers(words, out, customers);
  return out;
}

}  // namespace waystation::planning::facility
