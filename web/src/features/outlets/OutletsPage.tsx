import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OutletRow, ShownState } from '../../api/contract';
import { useView } from '../../api/hooks';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { Segmented } from '../../kit/Segmented';
import { stateOrder, type Shown } from '../../kit/StateGlyph';
import { StateTag } from '../../kit/StateTag';
import { ChecklistsPart } from './ChecklistsPart';
import './outlets.css';

const states = stateOrder.filter((state): state is ShownState => state !== 'alert');

// 网点: which outlets there are, and which of them are behind with their checklists.
export function OutletsPage() {
  const { t } = useTranslation();
  const { part = 'list' } = useSearch({ from: '/outlets' });
  const navigate = useNavigate({ from: '/outlets' });
  return (
    <div className="outlet">
      <Segmented
        label={t('people.part')}
        value={part}
        onChange={(next) => void navigate({ search: (old) => ({ ...old, part: next }) })}
        choices={[
          { value: 'list', text: t('outlets.title') },
          { value: 'checklists', text: t('checks.title') },
        ]}
      />
      {part === 'list' ? <ListPart /> : <ChecklistsPart />}
    </div>
  );
}

// The table of outlets, what needs somebody first.
function ListPart() {
  const { t } = useTranslation();
  const { scope, state, search, zone } = useSearch({ from: '/outlets' });
  const outlets = useView('outlets', {
    scope,
    zone,
    search,
    shown_state: states.find((word) => word === state),
  });
  return (
    <section className="card" aria-labelledby="outlets-title">
      <header>
        <h2 id="outlets-title">
          {t('outlets.title')} {outlets.data?.rows.length}
        </h2>
        <Filters />
        <a className="button" href="/api/export/outlets.xlsx" download>
          {t('outlets.export')}
        </a>
      </header>
      <Screen
        query={outlets}
        skeleton={<Skeleton rows={12} />}
        isEmpty={(view) => view.rows.length === 0}
        empty={<NoRows filtered={Boolean(state || search || zone)} />}
      >
        {(view) => <OutletRows rows={view.rows} />}
      </Screen>
    </section>
  );
}

function NoRows({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation();
  if (filtered) {
    return (
      <Empty
        action={
          <Link to="/outlets" search={(old) => ({ scope: old.scope })}>
            {t('outlets.unfilter')}
          </Link>
        }
      >
        {t('outlets.none-match')}
      </Empty>
    );
  }
  return (
    <Empty
      action={
        <Link to="/admin" search={{ part: 'import' }}>
          {t('map.import')}
        </Link>
      }
    >
      {t('map.empty')}
    </Empty>
  );
}

function Filters() {
  const { t } = useTranslation();
  const { state, search } = useSearch({ from: '/outlets' });
  const navigate = useNavigate({ from: '/outlets' });
  const set = (part: { state?: string; search?: string }) =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true });
  return (
    <div className="filters push">
      <input
        className="input"
        type="search"
        aria-label={t('outlets.search')}
        placeholder={t('outlets.search')}
        defaultValue={search}
        onChange={(event) => set({ search: event.target.value || undefined })}
      />
      <select
        className="input"
        aria-label={t('outlet.state')}
        value={state ?? ''}
        onChange={(event) => set({ state: event.target.value || undefined })}
      >
        <option value="">{t('outlets.all-states')}</option>
        {states.map((word) => (
          <option key={word} value={word}>
            {t(`state.${word}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

const rank = (row: OutletRow) =>
  (row.zone ? 0 : 100) + stateOrder.indexOf(row.shown_state as Shown);

function OutletRows({ rows }: { rows: OutletRow[] }) {
  const { t } = useTranslation();
  const sorted = [...rows].sort((a, b) => rank(a) - rank(b));
  const heads = ['title', 'state', 'windows', 'self-service', 'place', 'suits', 'gates'];
  return (
    <div className="table-frame tall" tabIndex={0} role="region" aria-label={t('outlets.title')}>
      <table className="table cards">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`outlet.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <Row key={row.outlet} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { row: OutletRow }) {
  const { t } = useTranslation();
  return (
    <tr>
      <td data-label={t('outlet.title')}>
        <Link to="/outlets/$outlet" params={{ outlet: row.outlet }}>
          {row.title}
        </Link>
        <div className="note">{[row.outlet, row.district].filter(Boolean).join(' · ')}</div>
      </td>
      <td data-label={t('outlet.state')}>
        <StateTag state={row.shown_state} />
      </td>
      <td data-label={t('outlet.windows')}>
        {row.windows_open} / {row.windows}
      </td>
      <td data-label={t('outlet.self-service')}>{t(row.self_service ? 'word.on' : 'word.off')}</td>
      <td data-label={t('outlet.place')}>
        {row.zone ? <span className="chip sealed">{t('map.inside')}</span> : t('map.outside')}
      </td>
      <td data-label={t('outlet.suits')}>
        {row.suit_cover_days === null || row.suit_cover_days === undefined
          ? '–'
          : t('days.n', { n: row.suit_cover_days })}
      </td>
      <td data-label={t('outlet.gates')}>
        {row.gates_unmet > 0 ? (
          <span className="chip warning">{t('outlet.unmet', { n: row.gates_unmet })}</span>
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}
