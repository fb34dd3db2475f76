#include "checking/calendar.h"

#include <array>

namespace waystation::checking {

namespace {

bool leap(std::int32_t year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

std::int32_t days_in_month(std::int32_t year, std::int32_t month) {
  constexpr std::array<std::int32_t, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return days[std::size_t(month - 1)] + (month == 2 && leap(year) ? 1 : 0);
}

// Days from 1970-01-01 to the first of January, by counting leap years before it.
std::int32_t first_of_year(std::int32_t year) {
  const std::int32_t before = year - 1;
  const auto leaps = [](std::int32_t y) { return y / 4 - y / 100 + y / 400; };
  if (year == 0) return first_of_year(1) - 366;
  return (year - 1970) * 365 + leaps(before) - leaps(1969);
}

// A number of exactly `width` digits at a place; none otherwise.
std::optional<std::int32_t> digits(std::string_view text, std::size_t at, std::size_t width) {
  if (text.size() < at + width) return {};
  std::int32_t value = 0;
  for (char c : text.substr(at, width)) {
    if (c < '0' || c > '9') return {};
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string padded(std::int32_t value, std::size_t width) {
  std::string text = std::to_string(value);
  return std::string(text.size() < width ? width - text.size() : 0, '0') + text;
}

// Seconds east of Greenwich of "Z" or "+08:00".
std::optional<std::int64_t> read_offset(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return {};
  const auto hours = digits(text, 1, 2), minutes = digits(text, 4, 2);
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return {};
  return (text[0] == '-' ? -1 : 1) * (std::int64_t{*hours} * 3600 + *minutes * 60);
}

}  // namespace

std::optional<Date> read_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
  if (!year || !month || !day || *month < 1 || *month > 12) return {};
  if (*day < 1 || *day > days_in_month(*year, *month)) return {};
  Date date = first_of_year(*year) + *day - 1;
  for (std::int32_t m = 1; m < *month; ++m) date += days_in_month(*year, m);
  return date;
}

std::string date_text(Date date) {
  std::int32_t year = 1970 + date / 366;
  while (first_of_year(year + 1) <= date) ++year;
  while (first_of_year(year) > date) --year;
  std::int32_t rest = date - first_of_year(year), month = 1;
  for (; rest >= days_in_month(year, month); ++month) rest -= days_in_month(year, month);
  return padded(year, 4) + '-' + padded(month, 2) + '-' + padded(rest + 1, 2);
}

std::optional<std::int32_t> read_clock(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return {};
  const auto hours = digits(text, 0, 2), minutes = digits(text, 3, 2);
  if (!hours || !minutes || *minutes > 59 || *hours * 60 + *minutes > 1440) return {};
  return *hours * 60 + *minutes;
}

std::optional<std::int64_t> read_moment(std::string_view text) {
  if (text.size() < 20 || (text[10] != 'T' && text[10] != 't' && text[10] != ' ')) return {};
  const auto date = read_date(text.substr(0, 10));
  const auto clock = read_clock(text.substr(11, 5));
  const auto seconds = digits(text, 17, 2);
  if (!date || !clock || *clock == 1440 || text[16] != ':' || !seconds || *seconds > 59) return {};
  std::size_t end = 19;
  if (text[end] == '.')
    for (++end; end < text.size() && text[end] >= '0' && text[end] <= '9';) ++end;
  const auto offset = read_offset(text.substr(end));
  if (!offset) return {};
  return std::int64_t{*date} * 86'400 + *clock * 60 + *seconds - *offset;
}

}  // namespace waystation::checking
