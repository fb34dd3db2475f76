import { createRoot } from 'react-dom/client';
import { changeLanguage, firstLanguage } from '../kit/words';
import { App } from './App';
import type { Key } from './display';
import './screen.css';

// /screen?outlet=102221004264&lang=en#SY-4264-hall:the-password. What follows # never leaves the
// machine; once read it leaves the address bar too.
function keyInAddress(): Key | undefined {
  const text = decodeURIComponent(window.location.hash.slice(1));
  const colon = text.indexOf(':');
  if (colon < 1) return undefined;
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
  return { account: text.slice(0, colon), password: text.slice(colon + 1) };
}

async function begin(): Promise<void> {
  const asked = new URLSearchParams(window.location.search);
  const lang = asked.get('lang');
  await changeLanguage(lang === 'en' || lang === 'zh-CN' ? lang : firstLanguage());
  createRoot(document.getElementById('app')!).render(
    <App outlet={asked.get('outlet') ?? undefined} fromAddress={keyInAddress()} />,
  );
}

void begin();
