#!/usr/bin/env bash
# Builds the web pages, unless nothing they are made of has changed since the last time.
set -euo pipefail
cd "$(dirname "$0")/../web"
stamp=dist/.built
if [[ -e $stamp && -z $(find src public plugins ./*.html package-lock.json ./*.ts ./*.mjs -newer $stamp -print -quit 2>/dev/null) ]]; then
  exit 0
fi
npm run --silent build
touch $stamp
