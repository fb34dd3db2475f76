import { useTranslation } from 'react-i18next';
import { viewRoles } from '../../api/contract';
import { Failure, Skeleton } from '../../kit/Screen';
import { useSnapshot, useTablet } from '../context';
import { Conflicts } from '../parts/Conflicts';
import { AccountPage } from '../pages/AccountPage';
import { DoorPage } from '../pages/DoorPage';
import { OutboxPage } from '../pages/OutboxPage';
import { link, useSection } from '../route';
import { TopBar } from '../TopBar';
import { RunPage } from './RunPage';
import { runOf } from './runs';

// 押运: my run today, the next stop, and what is handed over there.
export function App() {
  const { t } = useTranslation();
  const { ready, session, signedOut } = useSnapshot();
  if (!ready) {
    return (
      <main className="alone">
        <Skeleton rows={3} />
      </main>
    );
  }
  if (signedOut || !session?.account)
    return <DoorPage title={t('crew.title')} purpose={t('crew.purpose')} />;
  return (
    <div className="crew">
      <a className="skip" href="#content">
        {t('nav.skip')}
      </a>
      <TopBar title={t('crew.title')} />
      <main id="content" tabIndex={0}>
        <Place />
      </main>
      <Tabs />
    </div>
  );
}

function Place() {
  const name = useSection();
  if (name === 'account') return <AccountPage />;
  if (name === 'outbox') return <OutboxPage />;
  return <Today />;
}

function Today() {
  const { t } = useTranslation();
  const { views, problems, reach, session } = useSnapshot();
  const tablet = useTablet();
  const view = views['van-crew'];
  const problem = problems['van-crew'];
  if (!viewRoles['van-crew'].some((role) => role === session?.role))
    return (
      <p className="no-right" role="note">
        {t('tablet.no-right', { who: t('role.van_crew') })}
      </p>
    );
  if (!view) {
    if (problem) return <Failure error={problem} retry={() => tablet.tryNow()} />;
    return reach === 'cut' ? (
      <section className="card screen-state">
        <p>{t('tablet.nothing-kept')}</p>
      </section>
    ) : (
      <Skeleton rows={6} />
    );
  }
  const run = runOf(view.runs);
  return (
    <>
      {problem && <Failure error={problem} retry={() => tablet.tryNow()} kept />}
      <Conflicts />
      {run ? (
        <RunPage run={run} zone={view.time_zone} others={view.runs.filter((r) => r !== run)} />
      ) : (
        <section className="card screen-state">
          <p>{t('crew.no-run')}</p>
        </section>
      )}
    </>
  );
}

const places = ['', 'outbox', 'account'] as const;

function Tabs() {
  const { t } = useTranslation();
  const { entries } = useSnapshot();
  const now = useSection();
  const open = entries.filter((e) => e.state === 'waiting' || e.state === 'conflict').length;
  const words = {
    '': t('crew.tab-run'),
    outbox: t('tablet.tab.outbox'),
    account: t('crew.tab-account'),
  };
  return (
    <nav className="crew-tabs" aria-label={t('nav.label')}>
      {places.map((name) => (
        <a key={name} {...link(name)} aria-current={now === name ? 'page' : undefined}>
          {words[name]}
          {name === 'outbox' && open > 0 && <span className="tab-count">{open}</span>}
        </a>
      ))}
    </nav>
  );
}
