#!/usr/bin/env bash
# What the command line says no to: every refusal of its own, by its exit status and its code.
source "$(dirname "$0")/expect.bash"
network=examples/shenyang-2021
zone=SY-HG-01
# refuses EXIT CODE arguments…   — the program ends so and names this code.
refuses() {
  local status=$1 code=$2
  shift 2
  exits "$status" "$waystation" "$@" && grep -q "refused: $code\b" "$work/complaint" ||
    { cat "$work/complaint"; return 1; }
}
plan() { "$waystation" plan --network "$1" --from 2021-01-08 --out "$work/p.json" "${@:2}"; }

expect 'the zone is planned' plan $network --zone $zone
expect 'a first day that is none is refused' \
  refuses 4 plan.day-invalid plan --network $network --zone $zone --from 2021-02-30
cp -r $network "$work/two-zones"
echo 'SY-HG-02,第二管控区,SY,2021-01,key_control_area,2021-01-02T00:00:00+08:00,' >>"$work/two-zones/zones.csv"
sed -i '/^SY-HG-C02,/s/,SY-HG-01,/,SY-HG-02,/' "$work/two-zones/communities.csv"
expect 'where two zones are sealed the one must be named' \
  refuses 4 plan.zone-not-named plan --network "$work/two-zones" --from 2021-01-08
explain() { refuses 3 "$1" explain --network $network --plan "$2" --outlet "$3"; }
expect 'a plan file that is not there is refused' explain plan.file-unreadable "$work/none.json" 102221004264
expect 'an outlet of which the plan does not speak is refused' \
  explain plan.outlet-not-in-plan "$work/p.json" 102221000010

expect 'a data folder is made' "$waystation" init "$work/data"
export_() { refuses 4 "$1" export --data "$work/data" "${@:2}"; }
expect 'an unknown table is not exported' export_ export.what-unknown vaults --out "$work/x.csv"
expect 'nor in an unknown format' export_ export.format-unknown outlets --out "$work/x.doc"
expect 'nor at a time that is none' export_ export.time-invalid outlets --out "$work/x.csv" --at noon
import() { refuses "$1" "$2" import --data "$work/data" "${@:3}"; }
expect 'nothing is imported at a time that is none' import 4 import.time-invalid $network --at noon
expect 'nor a file that is not there' import 3 import.file-missing "$work/none.csv"
do_() { refuses 4 "$1" do --data "$work/data" city.add "${@:2}"; }
expect 'nobody acts in an unknown role' do_ do.role-unknown --role wizard
expect 'nor for a scope that is none' do_ do.scope-invalid --scope 'SY/'
expect 'nor at a time that is none' do_ do.time-invalid --at noon
expect 'nor with a key that is none' do_ do.key-invalid --idempotency-key short
show() { refuses "$1" "$2" show --data "$work/data" "${@:3}"; }
expect 'an unknown view is not shown' show 3 view.unknown vaults
expect 'nor one at a time that is none' show 4 show.time-invalid board --at noon
expect 'nor with a parameter that has no value' show 4 show.parameter-malformed outlet --with outlet
expect 'a story does not stop at a time that is none' refuses 4 story.time-invalid story $network --until noon
simulate() { refuses "$1" "$2" simulate --network "$network" "${@:3}"; }
here='--outlet 102221004264 --date 2021-01-08'
expect 'no day is played that is none' \
  simulate 4 foresight.date-invalid --outlet 102221004264 --date 2021-02-30
expect 'nor of an outlet that is not there' simulate 3 outlet.unknown --outlet 1 --date 2021-01-08
# shellcheck disable=SC2086
{
  expect 'nor without a window' simulate 4 foresight.windows-none $here --windows 0
  expect 'nor with a negative cap' simulate 4 foresight.lobby-out-of-range $here --cap -1
  expect 'nor a thousand million times' \
    simulate 4 foresight.replications-out-of-range $here --replications 1000000000
  expect 'but it is played' "$waystation" simulate --network "$network" $here --replications 100 --json
  what_if() { refuses 4 "$1" what-if --network "$network" $here "${@:2}"; }
  expect 'no variant is compared that changes nothing known' \
    what_if foresight.variant-malformed --try doors=2
  expect 'nor one that is no number' what_if foresight.variant-malformed --try windows=two
  expect 'nor by a measure that is none' what_if foresight.ranking-out-of-range --try cap=9 --goal joy
  expect 'but variants are compared' "$waystation" what-if --network "$network" $here --try cap=9 --json
}

# A series of use, day by day from 1 January 2021.
series() {
  node -e "console.log('date,value');
    for (let i = 0; i < $1; i++) console.log(new Date(Date.UTC(2021, 0, 1 + i)).toISOString().slice(0, 10) + ',' + (50 + 9 * (i % 7)));" >"$work/use.csv"
}
forecast() { series "$2" && { [[ -z $3 ]] || echo "$3" >>"$work/use.csv"; } && refuses 4 "forecast.$1" forecast "$work/use.csv"; }
foreseen() {
  series 140 && exits 0 "$waystation" forecast "$work/use.csv" --horizon 3 --json &&
    holds 'a.days.length === 3 && a.days[0].date === "2021-05-21" && Math.abs(a.days[0].expected - 50) < 0.5' "$work/answer"
}
expect 'a series of use is foreseen' foreseen
expect 'a file that is not there is no series' refuses 4 forecast.unreadable forecast "$work/none.csv"
expect 'nor is a value that is no number' forecast unreadable 60 '2021-03-02,two'
expect 'nor use below nothing' forecast negative 60 '2021-03-02,-1'
expect 'a missing date is named' forecast date-gap 60 '2021-03-03,1'
expect 'few days are too few' forecast too-short 55 ''
expect 'more than twenty years are too many' forecast too-long 7321 ''
expect 'a horizon beyond 56 days is wrong use' exits 2 "$waystation" forecast "$work/use.csv" --horizon 57
finish
