#!/usr/bin/env bash
# Runs every test and ends with one line "N passed, N failed". Flags by environment:
#   ALL=yes           also run what would be counted "as before"
#   FUZZ_SECONDS=60   how long each fuzzer runs        KILLS=200   how many times a writer is killed
#   ONLY=pattern      only suites whose name matches
#   SANITIZE=yes      also run the unit tests as built by clang with ASan and UBSan
#
# A suite names what it depends on. Where all of that is, byte for byte, what it was when the suite last passed in this
# very folder, its earlier count stands and is printed "as before". A copy of the folder remembers nothing.
set -uo pipefail
cd "$(dirname "$0")/.."
FUZZ_SECONDS=${FUZZ_SECONDS:-60}
KILLS=${KILLS:-200}
export KILLS FUZZ_SECONDS
logs=build/test-logs green=build/test-green
rm -rf "$logs"
mkdir -p "$logs" "$green"

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

# What a result rests on: the command, the knobs, the tools, this folder by its number on the disk, and every byte of
# the files named (folders with all that is in them).
tools=$(node --version; chromium --version 2>/dev/null; stat -c %d:%i .)
fingerprint() {
  local needs=$1
  shift
  # shellcheck disable=SC2086
  {
    echo "$* $KILLS $FUZZ_SECONDS $tools"
    find tests/run.sh $needs -name node_modules -prune -o -type f -print0 | sort -z | xargs -0 sha256sum
  } 2>&1 | sha256sum | cut -d' ' -f1
}

wanted() { [[ $1 =~ ${ONLY:-.} ]]; }
is_as_before() {  # NAME FINGERPRINT
  [[ ${ALL:-no} != yes && -f $green/$1 && $(cut -d' ' -f1 "$green/$1") == "$2" ]]
}

# suite NAME "what it needs" command…   — nothing needed: it is cheap, and runs each time.
suite() {
  local name=$1 needs=$2 start=$SECONDS status p f key=
  shift 2
  wanted "$name" || return 0
  if [[ -n $needs ]]; then
    key=$(fingerprint "$needs" "$@")
    if is_as_before "$name" "$key"; then
      printf '%-28s %5d passed   0 failed  as before\n' "$name" "$(cut -d' ' -f2 "$green/$name")" >"$logs/$name.line"
      cat "$logs/$name.line"
      return
    fi
  fi
  rm -f "$green/$name"
  "$@" >"$logs/$name.log" 2>&1 </dev/null
  status=$?
  read -r p f < <(count "$logs/$name.log" "$status")
  {
    printf '%-28s %5d passed %3d failed  %4d s\n' "$name" "$p" "$f" $((SECONDS - start))
    if ((f)); then tail -n 60 "$logs/$name.log" | sed 's/^/    /'; fi
    grep -hE '^SKIPPED' "$logs/$name.log" | sort -u | sed 's/^/    /'
  } >"$logs/$name.line"
  cat "$logs/$name.line"
  # Only what was whole, and of files that nobody changed meanwhile.
  if [[ -n $key ]] && ((f == 0)) && ! grep -qE '^SKIPPED' "$logs/$name.log" && [[ $(fingerprint "$needs" "$@") == "$key" ]]; then
    echo "$key $p" >"$green/$name"
  fi
}

# As many beside one another as there are cores, and one more, for there is always one that waits.
beside() {
  wanted "$1" || return 0
  while (($(jobs -rp | wc -l) > $(nproc))); do wait -n; done
  suite "$@" &
}

suite test-build '' cmake --build --preset release -j "$(nproc)"
suite arrows '' node tests/arrows/arrows.mjs
suite codes '' node tests/arrows/codes.mjs

# The longest first.
program=build/release/waystation
faults=build/release/tests/faults
pages="$program web/dist web/package-lock.json tests/journeys examples"
for journey in starts cutOff killed workplace upkeep hall cash crew; do
  beside "tablet-$journey" "$pages" node tests/journeys/run.mjs "$journey"
done
beside evidence-kill "$program tests/faults examples" node tests/faults/evidence_kill_test.mjs "$program" examples/shenyang-2021
beside kill "$faults/desk_driver tests/faults" node tests/faults/kill_test.mjs "$faults/desk_driver" "$KILLS"
# What unit tests read beside themselves.
read_by_tests="examples tests/golden tests/plans web/src/locales web/src/api"
for layer in foresight domain storage http planning plans checking application core; do
  [[ -x build/release/${layer}_test ]] &&
    beside "$layer" "build/release/${layer}_test $read_by_tests" "build/release/${layer}_test"
done
for journey in reopening importing routes reading visiting forms foresee cashrooms reporting display incidents services; do
  beside "staff-$journey" "$pages" node tests/journeys/run.mjs "$journey"
done
beside bad-day "$program tests/journeys examples" node tests/journeys/bad-day.mjs
beside province-day "$program tests/journeys" bash tests/journeys/province-day.sh
for journey in story outlet-day clean-cash plan refusals import; do
  beside "$journey-journey" "$program tests/journeys examples tests/golden" bash "tests/journeys/$journey.sh"
done
beside cash-mutants "src/domain tests/mutations" node tests/mutations/cash.mjs
beside plan-edits "$program tests/faults examples" bash tests/faults/plan_edits.sh
beside disk-failure "$faults/desk_driver $faults/libfailing_disk.so tests/faults" \
  node tests/faults/disk_failure_test.mjs "$faults/desk_driver" "$faults/libfailing_disk.so"
beside web-unit "web tests/golden examples" npm --prefix web run --silent test
wait

fuzz() {  # From the corpus in the repository; what it finds is written to build/.
  local found=build/fuzz-found/$1
  mkdir -p "$found"
  "build/fuzz/$1" -max_total_time="$FUZZ_SECONDS" -timeout=10 -rss_limit_mb=2048 -max_len=65536 \
    -artifact_prefix="build/fuzz-found/" -print_final_stats=1 "$found" "tests/fuzz/corpus/$1"
}
# By their sources: where those are as before, nothing is built either.
parsers="CMakeLists.txt CMakePresets.json src/core src/domain src/checking src/http src/application/command_id.cpp tests/fuzz"
stale=()
for fuzzer in tests/fuzz/*_fuzz.cpp; do
  name=$(basename "$fuzzer" .cpp)
  wanted "$name" && ! is_as_before "$name" "$(fingerprint "$parsers" fuzz "$name")" && stale+=("$name")
done
if ((${#stale[@]})); then
  cmake --preset fuzz >"$logs/fuzz-configure.log" 2>&1
  suite fuzz-build '' cmake --build --preset fuzz -j "$(nproc)" --target "${stale[@]}"
fi
for fuzzer in tests/fuzz/*_fuzz.cpp; do
  name=$(basename "$fuzzer" .cpp)
  beside "$name" "$parsers" fuzz "$name"
done
wait

if [[ ${SANITIZE:-no} == yes ]]; then
  layers=(core foresight domain planning checking plans application storage http)
  suite sanitizer-build '' cmake --build --preset fuzz -j "$(nproc)" --target "${layers[@]/%/_test}"
  for layer in "${layers[@]}"; do beside "$layer-sanitized" '' "build/fuzz/${layer}_test"; done
  wait
fi

result=' passed +[0-9]+ failed  '
as_before=$(cat "$logs"/*.line | grep -cE "$result"'as before$')
if ((as_before)); then
  echo "$as_before suites as before: nothing that they depend on has changed since they passed here. ALL=yes runs them."
fi
read -r passed failed < <(cat "$logs"/*.line | awk "/^[a-z].*$result/ {p += \$2; f += \$4} END {print p + 0, f + 0}")
echo "$passed passed, $failed failed"
((failed == 0))
