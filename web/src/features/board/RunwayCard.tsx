import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { viewRoles, type CashRunwayRow } from '../../api/contract';
import { useSession, useView } from '../../api/hooks';
import { chance, until } from '../../kit/runway';
import { Empty, Screen } from '../../kit/Screen';
import { StateGlyph } from '../../kit/StateGlyph';

// As many as fit beside the timeline; the cash page has the rest.
const most = 5;

// 现金可用到: the outlets whose clean cash ends first. Only for who may see the cash.
export function RunwayCard() {
  const session = useSession();
  const allowed = viewRoles['cash-runway'].some((role) => role === session.data?.role);
  return allowed ? <Card /> : null;
}

function Card() {
  const { t } = useTranslation();
  const { scope } = useSearch({ from: '/board' });
  const runway = useView('cash-runway', { scope });
  return (
    <section className="card" aria-labelledby="runway-card">
      <header>
        <h2 id="runway-card">{t('runway.board')}</h2>
        <Link to="/cash" search={{ scope }} className="note">
          {t('runway.all')}
        </Link>
      </header>
      <div className="body">
        <Screen
          query={runway}
          isEmpty={(view) => view.rows.length === 0}
          empty={<Empty>{t('runway.empty')}</Empty>}
        >
          {(view) => (
            <ul className="runway-list">
              {view.rows.slice(0, most).map((row) => (
                <Line key={row.outlet} row={row} at={until(row, view, t)} scope={scope} />
              ))}
            </ul>
          )}
        </Screen>
      </div>
    </section>
  );
}

function Line(props: { row: CashRunwayRow; at: string; scope?: string }) {
  const { row, at, scope } = props;
  const { t } = useTranslation();
  const known = row.paying && row.basis !== 'none';
  return (
    <li>
      <span>
        {row.severity !== 'normal' && (
          <StateGlyph state={row.severity === 'alarm' ? 'alert' : 'limited'} />
        )}{' '}
        <Link to="/cash" search={{ scope, outlet: row.outlet }}>
          {row.title}
        </Link>
      </span>
      <strong>{at}</strong>
      <span className={`chip ${row.severity === 'normal' ? '' : row.severity}`}>
        {known ? t('runway.risk-of', { n: chance(row.risk_next_van) }) : '–'}
      </span>
    </li>
  );
}
