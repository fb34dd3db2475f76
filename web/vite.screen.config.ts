import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { isForScreen, leanWords } from './plugins/leanWords';
import { lean } from './plugins/lean';
import { precompress } from './plugins/precompress';

// The hall display: a page without any input, for a television that may be as old as its outlet.
export default defineConfig({
  plugins: [react(), leanWords(isForScreen), precompress()],
  publicDir: false, // Copied by the staff's build.
  resolve: { alias: lean },
  build: {
    emptyOutDir: false,
    target: 'chrome80',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: resolve(import.meta.dirname, 'screen.html'),
      output: {
        hashCharacters: 'base36', // The server tells a name made of content by its last dash.
        chunkFileNames: 'assets/screen-[name]-[hash].js',
      },
    },
  },
});
