#pragma once
// Days and times of day for the checker, counted from nothing but the Gregorian rule.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace waystation::checking {

using Date = std::int32_t;  // Days since 1970-01-01.

std::optional<Date> read_date(std::string_view yyyy_mm_dd);  // Real dates of 0000 to 9999 only.
std::string date_text(Date);
std::optional<std::int32_t> read_clock(std::string_view hh_mm);  // Minutes, 0 to 1440.
// Seconds since 1970 of "2021-01-08T09:00:00+08:00" or "…Z"; a fraction is cut off.
std::optional<std::int64_t> read_moment(std::string_view rfc3339);

}  // namespace waystation::checking
