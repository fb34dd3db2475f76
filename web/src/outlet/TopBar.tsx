import { useTranslation } from 'react-i18next';
import type { OutletPage } from '../api/contract';
import { AgeChip, freshness } from '../kit/AgeChip';
import { StateTag } from '../kit/StateTag';
import { useSnapshot } from './context';
import { useUpdateReady } from './installed';
import { clock } from '../kit/format';
import { useNow } from './now';
import { Mark } from './parts/Mark';
import { link } from './route';
import { setType, useTypeSize } from './typeSize';
import { changeLanguage } from '../kit/words';

// Where this tablet stands, how old what it shows is, and what still waits to be sent.
export function TopBar({ page, title }: { page?: OutletPage; title?: string }) {
  const { t } = useTranslation();
  const { session } = useSnapshot();
  return (
    <header className="top">
      <a className="home" {...link('')} aria-label={t('tablet.home')}>
        <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
          <path d="M5 15.5 16 6l11 9.5M8.5 14v11h15V14" />
          <circle cx="16" cy="18.5" r="3" />
        </svg>
      </a>
      <h1>{page?.facts.title ?? title ?? t('tablet.title')}</h1>
      <span className="top-chips">
        {page && (
          <span className="chip info">
            <StateTag state={page.shown_state} />
          </span>
        )}
        {page?.zone && <span className="chip dark">{t('map.inside')}</span>}
      </span>
      <span className="top-right">
        <Line />
        <Age />
        <Update />
        <TypeSwitch />
        <LanguageSwitch />
        <a className="button top-button" {...link('account')}>
          <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
            <path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20.5a7.5 7.5 0 0 1 15 0" />
          </svg>
          <span className="unseen">{session?.title ?? session?.account}</span>
          {session?.demo && t('demo.word')}
        </a>
      </span>
    </header>
  );
}

// Live only while the server answers: without a line the age is said at once.
function Age() {
  const { t } = useTranslation();
  const { heardAt, ahead, reach } = useSnapshot();
  const now = useNow();
  if (heardAt === 0) return null;
  if (reach !== 'cut') return <AgeChip heardAt={heardAt} ahead={ahead} />;
  const lost = freshness((Date.parse(now) - ahead - heardAt) / 1000) === 'lost';
  return (
    <span className="chip age" data-state={lost ? 'lost' : 'stale'}>
      <i aria-hidden="true" />
      {t('age.stopped', { time: clock(heardAt + ahead) })}
    </span>
  );
}

function Line() {
  const { t } = useTranslation();
  const { entries, reach } = useSnapshot();
  const count = (state: string) => entries.filter((e) => e.state === state).length;
  const waiting = count('waiting');
  const conflicts = entries.filter((e) => e.state === 'conflict' && !e.told).length;
  return (
    <span role="status" className="line-state">
      {conflicts > 0 && (
        <a className="chip alarm" {...link('outbox')}>
          <Mark sign="conflict" /> {t('outbox.conflicts', { n: conflicts })}
        </a>
      )}
      {reach === 'cut' && (
        <a className="chip warning" {...link('outbox')}>
          <span aria-hidden="true">◌</span>{' '}
          {t(waiting > 0 ? 'tablet.offline-waiting' : 'tablet.offline', { n: waiting })}
        </a>
      )}
      {reach !== 'cut' && waiting > 0 && (
        <a className="chip info" {...link('outbox')}>
          <Mark sign="waiting" /> {t('tablet.sending', { n: waiting })}
        </a>
      )}
    </span>
  );
}

function Update() {
  const { t } = useTranslation();
  if (!useUpdateReady()) return null;
  return (
    <button type="button" className="button top-button" onClick={() => window.location.reload()}>
      {t('tablet.update')}
    </button>
  );
}

export function TypeSwitch() {
  const { t } = useTranslation();
  const large = useTypeSize() === 'large';
  return (
    <button
      type="button"
      className="button top-button"
      aria-pressed={large}
      onClick={() => setType(large ? 'normal' : 'large')}
    >
      {t('tablet.large')}
    </button>
  );
}

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <button
      type="button"
      className="button top-button"
      lang={other}
      onClick={() => void changeLanguage(other)}
    >
      {t('language.other')}
    </button>
  );
}
