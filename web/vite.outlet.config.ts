import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { lean } from './plugins/lean';
import { isForTablet, leanWords } from './plugins/leanWords';
import { precompress } from './plugins/precompress';
import { tabletWorker } from './plugins/tabletWorker';

const here = (path: string) => resolve(import.meta.dirname, path);

// The outlet's tablet: a build of its own into the same dist/, so that nothing of the staff's
// application comes with it over a poor line.
export default defineConfig({
  plugins: [react(), leanWords(isForTablet), tabletWorker(), precompress()],
  publicDir: false, // Copied by the staff's build.
  resolve: { alias: lean },
  build: {
    emptyOutDir: false,
    target: 'chrome109',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        outlet: here('outlet.html'),
        crew: here('crew.html'),
        'outlet-worker': here('src/outlet/worker.ts'),
      },
      output: {
        hashCharacters: 'base36', // The server tells a name made of content by its last dash.
        entryFileNames: ({ name }) =>
          name === 'outlet-worker' ? '[name].js' : 'assets/[name]-[hash].js',
      },
    },
  },
});
