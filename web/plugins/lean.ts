import { resolve } from 'node:path';

// What a page that must load fast imports in place of React and its words: Preact speaks the same
// language in a tenth of the bytes. The staff's application keeps React.
export const lean = [
  { find: 'react-i18next', replacement: resolve(import.meta.dirname, '../src/kit/words.ts') },
  { find: 'react/jsx-runtime', replacement: 'preact/jsx-runtime' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react(-dom)?$/, replacement: 'preact/compat' },
];
