# For the journeys: runs the real program in a folder of its own and counts what held.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
waystation=${WAYSTATION:-$PWD/build/release/waystation}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# expect "what should hold" command…   — passes when the command succeeds.
expect() {
  local what=$1
  shift
  if "$@" >"$work/out" 2>"$work/err"; then
    passed=$((passed + 1)) && echo "ok    $what"
  else
    failed=$((failed + 1)) && echo "FAIL  $what (exit $?)"
    head -c 2000 "$work/out" "$work/err"
  fi
}

# exits CODE command…   — passes when the command ends with this exit status; its output is in $work/answer.
exits() {
  local code=$1 status
  shift
  "$@" >"$work/answer" 2>"$work/complaint"
  status=$?
  [[ $status -eq $code ]] || { echo "exit $status, not $code"; cat "$work/answer" "$work/complaint"; return 1; }
}

# holds 'JavaScript about the answer `a`' FILE   — FILE is one JSON document.
holds() {
  node -e "const a = JSON.parse(require('fs').readFileSync(process.argv[1], 'utf8'));
    if (!($1)) { console.log(JSON.stringify(a).slice(0, 1500)); process.exit(1); }" "$2"
}

finish() {
  echo "$passed passed, $failed failed"
  ((failed == 0))
  exit
}
