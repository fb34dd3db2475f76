import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CashRunwayPage, CashRunwayPoint, Time } from '../../api/contract';
import { clock, dayAndClock, money, monthAndDay, day as dayOf } from '../../kit/format';
import { chance } from '../../kit/runway';
import { useSize } from '../../kit/size';

const left = 68;
const right = 10;
const cash = { top: 28, height: 96 };
const risk = { top: 160, height: 96 };
const bottom = risk.top + risk.height;
const height = bottom + 22;
const levels = [500, 5000, 9500];

// The clean cash that is expected to be left, and below it how likely it has run out, by quarters
// of an hour. A step stands still where nothing is paid out. The table says the same.
export function RunwayChart({ page }: { page: CashRunwayPage }) {
  const { t, i18n } = useTranslation();
  const { frame, size } = useSize<HTMLDivElement>({ width: 720, height });
  const { width } = size;
  const from = Date.parse(page.now);
  const span = Math.max(1, Date.parse(page.until) - from);
  const x = (time: Time) => left + ((Date.parse(time) - from) / span) * (width - left - right);
  const most = Math.max(page.row.clean, ...page.curve.map((point) => point.supply), 1);
  const yCash = (fen: number) => cash.top + cash.height * (1 - Math.max(0, fen) / most);
  const yRisk = (points: number) => risk.top + risk.height * (1 - points / 10000);
  const remaining = steps(page, width, page.row.clean, (p) => p.supply - p.payout, x, yCash);
  const chances = steps(page, width, 0, (p) => p.risk_basis_points, x, yRisk);
  const last = page.curve[page.curve.length - 1];
  return (
    <figure className="runway-chart">
      <div ref={frame} className="runway-frame">
        <svg width={width} height={height} role="img" aria-label={summary(page, t)}>
          <text className="panel" x={left} y={cash.top - 10}>
            {t('runway.chart-left')}
          </text>
          <text className="panel" x={left} y={risk.top - 10}>
            {t('runway.chart-risk')}
          </text>
          <Days page={page} x={x} />
          <path className="left" d={`${remaining}V${yCash(0)}H${left}Z`} aria-hidden="true" />
          <Axis width={width} y={yCash(most)} text={money(most, i18n.language)} />
          <Axis width={width} y={yCash(0)} text="0" />
          {levels.map((level) => (
            <Axis width={width} key={level} y={yRisk(level)} text={chance(level)} dashed />
          ))}
          <Axis width={width} y={yRisk(0)} text="" />
          <path className="risk" d={chances} />
          {page.row.visits.next && (
            <Van width={width} x={x(page.row.visits.next)} text={t('runway.van')} />
          )}
          {page.row.visits.after_next && (
            <Van width={width} x={x(page.row.visits.after_next)} text={t('runway.van-after')} />
          )}
          {last && (
            <circle className="risk-end" cx={x(last.at)} cy={yRisk(last.risk_basis_points)} r="3" />
          )}
        </svg>
      </div>
      <Twin page={page} />
    </figure>
  );
}

function steps(
  page: CashRunwayPage,
  width: number,
  first: number,
  value: (point: CashRunwayPoint) => number,
  x: (time: Time) => number,
  y: (value: number) => number,
): string {
  let path = `M${left} ${y(first).toFixed(1)}`;
  let before = Date.parse(page.now);
  for (const point of page.curve) {
    const at = Date.parse(point.at);
    // Nights are flat: the line waits until the first quarter of the next day begins.
    if (at - before > 15 * 60_000)
      path += `H${x(new Date(at - 15 * 60_000).toISOString()).toFixed(1)}`;
    path += `L${x(point.at).toFixed(1)} ${y(value(point)).toFixed(1)}`;
    before = at;
  }
  return `${path}H${width - right}`;
}

function Axis(props: { width: number; y: number; text: string; dashed?: boolean }) {
  return (
    <g aria-hidden="true">
      <line
        className={props.dashed ? 'grid dashed' : 'grid'}
        x1={left}
        x2={props.width - right}
        y1={props.y}
        y2={props.y}
      />
      <text className="tick" x={left - 6} y={props.y + 4} textAnchor="end">
        {props.text}
      </text>
    </g>
  );
}

function Van({ width, x, text }: { width: number; x: number; text: string }) {
  const near = x > width - 90;
  return (
    <g aria-hidden="true">
      <line className="van" x1={x} x2={x} y1={cash.top} y2={bottom} />
      <text
        className="van"
        x={near ? x - 4 : x + 4}
        y={cash.top + cash.height + 14}
        textAnchor={near ? 'end' : 'start'}
      >
        {text}
      </text>
    </g>
  );
}

// A line at each midnight, the date beside it.
function Days({ page, x }: { page: CashRunwayPage; x: (time: Time) => number }) {
  const dates = [...new Set(page.curve.map((point) => dayOf(point.at, page.time_zone)))];
  const firstOf = (date: string) =>
    page.curve.find((point) => dayOf(point.at, page.time_zone) === date)!;
  return (
    <g aria-hidden="true">
      {dates.map((date) => (
        <text key={date} className="tick" x={x(firstOf(date).at)} y={bottom + 16}>
          {monthAndDay(date)}
        </text>
      ))}
    </g>
  );
}

function summary(page: CashRunwayPage, t: TFunction): string {
  const at = (time?: Time | null) => (time ? dayAndClock(time, page.time_zone) : t('runway.never'));
  return t('runway.chart-summary', {
    outlet: page.row.title,
    five: at(page.row.safe_until),
    half: at(page.row.runs_out_at),
    sure: at(page.row.surely_out_at),
    risk: chance(page.row.risk_next_van),
  });
}

// The same as numbers, by the hour: for whoever cannot see the curve, or wants to, and on paper.
function Twin({ page }: { page: CashRunwayPage }) {
  const { t, i18n } = useTranslation();
  const [shown, setShown] = useState(false);
  const hours = page.curve.filter(
    (point, i) => clock(point.at, page.time_zone).endsWith(':00') || i === page.curve.length - 1,
  );
  return (
    <>
      <button
        type="button"
        className="button runway-toggle"
        aria-expanded={shown}
        onClick={() => setShown(!shown)}
      >
        {t(shown ? 'runway.hide-table' : 'runway.show-table')}
      </button>
      <div
        className={shown ? 'runway-twin table-frame' : 'runway-twin table-frame unshown'}
        tabIndex={shown ? 0 : undefined}
        role="region"
        aria-label={t('runway.table')}
      >
        <table className="table">
          <caption className="unseen">{t('runway.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('runway.hour')}</th>
              {['paid', 'supply', 'left', 'risk'].map((head) => (
                <th key={head} scope="col" className="numeric">
                  {t(`runway.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hours.map((point) => (
              <tr key={point.at}>
                <th scope="row">{dayAndClock(point.at, page.time_zone)}</th>
                <td className="numeric">{money(point.payout, i18n.language)}</td>
                <td className="numeric">{money(point.supply, i18n.language)}</td>
                <td className="numeric">
                  {money(Math.max(0, point.supply - point.payout), i18n.language)}
                </td>
                <td className="numeric">{chance(point.risk_basis_points)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
