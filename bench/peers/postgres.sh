#!/usr/bin/env bash
# TPC-B by pgbench on a PostgreSQL of this bench's own, for `waystation bench ledger`: a cluster in a scratch folder on the
# disk that is measured, reached by a socket there and by nothing else, with the durability that PostgreSQL has by default.
# Ends and removes only what it made.
#
#   postgres.sh DISK CLIENTS PORT     then on stdin a line a round, its seconds; answers on stdout:
#     ready VERSION  |  absent WHY
#     round TRANSACTIONS_PER_SECOND CPU_MICROSECONDS_PER_TRANSACTION AVERAGE_LATENCY_MS      (CPU of the server alone)
set -euo pipefail
disk=$1 clients=$2 port=$3
absent() { echo "absent $*" && exit; }

bin=$(ls -d /usr/lib/postgresql/15/bin 2>/dev/null || true)
[[ -n $bin && -x $bin/initdb ]] || absent 'PostgreSQL 15 is not installed (Debian: apt-get install postgresql-15)'
[[ -x $bin/pgbench ]] || absent 'pgbench is not installed (Debian: apt-get install postgresql-contrib-15 or postgresql-15)'

folder=$(mktemp -d "$disk/waystation-postgres-XXXXXX")
as=()  # PostgreSQL refuses to run as root.
if ((EUID == 0)); then
  id postgres >/dev/null 2>&1 || absent 'there is no user postgres to run it as'
  chown postgres "$folder"
  as=(runuser -u postgres --)
fi
cd "$folder"
finish() {
  [[ -f $folder/data/postmaster.pid ]] && "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1
  rm -rf "$folder"
}
trap finish EXIT
trap 'exit 1' INT TERM

{
  "${as[@]}" "$bin/initdb" -D "$folder/data" -A trust --data-checksums -E UTF8 --locale=C
  "${as[@]}" tee -a "$folder/data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$folder'
port = $port
fsync = on
synchronous_commit = on
full_page_writes = on
shared_buffers = 1GB
max_wal_size = 4GB
checkpoint_timeout = 30min
max_connections = $((clients + 8))
CONF
  "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w start
  # As many branches as clients, so that no two need wait for one row; then what it must write before it is measured.
  "${as[@]}" "$bin/pgbench" -h "$folder" -p "$port" -i -s "$clients" -I dtGvp postgres
  "${as[@]}" "$bin/psql" -h "$folder" -p "$port" -c CHECKPOINT postgres
} >"$folder/preparation" 2>&1 || { why=$(tail -1 "$folder/preparation"); absent "PostgreSQL did not start: $why"; }
echo "ready $("$bin/postgres" --version | grep -oE '[0-9]+\.[0-9]+' | head -1)"

# Ticks of CPU of the server: its own, those of its lasting processes, and of the sessions that have ended.
ticks() {
  local first sum=0 pid own
  read -r first <"$folder/data/postmaster.pid"
  for pid in $first $(cat "/proc/$first/task/$first/children"); do
    read -ra own <<<"$(sed 's/.*) //' "/proc/$pid/stat" 2>/dev/null || echo 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0)"
    sum=$((sum + own[11] + own[12]))
    if ((pid == first)); then sum=$((sum + own[13] + own[14])); fi
  done
  echo $sum
}

while read -r seconds; do
  before=$(ticks)
  "${as[@]}" "$bin/pgbench" -h "$folder" -p "$port" -n -M prepared -b tpcb-like -c "$clients" -j 2 -T "$seconds" postgres >"$folder/round" 2>"$folder/round.err" ||
    { cat "$folder/round.err" >&2; exit 1; }
  after=$(ticks)
  awk -v ticks=$((after - before)) -v hertz="$(getconf CLK_TCK)" '
    /^number of transactions actually processed/ {n = $NF; sub(/\/.*/, "", n)}
    /^latency average/ {latency = $4}
    /^tps = / {tps = $3}
    END {printf "round %.1f %.1f %.3f\n", tps, ticks / hertz / n * 1e6, latency}' "$folder/round"
done
