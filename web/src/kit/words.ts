// The words of pages that must load fast, in place of react-i18next: the same `useTranslation`, so
// the parts of the kit work in both, without 17 KB that a first visit need not wait for. One
// language is loaded at a time.
import { useSyncExternalStore } from 'react';

export type Language = 'zh-CN' | 'en';
type Words = Record<string, string>;

const files: Record<Language, () => Promise<{ default: Words }>> = {
  'zh-CN': () => import('../locales/zh-CN.json'),
  en: () => import('../locales/en.json'),
};
const remembered = 'waystation.language';

let language: Language = 'zh-CN';
let words: Words = {};
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

const t = (key: string, values: Record<string, unknown> = {}) =>
  (words[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));

const exists = (key: string) => key in words;

const now = () => ({ t, i18n: { language, exists } });
let shown = now();

export const useTranslation = () => useSyncExternalStore(subscribe, () => shown);

export async function changeLanguage(to: Language): Promise<void> {
  words = (await files[to]()).default;
  language = to;
  shown = { ...now(), t: (key, values) => t(key, values) };
  document.documentElement.lang = to;
  try {
    localStorage.setItem(remembered, to);
  } catch {
    // A device that keeps nothing still shows the chosen language now.
  }
  for (const listener of listeners) listener();
}

export function firstLanguage(): Language {
  try {
    return localStorage.getItem(remembered) === 'en' ? 'en' : 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}
