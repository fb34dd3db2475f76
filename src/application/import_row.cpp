#include "application/import_row.h"

#include <algorithm>

namespace waystation {

namespace {

std::optional<std::int64_t> parse_whole(std::string_view text) {
  std::int64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc{} || end != text.data() + text.size()) return {};
  return out;
}

// Decimal degrees to micro-degrees; digits after the sixth are dropped (11 cm).
std::optional<std::int64_t> parse_degrees_e6(std::string_view text) {
  const bool west = text.starts_with('-');
  if (west) text.remove_prefix(1);
  const auto point = std::min(text.find('.'), text.size());
  std::string digits{text.substr(0, point)};
  std::string fraction{point < text.size() ? text.substr(point + 1) : ""};
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (digits.empty() || digits.size() > 3 || fraction.size() > 20 ||
      !std::ranges::all_of(digits + fraction, is_digit))
    return {};
  fraction.resize(6, '0');
  const auto whole = parse_whole(digits + fraction);
  return whole && west ? -*whole : whole;
}

// Day 1 of Excel's calendar is 1900-01-01, and it believes in a 29 February 1900.
std::optional<Day> day_of_workbook(std::string_view text) {
  constexpr std::int64_t first = 366, last = 73'050;  // The years 1901 to 2099.
  const auto number = parse_whole(text);
  if (!number || *number < first || *number > last) return {};
  return Day{std::chrono::year{1899} / 12 / 30} + std::chrono::days{*number};
}

}  // namespace

void ImportRow::fault(std::string_view column, std::string code, std::vector<Fact> facts) {
  faults_.push_back({std::string(column), std::move(code), std::move(facts)});
}

const std::string& ImportRow::cell(std::string_view column) const {
  static const std::string nothing;
  const auto at = column_named(sheet_, column);
  return at && *at < row_.cells.size() ? row_.cells[*at] : nothing;
}

std::string ImportRow::id_text(std::string_view column) {
  const std::string& text = cell(column);
  if (text.empty())
    fault(column, "import.empty");
  else if (!is_valid_id(text))
    fault(column, "import.not-an-id", {{"value", text}});
  return text;
}

std::string ImportRow::word_text(std::string_view column) const {
  std::string text = cell(column);
  std::ranges::replace(text, '-', '_');
  return text;
}

std::int64_t ImportRow::number(std::string_view column, std::int64_t low, std::int64_t high) {
  const std::string& text = cell(column);
  const auto value = parse_whole(text);
  if (text.empty()) {
    fault(column, "import.empty");
  } else if (!value) {
    fault(column, "import.not-a-number", {{"value", text}});
  } else if (*value < low || *value > high) {
    fault(column, "import.out-of-range",
          {{"value", text}, {"low", std::to_string(low)}, {"high", std::to_string(high)}});
  } else {
    return *value;
  }
  return low;
}

std::int32_t ImportRow::count(std::string_view column) {
  constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
  return has(column) ? std::int32_t(number(column, 0, most)) : 0;
}

Fen ImportRow::yuan_of(std::string_view column) {
  constexpr std::int64_t most = 1'000'000'000'000;  // Above what all outlets of the country hold.
  return has(column) ? yuan(number(column, 0, most)) : Fen{};
}

std::int32_t ImportRow::micro_degrees(std::string_view column, int most_degrees) {
  const std::string& text = cell(column);
  if (text.empty()) return fault(column, "import.empty"), 0;
  const auto value = parse_degrees_e6(text);
  if (!value || std::abs(*value) > most_degrees * std::int64_t{1'000'000})
    return fault(column, "import.not-degrees", {{"value", text}}), 0;
  return std::int32_t(*value);
}

Day ImportRow::day(std::string_view column) {
  const std::string& text = cell(column);
  if (const auto day = parse_day(text)) return *day;
  if (sheet_.encoding == "XLSX")
    if (const auto day = day_of_workbook(text)) return *day;
  if (text.empty())
    fault(column, "import.empty");
  else
    fault(column, "import.not-a-day", {{"value", text}});
  return {};
}

std::optional<Day> ImportRow::optional_day(std::string_view column) {
  return has(column) ? std::optional(day(column)) : std::nullopt;
}

Time ImportRow::moment(std::string_view column) {
  const std::string& text = cell(column);
  const auto time = parse_time(text);
  if (text.empty())
    fault(column, "import.empty");
  else if (!time)
    fault(column, "import.not-a-time", {{"value", text}});
  return time.value_or(Time{});
}

TimeOfDay ImportRow::time_of_day(std::string_view column, TimeOfDay otherwise) {
  const std::string& text = cell(column);
  if (text.empty()) return otherwise;
  const auto time = parse_time_of_day(text);
  if (!time) fault(column, "import.not-a-time-of-day", {{"value", text}});
  return time.value_or(otherwise);
}

}  // namespace waystation
