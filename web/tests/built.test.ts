// @vitest-environment node
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

// What `npm run build` left in dist/. Without a build there is nothing to hold to it.
const built = existsSync('dist/index.html');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

const gzip = (path: string) => gzipSync(readFileSync(join('dist', path)), { level: 9 }).length;

// Names, not addresses: XML namespaces, and links to explanations inside error messages of
// libraries. None is ever fetched; the journeys watch a real browser for that.
const inert = [
  'www.w3.org',
  'react.dev',
  'u.ant.design',
  'ant.design',
  'react.i18next.com',
  'localhost',
];

describe.skipIf(!built)('the built site', () => {
  it('names no other host', () => {
    const files = filesBelow('dist').filter(
      (path) => /\.(html|css|js|svg)$/.test(path) && !path.includes('swagger-ui'),
    );
    const foreign = files.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/https?:\/\/([a-z0-9.-]+)/gi)]
        .map((found) => found[1]!)
        .filter((host) => !inert.includes(host))
        .map((host) => `${path}: ${host}`),
    );
    expect(foreign).toEqual([]);
  });

  it('holds no style or script that only an inline policy would allow', () => {
    const page = readFileSync('dist/index.html', 'utf8');
    expect(page).not.toMatch(/<script(?![^>]*src=)/);
  });

  it('asks of a first visit no more than its budget', () => {
    const page = readFileSync('dist/index.html', 'utf8');
    const first = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((m) => m[1]!);
    const board = readdirSync('dist/assets')
      .filter((name) => /^(BoardPage|StateGlyph|StateTag|Refusal|Screen)-.*\.(js|css)$/.test(name))
      .map((name) => `assets/${name}`);
    const all = new Set([...first, ...board]);
    const bytes = [...all].reduce((sum, path) => sum + gzip(path), 0);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(220_000); // The agreed limit is 420 KB; this is what we keep.
    const english = readdirSync('dist/assets').filter((name) => /^english-.*\.js$/.test(name));
    expect(english).toHaveLength(1); // On top of it, for whoever reads English.
    expect(bytes + gzip(`assets/${english[0]}`)).toBeLessThan(265_000);
  });

  it('asks of a tablet no more than its budget, in either language', () => {
    const page = readFileSync('dist/outlet.html', 'utf8');
    const first = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((m) => m[1]!);
    const code = first.map((path) => readFileSync(join('dist', path), 'utf8')).join('\n');
    const words = readdirSync('dist/assets')
      .filter((name) => /^(zh-CN|en)-.*\.js$/.test(name) && code.includes(name)) // Not the staff's.
      .map((name) => `assets/${name}`);
    const bytes = first.reduce((sum, path) => sum + gzip(path), 0);
    expect(words).toHaveLength(2);
    expect(bytes).toBeGreaterThan(20_000); // Preact's, and all sections.
    expect(bytes + Math.max(...words.map(gzip))).toBeLessThan(110_000);
  });

  it('asks of a hall display no more than its budget, in either language', () => {
    const page = readFileSync('dist/screen.html', 'utf8');
    const first = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((m) => m[1]!);
    const words = readdirSync('dist/assets')
      .filter((name) => /^screen-(zh-CN|en)-.*\.js$/.test(name))
      .map((name) => `assets/${name}`);
    const bytes = first.reduce((sum, path) => sum + gzip(path), 0);
    expect(words).toHaveLength(2);
    expect(bytes).toBeGreaterThan(8_000);
    expect(bytes + Math.max(...words.map(gzip))).toBeLessThan(40_000);
  });

  it('is compressed once, when it is built', () => {
    for (const path of filesBelow('dist/assets').filter((p) => p.endsWith('.js'))) {
      if (readFileSync(path).length < 1024) continue;
      expect(existsSync(`${path}.br`), path).toBe(true);
      expect(existsSync(`${path}.gz`), path).toBe(true);
    }
  });
});
