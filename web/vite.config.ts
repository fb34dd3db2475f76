import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { apiDocs } from './plugins/apiDocs';
import { precompress } from './plugins/precompress';

// The program serves dist/ itself, so a server of its own is only for work on the pages.
const server = process.env.WAYSTATION_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react(), apiDocs(), precompress()],
  server: { proxy: { '/api': server } },
  build: {
    target: 'chrome109',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['tests/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    css: false,
  },
});
