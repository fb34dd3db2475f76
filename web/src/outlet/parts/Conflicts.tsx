import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandName } from '../../api/contract';
import { clock } from '../../kit/format';
import { useSentence } from '../../kit/Refusal';
import { useSnapshot, useTablet } from '../context';
import type { Entry } from '../engine/entry';
import { Mark } from './Mark';

// What was not recorded and waits for a decision; nothing leaves this list by itself.
export function Conflicts({ commands }: { commands?: CommandName[] }) {
  const { entries } = useSnapshot();
  const list = entries.filter(
    (e) => e.state === 'conflict' && (!commands || commands.includes(e.command)),
  );
  if (list.length === 0) return null;
  return (
    <div className="conflicts">
      {list.map((entry) => (
        <Conflict key={entry.n} entry={entry} />
      ))}
    </div>
  );
}

function Conflict({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const { views } = useSnapshot();
  const sentence = useSentence();
  const deed = useTablet().deeds.of(entry.command, entry.body);
  const said = entry.said!;
  const changed = said.code === 'desk.version-changed';
  const mine = deed.say(entry.body, t, views);
  if (entry.told) return <Told entry={entry} what={mine} />;
  return (
    <article className="card conflict" aria-label={t('outbox.conflict', { what: mine })}>
      <h2>
        <Mark sign="conflict" /> {t(changed ? 'outbox.changed' : 'outbox.refused')}
      </h2>
      {!changed && (
        <p className="strong">
          {sentence(said.code, said.facts)}
          {said.missing.map((code) => (
            <span key={code} className="missing">
              <span aria-hidden="true">✕</span> {sentence(code, said.facts)}
            </span>
          ))}
        </p>
      )}
      <dl className="sides">
        <div>
          <dt>{t('outbox.mine', { at: clock(entry.at) })}</dt>
          <dd>{mine}</dd>
        </div>
        <div>
          <dt>{t('outbox.theirs', { at: clock(entry.settled!) })}</dt>
          <dd>
            {entry.theirs === undefined
              ? t('outbox.unseen')
              : deed.tell(entry.theirs, t, entry.body)}
          </dd>
        </div>
      </dl>
      <Decision entry={entry} />
      {said.requestId && (
        <p className="note">
          {t('refusal.request')} <code>{said.requestId}</code>
        </p>
      )}
    </article>
  );
}

// Of the moment: what was not done, and why. There is nothing to decide, only to know.
function Told({ entry, what }: { entry: Entry; what: string }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const { session } = useSnapshot();
  const sentence = useSentence();
  const said = entry.said!;
  return (
    <article className="card told" role="status" aria-label={t('outbox.told', { what })}>
      <Mark sign="late" />
      <p>
        <strong>{t('outbox.told', { what })}</strong>
        <span>{sentence(said.code, said.facts)}</span>
      </p>
      {entry.account === session?.account && (
        <button
          type="button"
          className="button"
          onClick={() => void tablet.decide(entry.n, 'drop')}
        >
          {t('outbox.understood')}
        </button>
      )}
    </article>
  );
}

// Two taps for either: the first says what it means.
function Decision({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const { session } = useSnapshot();
  const [how, choose] = useState<'again' | 'drop'>();
  if (entry.account !== session?.account) {
    return <p className="note">{t('outbox.of-another', { account: entry.account })}</p>;
  }
  if (!how) {
    return (
      <div className="choices">
        <button type="button" className="button" onClick={() => choose('again')}>
          {t('outbox.again')}
        </button>
        <button type="button" className="button danger" onClick={() => choose('drop')}>
          {t('outbox.drop')}
        </button>
      </div>
    );
  }
  return (
    <div className="choices sure" role="group" aria-label={t(`outbox.${how}`)}>
      <p className="strong">{t(`outbox.${how}-means`)}</p>
      <button type="button" className="button" onClick={() => choose(undefined)}>
        {t('action.cancel')}
      </button>
      <button
        type="button"
        className={how === 'drop' ? 'button danger' : 'button primary'}
        onClick={() => void tablet.decide(entry.n, how)}
      >
        {t(`outbox.${how}-yes`)}
      </button>
    </div>
  );
}
