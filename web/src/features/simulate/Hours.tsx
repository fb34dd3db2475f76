import { useTranslation } from 'react-i18next';
import type { WhatIfHourFigures, WhatIfOutlook } from '../../api/contract';
import { useSize } from '../../kit/size';
import { number, wayOf } from './words';

const kinds = ['wait_q90', 'lobby', 'outside'] as const;
type Kind = (typeof kinds)[number];
const dashes = ['', '7 4', '2 4', '11 4 2 4', '5 2', '1 3'];
const left = 40;
const top = 10;
const plot = 120;
const height = top + plot + 24;

// How the day goes by the hour, a line for each way; every line has its own dash, and the table
// says the same.
export function Hours({ outlook }: { outlook: WhatIfOutlook }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="hours-title">
      <header>
        <h2 id="hours-title">{t('simulate.by-hour')}</h2>
        <ul className="legend">
          {outlook.variants.map((variant, n) => (
            <li key={n}>
              <svg width="34" height="10" aria-hidden="true">
                <line
                  x1="0"
                  x2="34"
                  y1="5"
                  y2="5"
                  className={`way way-${n}`}
                  strokeDasharray={dashes[n]}
                />
              </svg>
              {wayOf(variant.change, t)}
              {variant.best && ` · ${t('simulate.best')}`}
            </li>
          ))}
        </ul>
      </header>
      <div className="hours">
        {kinds.map((kind) => (
          <Panel key={kind} kind={kind} outlook={outlook} />
        ))}
      </div>
      <details className="simulate-inputs">
        <summary>{t('simulate.as-table')}</summary>
        {kinds.map((kind) => (
          <Twin key={kind} kind={kind} outlook={outlook} />
        ))}
      </details>
    </section>
  );
}

interface Shown {
  kind: Kind;
  outlook: WhatIfOutlook;
}

const mean = (hour: WhatIfHourFigures, kind: Kind) => hour[kind].mean;

function Panel({ kind, outlook }: Shown) {
  const { t } = useTranslation();
  const { frame, size } = useSize<HTMLDivElement>({ width: 360, height });
  const hours = outlook.variants[0]!.hours;
  const most = Math.max(
    1000,
    ...outlook.variants.flatMap((variant) => variant.hours.map((hour) => mean(hour, kind))),
  );
  const step = (size.width - left - 12) / Math.max(1, hours.length - 1);
  const x = (n: number) => left + n * step;
  const y = (value: number) => top + plot * (1 - value / most);
  return (
    <figure>
      <figcaption>{t(`simulate.hour.${kind}`)}</figcaption>
      <div ref={frame} className="hours-frame">
        <svg width={size.width} height={height} role="img" aria-label={t(`simulate.hour.${kind}`)}>
          {[0, most / 2, most].map((value) => (
            <g key={value} aria-hidden="true">
              <line className="grid" x1={left} x2={size.width - 12} y1={y(value)} y2={y(value)} />
              <text className="tick" x={left - 6} y={y(value) + 4} textAnchor="end">
                {number(value, 0)}
              </text>
            </g>
          ))}
          {hours.map((hour, n) => (
            <text key={hour.from} className="tick" x={x(n)} y={height - 6} textAnchor="middle">
              {n % 2 === 0 ? hour.from : ''}
            </text>
          ))}
          {outlook.variants.map((variant, n) => (
            <polyline
              key={n}
              className={`way way-${n}`}
              strokeDasharray={dashes[n]}
              points={variant.hours
                .map((hour, at) => `${x(at).toFixed(1)},${y(mean(hour, kind)).toFixed(1)}`)
                .join(' ')}
            />
          ))}
        </svg>
      </div>
    </figure>
  );
}

function Twin({ kind, outlook }: Shown) {
  const { t } = useTranslation();
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={t(`simulate.hour.${kind}`)}>
      <table className="table">
        <caption>{t(`simulate.hour.${kind}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('simulate.way-head')}</th>
            {outlook.variants[0]!.hours.map((hour) => (
              <th key={hour.from} scope="col" className="numeric">
                {hour.from}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {outlook.variants.map((variant, n) => (
            <tr key={n}>
              <th scope="row">{wayOf(variant.change, t)}</th>
              {variant.hours.map((hour) => (
                <td key={hour.from} className="numeric">
                  {number(mean(hour, kind))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
