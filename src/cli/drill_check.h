#pragma once
// What a log says of a day's tickets: that none was lost, given twice or called twice. Counted from
// the entries alone, apart from the domain's own state.
#include "application/journal.h"

namespace waystation::cli {

struct TicketsInLog {
  std::int64_t taken = 0;
  std::int64_t ended = 0;    // Served, void, cancelled, turned away.
  std::int64_t carried = 0;  // To the next day.
  std::int64_t lost = 0;     // Neither.
  std::int64_t twice_taken = 0;
  std::int64_t twice_called = 0;  // Called while called or served.
  std::int64_t out_of_order = 0;  // Any other step that the ticket's stage does not allow.
};
BOOST_DESCRIBE_STRUCT(TicketsInLog, (),
                      (taken, ended, carried, lost, twice_taken, twice_called, out_of_order))

TicketsInLog tickets_in(Journal&);

}  // namespace waystation::cli
