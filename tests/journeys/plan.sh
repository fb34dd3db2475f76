#!/usr/bin/env bash
# The plan of the sealed zone, its independent check, and the day on which the only supervisor falls ill.
source "$(dirname "$0")/expect.bash"
network=examples/shenyang-2021
zone=SY-HG-01
plan() { "$waystation" plan --network "$1" --zone $zone --from 2021-01-08 --days 14 --out "$2" --json; }

expect 'the zone is planned' exits 0 plan $network "$work/p.json"
expect 'one outlet opens, the others are told why not' \
  holds 'a.outlets.filter(o => o.verdict === "can_open").length === 1 &&
         a.outlets.filter(o => o.verdict === "cannot_open").every(o => o.why.length > 0)' "$work/answer"
expect 'five named people stand in' \
  holds 'a.outlets.filter(o => o.verdict === "can_open")[0].crews.flatMap(c => c.members).length === 5 &&
         Object.keys(a.names).length >= 5' "$work/p.json"
expect 'the independent checker accepts it' exits 0 "$waystation" check --network $network "$work/p.json" --json
expect 'and says so' holds 'a.ok === true && a.levels.length === 6' "$work/answer"
expect 'the same input gives the same plan' exits 0 plan $network "$work/again.json"
expect 'byte for byte' cmp "$work/p.json" "$work/again.json"
# Where it is meant to change: tests/golden/README.md.
expect 'it is the plan of before' cmp tests/golden/shenyang-plan.json "$work/p.json"
why() { exits 0 "$waystation" explain --network $network --plan "$work/p.json" --outlet 102221004221 --lang "$1"; }
expect 'the closed outlet is explained in English' why en
expect 'and in Chinese' why zh

cp -r $network "$work/ill"
# The only authorised supervisor inside the zone goes into quarantine.
echo 'SY-S0101,central_quarantine,14+7,2021-01-07,2021-01-27' >>"$work/ill/measures.csv"
expect 'without the supervisor nothing can open: exit 5' exits 5 plan "$work/ill" "$work/none.json"
expect 'every outlet has its conflict and its cheapest fix' \
  holds 'a.outlets.every(o => o.verdict === "cannot_open" && o.conflict.length > 0 && o.cheapest_fix)' \
  "$work/none.json"

# Who lives with the only supervisor is isolated at home: planner and checker know it alike.
cp -r $network "$work/home"
sed -i 's/SY-HG-C01,,supervisor;vault,2021-01-06/SY-HG-C01,H-0101,supervisor;vault,2021-01-06/' "$work/home/staff.csv"
echo 'SY-S0199,示例,0,102221000905,SY-HG-C01,H-0101,lobby,' >>"$work/home/staff.csv"
echo 'SY-S0199,home_isolation,7,2021-01-07,2021-01-27' >>"$work/home/measures.csv"
expect 'without whom the household keeps away nothing can open' exits 5 plan "$work/home" "$work/home.json"
expect 'and the checker agrees' exits 0 "$waystation" check --network "$work/home" "$work/home.json" --json
sed -i 's/SY-S0199,home_isolation,7,2021-01-07/SY-S0199,central_quarantine,14+7,2021-01-01/' "$work/home/measures.csv"
expect 'a week after they left home the supervisor may work' exits 0 plan "$work/home" "$work/home.json"
expect 'and the checker agrees again' exits 0 "$waystation" check --network "$work/home" "$work/home.json" --json
expect 'a zone that is not sealed is refused' \
  exits 3 "$waystation" plan --network $network --zone NOWHERE --from 2021-01-08 --days 14 --out "$work/x.json"
finish
