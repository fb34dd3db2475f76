#!/usr/bin/env bash
# Runs every test and ends with one line "N passed, N failed". Flags by environment:
#   FUZZ_SECONDS=60   how long each fuzzer runs        KILLS=200   how many times a writer is killed
#   ONLY=pattern      only suites whose name matches
#   SANITIZE=yes      also run the unit tests as built by clang with ASan and UBSan
set -uo pipefail
cd "$(dirname "$0")/.."
FUZZ_SECONDS=${FUZZ_SECONDS:-60}
KILLS=${KILLS:-200}
export KILLS FUZZ_SECONDS
logs=build/test-logs
rm -rf "$logs"
mkdir -p "$logs"
passed=0 failed=0

# The counts in a log: doctest's, vitest's or our own closing line; else one test, by its exit status.
count() {
  local log=$1 status=$2 line p f
  line=$(grep -E '^\[doctest\] test cases:' "$log" | tail -1 | tr '|' '\n')
  if [[ -n $line ]]; then
    p=$(grep -oE '[0-9]+ passed' <<<"$line" | grep -oE '[0-9]+')
    f=$(grep -oE '[0-9]+ failed' <<<"$line" | grep -oE '[0-9]+')
  elif line=$(sed 's/\x1b\[[0-9;]*m//g' "$log" | grep -E '^ *Tests +[0-9]' | tail -1) && [[ -n $line ]]; then
    p=$(grep -oE '[0-9]+ passed' <<<"$line" | grep -oE '[0-9]+' || true)
    f=$(grep -oE '[0-9]+ failed' <<<"$line" | grep -oE '[0-9]+' || true)
  elif line=$(grep -oE '[0-9]+ passed, [0-9]+ failed' "$log" | tail -1) && [[ -n $line ]]; then
    p=${line%% passed*}
    f=$(grep -oE '[0-9]+ failed' <<<"$line" | grep -oE '[0-9]+')
  else
    p=$((status == 0)) f=$((status != 0))
  fi
  p=${p:-0} f=${f:-0}
  if ((status != 0 && f == 0)); then f=1; fi
  echo "$p $f"
}

suite() {
  local name=$1 start=$SECONDS status p f
  shift
  [[ $name =~ ${ONLY:-.} ]] || return 0
  "$@" >"$logs/$name.log" 2>&1 </dev/null
  status=$?
  read -r p f < <(count "$logs/$name.log" "$status")
  passed=$((passed + p)) failed=$((failed + f))
  printf '%-28s %5d passed %3d failed  %4d s\n' "$name" "$p" "$f" $((SECONDS - start))
  if ((f)); then tail -n 60 "$logs/$name.log" | sed 's/^/    /'; fi
  grep -hE '^SKIPPED' "$logs/$name.log" | sort -u | sed 's/^/    /'
}

# A suite beside the others; gather() waits for them all and adds what they say.
beside() { suite "$@" >"$logs/$1.line" & }
gather() {
  local p f
  wait
  cat "$logs"/*.line
  read -r p f < <(awk '/^[a-z].* passed .* failed .* s$/ {p += $2; f += $4} END {print p + 0, f + 0}' "$logs"/*.line)
  passed=$((passed + p)) failed=$((failed + f))
}

suite test-build cmake --build --preset release -j "$(nproc)"
# Mostly waits for the disk and for the dying: runs beside what follows.
beside kill node tests/faults/kill_test.mjs build/release/tests/faults/desk_driver "$KILLS"
suite arrows node tests/arrows/arrows.mjs
suite codes node tests/arrows/codes.mjs
for layer in core domain planning checking plans application storage http; do
  [[ -x build/release/${layer}_test ]] && suite "$layer" "build/release/${layer}_test"
done
for journey in story outlet-day clean-cash plan refusals import; do suite "$journey-journey" bash "tests/journeys/$journey.sh"; done
suite cash-mutants node tests/mutants/cash.mjs
suite plan-edits bash tests/faults/plan_edits.sh
suite disk-failure node tests/faults/disk_failure_test.mjs build/release/tests/faults/desk_driver \
  build/release/tests/faults/libfailing_disk.so
suite web-unit npm --prefix web run --silent test
beside tablet-journeys node tests/journeys/run.mjs tablet
suite web-journeys node tests/journeys/run.mjs staff
wait

cmake --preset fuzz >"$logs/fuzz-configure.log" 2>&1
suite fuzz-build cmake --build --preset fuzz -j "$(nproc)" --target fuzzers
fuzz() {  # From the corpus in the repository; what it finds is written to build/.
  local found=build/fuzz-found/$1
  mkdir -p "$found"
  "build/fuzz/$1" -max_total_time="$FUZZ_SECONDS" -timeout=10 -rss_limit_mb=2048 -max_len=65536 \
    -artifact_prefix="build/fuzz-found/" -print_final_stats=1 "$found" "tests/fuzz/corpus/$1"
}
for fuzzer in tests/fuzz/*_fuzz.cpp; do
  beside "$(basename "$fuzzer" .cpp)" fuzz "$(basename "$fuzzer" .cpp)"
  while (($(jobs -rp | wc -l) >= $(nproc))); do wait -n; done
done
gather

if [[ ${SANITIZE:-no} == yes ]]; then
  layers=(core domain planning checking plans application storage http)
  suite sanitizer-build cmake --build --preset fuzz -j "$(nproc)" --target "${layers[@]/%/_test}"
  for layer in "${layers[@]}"; do suite "$layer-sanitized" "build/fuzz/${layer}_test"; done
fi

echo "$passed passed, $failed failed"
((failed == 0))
