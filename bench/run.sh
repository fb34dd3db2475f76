#!/usr/bin/env bash
# Every benchmark; one JSON line each, as a ratio to something that runs beside it.
set -euo pipefail
cd "$(dirname "$0")/.."
echo "# $(nproc) cores, $(uname -sr), $(g++ --version | head -1), $(date -u +%FT%TZ)" >&2
cmake --build --preset release --target codec >&2
build/release/codec
build/release/waystation bench journal
build/release/waystation bench desk
build/release/waystation bench cash
build/release/waystation bench ledger --peer bench/peers/postgres.sh
build/release/waystation bench day
build/release/waystation bench queue
build/release/waystation bench od
build/release/waystation bench station
bench/simpy.sh
# The competition's files are not ours to ship: NN5=DIR names where they are.
if [[ -n ${NN5:-} ]]; then build/release/waystation bench nn5 "$NN5/nn5-train.csv" "$NN5/nn5-test-odd.csv"; fi
