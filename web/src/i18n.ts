import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './locales/en.json';
import zh from './locales/zh-CN.json';

// Chinese first, English by the switch; the choice is kept on this device. Keys are flat: a code
// such as "code.gate.grant-missing" is one key.
const remembered = 'waystation.language';

function firstLanguage(): string {
  try {
    return localStorage.getItem(remembered) ?? 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}

void i18next.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: false,
  resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  returnEmptyString: false,
});
if (typeof document !== 'undefined') document.documentElement.lang = i18next.language;

export async function changeLanguage(language: 'zh-CN' | 'en'): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(remembered, language);
  } catch {
    // A device that keeps nothing still shows the chosen language now.
  }
}

export default i18next;
