import type { ReactNode } from 'react';
import type { ShownState } from '../api/contract';

export type Shown = ShownState | 'alert';

// Order of drawing and sorting: what needs somebody comes first.
export const stateOrder: Shown[] = [
  'alert',
  'sealed_closed',
  'limited',
  'preparing',
  'paused',
  'self_service',
  'no_data',
  'open',
];

const blue = 'var(--state-open)';

// Each state has a shape as well as a colour, so that it survives grey print and colour blindness.
const shapes: Record<Shown, ReactNode> = {
  open: <circle r="6" fill={blue} />,
  self_service: <circle r="4.9" fill="#fff" stroke={blue} strokeWidth="2.4" />,
  limited: (
    <path
      d="M0-6.6 7.2 5.8H-7.2Z"
      fill="var(--state-limited)"
      stroke="var(--ink)"
      strokeWidth="1.2"
      strokeLinejoin="round"
    />
  ),
  preparing: (
    <>
      <circle r="5.6" fill="var(--state-preparing)" stroke={blue} strokeWidth="1.4" />
      <path d="M0-5.6a5.6 5.6 0 0 0 0 11.2Z" fill={blue} />
    </>
  ),
  paused: (
    <rect
      x="-5.4"
      y="-5.4"
      width="10.8"
      height="10.8"
      fill="var(--state-paused)"
      stroke="var(--state-paused-edge)"
      strokeWidth="1.2"
    />
  ),
  sealed_closed: (
    <>
      <rect x="-6" y="-6" width="12" height="12" rx="1" fill="var(--state-sealed)" />
      <path d="M-3-3 3 3M3-3-3 3" stroke="#fff" strokeWidth="1.8" strokeLinecap="round" />
    </>
  ),
  alert: (
    <>
      <path d="M0-7.6 7.6 0 0 7.6-7.6 0Z" fill="var(--state-alert)" />
      <path d="M0-3.6V.8" stroke="#fff" strokeWidth="1.8" strokeLinecap="round" />
      <circle cy="3.5" r="1.1" fill="#fff" />
    </>
  ),
  no_data: (
    <circle r="5.4" fill="#fff" stroke="var(--ink-3)" strokeWidth="1.4" strokeDasharray="2.2 2" />
  ),
};

// For use inside another picture, such as the map.
export function StateShape({ state }: { state: Shown }) {
  return <>{shapes[state]}</>;
}

export function StateGlyph({ state, size = 14 }: { state: Shown; size?: number }) {
  return (
    <svg
      className="state-glyph"
      data-state={state}
      width={size}
      height={size}
      viewBox="-8 -8 16 16"
      aria-hidden="true"
    >
      {shapes[state]}
    </svg>
  );
}
