import { useTranslation } from 'react-i18next';
import type { OutletPage } from '../api/contract';
import { Failure, Skeleton } from '../kit/Screen';
import { useSnapshot, useTablet } from './context';
import { useNow } from './now';
import { AccountPage } from './pages/AccountPage';
import { ChoicePage } from './pages/ChoicePage';
import { DoorPage } from './pages/DoorPage';
import { NextPage } from './pages/NextPage';
import { OutboxPage } from './pages/OutboxPage';
import { useSection } from './route';
import type { Scene } from './section';
import { sections } from './sections';
import { Tabs } from './Tabs';
import { TopBar } from './TopBar';

export function App() {
  const { t } = useTranslation();
  const { ready, session, signedOut, outlet, views } = useSnapshot();
  if (!ready) {
    return (
      <main className="alone">
        <Skeleton rows={3} />
      </main>
    );
  }
  if (signedOut || !session?.account) return <DoorPage />;
  return (
    <div className="tablet">
      <a className="skip" href="#content">
        {t('nav.skip')}
      </a>
      <Tabs />
      <div className="sheet">
        <TopBar page={views.outlet} />
        <main id="content" tabIndex={0}>
          {outlet ? <Place page={views.outlet} /> : <ChoicePage />}
        </main>
      </div>
    </div>
  );
}

function Place({ page }: { page?: OutletPage }) {
  const { views, problems, entries, session, reach } = useSnapshot();
  const tablet = useTablet();
  const now = useNow();
  const name = useSection();
  const retry = () => tablet.tryNow();
  if (name === 'account') return <AccountPage />;
  if (name === 'outbox') return <OutboxPage />;
  if (!page) {
    if (problems.outlet) return <Failure error={problems.outlet} retry={retry} />;
    return reach === 'cut' ? <NothingKept /> : <Skeleton rows={6} />;
  }
  const scene: Scene = { page, views, entries, session: session!, now };
  const section = sections.find((s) => s.name === name);
  return (
    <>
      {problems.outlet && <Failure error={problems.outlet} retry={retry} kept />}
      {section ? <section.Page scene={scene} key={section.name} /> : <NextPage scene={scene} />}
    </>
  );
}

// Without a line, and nothing of this account on the disk.
function NothingKept() {
  const { t } = useTranslation();
  const tablet = useTablet();
  return (
    <section className="card screen-state">
      <p>{t('tablet.nothing-kept')}</p>
      <button type="button" className="button" onClick={() => tablet.tryNow()}>
        {t('action.retry')}
      </button>
    </section>
  );
}
