#pragma once
// Calendars (iCalendar, RFC 5545) of an outlet. The public one has the hours and the disinfection
// rounds that are due. The crew's has the van's windows and the shifts of the plan in force as
// well, people by staff number; one person's has their own shifts only. When a van comes is nobody
// else's business, so those two need a token.
#include "application/view.h"

namespace waystation {

enum class CalendarFor { everybody, crew };

// "outlet.unknown".
Decision<std::string> outlet_calendar(const Viewing&, const OutletId&, CalendarFor);
// "staff.unknown".
Decision<std::string> person_calendar(const Viewing&, const PersonId&);

// The address part of a calendar that needs a right: which account asked for it, whose calendar it
// is ("outlet" or "person" and its id), and 64 bits that only the log's own key can make. It ends
// with the account.
struct CalendarToken {
  AccountId account;
  std::string of;  // "outlet-102221004264" or "person-SY-S0001".
};
std::string calendar_token(const Journal&, const CalendarToken&);
// None where it was not made here.
std::optional<CalendarToken> read_calendar_token(const Journal&, std::string_view token);

// One content line, folded after 75 bytes and never within a character, with its CRLF.
std::string folded(std::string_view line);

}  // namespace waystation
