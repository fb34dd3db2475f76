#include "core/time.h"

#include <date/tz.h>

#include <charconv>

namespace waystation {

using namespace std::chrono;

namespace {

// Reads fixed-width digits and moves on; -1 where there are none.
int digits(std::string_view& in, std::size_t width) {
  if (in.size() < width) return -1;
  int value = 0;
  for (char c : in.substr(0, width)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  in.remove_prefix(width);
  return value;
}

bool skip(std::string_view& in, char c) {
  if (in.empty() || in.front() != c) return false;
  in.remove_prefix(1);
  return true;
}

std::optional<Day> day_at(std::string_view& in) {
  const int y = digits(in, 4);
  if (y < 0 || !skip(in, '-')) return {};
  const int m = digits(in, 2);
  if (m < 0 || !skip(in, '-')) return {};
  const int d = digits(in, 2);
  if (d < 0) return {};
  const year_month_day date{year{y}, month{unsigned(m)}, day{unsigned(d)}};
  if (!date.ok()) return {};
  return Day{date};
}

// The fraction of a second in microseconds; more than six digits are refused, not rounded.
std::optional<microseconds> fraction_at(std::string_view& in) {
  if (!skip(in, '.')) return microseconds{0};
  int value = 0, count = 0;
  while (!in.empty() && in.front() >= '0' && in.front() <= '9' && count < 6) {
    value = value * 10 + (in.front() - '0');
    in.remove_prefix(1);
    ++count;
  }
  if (count == 0) return {};
  for (; count < 6; ++count) value *= 10;
  return microseconds{value};
}

std::optional<minutes> offset_at(std::string_view& in) {
  if (skip(in, 'Z') || skip(in, 'z')) return minutes{0};
  const bool west = !in.empty() && in.front() == '-';
  if (!skip(in, '-') && !skip(in, '+')) return {};
  const int h = digits(in, 2);
  if (h < 0 || h > 23 || !skip(in, ':')) return {};
  const int m = digits(in, 2);
  if (m < 0 || m > 59) return {};
  return minutes{(west ? -1 : 1) * (h * 60 + m)};
}

void append_padded(std::string& out, int value, int width) {
  char text[12];
  const auto end = std::to_chars(text, text + sizeof text, value).ptr;
  for (auto n = end - text; n < width; ++n) out += '0';
  out.append(text, end);
}

void append_clock(std::string& out, seconds since_midnight) {
  const int total = int(since_midnight.count());
  append_padded(out, total / 3600, 2), out += ':';
  append_padded(out, total / 60 % 60, 2), out += ':';
  append_padded(out, total % 60, 2);
}

const date::time_zone& zone_named(const std::string& name) {
  return *date::locate_zone(name);
}

}  // namespace

std::optional<Time> parse_time(std::string_view in) {
  const auto date = day_at(in);
  if (!date || !(skip(in, 'T') || skip(in, 't') || skip(in, ' '))) return {};
  const int h = digits(in, 2);
  if (h < 0 || h > 23 || !skip(in, ':')) return {};
  const int m = digits(in, 2);
  if (m < 0 || m > 59 || !skip(in, ':')) return {};
  const int s = digits(in, 2);
  if (s < 0 || s > 59) return {};
  const auto fraction = fraction_at(in);
  if (!fraction) return {};
  const auto offset = offset_at(in);
  if (!offset || !in.empty()) return {};
  return *date + hours{h} + minutes{m} + seconds{s} + *fraction - *offset;
}

std::optional<Day> parse_day(std::string_view in) {
  const auto date = day_at(in);
  return in.empty() ? date : std::nullopt;
}

std::optional<TimeOfDay> parse_time_of_day(std::string_view in) {
  const int h = digits(in, 2);
  if (h < 0 || h > 24 || !skip(in, ':')) return {};
  const int m = digits(in, 2);
  if (m < 0 || m > 59 || !in.empty() || h * 60 + m > 1440) return {};
  return TimeOfDay{h * 60 + m};
}

void append_day(std::string& out, Day day) {
  const year_month_day date{day};
  append_padded(out, int(date.year()), 4), out += '-';
  append_padded(out, int(unsigned(date.month())), 2), out += '-';
  append_padded(out, int(unsigned(date.day())), 2);
}

void append_time(std::string& out, Time t) {
  const Day day = floor<days>(t);
  const auto rest = t - day;
  append_day(out, day);
  out += 'T';
  append_clock(out, floor<seconds>(rest));
  if (int fraction = int((rest % seconds{1}).count()); fraction != 0) {
    int width = 6;
    for (; fraction % 10 == 0; fraction /= 10) --width;
    out += '.', append_padded(out, fraction, width);
  }
  out += 'Z';
}

std::string to_text(Time t) {
  std::string out;
  append_time(out, t);
  return out;
}

std::string to_text(Day day) {
  std::string out;
  append_day(out, day);
  return out;
}

std::string to_text(TimeOfDay t) {
  std::string out;
  append_padded(out, t.minutes / 60, 2), out += ':';
  append_padded(out, t.minutes % 60, 2);
  return out;
}

bool is_known_zone(const std::string& name) try {
  zone_named(name);
  return true;
} catch (const std::runtime_error&) {
  return false;
}

std::string to_local_text(Time t, const std::string& name) {
  const auto offset = zone_named(name).get_info(floor<seconds>(t)).offset;
  const auto local = floor<seconds>(t) + offset;
  const Day day = floor<days>(local);
  std::string out = to_text(day) + 'T';
  append_clock(out, local - day);
  const int shift = int(abs(offset).count()) / 60;
  out += offset < seconds{0} ? '-' : '+';
  append_padded(out, shift / 60, 2), out += ':';
  append_padded(out, shift % 60, 2);
  return out;
}

Day local_day(Time t, const std::string& name) {
  const auto offset = zone_named(name).get_info(floor<seconds>(t)).offset;
  return floor<days>(t + offset);
}

TimeOfDay local_time_of_day(Time t, const std::string& name) {
  const auto local = t + zone_named(name).get_info(floor<seconds>(t)).offset;
  return {int(floor<minutes>(local - floor<days>(local)).count())};
}

Time at_local(Day day, TimeOfDay time, const std::string& name) {
  const date::local_seconds local{day.time_since_epoch() + minutes{time.minutes}};
  return zone_named(name).to_sys(local, date::choose::earliest);
}

}  // namespace waystation
