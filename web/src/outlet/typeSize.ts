import { useSyncExternalStore } from 'react';

// 大字: a quarter larger, remembered on this device. Everything on the page is measured in it.
export type TypeSize = 'normal' | 'large';
const remembered = 'waystation.type';
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

const now = () => (document.documentElement.dataset.type === 'large' ? 'large' : 'normal');

export const useTypeSize = (): TypeSize => useSyncExternalStore(subscribe, now);

export function setType(size: TypeSize): void {
  document.documentElement.dataset.type = size;
  try {
    localStorage.setItem(remembered, size);
  } catch {
    // A device that keeps nothing still shows the chosen size now.
  }
  for (const listener of listeners) listener();
}

export function restoreType(): void {
  try {
    if (localStorage.getItem(remembered) === 'large') setType('large');
  } catch {
    // Normal, then.
  }
}
