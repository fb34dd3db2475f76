import { useTranslation } from 'react-i18next';
import type { CashPage } from '../../api/contract';
import { useView } from '../../api/hooks';
import { dayAndClock, money, whole } from '../../kit/format';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { BatchFlow } from './BatchFlow';
import { ActButtons, CloseButton } from './CashActions';
import { RunwayOutlet } from './RunwayOutlet';
import { Machines } from './Machines';

// One outlet: its bags on their way, what waits for a second signer, and what is not explained yet.
export function OutletCash({ outlet }: { outlet: string }) {
  const page = useView('cash-outlet', { outlet });
  return (
    <Screen query={page} skeleton={<Skeleton rows={6} />}>
      {(view) => (
        <>
          <RunwayOutlet outlet={outlet} />
          <BatchFlow page={view} />
          <div className="cash-halves">
            <Waiting page={view} />
            <Discrepancies page={view} />
          </div>
          <Machines outlet={outlet} />
          <Balance page={view} />
        </>
      )}
    </Screen>
  );
}

function Waiting({ page }: { page: CashPage }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="cash-waiting">
      <header>
        <h2 id="cash-waiting">{t('cash.waiting')}</h2>
      </header>
      {page.waiting.length === 0 ? (
        <Empty>{t('cash.nothing-waits')}</Empty>
      ) : (
        <ul className="cash-list">
          {page.waiting.map((act) => (
            <li key={act.act}>
              <strong>{t(`deed.${act.deed.kind}`)}</strong> {act.act}
              <p className="note">
                {t('cash.put-forward', {
                  by: act.by,
                  until: dayAndClock(act.expires_at, page.time_zone),
                })}
              </p>
              <ActButtons act={act} outlet={page.outlet} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Discrepancies({ page }: { page: CashPage }) {
  const { t } = useTranslation();
  const packs = (list: CashPage['discrepancies'][number]['missing']) =>
    list.map((p) => t('cash.pieces', { n: p.count, of: t(`denomination.${p.denomination}`) }));
  return (
    <section className="card" aria-labelledby="cash-discrepancies">
      <header>
        <h2 id="cash-discrepancies">{t('cash.discrepancies')}</h2>
      </header>
      {page.discrepancies.length === 0 ? (
        <Empty>{t('cash.none-open')}</Empty>
      ) : (
        <ul className="cash-list">
          {page.discrepancies.map((d) => (
            <li key={d.bag}>
              <strong>{d.bag}</strong>{' '}
              {d.missing.length > 0 && (
                <span className="chip alarm">
                  {t('cash.missing', { what: packs(d.missing).join(t('list.comma')) })}
                </span>
              )}{' '}
              {d.surplus.length > 0 && (
                <span className="chip warning">
                  {t('cash.surplus', { what: packs(d.surplus).join(t('list.comma')) })}
                </span>
              )}
              <p className="note">
                {t('cash.counted-by', {
                  who: d.counted_by.join(t('list.comma')),
                  at: dayAndClock(d.at, page.time_zone),
                })}
              </p>
              <CloseButton found={d} outlet={page.outlet} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

// Every account of the house: place, stage and source. What customers gave and took stands below
// nothing or above it, so that the whole column adds up to nothing.
function Balance({ page }: { page: CashPage }) {
  const { t, i18n } = useTranslation();
  return (
    <section className="card" aria-labelledby="cash-balance">
      <header>
        <h2 id="cash-balance">{t('cash.balance')}</h2>
        <span className="note">{t('cash.balance-hint')}</span>
      </header>
      <div className="table-frame" tabIndex={0} role="region" aria-label={t('cash.balance')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('cash.place')}</th>
              <th scope="col">{t('cash.stage')}</th>
              <th scope="col">{t('cash.source')}</th>
              <th scope="col" className="numeric">
                {t('cash.notes')}
              </th>
              <th scope="col" className="numeric">
                {t('cash.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {page.stages.map((line) => (
              <tr key={`${line.place} ${line.stage} ${line.source}`}>
                <td>{t(`place.${line.place}`)}</td>
                <td>{t(`stage.${line.stage}`)}</td>
                <td>{t(`source.${line.source}`)}</td>
                <td className="numeric">
                  {whole(line.notes.reduce((all, pack) => all + pack.count, 0))}
                </td>
                <td className="numeric">{money(line.amount, i18n.language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
