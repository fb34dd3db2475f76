import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSnapshot, useTablet } from '../context';
import { useInstallOffer } from '../installed';
import { go, link } from '../route';

// Who is at the tablet, and the ways out.
export function AccountPage() {
  const { t } = useTranslation();
  const { session, views } = useSnapshot();
  const tablet = useTablet();
  const offer = useInstallOffer();
  const bound = !views.outlet || session?.scope?.includes('/');
  return (
    <>
      <section className="card" aria-labelledby="account-title">
        <h2 id="account-title">{session?.title ?? session?.account}</h2>
        <p className="note">
          {session?.account} · {session?.role && t(`role.${session.role}`)}
          {views.outlet && ` · ${views.outlet.facts.title}`}
        </p>
        {!bound && (
          <button type="button" className="button" onClick={() => void tablet.choose('')}>
            {t('tablet.other-outlet')}
          </button>
        )}
        {offer && (
          <button type="button" className="button" onClick={() => void offer.prompt()}>
            {t('tablet.install')}
          </button>
        )}
      </section>
      {session?.demo && <Personas />}
      <Leave />
    </>
  );
}

function Personas() {
  const { t } = useTranslation();
  const { session, reach } = useSnapshot();
  const tablet = useTablet();
  return (
    <section className="card" aria-labelledby="personas-title">
      <h2 id="personas-title">{t('demo.act-as')}</h2>
      <p className="note">{t('demo.text')}</p>
      <ul className="personas">
        {session!.personas.map((persona) => (
          <li key={persona.account}>
            <button
              type="button"
              className="button"
              aria-pressed={persona.account === session!.account}
              disabled={reach === 'cut'}
              onClick={() => void tablet.enter({ persona: persona.account })}
            >
              {persona.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Leave() {
  const { t } = useTranslation();
  const { entries, session } = useSnapshot();
  const tablet = useTablet();
  const [sure, setSure] = useState(false);
  const open = entries.filter(
    (e) => e.account === session?.account && (e.state === 'waiting' || e.state === 'conflict'),
  ).length;
  return (
    <section className="card" aria-labelledby="leave-title">
      <h2 id="leave-title">{t('tablet.leave')}</h2>
      <p className="note">{t('tablet.leave-means')}</p>
      {open > 0 && (
        <p className="warning-line">
          <span aria-hidden="true">▲</span> {t('tablet.leave-open', { n: open })}{' '}
          <a {...link('outbox')}>{t('tablet.tab.outbox')}</a>
        </p>
      )}
      {sure ? (
        <div className="choices">
          <button type="button" className="button" onClick={() => setSure(false)}>
            {t('action.cancel')}
          </button>
          <button
            type="button"
            className="button danger"
            onClick={() => void tablet.leave().then(() => go(''))}
          >
            {t('tablet.leave-yes')}
          </button>
        </div>
      ) : (
        <button type="button" className="button" onClick={() => setSure(true)}>
          {t('session.leave')}
        </button>
      )}
    </section>
  );
}
