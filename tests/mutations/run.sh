#!/usr/bin/env bash
# Proves that the random games can fail: breaks one rule at a time in a copy of its source, links it before the domain,
# and asks that the game of that rule finds it. Needs build/release (libdomain.a, libcore.a). Minutes; not in `make test`.
set -uo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
flags=(-O0 -std=c++20 -DSIMDJSON_THREADS_ENABLED=1 -Isrc)
libraries=(build/release/libdomain.a build/release/libcore.a -lrapidcheck -lsimdjson -ldate-tz)
compile() { g++ "${flags[@]}" -c "$1" -o "$2"; }

compile tests/main.cpp "$work/main.o" || exit
for game in queue_model supply_random disinfection_random machine_random incident_random; do
  compile "src/domain/${game}_test.cpp" "$work/$game.o" || exit
done

# broken "the promise" GAME FILE 'what stands there' 'what is put there'
broken() {
  local promise=$1 game=$2 file=src/domain/$3 from=$4 to=$5
  [[ ${ONLY:-$promise} == "$promise" ]] || return 0
  from=$from to=$to perl -0pe 's/\Q$ENV{from}\E/$ENV{to}/ or die "not found in the source\n"' "$file" >"$work/broken.cpp" &&
    compile "$work/broken.cpp" "$work/broken.o" &&
    g++ "$work/main.o" "$work/$game.o" "$work/broken.o" "${libraries[@]}" -o "$work/game" || exit
  if "$work/game" >"$work/out" 2>&1 || ! grep -q 'Falsifiable after' "$work/out"; then
    failed=$((failed + 1)) && echo "FAIL  nobody noticed: $promise"
  else
    passed=$((passed + 1)) && echo "ok    noticed: $promise ($(grep -oE 'Falsifiable after [0-9]+ tests( and [0-9]+ shrinks?)?' "$work/out"))"
  fi
}

broken 'the lobby is above its cap' queue_model lobby.cpp 'if (c.people > places)' 'if (c.people > places + 1)'
broken 'the cap is not asked when calling' queue_model queue_rule.cpp 'if (has_place) consider' 'consider'
broken 'a number is given twice' queue_model queue_ticket.cpp '++queue.numbers[std::size_t(e.service)];' ''
broken 'a ticket is lost' queue_model queue_call.cpp $'++queue.figures.sent_back;\n  wait_in_line(queue, e.ticket);' 'park_ticket(queue, e.ticket);'
broken 'a ticket is called twice' queue_model queue_state.cpp \
  'if (ticket.stage == Stage::waiting) step_out(queue, id, ticket);' ''
broken 'who came later is called first' queue_model queue_rule.cpp 'first->first < turn.first' 'turn.first < first->first'
broken 'the head start grows without bound' queue_model queue_ticket.cpp 'now - minutes{head}' 'now - minutes{head * 10}'
broken 'a corrected ticket keeps its place' queue_model queue_ticket.cpp 'ticket.virtual_arrival = e.virtual_arrival;' ''
broken 'a round is too short' disinfection_random disinfection.cpp 'stamp.at - open->begun_at)' \
  'stamp.at - open->begun_at + std::chrono::minutes{5})'
broken 'a stock is negative' supply_random shelf.cpp 'std::min(free, quantity)' 'std::min(free + 1, quantity)'
broken 'a late entry is not in the balance' supply_random shelf.cpp \
  'if (balance <= lowest.quantity) lowest = {balance, at};' '(void)at;'
broken 'a machine recycles behind a seal' machine_random machine.cpp 'mode == Mode::recycling && zone' 'false && zone'
broken 'no machine is left for one of the lines' machine_random machine_deed.cpp 'return refuse_last(afterwards);' 'return {};'
broken 'a machine is loaded while it serves' machine_random machine_deed.cpp 'if (!machine.serves) return {};' 'return {};'
broken 'two denominations in one cassette' machine_random machine_deed.cpp \
  'if (of(cassette, cash::count_of(bag.notes, cassette.spec.denomination)) != bag.notes)' 'if (false)'
broken 'a cassette holds more than it can' machine_random machine_deed.cpp 'if (all > cassette->spec.capacity)' 'if (false)'
broken 'a machine serves untested' machine_random machine.cpp 'if (!machine.tested)' 'if (false)'
broken 'a machine pays out what was never loaded' machine_random machine_report.cpp \
  'std::min<std::int64_t>(moved, held(c))' 'moved'
broken 'what came in stays in a settled machine' machine_random machine_deed.cpp 'return refuse_left(machine, *deed.emptied);' 'return {};'
broken 'a machine is settled into the line that is paid out' machine_random machine_deed.cpp \
  $'.stage = Stage::bagged,\n                .place = PlaceKind::cassette' $'.stage = Stage::released,\n                .place = PlaceKind::vault'
broken 'a call ends at nobody' incident_random duty.cpp 'if (!calls.empty()) return calls;' 'return calls;'
broken 'a dead end is published' incident_random duty.cpp 'if (const auto minute = dead_end_with(bank, c.at, &own))' \
  'if (const auto minute = std::optional<TimeOfDay>{})'
broken 'the steps of a case change their order' incident_random incident_step.cpp 'if (c.step != *next)' 'if (false)'
broken 'a case is closed unfinished' incident_random incident.cpp 'if (!open.empty())' 'if (false)'
echo "$passed passed, $failed failed"
((failed == 0))
