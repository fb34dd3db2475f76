import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/hooks';
import { Failure, Skeleton } from '../kit/Screen';
import { DemoBanner } from './DemoBanner';
import { NavRail } from './NavRail';
import { SessionContext } from '../api/session';
import { SignInPage } from './SignInPage';
import { TopBar } from './TopBar';
import { useFreshness } from './freshness';

// What every page of the staff stands in: who you are, where you look, how old it is.
export function Shell() {
  const session = useSession();
  if (session.data === undefined) {
    return (
      <main className="alone">
        {session.error ? (
          <Failure error={session.error} retry={session.refetch} />
        ) : (
          <Skeleton rows={3} />
        )}
      </main>
    );
  }
  if (!session.data.account) return <SignInPage session={session.data} />;
  return (
    <SessionContext value={session.data}>
      <Frame />
    </SessionContext>
  );
}

function Frame() {
  const { t } = useTranslation();
  const { heardAt, ahead, online } = useFreshness();
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('nav.skip')}
      </a>
      <NavRail />
      <div className="shell-page">
        <DemoBanner />
        <TopBar heardAt={heardAt} ahead={ahead} />
        {!online && (
          <p className="offline" role="status">
            {t('screen.offline')}
          </p>
        )}
        <main id="content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
  );
}
