#!/usr/bin/env bash
# Every finding is an error: formatting, clang-tidy's chosen checks (.clang-tidy), oxlint, types, arrows.
set -euo pipefail
cd "$(dirname "$0")/.."
mapfile -t sources < <(git ls-files 'src/*.cpp' 'src/*.h' 'tests/*.cpp' 'bench/*.cpp')
clang-format --dry-run --Werror "${sources[@]}"
node tests/arrows/arrows.mjs
# Never built: clang-tidy reads many files of a layer as one, without the compiler's own headers.
cmake --preset lint >/dev/null
node tools/refusal-words.mjs build/lint/generated/refusal_words.inc
node -e 'for (const unit of require("./build/lint/compile_commands.json"))
  if (!/_test[.]cpp|tests[/]|bench[/]/.test(unit.file)) console.log(unit.file)' |
  xargs -P "$(nproc)" -n 1 clang-tidy --quiet -p build/lint
(cd web && npm run --silent lint && npm run --silent typecheck)
echo "No findings."
