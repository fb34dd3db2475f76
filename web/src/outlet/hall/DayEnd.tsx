import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueuePage, QueueRemaining } from '../../api/contract';
import { percent } from '../../kit/format';
import { Segmented } from '../../kit/Segmented';
import { useMay } from '../context';
import { OrderButton } from './parts';

// The day in figures, and its end: nobody's place is wiped.
export function DayEnd({ view }: { view: QueuePage }) {
  return (
    <div className="columns">
      <div>
        <Figures view={view} />
      </div>
      <div>
        <CloseDay view={view} />
      </div>
    </div>
  );
}

function Figures({ view }: { view: QueuePage }) {
  const { t } = useTranslation();
  const { figures, counts } = view;
  const minutes = (n?: number | null) => (n == null ? '—' : t('hall.minutes', { n }));
  const rows: [string, string][] = [
    ['hall.figure.taken', String(figures.taken)],
    ['hall.figure.served', String(figures.served)],
    ['hall.figure.half', minutes(figures.wait_p50_minutes)],
    ['hall.figure.most', minutes(figures.wait_p90_minutes)],
    [
      'hall.figure.kept',
      figures.promise_kept_permille == null ? '—' : `${percent(figures.promise_kept_permille)}%`,
    ],
    ['hall.figure.voided', String(figures.voided)],
    ['hall.figure.no-shows', String(figures.no_shows)],
    ['hall.figure.entered', String(counts.entered)],
    ['hall.figure.most-inside', String(counts.most_inside)],
  ];
  return (
    <section className="card" aria-labelledby="figures-title">
      <h2 id="figures-title">{t('hall.figures')}</h2>
      <dl className="summary-lines">
        {rows.map(([key, value]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd className="strong">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="note">{t('hall.kept-means')}</p>
    </section>
  );
}

function CloseDay({ view }: { view: QueuePage }) {
  const { t } = useTranslation();
  const may = useMay()('queue.close-day');
  const [remaining, choose] = useState<QueueRemaining>('carried_over');
  const busy = view.windows.filter((w) => w.ticket).map((w) => w.window);
  if (!may || !view.day) return null;
  if (view.closed) return <p className="card empty">{t('hall.day-closed', { day: view.day })}</p>;
  const n = view.tickets.length;
  return (
    <section className="card" aria-labelledby="end-title">
      <h2 id="end-title">{t('hall.end', { day: view.day })}</h2>
      <p>{n > 0 ? t('hall.end-left', { n }) : t('hall.end-none')}</p>
      {n > 0 && (
        <>
          <Segmented
            label={t('hall.remaining')}
            value={remaining}
            onChange={choose}
            choices={(['carried_over', 'turned_away'] as const).map((value) => ({
              value,
              text: t(`hall.remaining.${value}`),
            }))}
          />
          <p className="note">{t(`hall.remaining-means.${remaining}`)}</p>
        </>
      )}
      {busy.length > 0 ? (
        <p className="warning-line">{t('hall.end-busy', { windows: busy.join(', ') })}</p>
      ) : (
        <OrderButton
          command="queue.close-day"
          body={{ outlet: view.outlet, remaining }}
          kind="danger"
        >
          {t('hall.end-do')}
        </OrderButton>
      )}
    </section>
  );
}
