import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import i18next, { wordsReady } from '../src/i18n';
import en from '../src/locales/en.json';

// A test switches at once.
i18next.addResourceBundle('en', 'translation', en);
await wordsReady;

// jsdom draws nothing, so it knows neither media nor sizes. Tests without a page run without it.
if (typeof window !== 'undefined') {
  window.matchMedia = (media: string) =>
    ({
      media,
      matches: false,
      addEventListener: () => {},
      removeEventListener: () => {},
      addListener: () => {},
      removeListener: () => {},
    }) as unknown as MediaQueryList;
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
}

afterEach(async () => {
  if (typeof window === 'undefined') return;
  cleanup();
  await i18next.changeLanguage('zh-CN');
});
