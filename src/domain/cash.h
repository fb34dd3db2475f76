#pragma once
// Clean cash 现金闭环: no note that a customer paid in reaches another before it was sanitised,
// held, counted and released, and every note is accounted for at every moment.
#include "domain/cash_act.h"
#include "domain/cash_sanitise.h"

namespace waystation::cash {

using Commands =
    boost::mp11::mp_list<Receive, Fill, Pay, BeginRun, FinishRun, AbandonRun, Count, Recount,
                         CloseDiscrepancy, TakeIn, Store, Release, Draw, PutBack, SortOut, HandOver,
                         TakeOver, HandIn, Confirm, Withdraw, Refuse>;

}  // namespace waystation::cash
