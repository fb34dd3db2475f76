import { useTranslation } from 'react-i18next';
import type { VanRunRow } from '../../api/contract';
import { clock, minuteOfDay } from '../../kit/format';

const from = 6 * 60; // The bar shows six in the morning to six in the evening.
const span = 12 * 60;
const at = (minute: number) => Math.min(1, Math.max(0, (minute - from) / span)) * 240;

interface Shown {
  row: VanRunRow;
  now: string;
  zone: string;
}

// The windows of one run over the day: shape and word besides colour, and the line of now.
export function WindowBar({ row, now, zone }: Shown) {
  const { t } = useTranslation();
  const says = row.windows.map((w) => {
    const state = w.missed ? 'missed' : w.left ? 'left' : w.arrived ? 'arrived' : 'open';
    return { ...w, state };
  });
  const label = says
    .map(
      (w) => `${w.title} ${clock(w.from, zone)}–${clock(w.to, zone)} ${t(`van-window.${w.state}`)}`,
    )
    .join(t('list.semicolon'));
  return (
    <svg className="window-bar" viewBox="0 0 240 24" role="img" aria-label={label}>
      <path d="M0 12h240" className="window-axis" />
      <circle cx={at(minuteOfDay(row.gate_at, zone))} cy="12" r="3" className="window-gate" />
      {says.map((w) => {
        const x = at(minuteOfDay(w.from, zone));
        const width = Math.max(6, at(minuteOfDay(w.to, zone)) - x);
        return (
          <g key={w.outlet}>
            <rect x={x} y="6" width={width} height="12" rx="2" className={`window-${w.state}`} />
            {w.state === 'missed' && (
              <path d={`M${x + width / 2 - 4} 8l8 8m0-8l-8 8`} className="window-cross" />
            )}
            {w.state === 'left' && (
              <path d={`M${x + width / 2 - 4} 12l3 3 5-6`} className="window-tick" />
            )}
          </g>
        );
      })}
      <path d={`M${at(minuteOfDay(now, zone))} 1v22`} className="window-now" />
    </svg>
  );
}
