import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const parts = ['swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE'];

// Swagger's viewer, from our own disk: the program serves the API page at /api/docs with it.
export function apiDocs(): Plugin {
  return {
    name: 'waystation-api-docs',
    apply: 'build',
    generateBundle() {
      for (const name of parts) {
        const source = readFileSync(join('node_modules/swagger-ui-dist', name));
        this.emitFile({ type: 'asset', fileName: `swagger-ui/${name}`, source });
      }
    },
  };
}
