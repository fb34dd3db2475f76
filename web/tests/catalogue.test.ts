// @vitest-environment node
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isForTablet } from '../plugins/leanWords';
import en from '../src/locales/en.json';
import zh from '../src/locales/zh-CN.json';

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}
const read = (paths: string[]) => paths.map((path) => readFileSync(path, 'utf8')).join('\n');

const pages = read(filesBelow('src').filter((p) => /\.tsx?$/.test(p) && !/\.test\./.test(p)));
const server = read(
  filesBelow('../src').filter((p) => /\.(cpp|h)$/.test(p) && !/(_test|_story)\.|\/cli\//.test(p)),
);
const contract = readFileSync('src/api/contract.ts', 'utf8');
const keys = new Set(Object.keys(zh));

// Keys written out, and the beginnings of those that end in a word of the contract.
const written = [...pages.matchAll(/['"`]([a-z][a-z-]*(?:\.[A-Za-z_-]+)+)['"`]/g)].map(
  (m) => m[1]!,
);
const families = [...pages.matchAll(/t\(\s*`([a-z-]+\.(?:[a-z-]+\.)?)\$\{/g)].map((m) => m[1]!);

// Every code that the server can answer with.
const codes = new Set(
  [...server.matchAll(/"((?:gate|fit|why|relax)\.[a-z-]+)"/g)].map((m) => m[1]!),
);
const refusals =
  /(?:unknown|conflict|invalid|refuse)\(\s*"([a-z-]+\.[a-z-]+)"|Why::[a-z_]+,\s*"([a-z-]+\.[a-z-]+)"/g;
for (const found of server.matchAll(refusals)) codes.add((found[1] ?? found[2])!);
// The command line has its own words, and so have the rows of sheets.
const worded = /^(do|show|csv|import|half|plan-file|serve|story)\./;

const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort();
const words = (type: string) =>
  [...(contract.match(new RegExp(`type ${type} =([^;]*);`))?.[1] ?? '').matchAll(/'([^']+)'/g)].map(
    (m) => m[1]!,
  );

it('says the same things in both languages', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  for (const text of [...Object.values(en), ...Object.values(zh)]) expect(text).not.toBe('');
});

it('fills the same places in both languages', () => {
  const differ = Object.entries(zh).filter(
    ([key, text]) =>
      key !== 'map.zone' &&
      String(places(text)) !== String(places((en as Record<string, string>)[key]!)),
  );
  expect(differ.map(([key]) => key)).toEqual([]);
});

it('has a sentence for every key that a page names', () => {
  const known = new Set([...keys].map((key) => key.split('.')[0]!));
  const missing = written.filter(
    (key) => known.has(key.split('.')[0]!) && !keys.has(key) && !keys.has(`code.${key}`),
  );
  const commands = new Set([...contract.matchAll(/'([a-z]+\.[a-z-]+)':/g)].map((m) => m[1]!));
  expect(missing.filter((key) => !commands.has(key))).toEqual([]);
});

it('leaves the tablet every sentence that it names', () => {
  const tablet = read(
    filesBelow('src/outlet').filter((p) => /\.tsx?$/.test(p) && !/\.test\./.test(p)),
  );
  const named = [...tablet.matchAll(/['"`]([a-z][a-z-]*(?:\.[A-Za-z_-]+)+)['"`]/g)]
    .map((m) => m[1]!)
    .filter((key) => keys.has(key));
  // A key that ends with what is put in names no key that goes on after it.
  const begun = [...tablet.matchAll(/t\(\s*`([a-z-]+\.(?:[a-z-]+\.)?)\$\{[^{}`]+\}(`?)/g)];
  const family = [...keys].filter((key) =>
    begun.some(
      ([, start = '', ends]) =>
        key.startsWith(start) && !(ends && key.slice(start.length).includes('.')),
    ),
  );
  expect([...named, ...family].filter((key) => !isForTablet(key))).toEqual([]);
  expect(named.length).toBeGreaterThan(100);
});

it('keeps no sentence that no page uses', () => {
  const used = new Set(written);
  const spare = [...keys].filter(
    (key) =>
      !used.has(key) &&
      !key.startsWith('code.') &&
      !families.some((family) => key.startsWith(family)),
  );
  expect(spare).toEqual([]);
});

it('has a sentence for every refusal, gate, fitness, reason and relaxation of the server', () => {
  const missing = [...codes].filter((code) => !worded.test(code) && !keys.has(`code.${code}`));
  expect(missing.sort()).toEqual([]);
});

it('names every word of the contract that pages show', () => {
  const shown: Record<string, string> = {
    ShownState: 'state',
    Role: 'role',
    FigureKey: 'figure',
    WorkCode: 'work',
    PlanRule: 'rule',
    PlanObjective: 'objective',
    PlanPost: 'post',
    PlanVerdict: 'verdict',
    PlanBackupKind: 'backup',
    PolicyKey: 'policy',
    PolicyGrade: 'grade',
    StaffSkill: 'skill',
    SupplyItem: 'item',
    QuarantineMeasureKind: 'measure',
    DisinfectionTouchPoint: 'touch',
    DisinfectionAgent: 'agent',
    ZonePassKind: 'pass',
    ChecklistPhase: 'phase',
    Unit: 'unit',
    Level: 'level',
    PositionSource: 'position',
    PlanPinKind: 'pin',
  };
  const missing = Object.entries(shown).flatMap(([type, family]) => {
    expect(words(type), type).not.toEqual([]);
    return words(type)
      .filter((word) => word !== 'permille' && word !== 'none')
      .map((word) => `${family}.${word}`);
  });
  expect(missing.filter((key) => !keys.has(key))).toEqual([]);
});
