#!/usr/bin/env bash
# One whole day of one outlet, every step through the desk: the crew, the door, the queue, the rounds and the shelf.
source "$(dirname "$0")/expect.bash"
story() { exits 0 "$waystation" story examples/outlet-day --data "$work/data" --json; }
expect 'the day plays without a mistake' story
cp "$work/answer" "$work/day"
told() { holds "$1" "$work/day"; }
expect 'it has at least 120 steps and none failed' told 'a.steps >= 120 && a.failed === 0 && a.passed === a.steps'
expect 'at least 20 of them are refusals' told 'a.lines.filter(l => l.refusal).length >= 20'
expect 'of as many kinds' told 'new Set(a.lines.map(l => l.refusal?.code)).size >= 20'
expect 'at least 25 are looks at a view' told 'a.lines.filter(l => l.answer.startsWith("view ")).length >= 25'
expect 'every step is told in both languages' told 'a.lines.every(l => l.say_zh && l.say_en)'

# refused CODE FACT VALUE   — the day says no with this code, and with the figure or name that explains it.
refused() {
  told "a.lines.some(l => l.refusal?.code === '$1' && l.refusal.facts.some(f => f.name === '$2' && f.value === '$3'))"
}
expect 'a day that nobody closed is named' refused queue.day-not-closed day 2021-01-11
expect 'who was carried over is called first' refused queue.window-busy ticket 2021-01-11-B001
expect 'a full lobby says how many are inside' refused lobby.full inside 6
expect 'and how many may be' refused lobby.full cap 6
expect "yesterday's ticket is known by its day" refused queue.ticket-of-another-day day 2021-01-11
expect 'a void number stays void' refused queue.ticket-over stage voided
expect 'the stock-out says how many wipes are left' refused supply.short available 85
expect 'the neighbour has no more than it has' refused supply.short available 400
expect 'a late entry that is too old says how old it may be' refused late-entry.too-old hours 72
expect 'a batch that has expired says when' refused disinfection.batch-expired expires_on 2021-01-11
for code in outlet.gate-unmet outlet.not-open queue.booking-too-early queue.booking-too-late queue.booking-waitlisted \
  queue.proxy-holders-out-of-range queue.calls-left queue.calls-used-up queue.outlet-paused lobby.isolation-full \
  lobby.under-evacuation lobby.not-your-turn disinfection.too-weak disinfection.too-short disinfection.terminal-incomplete \
  supply.lot-not-here supply.lot-expired supply.shortage-reason-missing supply.short-later supply.before-count; do
  expect "the day meets $code" told "a.lines.some(l => l.refusal?.code === '$code')"
done
served() { told 'a.lines.filter(l => l.answer === "queue.finished" && l.local.startsWith("2021-01-12")).length === 27'; }
expect 'the figure at closing is what the queue counted' served

expect 'the log it wrote verifies' exits 0 "$waystation" verify --data "$work/data" --deep --json
expect 'the verification says so' holds 'a.ok && a.findings.length === 0' "$work/answer"
shown() { exits 0 "$waystation" show --data "$work/data" "$@" --json; }
expect 'the queue after a missed number is shown' \
  shown queue --with outlet=102221004264 --with ticket=2021-01-12-A002 --at 2021-01-12T09:34:30+08:00
expect 'it is behind the two that are left of three' holds 'a.place.before === 2' "$work/answer"
expect 'the queue after closing is shown' shown queue --with outlet=102221004264 --at 2021-01-12T18:00:00+08:00
expect 'its figures are those of the day' \
  holds 'a.closed && a.figures.served === 27 && a.figures.voided === 1 && a.figures.no_shows === 1' "$work/answer"
expect 'the outlet at half past eleven is shown' shown outlet --with outlet=102221004264 --at 2021-01-12T11:30:00+08:00
expect 'it pauses, with the reason' holds 'a.facts.state === "paused" && a.facts.reason.length > 0' "$work/answer"
expect 'the outlet at three is shown' shown outlet --with outlet=102221004264 --at 2021-01-12T15:00:00+08:00
expect 'its round is overdue, as nothing was recorded yet' holds 'a.round_overdue' "$work/answer"
finish
