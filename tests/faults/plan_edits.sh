#!/usr/bin/env bash
# Random edits of the Shenyang plan against the independent checker; EDITS and SEED by environment.
source "$(dirname "$0")/../journeys/expect.bash"
network=examples/shenyang-2021
"$waystation" plan --network $network --zone SY-HG-01 --from 2021-01-08 --days 14 --out "$work/p.json" || exit 1
node tests/faults/plan_edits.mjs "$waystation" $network "$work/p.json" "${EDITS:-200}" ${SEED:+"$SEED"}
