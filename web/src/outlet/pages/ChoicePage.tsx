import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure, Skeleton } from '../../kit/Screen';
import { StateTag } from '../../kit/StateTag';
import { useSnapshot, useTablet } from '../context';

const most = 30;

// For whoever sees more than one outlet: which one this tablet stands in.
export function ChoicePage() {
  const { t } = useTranslation();
  const { views, problems } = useSnapshot();
  const tablet = useTablet();
  const [search, setSearch] = useState('');
  const outlets = views.outlets;
  if (!outlets) {
    if (!problems.outlets) return <Skeleton rows={6} />;
    return <Failure error={problems.outlets} retry={() => tablet.tryNow()} />;
  }
  const rows = outlets.rows
    .filter((row) => `${row.title} ${row.outlet} ${row.district}`.includes(search.trim()))
    .toSorted((a, b) => Number(Boolean(b.zone)) - Number(Boolean(a.zone)));
  return (
    <section className="card" aria-labelledby="choice-title">
      <h2 id="choice-title">{t('tablet.choose-outlet')}</h2>
      <input
        className="input"
        type="search"
        aria-label={t('outlets.search')}
        placeholder={t('outlets.search')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {rows.length === 0 && <p className="empty">{t('outlets.none-match')}</p>}
      <ul className="list">
        {rows.slice(0, most).map((row) => (
          <li key={row.outlet}>
            <button type="button" className="line" onClick={() => void tablet.choose(row.outlet)}>
              <strong>{row.title}</strong>
              <span className="note">{row.district}</span>
              <StateTag state={row.shown_state} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
