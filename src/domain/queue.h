#pragma once
// The room of the queue: its state (queue_state.h), the rule by which it calls (queue_rule.h), how
// long it takes (queue_wait.h), and the commands. It listens to the lobby and to the outlet;
// neither listens to it.
#include "domain/queue_booking.h"
#include "domain/queue_call.h"
#include "domain/queue_day.h"
#include "domain/queue_rule.h"
#include "domain/queue_wait.h"
#include "domain/queue_window.h"

namespace waystation::queue {

// Who is inside is called without asking the cap.
void apply(Queues&, const lobby::Entered&, const Mark&);
void apply(Queues&, const lobby::Left&, const Mark&);
// A ticket waits in the isolation room like one that fills in a form.
void apply(Queues&, const lobby::Isolated&, const Mark&);
// Who is taken away to the fever clinic waits no longer.
void apply(Queues&, const lobby::IsolationReleased&, const Mark&);
// Everybody keeps their place, also who stood at a window.
void apply(Queues&, const lobby::Evacuated&, const Mark&);

using Commands =
    boost::mp11::mp_list<Take, Cancel, Resume, CorrectPriority, OpenWindow, PauseWindow,
                         CloseWindow, Call, Recall, Miss, Serve, Finish, Park, Transfer, Book,
                         CancelBooking, Arrive, Forget, CloseDay>;

}  // namespace waystation::queue
