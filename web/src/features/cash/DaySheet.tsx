import { useTranslation } from 'react-i18next';
import type { CashDayPage } from '../../api/contract';
import { dayAndClock, whole, yuan } from '../../kit/format';
import { comesIn, totals } from './sheetFile';

// The sheet itself, on the screen as on one page of A4.
export function DaySheet({ page }: { page: CashDayPage }) {
  const { t } = useTranslation();
  const { sheet } = page;
  const both = totals(page);
  return (
    <div className="body day-paper">
      <p className="day-head">
        <strong>{page.title}</strong> <span>{sheet.day}</span>{' '}
        <span className={page.state === 'signed_by_two' ? 'chip good' : 'chip warning'}>
          {t(`daysheet-state.${page.state}`)}
        </span>
        {sheet.discrepancies_open > 0 && (
          <span className="chip alarm">{t('cash.open', { n: sheet.discrepancies_open })}</span>
        )}
      </p>
      <Flows page={page} />
      <p className="note">
        {t('daysheet.sum', {
          opening: yuan(sheet.opening),
          into: yuan(both.into),
          out: yuan(both.out),
          others: yuan(sheet.others),
          closing: yuan(sheet.closing),
        })}
      </p>
      {sheet.since !== 0 && (
        <p className="note">{t('daysheet.since-is', { sum: yuan(sheet.since) })}</p>
      )}
      <Held page={page} />
      <Signatures page={page} />
    </div>
  );
}

function Flows({ page }: { page: CashDayPage }) {
  const { t } = useTranslation();
  const { sheet } = page;
  const both = totals(page);
  return (
    <table className="table day-flows">
      <caption className="unseen">{t('daysheet.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('daysheet.line')}</th>
          {['times', 'in', 'out'].map((head) => (
            <th key={head} scope="col" className="numeric">
              {t(`daysheet.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Balance name={t('daysheet.opening')} fen={sheet.opening} strong />
        {sheet.lines.map(({ kind, amount, times }) => (
          <tr key={kind}>
            <td>{t(`flow-kind.${kind}`)}</td>
            <td className="numeric">{whole(times)}</td>
            <td className="numeric">{comesIn(kind) ? yuan(amount) : ''}</td>
            <td className="numeric">{comesIn(kind) ? '' : yuan(amount)}</td>
          </tr>
        ))}
        <tr className="day-total">
          <td colSpan={2}>{t('daysheet.total')}</td>
          <td className="numeric">{yuan(both.into)}</td>
          <td className="numeric">{yuan(both.out)}</td>
        </tr>
        {sheet.others !== 0 && <Balance name={t('daysheet.others')} fen={sheet.others} />}
        <Balance name={t('daysheet.closing')} fen={sheet.closing} strong />
      </tbody>
    </table>
  );
}

function Balance({ name, fen, strong }: { name: string; fen: number; strong?: boolean }) {
  return (
    <tr className={strong ? 'day-balance' : undefined}>
      <td colSpan={2}>{name}</td>
      <td className="numeric" colSpan={2}>
        {yuan(fen)}
      </td>
    </tr>
  );
}

function Held({ page }: { page: CashDayPage }) {
  const { t } = useTranslation();
  const { held } = page.sheet;
  return (
    <>
      <h3>{t('daysheet.held')}</h3>
      {held.length === 0 ? (
        <p className="note">{t('daysheet.nothing-held')}</p>
      ) : (
        <table className="table day-held">
          <caption className="unseen">{t('daysheet.held')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('cash.place')}</th>
              <th scope="col">{t('cash.stage')}</th>
              <th scope="col">{t('daysheet.pieces')}</th>
              <th scope="col" className="numeric">
                {t('cash.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {held.map((line) => (
              <tr key={`${line.place} ${line.stage}`}>
                <td>{t(`place.${line.place}`)}</td>
                <td>{t(`stage.${line.stage}`)}</td>
                <td>
                  {line.notes
                    .map((pack) =>
                      t('cash.pieces', {
                        n: whole(pack.count),
                        of: t(`denomination.${pack.denomination}`),
                      }),
                    )
                    .join(t('list.comma'))}
                </td>
                <td className="numeric">{yuan(line.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Signatures({ page }: { page: CashDayPage }) {
  const { t } = useTranslation();
  return (
    <dl className="day-signatures">
      <div>
        <dt>{t('daysheet.drawn-by')}</dt>
        <dd>{page.drawn_up_by ?? '—'}</dd>
      </div>
      <div>
        <dt>{t('daysheet.signed-by')}</dt>
        <dd>
          {page.signed_by ?? '—'}{' '}
          {page.signed_at && (
            <span className="note">{dayAndClock(page.signed_at, page.time_zone)}</span>
          )}
        </dd>
      </div>
    </dl>
  );
}
