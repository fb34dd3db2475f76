import { useTranslation } from 'react-i18next';
import type { Day, PersonRow } from '../../api/contract';
import { monthAndDay } from '../../kit/format';

const days = (from: Day, until: Day) => (Date.parse(until) - Date.parse(from)) / 86_400_000;

// A measure with its phases as a line of days: where today stands, and each test that is asked for.
export function MeasureCell({ row, today }: { row: PersonRow; today: Day }) {
  const { t } = useTranslation();
  const measure = row.measure!;
  const length = days(measure.from, measure.until) + 1;
  const at = (day: Day) => `${(100 * (days(measure.from, day) + 0.5)) / length}%`;
  const phases =
    measure.phases.length > 0
      ? measure.phases
      : [{ kind: measure.kind, from: measure.from, until: measure.until }];
  const said = phases
    .map((p) => t('people.phases', { kind: t(`measure.${p.kind}`), day: monthAndDay(p.until) }))
    .join(t('list.semicolon'));
  return (
    <div className="measure">
      <div>
        <strong>{measure.scheme}</strong>{' '}
        {`${monthAndDay(measure.from)} – ${monthAndDay(measure.until)}`}
      </div>
      <div className="measure-line" role="img" aria-label={said}>
        {phases.map((p) => (
          <span
            key={p.from}
            className={`phase ${p.kind}`}
            style={{ flexGrow: days(p.from, p.until) + 1 }}
          />
        ))}
        {row.tests.map((test) => (
          <span key={test.on} className={`test ${test.state}`} style={{ left: at(test.on) }} />
        ))}
        {measure.from <= today && today <= measure.until && (
          <span className="today" style={{ left: at(today) }} />
        )}
      </div>
      <div className="note">{said}</div>
      <Tests row={row} />
    </div>
  );
}

function Tests({ row }: { row: PersonRow }) {
  const { t } = useTranslation();
  const open = row.tests.filter(({ state }) => state !== 'taken');
  const next = open.find(({ state }) => state !== 'missed');
  const missed = open.filter(({ state }) => state === 'missed');
  if (open.length === 0) return null;
  return (
    <div className="note">
      {t('people.tests')}{' '}
      {missed.length > 0 && (
        <span className="chip alarm">
          {missed.map(({ on }) => monthAndDay(on)).join(' ')} {t('test-state.missed')}
        </span>
      )}{' '}
      {next && (
        <span className={next.state === 'due_today' ? 'chip warning' : undefined}>
          {monthAndDay(next.on)} {t(`test-state.${next.state}`)}
        </span>
      )}
    </div>
  );
}
