// The sentences of the refusals, for the program to say at a terminal: from the catalogues of the pages, so that
// each is written once. Usage: refusal-words.mjs OUT; rows sorted by code, as `Words{code, zh, en},`.
import { readFileSync, writeFileSync } from 'node:fs';

const read = (language) => JSON.parse(readFileSync(`web/src/locales/${language}.json`, 'utf8'));
const zh = read('zh-CN');
const en = read('en');
const rows = Object.keys(en)
  .filter((key) => key.startsWith('code.'))
  .map((key) => [key.slice('code.'.length), zh[key], en[key]])
  .sort(([a], [b]) => (a < b ? -1 : 1));
const row = (words) => `Words{${words.map((text) => JSON.stringify(text)).join(', ')}},\n`;
writeFileSync(process.argv[2], rows.map(row).join(''));
