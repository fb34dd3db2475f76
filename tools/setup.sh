#!/usr/bin/env bash
# Installs everything that building, running and testing need, on Debian 12 as root. May be run twice:
# what is there is left alone. Every Debian package is named here; npm packages are in web/package-lock.json.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(
  # Build. Boost 1.81 by name: Debian's default 1.74 has no Describe, and the two conflict.
  g++ cmake ninja-build make mold pkg-config ccache
  libboost1.81-dev libsimdjson-dev libhowardhinnant-date-dev libfmt-dev libcli11-dev
  libsqlite3-dev libsodium-dev libssl-dev libzstd-dev libbrotli-dev zlib1g-dev
  libqrencode-dev libxlsxwriter-dev libzip-dev libpugixml-dev liblemon-dev tzdata
  # Test.
  doctest-dev librapidcheck-dev sqlite3 chromium fonts-noto-cjk
  clang clang-format clang-tidy libclang-rt-14-dev wrk curl
)

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
    missing+=("$package")
done
if ((${#missing[@]})); then
  echo "Installing ${#missing[@]} Debian packages: ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -q
  apt-get install -y -q --no-install-recommends "${missing[@]}"
else
  echo "All ${#packages[@]} Debian packages are installed."
fi

command -v node >/dev/null || { echo "Node.js 20 is needed and not installed."; exit 1; }
stamp=web/node_modules/.package-lock.json
if [[ ! -e $stamp || web/package-lock.json -nt $stamp ]]; then
  (cd web && npm ci --no-audit --no-fund)
  touch "$stamp"
fi
echo "Set-up is complete."
