// @vitest-environment node
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}
const sources = filesBelow('src').filter((path) => /\.tsx?$/.test(path));
const importsOf = (path: string) =>
  [...readFileSync(path, 'utf8').matchAll(/from '(\.[^']+)'|import\('(\.[^']+)'\)/g)].map((m) =>
    normalize(join(dirname(path), (m[1] ?? m[2])!)),
  );
const floor = (path: string) => path.split('/')[1]!;
const isSection = (path: string) => path.startsWith('src/outlet/sections/');
const room = (path: string) => path.split('/')[2]!;

it('lets features meet only in the app', () => {
  const wrong = sources
    .filter((path) => floor(path) === 'features')
    .flatMap((path) =>
      importsOf(path)
        .filter(
          (to) => floor(to) === 'app' || (floor(to) === 'features' && room(to) !== room(path)),
        )
        .map((to) => `${path} → ${to}`),
    );
  expect(wrong).toEqual([]);
});

it('keeps the tablet apart from the staff, and its sections apart from each other', () => {
  const wrong = sources.flatMap((path) =>
    importsOf(path)
      .filter(
        (to) =>
          (floor(path) === 'outlet' && ['app', 'features'].includes(floor(to))) ||
          (floor(path) !== 'outlet' && floor(to) === 'outlet') ||
          (isSection(path) && isSection(to)),
      )
      .map((to) => `${path} → ${to}`),
  );
  expect(wrong).toEqual([]);
});

it('keeps the parts and the client free of pages', () => {
  const wrong = sources
    .filter((path) => ['kit', 'api'].includes(floor(path)))
    .flatMap((path) =>
      importsOf(path)
        .filter((to) => ['app', 'features'].includes(floor(to)))
        .map((to) => `${path} → ${to}`),
    );
  expect(wrong).toEqual([]);
});

it('keeps every file short enough to read', () => {
  const wrong = sources
    .filter((path) => path !== 'src/api/contract.ts')
    .filter((path) => {
      const lines = readFileSync(path, 'utf8').split('\n');
      return lines.length > 400 || lines.some((line) => line.length > 100 && !/['`"]/.test(line));
    });
  expect(wrong).toEqual([]);
});
