#!/usr/bin/env bash
# Three weeks of cash inside the seal, every step through the desk, and then the log that it wrote.
source "$(dirname "$0")/expect.bash"
story() { exits 0 "$waystation" story examples/clean-cash --data "$work/data" --json; }
expect 'the three weeks play without a mistake' story
cp "$work/answer" "$work/weeks"
told() { holds "$1" "$work/weeks"; }
expect 'it has at least 70 steps and none failed' told 'a.steps >= 120 && a.failed === 0 && a.passed === a.steps'
expect 'every step is told in both languages' told 'a.lines.every(l => l.say_zh && l.say_en)'
for code in cash.not-from-central-bank cash.same-person cash.wrong-compartment cash.seal-mismatch \
  cash.handover-one-sided cash.teller-box-unknown cash.total-mismatch cash.above-holding-limit cash.short \
  cash.sources-mixed cash.cabinet-busy cash.sanitised-too-short cash.not-sanitised cash.received-today \
  cash.not-released cash.van-without-pass cash.never-paid-out cash.clock-running cash.counter-releases \
  cash.act-expired machine.must-be-single machine.last-of-mode machine.cassette-takes-in machine.test-missing \
  machine.counter-backwards machine.in-service machine.counters-unread machine.counted-before-sanitising \
  machine.hand-investigates machine.mode-unconfirmed van-run.crew-too-few van-run.above-insured \
  van-run.without-pass van-run.not-loaded van-run.not-missed van-run.not-moved cash-order.not-whole-bundles \
  cash-order.remark-missing; do
  expect "they meet $code" told "a.lines.some(l => l.refusal?.code === '$code')"
done
refused() {
  told "a.lines.some(l => l.refusal?.code === '$1' && l.refusal.facts.some(f => f.name === '$2' && f.value === '$3'))"
}
expect 'a short run says how long it must be' refused cash.sanitised-too-short needed 90
expect 'the clock says when it ends, inside the seal' refused cash.clock-running until 2021-01-22T17:31:00+08:00
expect 'and after it' refused cash.clock-running until 2021-01-25T16:40:00+08:00
expect 'the limit is named' refused cash.above-holding-limit limit 4000000

expect 'the log it wrote verifies' exits 0 "$waystation" verify --data "$work/data" --deep --json
expect 'the verification says so' holds 'a.ok && a.findings.length === 0' "$work/answer"
shown() { exits 0 "$waystation" show --data "$work/data" "$@" --json; }
expect 'the cash of the day of the market is shown' shown cash-outlet --with outlet=102221004264 --at 2021-01-08T20:00:00+08:00
expect 'nothing of what came in that day may be paid out' \
  holds 'a.bags.length === 3 && a.bags.every(b => b.not_yet) && a.clean === 48900000' "$work/answer"
expect 'the cash at the end is shown' shown cash --at 2021-01-25T18:00:00+08:00
expect 'all that is left may be paid out' holds 'a.held === 62190000 && a.clean === a.held' "$work/answer"
expect 'the orders at the end are shown' shown cash-orders --at 2021-01-25T18:00:00+08:00
expect 'the one was reduced, and fulfilled by the handover at the door' \
  holds 'a.rows.length === 1 && a.rows[0].status === "fulfilled" && a.rows[0].amount === 20000000 && a.rows[0].approved_amount === 10000000 && a.rows[0].closed.remark === "VR-0114-E-102221004264-in"' "$work/answer"
expect 'the emergency run is shown' shown van-run --with run=VR-0114-E --at 2021-01-14T16:00:00+08:00
expect 'its gate was open at its hour, and its stop names the order' \
  holds 'a.run.gate_from === "14:30" && a.run.gate_to === "15:00" && a.run.pass_from === "2021-01-14" && a.run.stops[0].orders[0].order === "CO-0114" && a.run.stops[0].orders[0].fulfilled' "$work/answer"
expect 'the machines of the outlet are shown' shown machines --with outlet=102221004264 --at 2021-01-12T08:00:00+08:00
expect 'both are to be settled, each serves one line' \
  holds 'a.sites[0].machines.every(m => m.settle_overdue && m.serves) && a.sites[0].takes_in && a.sites[0].pays_out' "$work/answer"
sheet() { exits 0 "$waystation" export --data "$work/data" cash --out "$work/cash.csv"; }
expect 'the balance sheet is written' sheet
expect 'its fen add up to nothing' bash -c "awk -F, 'NR > 1 {sum += \$7; n += 1} END {exit !(n > 3 && sum == 0)}' '$work/cash.csv'"

# ---- One fen is planted: by who only writes, and by who makes every hash after it anew, in the log and in the witness.
planted() {  # FOLDER-NAME TYPE FROM TO
  rm -rf "$work/$1" && cp -r "$work/data" "$work/$1" &&
    seq=$(node tests/journeys/rewrite-log.mjs "$work/$1/log.sqlite" "$2" "$3" "$4")
}
found_in() { exits 6 "$waystation" verify --data "$work/$1" --deep --json; }
says() { holds "!a.ok && a.findings.some(f => f.seq === $seq && f.what.includes('$1'))" "$work/answer"; }

cp -r "$work/data" "$work/plain"
seq=$(sqlite3 "$work/plain/log.sqlite" "SELECT max(seq) FROM event WHERE type = 'cash.received'")
sqlite3 "$work/plain/log.sqlite" "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), '000}', '001}') AS BLOB) WHERE seq = $seq"
expect 'a fen that is changed in the log is found' found_in plain
expect 'with its entry' holds "a.first_bad_seq === $seq" "$work/answer"
expect 'and the account that it was changed in' says 'cash of 102221004264 window'

expect 'a fen is planted in a deed, and the chain made anew' planted chained cash.confirmed '0,"proposed_by"' '1,"proposed_by"'
expect 'it is found' found_in chained
expect 'with its entry, for the witness remembers another' holds "a.first_bad_seq === $seq" "$work/answer"
expect 'which says what it is' says 'it says: cash.confirmed of cash/102221004264'
expect 'and in which bag the fen is' says 'cash of 102221004264 bag 102221004264-'

expect 'the same, and its witness emptied' planted unseen cash.bagged '0,"seal"' '1,"seal"'
: >"$work/unseen/witness.bin"
expect 'it is found by the last seal and by the sums' found_in unseen
expect 'the seal names the entry up to which nothing is proven' \
  holds "a.findings.some(f => f.what.includes('is not the one that was anchored')) && a.first_bad_seq <= $seq" "$work/answer"
expect 'the sums name the entry and the bag' says 'cash of 102221004264 bag 102221004264-'
refuses() { "$waystation" show --data "$work/unseen" cash --json >"$work/answer" 2>"$work/complaint"; [[ $? -ne 0 ]]; }
expect 'and the bank does not open on such a log' refuses
finish
