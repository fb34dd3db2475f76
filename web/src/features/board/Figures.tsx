import type { TFunction } from 'i18next';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Board, Figure } from '../../api/contract';
import { clock, percent, whole } from '../../kit/format';
import { useView } from '../../api/hooks';
import { KpiCard } from '../../kit/KpiCard';
import { factsByName } from '../../kit/Refusal';
import { stateOrder } from '../../kit/StateGlyph';

// The six figures. Each says its number, its whole, and one outlet or threshold that decides it.
export function Figures({ board }: { board: Board }) {
  const { t } = useTranslation();
  return (
    <section className="figures" aria-label={t('board.figures')}>
      {board.figures.map((figure) => (
        <FigureCard key={figure.key} figure={figure} board={board} />
      ))}
    </section>
  );
}

function FigureCard({ figure, board }: { figure: Figure; board: Board }) {
  const { t } = useTranslation();
  const none = figure.value === null || figure.value === undefined;
  return (
    <KpiCard
      title={t(`figure.${figure.key}`)}
      value={none ? '–' : written(figure)}
      unit={none ? '' : unitOf(figure, t)}
      severity={figure.severity}
    >
      {figure.key === 'outlets_serving' ? (
        <StateShare board={board} />
      ) : (
        <Detail figure={figure} none={none} />
      )}
    </KpiCard>
  );
}

// The outlet that decides the figure, and the numbers behind it.
function Detail({ figure, none }: { figure: Figure; none: boolean }) {
  const { t } = useTranslation();
  const { scope } = useSearch({ from: '/board' });
  const map = useView('map', { scope });
  if (none) return t('figure.none');
  const title = map.data?.outlets.find((outlet) => outlet.outlet === figure.target)?.title;
  const quiet = figure.key === 'rounds_overdue' && figure.value === 0 ? '.next' : '.detail';
  return (
    <>
      {figure.target && (
        <>
          <Link to="/outlets/$outlet" params={{ outlet: figure.target }}>
            {title ?? figure.target}
          </Link>{' '}
        </>
      )}
      {t(`figure.${figure.key}${quiet}`, readable(figure))}
    </>
  );
}

// Moments become the clock's time, and large numbers get their separators.
const readable = ({ detail }: Figure) =>
  Object.fromEntries(
    Object.entries(factsByName(detail)).map(([name, value]) => [
      name,
      /^\d{4}-\d\d-\d\dT/.test(value) ? clock(value) : whole(Number(value)),
    ]),
  );

function written({ value, unit }: Figure): string {
  return unit === 'permille' ? percent(value!) : whole(value!);
}

function unitOf({ of, unit }: Figure, t: TFunction): string {
  if (unit === 'permille') return '%';
  const word = t(`unit.${unit}`);
  return of === null || of === undefined ? word : `/ ${whole(of)} ${word}`;
}

function StateShare({ board }: { board: Board }) {
  const { t } = useTranslation();
  const total = board.states.reduce((sum, state) => sum + state.outlets, 0) || 1;
  const shown = [...board.states].sort(
    (a, b) => stateOrder.indexOf(b.shown_state) - stateOrder.indexOf(a.shown_state),
  );
  const abnormal = shown.filter((state) => state.outlets > 0 && state.shown_state !== 'open');
  return (
    <>
      <span className="share" aria-hidden="true">
        {shown.map(({ shown_state, outlets }) => (
          <i
            key={shown_state}
            data-state={shown_state}
            style={{ width: `${(outlets / total) * 100}%` }}
          />
        ))}
      </span>
      {abnormal
        .map(({ shown_state, outlets }) => `${t(`state.${shown_state}`)} ${outlets}`)
        .join(' · ')}
    </>
  );
}
