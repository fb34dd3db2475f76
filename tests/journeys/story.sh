#!/usr/bin/env bash
# The golden scenario: 2 to 17 January 2021, every step through the desk, refusals included.
source "$(dirname "$0")/expect.bash"
story() { exits 0 "$waystation" story examples/shenyang-2021 --data "$work/data" --json; }
expect 'the story plays without a mistake' story
expect 'it has at least 25 steps and none failed' \
  holds 'a.steps >= 25 && a.failed === 0 && a.passed === a.steps' "$work/answer"
cp "$work/answer" "$work/january"
served() {
  holds 'a.lines.filter(l => l.answer === "queue.finished" && l.local.startsWith("2021-01-08")).length === 63' "$work/january"
}
expect 'on the first day the queue counted 63 customers' served
timeline() { exits 0 "$waystation" story examples/shenyang-2021 --lang en; }
expect 'its timeline is printed' timeline
cp "$work/answer" "$work/timeline"
dated() { (($(grep -cE '2021-01-(0[2-9]|1[0-7])' "$work/timeline") >= 25)); }
expect 'every step is dated between 2 and 17 January' dated
for refusal in outlet.gate-unmet gate.disinfection-missing staff.lives-outside approval.same-person; do
  expect "the timeline names the refusal $refusal" grep -q "$refusal" "$work/timeline"
done

expect 'the log it wrote verifies' exits 0 "$waystation" verify --data "$work/data" --deep --json
expect 'the verification says so' holds 'a.ok && a.events > 100 && a.findings.length === 0' "$work/answer"
shown() { exits 0 "$waystation" show --data "$work/data" "$@" --json; }
expect 'the board of 6 January noon is shown' shown board --at 2021-01-06T12:00:00+08:00
expect 'it is of that moment' \
  holds 'Date.parse(a.as_of) <= Date.parse("2021-01-06T12:00:00+08:00") && a.response_day === 5' "$work/answer"
expect 'the outlet is closed then' shown outlet --with outlet=102221004264 --at 2021-01-06T12:00:00+08:00
expect 'as its state says' holds 'a.facts.state !== "open"' "$work/answer"
expect 'the outlet at 10:30 on 8 January is shown' \
  shown outlet --with outlet=102221004264 --at 2021-01-08T10:30:00+08:00
expect 'it is open with one window' holds 'a.facts.state === "open" && a.facts.windows_open === 1' "$work/answer"
expect 'the outlet after closing is shown' \
  shown outlet --with outlet=102221004264 --at 2021-01-08T17:10:00+08:00
expect 'its closing figure is what the queue counted' holds 'a.facts.customers_served === 63' "$work/answer"

erase() { exits 0 "$waystation" do --data "$work/data" staff.erase --json '{"person":"SY-S0103"}'; }
expect 'a person is erased' erase
expect 'the log still verifies' exits 0 "$waystation" verify --data "$work/data" --json
expect 'their name is gone' shown people
expect 'everywhere' holds 'a.rows.some(r => r.person === "SY-S0103" && r.erased && !r.name)' "$work/answer"
finish
