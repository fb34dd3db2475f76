#!/usr/bin/env bash
# Every finding is an error: formatting, clang-tidy's chosen checks (.clang-tidy), oxlint, types, arrows.
set -euo pipefail
cd "$(dirname "$0")/.."
mapfile -t sources < <(git ls-files 'src/*.cpp' 'src/*.h' 'tests/*.cpp' 'bench/*.cpp')
clang-format --dry-run --Werror "${sources[@]}"
node tests/arrows/arrows.mjs
cmake --preset release >/dev/null
mapfile -t units < <(git ls-files 'src/*.cpp' | grep -v '_test\.cpp$')
printf '%s\n' "${units[@]}" | xargs -P "$(nproc)" -n 4 clang-tidy --quiet -p build/release 2>/dev/null
(cd web && npm run --silent lint && npm run --silent typecheck)
echo "No findings."
