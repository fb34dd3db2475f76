#!/usr/bin/env bash
# Loads the example into a fresh data folder, computes the plan of the sealed zone, and serves the board on the
# afternoon of 6 January 2021, when the plan waits for its first signature. Usage: demo.sh WAYSTATION DATA LISTEN
set -euo pipefail
cd "$(dirname "$0")/.."
waystation=$1 data=$2 listen=$3
example=examples/shenyang-2021

if [[ ! -e $data/log.sqlite ]]; then
  rm -rf "$data"
  "$waystation" story "$example" --data "$data" --until 2021-01-06T16:30:00+08:00 --lang en
fi
"$waystation" plan --network "$example" --zone SY-HG-01 --from 2021-01-08 --days 14 \
  --out build/demo-plan.json --lang en
"$waystation" check --network "$example" build/demo-plan.json --lang en
exec "$waystation" serve --data "$data" --listen "$listen" --demo --clock 2021-01-06T16:32:00+08:00
