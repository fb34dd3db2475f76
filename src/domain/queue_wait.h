#pragma once
// How long it takes: from the live lines, the open windows and the service times of the policy.
// Half of the work of a line that two windows share is each window's. p90 = mean + 1.28 standard
// deviations; whole minutes, upwards. What was promised with a ticket is compared with its first
// call: the hit rate is kept by day.
#include "domain/queue_state.h"

namespace waystation::queue {

// For a ticket that waits: "about when". None where no open window serves it, or it does not wait.
std::optional<Wait> expected_wait(const Bank&, const OutletId&, const TicketId&, Time now);
// For somebody who would take an ordinary ticket now.
std::optional<Wait> expected_wait(const Bank&, const OutletId&, Service, Time now);
std::int64_t service_minutes(const Bank&, const OutletId&, Service, Day);

// The wait within which so many per cent of a day's called tickets were called.
std::optional<std::int32_t> wait_percentile(const Figures&, std::int32_t percent);
// How many of a thousand promised waits were kept within their p90.
std::optional<std::int32_t> hit_permille(const Figures&);
void count_first_call(Figures&, const Ticket&, Time now);

}  // namespace waystation::queue
