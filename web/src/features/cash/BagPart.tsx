import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CashBagStep, CashBagTrail, CashRow } from '../../api/contract';
import { useView } from '../../api/hooks';
import { dayAndClock } from '../../kit/format';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { OutletChoice } from './OutletChoice';

const BagLabel = lazy(() => import('./BagLabel'));

// 封包履历: a bag by its number, typed, read from its label, or chosen among those of a house.
export function BagPart({ rows }: { rows: CashRow[] }) {
  const { t } = useTranslation();
  const { outlet, bag } = useSearch({ from: '/cash' });
  return (
    <>
      <section className="card unprinted" aria-labelledby="bag-find">
        <header>
          <h2 id="bag-find">{t('trail.find')}</h2>
          <OutletChoice rows={rows} />
          <FindBag key={bag} bag={bag} />
        </header>
        <BagsOf outlet={outlet ?? rows[0].outlet} />
      </section>
      {bag && <Trail bag={bag} />}
    </>
  );
}

function FindBag({ bag }: { bag?: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/cash' });
  const [typed, type] = useState(bag ?? '');
  const find = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim()) void navigate({ search: (old) => ({ ...old, bag: typed.trim() }) });
  };
  return (
    <form className="bag-find push" onSubmit={find}>
      <input
        className="input"
        aria-label={t('till.bag-number')}
        placeholder={t('till.bag-number')}
        autoComplete="off"
        value={typed}
        onChange={(event) => type(event.target.value)}
      />
      <button type="submit" className="button primary">
        {t('trail.show')}
      </button>
    </form>
  );
}

function BagsOf({ outlet }: { outlet: string }) {
  const { t } = useTranslation();
  const { bag: shown } = useSearch({ from: '/cash' });
  const page = useView('cash-outlet', { outlet });
  return (
    <Screen
      query={page}
      skeleton={<Skeleton rows={2} />}
      isEmpty={(view) => view.bags.length === 0}
      empty={<Empty>{t('trail.no-bags')}</Empty>}
    >
      {(view) => (
        <ul className="bag-links">
          {view.bags.map(({ bag, stage }) => (
            <li key={bag}>
              <Link
                to="/cash"
                search={(old) => ({ ...old, part: 'bags', bag })}
                aria-current={bag === shown || undefined}
              >
                {bag}
              </Link>{' '}
              <span className="note">{t(`stage.${stage}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </Screen>
  );
}

function Trail({ bag }: { bag: string }) {
  const { t } = useTranslation();
  const trail = useView('cash-bag', { bag });
  return (
    <section className="card bag-trail" aria-labelledby="bag-trail">
      <header className="unprinted">
        <h2 id="bag-trail">{t('trail.of', { bag })}</h2>
        <button type="button" className="button push" onClick={() => window.print()}>
          {t('trail.print')}
        </button>
      </header>
      <Screen query={trail} skeleton={<Skeleton rows={8} />}>
        {(view) => (
          <div className="bag-body">
            <div className="unprinted">
              <Present trail={view} />
              <ol className="bag-steps">
                {view.steps.map((step) => (
                  <Step key={step.seq} step={step} zone={view.time_zone} />
                ))}
              </ol>
              <p className="note">{t('trail.blind')}</p>
            </div>
            <Suspense fallback={<Skeleton rows={4} />}>
              <BagLabel trail={view} />
            </Suspense>
          </div>
        )}
      </Screen>
    </section>
  );
}

function Present({ trail }: { trail: CashBagTrail }) {
  const { t } = useTranslation();
  const facts: [string, string | null | undefined][] = [
    [t('trail.origin'), trail.origin_title],
    [t('cash.source'), trail.source && t(`source.${trail.source}`)],
    [t('cash.stage'), trail.stage ? t(`stage.${trail.stage}`) : t('trail.gone')],
    [t('trail.where'), trail.at],
    [t('trail.held-until'), trail.held_until && dayAndClock(trail.held_until, trail.time_zone)],
  ];
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Step({ step, zone }: { step: CashBagStep; zone: string }) {
  const { t } = useTranslation();
  const deed = step.deed ? t(`deed.${step.deed}`) : '';
  const details = [
    step.title,
    step.place,
    step.seal && t('trail.seal', { seal: step.seal }),
    step.remark,
  ].filter(Boolean);
  return (
    <li>
      <time dateTime={step.at}>{dayAndClock(step.at, zone)}</time>
      <div>
        <strong>{t(`trail-event.${step.event.replace('cash.', '')}`, { deed })}</strong>{' '}
        <span>{step.with ? t('trail.two', { by: step.by, with: step.with }) : step.by}</span>
        <p className="note">
          {details.join(' · ')} · {t('done.entry', { seq: step.seq })}
        </p>
      </div>
    </li>
  );
}
