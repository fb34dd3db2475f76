#!/usr/bin/env bash
# A small province's day through HTTP, at 1,800 times its speed. No figure is judged, only that the day is
# right. Every answer is the mirror's, no ticket is lost or called twice, and the log verifies.
source "$(dirname "$0")/expect.bash"
day() { exits 0 "$waystation" bench day --outlets 60 --customers 20 --speed 1800 --beside 0 --seed "$seed" --disk "$work"; }
seed=$((RANDOM))
echo "seed $seed"
expect 'the day of 60 outlets is lived' day
told() { holds "$1" "$work/answer"; }
expect 'all 1,200 customers took a ticket' told 'a.tickets.taken === 1200'
expect 'every ticket came to an end' told 'a.tickets.ended + a.tickets.carried === 1200 && a.tickets.lost === 0'
expect 'none was given or called twice' \
  told 'a.tickets.twice_taken === 0 && a.tickets.twice_called === 0 && a.tickets.out_of_order === 0'
expect 'each order was answered as the mirror answers it' told 'a.unexpected === 0 && a.accepted > 9000'
expect 'some were refused, by name' told 'Object.keys(a.refusals).length >= 1 && a.refused > 0'
expect 'some were repeated, and happened once' told 'a.replayed > 0 && a.events_lost === 0'
expect 'the log verifies, and its replay is the same bank' told 'a.verified && a.ok'
finish
