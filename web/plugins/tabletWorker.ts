import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const alsoNeeded = [
  '/icon.svg',
  '/outlet.webmanifest',
  '/crew.webmanifest',
  '/outlet-icons/192.png',
];

// Tells the tablet's worker which files are its version: their names, and a digest of them all.
export function tabletWorker(): Plugin {
  return {
    name: 'waystation-tablet-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle['outlet-worker.js'];
        if (worker?.type !== 'chunk') throw new Error('the build has no worker');
        const built = Object.values(bundle).filter((file) => file.fileName.startsWith('assets/'));
        const files = [...alsoNeeded, ...built.map((file) => `/${file.fileName}`)].sort();
        const digest = createHash('sha256');
        for (const path of alsoNeeded) digest.update(readFileSync(`public${path}`));
        for (const file of Object.values(bundle)) {
          digest.update(file.fileName);
          digest.update(file.type === 'chunk' ? file.code : file.source);
        }
        const version = digest.digest('hex').slice(0, 12);
        const { code } = worker;
        const keeps = (page: string) =>
          `const tabletFiles=${JSON.stringify(files)},tabletVersion="${version}",tabletPage="${page}";${code}`;
        worker.code = keeps('/outlet');
        this.emitFile({ type: 'asset', fileName: 'crew-worker.js', source: keeps('/crew') });
      },
    },
  };
}
