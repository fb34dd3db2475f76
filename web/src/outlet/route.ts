import { useSyncExternalStore, type MouseEvent } from 'react';

// /outlet, /outlet/<section>, /crew, /crew/<section>: the whole of the tablet's routing.
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
};

// The crew's telephone has the same ways under an address of its own.
const home = () => (window.location.pathname.startsWith('/crew') ? '/crew' : '/outlet');
export const pathOf = (section: string) => (section === '' ? home() : `${home()}/${section}`);
const sectionNow = () => window.location.pathname.split('/')[2] ?? '';

export const useSection = () => useSyncExternalStore(subscribe, sectionNow);

export function go(section: string): void {
  window.history.pushState(null, '', pathOf(section));
  for (const listener of listeners) listener();
  for (const part of document.querySelectorAll('.sheet, main')) part.scrollTop = 0;
}

// For a link: the browser's own ways of opening it elsewhere stay as they are.
export const link = (section: string) => ({
  href: pathOf(section),
  onClick: (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(section);
  },
});
