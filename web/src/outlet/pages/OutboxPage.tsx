import { useTranslation } from 'react-i18next';
import { Conflicts } from '../parts/Conflicts';
import { WrittenRow } from '../parts/Written';
import { useSnapshot, useTablet } from '../context';
import type { Entry } from '../engine/entry';

// All that this tablet wrote: what a person must decide, what waits, what the log has.
export function OutboxPage() {
  const { t } = useTranslation();
  const { entries, reach, sending, session } = useSnapshot();
  const tablet = useTablet();
  const waiting = entries.filter((e) => e.state === 'waiting');
  const strange = new Set(
    waiting.filter((e) => e.account !== session?.account).map((e) => e.account),
  );
  const settled = entries.filter((e) => e.state === 'done' || e.state === 'dropped').toReversed();
  return (
    <>
      <Conflicts />
      <section className="card" aria-labelledby="waiting-title">
        <h2 id="waiting-title">
          {t('outbox.title', { n: waiting.length })}
          {waiting.length > 0 && (
            <button
              type="button"
              className="button push"
              disabled={sending}
              onClick={() => tablet.tryNow()}
            >
              {t('outbox.send-now')}
            </button>
          )}
        </h2>
        <p className="note">{t(reach === 'cut' ? 'outbox.promise-offline' : 'outbox.promise')}</p>
        {[...strange].map((account) => (
          <p key={account} className="warning-line">
            <span aria-hidden="true">▲</span> {t('outbox.of-another', { account })}
          </p>
        ))}
        {waiting.length === 0 && <p className="empty">✓ {t('outbox.empty')}</p>}
        <Rows entries={waiting} />
      </section>
      {settled.length > 0 && (
        <section className="card" aria-labelledby="settled-title">
          <h2 id="settled-title">{t('outbox.settled', { n: settled.length })}</h2>
          <Rows entries={settled} />
        </section>
      )}
    </>
  );
}

const Rows = ({ entries }: { entries: Entry[] }) => (
  <ul className="list">
    {entries.map((entry) => (
      <WrittenRow key={entry.n} entry={entry} />
    ))}
  </ul>
);
