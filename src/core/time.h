#pragma once
// Time on the wire is RFC 3339; inside it is UTC microseconds. A Day is a calendar date of the
// place it speaks of. Zones are IANA names, resolved from the system's zone files.
#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace waystation {

using Time = std::chrono::sys_time<std::chrono::microseconds>;
using Day = std::chrono::sys_days;

// Minutes since midnight, 0 to 1440 (24:00 is the end of the day); on the wire "HH:MM".
struct TimeOfDay {
  int minutes = 0;
  auto operator<=>(const TimeOfDay&) const = default;
};

std::optional<Time> parse_time(std::string_view rfc3339);  // Any offset; leap seconds refused.
std::optional<Day> parse_day(std::string_view iso);        // YYYY-MM-DD, real dates only.
std::optional<TimeOfDay> parse_time_of_day(std::string_view text);

void append_time(std::string& out,
                 Time);  // Shortest form with Z: fraction only where there is one.
void append_day(std::string& out, Day);
std::string to_text(Time);
std::string to_text(Day);
std::string to_text(TimeOfDay);

bool is_known_zone(const std::string& iana_zone);
std::string to_local_text(Time, const std::string& iana_zone);  // 2021-01-08T09:00:00+08:00
Day local_day(Time, const std::string& iana_zone);
TimeOfDay local_time_of_day(Time, const std::string& iana_zone);
// The instant of a wall-clock time; of two (autumn) the first, of none (spring) the gap's end.
Time at_local(Day, TimeOfDay, const std::string& iana_zone);

}  // namespace waystation
