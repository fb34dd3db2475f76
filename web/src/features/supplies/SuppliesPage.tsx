import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Supplies } from '../../api/contract';
import { useView } from '../../api/hooks';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { supplyItems } from '../../kit/supplyItems';
import { LotsCard } from './LotsCard';
import './supplies.css';
import { SupplyRows } from './SupplyRows';
import { TransfersCard } from './TransfersCard';

// 防疫物资: how many days are left, and does the next delivery come before that?
export function SuppliesPage() {
  const { t } = useTranslation();
  const { scope, item, urgency, search } = useSearch({ from: '/supplies' });
  const supplies = useView('supplies', { scope, item, severity: urgency, search });
  return (
    <div className="supplies">
      <section className="card" aria-labelledby="supplies-title">
        <header>
          <h2 id="supplies-title">
            {t('supplies.title')} {supplies.data?.rows.length}
          </h2>
          <span className="note">{t('supplies.hint')}</span>
          <Filters />
          <a className="button" href="/api/export/supplies.csv" download>
            CSV
          </a>
          <a className="button" href="/api/export/supplies.xlsx" download>
            {t('outlets.export')}
          </a>
        </header>
        <Screen
          query={supplies}
          skeleton={<Skeleton rows={12} />}
          isEmpty={(view) => view.rows.length === 0}
          empty={<NoRows filtered={Boolean(item || urgency || search)} />}
        >
          {(view) => <SupplyRows view={view} />}
        </Screen>
      </section>
      <Beside view={supplies.data} />
    </div>
  );
}

function Beside({ view }: { view?: Supplies }) {
  if (!view) return null;
  return (
    <div className="supplies-beside">
      <TransfersCard view={view} />
      <LotsCard view={view} />
    </div>
  );
}

function NoRows({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation();
  if (filtered) {
    return (
      <Empty
        action={
          <Link to="/supplies" search={(old) => ({ scope: old.scope })}>
            {t('outlets.unfilter')}
          </Link>
        }
      >
        {t('supplies.none-match')}
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
      {t('supplies.empty')}
    </Empty>
  );
}

function Filters() {
  const { t } = useTranslation();
  const { item, urgency, search } = useSearch({ from: '/supplies' });
  const navigate = useNavigate({ from: '/supplies' });
  const set = (part: { item?: string; urgency?: string; search?: string }) =>
    void navigate({ search: (old) => ({ ...old, ...part }) as typeof old, replace: true });
  return (
    <div className="filters push">
      <input
        className="input"
        type="search"
        aria-label={t('supplies.search')}
        placeholder={t('supplies.search')}
        defaultValue={search}
        onChange={(event) => set({ search: event.target.value || undefined })}
      />
      <select
        className="input"
        aria-label={t('stock.item')}
        value={item ?? ''}
        onChange={(event) => set({ item: event.target.value || undefined })}
      >
        <option value="">{t('supplies.all-items')}</option>
        {supplyItems.map((word) => (
          <option key={word} value={word}>
            {t(`item.${word}`)}
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label={t('supplies.urgency')}
        value={urgency ?? ''}
        onChange={(event) => set({ urgency: event.target.value || undefined })}
      >
        <option value="">{t('supplies.all-urgencies')}</option>
        <option value="warning">{t('supplies.below-minimum')}</option>
        <option value="alarm">{t('supplies.urgent')}</option>
      </select>
    </div>
  );
}
