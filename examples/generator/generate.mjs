// Writes examples/shenyang-2021/*.csv. The same seed gives the same bytes.
//
//   node examples/generator/generate.mjs [--source icbc-liaoning-cnaps.csv] [--seed 20210108]
//
// `--source` is the public list of outlets (see NOTICE); without it the outlets.csv that is there stays. What is
// fact and what is invented is said in examples/shenyang-2021/README.md: every name of a person, every phone, position,
// and size of an outlet is invented here.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { example } from './shenyang.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'shenyang-2021');
const option = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};

const cell = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

const write = (name, rows) => {
  const columns = Object.keys(rows[0]);
  const lines = [columns, ...rows.map((row) => columns.map((column) => `${row[column] ?? ''}`))];
  writeFileSync(join(folder, name), lines.map((line) => line.map(cell).join(',') + '\n').join(''));
};

// The public list has no quoted cells.
const read = (path) => {
  const [header, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const columns = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [columns[i], value])));
};

const source = option('source');
const files = example(Number(option('seed') ?? 20210108), source ? read(source) : undefined);
for (const [name, rows] of Object.entries(files)) write(`${name}.csv`, rows);
