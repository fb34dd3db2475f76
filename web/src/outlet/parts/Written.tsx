import { useTranslation } from 'react-i18next';
import type { CommandName } from '../../api/contract';
import { clock, day } from '../../kit/format';
import { useSentence } from '../../kit/Refusal';
import { useSnapshot, useTablet } from '../context';
import type { Entry } from '../engine/entry';
import { isHeld } from '../engine/outbox';
import { link } from '../route';
import type { Scene } from '../section';
import { Mark } from './Mark';

// One write, in words: what, when, and whether the log has it.
export function WrittenRow({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const { views, entries } = useSnapshot();
  const tablet = useTablet();
  const held = entry.state === 'waiting' && isHeld(entry, entries);
  return (
    <li className={`written ${entry.state}`}>
      <Mark sign={entry.state} />
      <span className="written-what">
        {tablet.deeds.of(entry.command, entry.body).say(entry.body, t, views)}
        <span className="note">
          {clock(entry.at)} · <Standing entry={entry} held={held} />
        </span>
      </span>
    </li>
  );
}

function Standing({ entry, held }: { entry: Entry; held: boolean }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  if (entry.state === 'done') {
    const { at, seq } = entry.reply!;
    return <>{t('outbox.recorded', { at: clock(at), seq })}</>;
  }
  if (entry.state === 'dropped') {
    if (entry.told) return <>{sentence(entry.said!.code, entry.said!.facts)}</>;
    return <>{t('outbox.given-up', { at: clock(entry.settled!) })}</>;
  }
  if (entry.state === 'conflict') {
    return (
      <a className="strong" {...link('outbox')}>
        {t('outbox.undecided')}
      </a>
    );
  }
  return <>{t(held ? 'outbox.held' : 'outbox.waiting')}</>;
}

// What this tablet wrote today by some commands, newest first.
interface Written {
  scene: Scene;
  commands: CommandName[];
  most?: number; // Of what is settled; the rest stands in the outbox.
}
export function WrittenToday({ scene, commands, most = Infinity }: Written) {
  const { t } = useTranslation();
  const zone = scene.page.time_zone;
  const rows = scene.entries
    .filter((e) => commands.includes(e.command) && e.outlet === scene.page.outlet)
    .filter((e) => e.state === 'waiting' || day(e.at, zone) === day(scene.now, zone))
    .toReversed()
    .filter((e, i) => e.state === 'waiting' || i < most);
  if (rows.length === 0) return null;
  return (
    <section className="card" aria-labelledby="written-title">
      <h2 id="written-title">{t('outbox.today')}</h2>
      <ul className="list">
        {rows.map((entry) => (
          <WrittenRow key={entry.n} entry={entry} />
        ))}
      </ul>
    </section>
  );
}
