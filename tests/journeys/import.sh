#!/usr/bin/env bash
# The real list of 833 outlets of the province, in both encodings, whole or not at all.
source "$(dirname "$0")/expect.bash"
list=../shared/data/outlets/icbc-liaoning-cnaps.csv
if [[ ! -e $list ]]; then
  echo "SKIPPED import of the real outlet list: $list is not here"
  finish
fi
fresh() { rm -rf "$work/data" && "$waystation" init "$work/data"; }
import() { "$waystation" import --data "$work/data" "$@" --json; }
shown() { exits 0 "$waystation" show --data "$work/data" outlets --json; }

expect 'a data folder is made' fresh
expect 'the list imports' exits 0 import "$list"
expect 'all 833 rows of it' holds 'a.rows === 833 && a.imported === 833 && a.errors.length === 0' "$work/answer"
expect 'the outlets are shown' shown
expect '821 of them have a counter' \
  holds 'a.rows.length === 833 && a.rows.filter(r => r.kind !== "back_office").length === 821' "$work/answer"
cp "$work/answer" "$work/utf8.json"
expect 'the same list again is refused, row by row' exits 4 import "$list"

iconv -f UTF-8 -t GB18030 "$list" >"$work/outlets-gb18030.csv"
expect 'another folder is made' fresh
expect 'the same list in GB18030 imports' exits 0 import "$work/outlets-gb18030.csv"
expect 'as many rows' holds 'a.imported === 833' "$work/answer"
expect 'the outlets are shown again' shown
titles() { node -e "const t = f => JSON.stringify(JSON.parse(require('fs').readFileSync(f)).rows.map(r => [r.outlet, r.title]));
  process.exit(t('$work/utf8.json') === t('$work/answer') ? 0 : 1)"; }
expect 'with the same names' titles

# Ten mistakes that offices make: a code too short, a wrong check digit, a letter, an empty name, twice the same…
node -e "
  const fs = require('fs');
  const rows = fs.readFileSync('$list', 'utf8').trimEnd().split('\n');
  const edit = (line, f) => { const c = rows[line - 1].split(','); f(c); rows[line - 1] = c.join(','); };
  edit(3, c => c[0] = c[0].slice(0, 11));
  edit(20, c => c[0] = c[0].slice(0, 11) + (+c[0][11] + 1) % 10);
  edit(41, c => c[0] = '10222100O' + c[0].slice(9));
  edit(77, c => c[1] = '');
  edit(100, c => c[0] = rows[98].split(',')[0]);
  edit(150, c => c[5] = 'east');
  edit(222, c => c[6] = '95.5');
  edit(300, c => c[8] = 'palace');
  edit(444, c => c[2] = '');
  rows[599] = rows[599] + ',surplus';
  fs.writeFileSync('$work/outlets.csv', rows.join('\n') + '\n');"
expect 'a third folder is made' fresh
expect 'the list with ten mistakes is refused' exits 4 import "$work/outlets.csv"
expect 'with exactly ten, each at its line' \
  holds 'a.errors.length === 10 && a.imported === 0 &&
         [3, 20, 41, 77, 100, 150, 222, 300, 444, 600].every(l => a.errors.some(e => e.line === l))' "$work/answer"
expect 'nothing was written' shown
expect 'not one row' holds 'a.rows.length === 0' "$work/answer"
expect 'a trial of the good list says it would do' exits 0 import --dry-run "$list"
expect 'and writes nothing either' shown
expect 'still no row' holds 'a.rows.length === 0' "$work/answer"
finish
