import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Waystation API</title>
    <link rel="stylesheet" href="swagger-ui.css" />
  </head>
  <body>
    <main id="api"></main>
    <script src="swagger-ui-bundle.js"></script>
    <script src="start.js"></script>
  </body>
</html>
`;

// No validator badge: it would send the contract to another host.
const start = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#api',
  validatorUrl: null,
  tryItOutEnabled: false,
});
`;

// The API page: Swagger's viewer from our own disk, reading the contract that the program
// generates.
export function apiDocs(): Plugin {
  return {
    name: 'waystation-api-docs',
    apply: 'build',
    generateBundle() {
      const add = (name: string, source: string | Uint8Array) =>
        this.emitFile({ type: 'asset', fileName: `api-docs/${name}`, source });
      add('index.html', page);
      add('start.js', start);
      for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE']) {
        add(name, readFileSync(join('node_modules/swagger-ui-dist', name)));
      }
    },
  };
}
