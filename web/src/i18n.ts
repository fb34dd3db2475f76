import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import zh from './locales/zh-CN.json';

// Chinese first, English by the switch; the choice is kept on this device. Keys are flat: a code
// such as "code.gate.grant-missing" is one key. English is fetched when it is first spoken: a first
// visit carries one language.
const remembered = 'waystation.language';

function firstLanguage(): string {
  try {
    return localStorage.getItem(remembered) ?? 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}

void i18next.use(initReactI18next).init({
  lng: 'zh-CN',
  fallbackLng: false,
  resources: { 'zh-CN': { translation: zh } },
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  returnEmptyString: false,
});

async function speak(language: string): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation'))
    i18next.addResourceBundle('en', 'translation', (await import('./locales/en.json')).default);
  await i18next.changeLanguage(language);
  if (typeof document !== 'undefined') document.documentElement.lang = language;
}

// Nothing is drawn before its words are there; without English the page speaks Chinese.
export const spoken = speak(firstLanguage()).catch(() => speak('zh-CN'));

export async function changeLanguage(language: 'zh-CN' | 'en'): Promise<void> {
  await speak(language);
  try {
    localStorage.setItem(remembered, language);
  } catch {
    // A device that keeps nothing still shows the chosen language now.
  }
}

export default i18next;
