import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CashDayPage, CashRow } from '../../api/contract';
import { useCommand, useView } from '../../api/hooks';
import { useAuthority, useSignedIn } from '../../api/session';
import { ActionDialog } from '../../kit/ActionDialog';
import { Done } from '../../kit/Done';
import { yuan } from '../../kit/format';
import { useSentence } from '../../kit/Refusal';
import { Screen, Skeleton } from '../../kit/Screen';
import { DaySheet } from './DaySheet';
import { OutletChoice } from './OutletChoice';
import { sheetRows, toCsv } from './sheetFile';

// 日终轧账: an outlet's sheet of a day, drawn up by one and signed by another; then the day is over.
export function DayPart({ rows }: { rows: CashRow[] }) {
  const { t } = useTranslation();
  const { outlet, day } = useSearch({ from: '/cash' });
  const navigate = useNavigate({ from: '/cash' });
  const sheet = useView('cash-day', { outlet: outlet ?? rows[0].outlet, day });
  return (
    <section className="card day-sheet" aria-labelledby="sheet-title">
      <header>
        <h2 id="sheet-title">{t('daysheet.title')}</h2>
        <div className="filters push unprinted">
          <OutletChoice rows={rows} />
          <input
            className="input"
            type="date"
            aria-label={t('daysheet.day')}
            value={day ?? sheet.data?.sheet.day ?? ''}
            onChange={(event) =>
              void navigate({
                search: (old) => ({ ...old, day: event.target.value || undefined }),
              })
            }
          />
        </div>
      </header>
      <Screen query={sheet} skeleton={<Skeleton rows={12} />}>
        {(page) => (
          <>
            <Acts page={page} />
            <DaySheet page={page} />
            <KeptDays page={page} />
          </>
        )}
      </Screen>
    </section>
  );
}

function Acts({ page }: { page: CashDayPage }) {
  const { t } = useTranslation();
  const download = () => {
    const address = URL.createObjectURL(
      new Blob([toCsv(sheetRows(page, t))], { type: 'text/csv' }),
    );
    const link = document.createElement('a');
    link.href = address;
    link.download = `${page.outlet}-${page.sheet.day}.csv`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <div className="body day-acts unprinted">
      <Signing key={`${page.outlet} ${page.sheet.day}`} page={page} />
      <button type="button" className="button" onClick={() => window.print()}>
        {t('daysheet.print')}
      </button>
      <button type="button" className="button" onClick={download}>
        CSV
      </button>
      <a
        className="button"
        href={`/api/export/cash_day.xlsx?outlet=${page.outlet}&day=${page.sheet.day}`}
        download
      >
        Excel
      </a>
    </div>
  );
}

function Signing({ page }: { page: CashDayPage }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const may = useAuthority();
  const { account } = useSignedIn();
  const { outlet } = page;
  const { day, closing } = page.sheet;
  const draw = useCommand('cash-day.draw-up', () => ({ outlet, day }));
  const sign = useCommand('cash-day.sign', () => ({ outlet, day }), page.version);
  if (page.state === 'signed_by_two') return sign.reply ? <Done reply={sign.reply} /> : null;
  if (page.not_yet) {
    const known = hindrances.find((word) => page.not_yet === `cash-day.${word}`);
    const why = known ? t(`daysheet-not-yet.${known}`) : sentence(page.not_yet);
    return <p className="chip warning day-not-yet">{why}</p>;
  }
  const drawnUp = page.state === 'drawn_up';
  return (
    <>
      {may('cash-day.draw-up') && !drawnUp && (
        <ActionDialog
          title={t('daysheet.draw-title', { day })}
          trigger={t('daysheet.draw')}
          intent={draw}
          primary
        >
          <p>{t('daysheet.closing-is', { sum: yuan(closing) })}</p>
          <p className="note">{t('daysheet.draw-means')}</p>
        </ActionDialog>
      )}
      {may('cash-day.sign') && drawnUp && page.drawn_up_by !== account && (
        <ActionDialog
          title={t('daysheet.sign-title', { day })}
          trigger={t('daysheet.sign')}
          intent={sign}
          primary
        >
          <p>{t('daysheet.closing-is', { sum: yuan(closing) })}</p>
          <p className="note">{t('daysheet.sign-means')}</p>
        </ActionDialog>
      )}
      {drawnUp && page.drawn_up_by === account && (
        <span className="chip info">{t('daysheet.waits-for-other')}</span>
      )}
    </>
  );
}

const hindrances = ['in-future', 'already-signed', 'drawer-not-empty', 'deed-waits'] as const;

function KeptDays({ page }: { page: CashDayPage }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/cash' });
  if (page.days.length === 0) return null;
  return (
    <nav className="body day-kept unprinted" aria-label={t('daysheet.kept')}>
      <span className="note">{t('daysheet.kept')}</span>
      {page.days
        .toReversed()
        .slice(0, 10)
        .map((day) => (
          <button
            key={day}
            type="button"
            className="button quiet"
            aria-current={day === page.sheet.day || undefined}
            onClick={() => void navigate({ search: (old) => ({ ...old, day }) })}
          >
            {day}
          </button>
        ))}
    </nav>
  );
}
