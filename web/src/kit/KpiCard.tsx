import type { ReactNode } from 'react';
import type { Severity } from '../api/contract';
import { StateGlyph } from './StateGlyph';

interface Kpi {
  title: string;
  value: string;
  unit: string;
  severity: Severity;
  children?: ReactNode; // The line below: one named outlet or a threshold.
}

const mark = { normal: null, warning: 'limited', alarm: 'alert' } as const;

// A figure of the board. Only an abnormal one has a coloured edge.
export function KpiCard({ title, value, unit, severity, children }: Kpi) {
  const glyph = mark[severity];
  return (
    <article className={`card kpi ${severity}`}>
      <h3>
        {glyph && <StateGlyph state={glyph} />}
        {title}
      </h3>
      <p className="kpi-value">
        <strong>{value}</strong> <span>{unit}</span>
      </p>
      <div className="kpi-detail">{children}</div>
    </article>
  );
}
