import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DutyPerson, OutletPage as Page } from '../../api/contract';
import { useView } from '../../api/hooks';
import { useAuthority } from '../../api/session';
import { clock, dayAndClock, money } from '../../kit/format';
import { useSentence } from '../../kit/Refusal';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { StateTag } from '../../kit/StateTag';
import { ChecklistCard } from './ChecklistCard';
import { GateCard } from './GateCard';
import { HallCard } from './HallCard';
import { OutletActions } from './OutletActions';
import './outlets.css';
import { PapersToPrint } from './PapersToPrint';
import { RoundsCard } from './RoundsCard';
import { SetTeam } from './SetTeam';
import { StockCard } from './StockCard';

// One outlet: is it safe, staffed, stocked, in time?
export function OutletPage() {
  const { outlet } = useParams({ from: '/outlets/$outlet' });
  const page = useView('outlet', { outlet });
  return (
    <Screen query={page} skeleton={<Skeleton rows={12} />}>
      {(view) => (
        <div className="outlet" key={view.outlet}>
          <Head page={view} />
          <div className="outlet-columns">
            <div>
              <GateCard page={view} />
              <ChecklistCard outlet={view.outlet} />
              <HallCard outlet={view.outlet} />
              <RoundsCard page={view} />
            </div>
            <div>
              <DutyCard page={view} />
              <PapersCard page={view} />
              <PapersToPrint page={view} />
            </div>
            <div>
              <StockCard page={view} />
              <FactsCard page={view} />
            </div>
          </div>
        </div>
      )}
    </Screen>
  );
}

function Head({ page }: { page: Page }) {
  const { t } = useTranslation();
  const { facts } = page;
  return (
    <section className="card outlet-head">
      <div>
        <p className="note">
          <Link to="/outlets">{t('nav.outlets')}</Link> ▸ {page.outlet}
        </p>
        <h2>{facts.title}</h2>
        <p className="outlet-chips">
          <StateTag state={page.shown_state} />
          {page.zone && <span className="chip sealed">{page.zone_title}</span>}
          <span className="note">
            {t('outlet.since', { at: dayAndClock(facts.since, page.time_zone) })}
            {facts.reason && ` · ${facts.reason}`}
          </span>
        </p>
      </div>
      <OutletActions page={page} />
    </section>
  );
}

function DutyCard({ page }: { page: Page }) {
  const { t } = useTranslation();
  const may = useAuthority();
  return (
    <section className="card" aria-labelledby="duty-title">
      <header>
        <h2 id="duty-title">{t('duty.title')}</h2>
        {page.team && (
          <span className="chip">{t('duty.team', { team: page.team.toUpperCase() })}</span>
        )}
        {!page.plan && may('roster.set-team') && (
          <span className="push">
            <SetTeam page={page} />
          </span>
        )}
        {page.plan && (
          <Link className="push" to="/plans/$plan" params={{ plan: page.plan }}>
            {t('duty.plan')}
          </Link>
        )}
      </header>
      {page.on_duty.length === 0 ? (
        <Empty action={<Link to="/plans">{t('duty.to-plans')}</Link>}>{t('duty.empty')}</Empty>
      ) : (
        <ul className="duty">
          {page.on_duty.map((person) => (
            <Person key={person.person} person={person} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Person({ person }: { person: DutyPerson }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <li>
      <span className="note">{t(`post.${person.post}`)}</span>
      <strong>{person.name ?? person.person}</strong>
      {person.custody !== 'none' && <span className="chip">{t(`custody.${person.custody}`)}</span>}
      <span className={person.fit ? 'chip good push' : 'chip alarm push'}>
        {person.fit ? `✓ ${t('people.fit')}` : `✕ ${t('people.unfit')}`}
      </span>
      {person.reasons.length > 0 && (
        <p className="note">
          {person.reasons.map((code) => sentence(code)).join(t('list.semicolon'))}
        </p>
      )}
    </li>
  );
}

// Grant and passes: what allows the bank to work inside the seal.
function PapersCard({ page }: { page: Page }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="papers-title">
      <header>
        <h2 id="papers-title">{t('papers.title')}</h2>
      </header>
      {!page.grant && page.passes.length === 0 ? (
        <Empty>{t(page.zone ? 'papers.empty' : 'papers.not-needed')}</Empty>
      ) : (
        <ul className="papers">
          {page.grant && (
            <li>
              <strong>{t('papers.grant')}</strong> {page.grant.document}
              <p className="note">{page.grant.issuer}</p>
            </li>
          )}
          {page.passes.map(({ pass, valid_today }) => (
            <li key={pass.kind + pass.holder + pass.valid_from}>
              <strong>{t(`pass.${pass.kind}`)}</strong> {pass.holder}{' '}
              <span className={valid_today ? 'chip good' : 'chip warning'}>
                {t(valid_today ? 'papers.valid' : 'papers.invalid')}
              </span>
              <p className="note">
                {pass.gate} · {pass.window_from}–{pass.window_to} · {pass.valid_from} –{' '}
                {pass.valid_to}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function FactsCard({ page }: { page: Page }) {
  const { t, i18n } = useTranslation();
  const { facts } = page;
  const rows: [string, string][] = [
    ['outlet.hours', `${facts.opens}–${facts.closes}`],
    ['outlet.windows', `${facts.windows_open} / ${facts.windows}`],
    ['outlet.machines', String(facts.machines)],
    ['outlet.self-service', t(facts.self_service ? 'word.on' : 'word.off')],
    ['outlet.lobby', `${facts.lobby_m2} m²`],
    ['outlet.float', money(facts.cash_float, i18n.language)],
    ['outlet.limit', money(facts.cash_limit, i18n.language)],
    ['outlet.served', String(facts.customers_served)],
    ['outlet.city', [page.city_title, facts.district].filter(Boolean).join(' ')],
    ['outlet.position', t(`position.${facts.position_source}`)],
    ['outlet.updated', clock(page.now, page.time_zone)],
  ];
  return (
    <section className="card" aria-labelledby="facts-title">
      <header>
        <h2 id="facts-title">{t('outlet.facts')}</h2>
      </header>
      <dl className="facts body">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
