import type { ReactNode } from 'react';

export type Sign = 'open' | 'late' | 'waiting' | 'conflict' | 'done' | 'dropped';

// Drawn, because a tablet's fonts may lack the characters.
const signs: Record<Sign, ReactNode> = {
  open: <circle cx="12" cy="12" r="7.5" />,
  late: <path className="filled" d="M12 3.5 20.5 12 12 20.5 3.5 12zM12 8v5M12 15.8v.4" />,
  waiting: <path d="M7 4h10M7 20h10M8.5 4v3.5L12 12l3.5-4.5V4M8.5 20v-3.5L12 12l3.5 4.5V20" />,
  conflict: <path className="filled" d="M12 3.5 20.5 12 12 20.5 3.5 12zM12 8v5M12 15.8v.4" />,
  done: <path d="m5.5 12.5 4.2 4.3 8.8-9.6" />,
  dropped: <path d="M6 12h12" />,
};

export function Mark({ sign }: { sign: Sign }) {
  return (
    <svg className={`mark ${sign}`} viewBox="0 0 24 24" aria-hidden="true">
      {signs[sign]}
    </svg>
  );
}
