// Every refusal has a test that provokes it: each code "room.word-word" that the sources give must stand in a
// test. Prints each that does not, and "N passed, N failed" by code.
import { execSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const files = execSync("git ls-files 'src/*' 'tests/*'", { encoding: 'utf8' }).split('\n').filter(Boolean);
const isTest = (file) => /_test\.(cpp|mjs)$/.test(file) || /^tests\/(?!golden|arrows|fuzz)/.test(file);
const sources = files.filter((file) => /^src\/.*\.(cpp|h)$/.test(file) && !isTest(file));
const text = (list) => list.map((file) => readFileSync(file, 'utf8')).join('\n');

const code = '[a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z0-9]+)*';
const found = (from, pattern) => new Set([...from.matchAll(new RegExp(pattern, 'g'))].map((match) => match[1]));
// Of the same shape, and no refusals: the names of commands and events, and of files.
const names = found(text(sources), `name = "(${code})"`);
const isFile = (word) => /\.(sqlite|js|css|json|csv|key)$/.test(word);

const tested = found(text(files.filter(isTest)), `(?<![\\w.-])(${code})(?![\\w-])`);
const given = new Map();
for (const file of sources)
  readFileSync(file, 'utf8').split('\n').forEach((line, i) => {
    for (const [, word] of line.matchAll(new RegExp(`"(${code})"`, 'g')))
      if (!names.has(word) && !isFile(word) && !given.has(word)) given.set(word, `${file}:${i + 1}`);
  });

let failed = 0;
for (const [word, place] of given)
  if (!tested.has(word)) failed += 1, console.log(`${place}: no test provokes ${word}`);
console.log(`codes: ${given.size - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
