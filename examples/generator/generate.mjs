// Writes examples/shenyang-2021/*.csv, the customers of its first day into its story, examples/outlet-day and
// examples/clean-cash. The same seed gives the same bytes.
//
//   node examples/generator/generate.mjs [--source icbc-liaoning-cnaps.csv] [--seed 20210108]
//
// `--source` is the public list of outlets (see NOTICE); without it the outlets.csv that is there stays. What is
// fact and what is invented is said in examples/shenyang-2021/README.md: every name of a person, every phone, position,
// and size of an outlet is invented here.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clean_cash, clean_cash_files } from './clean_cash.mjs';
import { with_first_day } from './first_day.mjs';
import { outlet_day_files } from './outlet_day_files.mjs';
import { outlet_day } from './outlet_day.mjs';
import { example } from './shenyang.mjs';

const examples = join(dirname(fileURLToPath(import.meta.url)), '..');
const option = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};

const cell = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

const write = (folder, name, rows) => {
  const columns = Object.keys(rows[0]);
  const lines = [columns, ...rows.map((row) => columns.map((column) => `${row[column] ?? ''}`))];
  const path = join(examples, folder, `${name}.csv`);
  writeFileSync(path, lines.map((line) => line.map(cell).join(',') + '\n').join(''));
};

// The public list has no quoted cells.
const read = (path) => {
  const [header, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const columns = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [columns[i], value])));
};

const source = option('source');
const seed = Number(option('seed') ?? 20210108);
const shenyang = example(seed, source ? read(source) : undefined);
for (const [name, rows] of Object.entries(shenyang)) write('shenyang-2021', name, rows);

const outlets = shenyang.outlets ?? read(join(examples, 'shenyang-2021', 'outlets.csv'));
for (const [name, rows] of Object.entries(outlet_day_files({ ...shenyang, outlets }))) write('outlet-day', name, rows);
writeFileSync(join(examples, 'outlet-day', 'story.json'), outlet_day());
for (const [name, rows] of Object.entries(clean_cash_files({ ...shenyang, outlets }))) write('clean-cash', name, rows);
writeFileSync(join(examples, 'clean-cash', 'story.json'), clean_cash());

const story = join(examples, 'shenyang-2021', 'story.json');
writeFileSync(story, with_first_day(readFileSync(story, 'utf8'), seed));
