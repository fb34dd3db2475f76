#!/usr/bin/env bash
# The outlet-day OD v1 on our engine and on SimPy (Debian: python3-simpy3), turn by turn in one run.
# Last line: the ratio of days a CPU second, round by round, and whether every output lies inside the
# joint 99.9 % interval. Usage: bench/simpy.sh [DAYS OF SIMPY [ROUNDS]]
set -euo pipefail
cd "$(dirname "$0")/.."
days=${1:-150} rounds=${2:-3}
if ! python3 -c 'import simpy' 2>/dev/null; then
  echo '{"case":"od beside simpy","ok":null,"skipped":"SimPy is not installed: apt-get install python3-simpy3"}'
  exit 0
fi
ours=$(mktemp) peer=$(mktemp)
trap 'rm -f "$ours" "$peer"' EXIT
for ((round = 1; round <= rounds; round++)); do
  build/release/waystation bench od --outlets 0 | tee -a "$ours"
  python3 bench/od_simpy.py "$days" "$round" | tee -a "$peer"
done
python3 - "$ours" "$peer" <<'PYTHON'
import json, sys
from math import hypot
ours, peer = ([json.loads(line) for line in open(name)] for name in sys.argv[1:])
ratios = [a['fresh_days_per_second'] / b['fresh_days_per_second'] for a, b in zip(ours, peer)]
apart = [name for a, b in zip(ours, peer) for name in b if isinstance(b[name], dict)
         and abs(a[name]['mean'] - b[name]['mean']) > hypot(a[name]['half'], b[name]['half']) * 3.2905 / 1.96]
print(json.dumps({'case': 'od beside simpy', 'ratios': [round(r) for r in ratios],
                  'least_ratio': round(min(ratios)), 'outputs_apart': apart,
                  'ok': min(ratios) >= 150 and not apart}))
PYTHON
