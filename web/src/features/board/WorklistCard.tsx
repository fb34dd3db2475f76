import type { TFunction } from 'i18next';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Time, WorkItem } from '../../api/contract';
import { useCommand, useView } from '../../api/hooks';
import { DueChip } from '../../kit/DueChip';
import { titleIn } from '../../kit/checklist';
import { factsByName, Refusal, useSentence } from '../../kit/Refusal';
import { Empty, Screen } from '../../kit/Screen';
import { StateGlyph } from '../../kit/StateGlyph';

// 待处置: what waits for somebody, most urgent first, with one button each.
export function WorklistCard() {
  const { t } = useTranslation();
  const { scope } = useSearch({ from: '/board' });
  const worklist = useView('worklist', { scope });
  return (
    <section className="card worklist" aria-labelledby="worklist-title">
      <header>
        <h2 id="worklist-title">
          {t('work.title')} {worklist.data?.items.length}
        </h2>
        <span className="note">{t('work.order')}</span>
      </header>
      <Screen
        query={worklist}
        isEmpty={(view) => view.items.length === 0}
        empty={<Empty>{t('work.empty')}</Empty>}
      >
        {(view) => (
          // The list scrolls inside its card, so the keyboard must be able to reach it.
          <ol tabIndex={0} aria-labelledby="worklist-title">
            {view.items.map((item, index) => (
              <Item
                key={`${item.code}:${item.outlet ?? item.plan ?? item.zone ?? item.person ?? ''}:${index}`}
                item={item}
                now={view.now}
              />
            ))}
          </ol>
        )}
      </Screen>
    </section>
  );
}

function Item({ item, now }: { item: WorkItem; now: Time }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const facts = readable(item, t);
  const text =
    item.missing.length > 0
      ? item.missing.map((code) => sentence(code, item.facts)).join(t('list.semicolon'))
      : t(`work.${item.code}.detail`, facts);
  return (
    <li className={item.severity}>
      <h3>
        {item.severity !== 'normal' && (
          <StateGlyph state={item.severity === 'alarm' ? 'alert' : 'limited'} />
        )}
        {item.title} {t(`work.${item.code}`, facts)}
      </h3>
      {item.deadline && <DueChip deadline={item.deadline} now={now} />}
      <p>{text}</p>
      {item.code === 'person_fallen_out' ? (
        <Vacancy item={item} effect={t('work.person_fallen_out.detail', facts)} />
      ) : (
        <WorkButton item={item} />
      )}
    </li>
  );
}

// Who could take the place, best first, with why; one tap each for whoever may order it.
function Vacancy({ item, effect }: { item: WorkItem; effect: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <div className="vacancy">
      <div className="note">{effect}</div>
      {item.substitutes.length === 0 && (
        <div className="strong">{t('work.person_fallen_out.nobody')}</div>
      )}
      <ul>
        {item.substitutes.map(({ person, name, why }) => (
          <li key={person}>
            <span>
              <strong>{name ?? person}</strong>{' '}
              <span className="note">
                {why.map((code) => sentence(code)).join(t('list.comma'))}
              </span>
            </span>
            {item.mine && <Substitute item={item} person={person} name={name ?? person} />}
          </li>
        ))}
      </ul>
      {item.substitutes.length === 0 && <WorkButton item={item} />}
    </div>
  );
}

function Substitute(props: { item: WorkItem; person: string; name: string }) {
  const { item, person, name } = props;
  const { t } = useTranslation();
  const { from, until } = factsByName(item.facts);
  const replace = useCommand('roster.replace', () => ({
    outlet: item.outlet!,
    out: item.person!,
    in: person,
    from,
    until: until!,
  }));
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={replace.busy}
        aria-label={`${t('work.person_fallen_out.do')} · ${name}`}
        onClick={() => void replace.give()}
      >
        {t('work.person_fallen_out.do')}
      </button>
      {replace.problem && <Refusal problem={replace.problem} />}
    </>
  );
}

// Words of the domain become words of the reader.
function readable(item: WorkItem, t: TFunction): Record<string, string> {
  const facts = factsByName(item.facts);
  const words = item.code === 'quarantine_ending' ? 'measure' : 'pass';
  return {
    ...facts,
    ...(facts.level && { level: t(`level.${facts.level}`) }),
    ...(facts.found_at && { found_at: t(`found-at.${facts.found_at}`) }),
    ...(facts.points && { points: facts.points.split(', ').map(surface(t)).join(t('list.comma')) }),
    ...(facts.item && { item: t(`item.${facts.item}`) }),
    ...(facts.kind && { kind: t(`${words}.${facts.kind}`) }),
    ...(facts.due &&
      facts.class && {
        kind: t(`incident.kind.${facts.kind}`),
        due: t(`incident.due.${facts.due}`),
        class: t(`incident.class.${facts.class}`),
      }),
    ...(facts.phase && { phase: t(`check.phase.${facts.phase}`) }),
    ...(facts.item_zh && { item: own(facts, t) }),
    ...(item.person && { person: item.person }),
    ...(facts.post && { post: wordOfPost(item, facts.post, t) }),
    ...(facts.team && { team: facts.team.toUpperCase() }),
    ...(facts.remedy && { remedy: t(`remedy.${facts.remedy}`) }),
    ...(facts.piece && { piece: t(`piece.${facts.piece}`) }),
    ...(facts.direction && { direction: t(`order-direction.${facts.direction}`) }),
    ...(facts.service && { service: t(`machine.service.${facts.service}`) }),
    ...(facts.confirmed && {
      mode: t(`machine.mode.${facts.mode}`),
      confirmed: t(`machine.mode.${facts.confirmed}`),
    }),
  };
}

// A checklist's items have the province's own words, in both languages.
const own = ({ item_zh = '', item_en = '' }: Record<string, string>, t: TFunction) =>
  titleIn({ title_zh: item_zh, title_en: item_en }, t);
// "atm_slot 2": a touch point, of a machine with its number.
const surface = (t: TFunction) => (text: string) => {
  const [point, machine] = text.split(' ');
  return [t(`touch.${point}`), machine].filter(Boolean).join(' ');
};

// A duty of backups has more posts than a crew.
const wordOfPost = (item: WorkItem, post: string, t: TFunction) =>
  item.code === 'backup_test_overdue' ? t(`backed.${post}`) : t(`post.${post}`);

const cashParts: Partial<Record<WorkItem['code'], 'orders' | 'sheet' | 'keys'>> = {
  cash_order_waits: 'orders',
  cash_pair_too_long: 'keys',
  code_change_due: 'keys',
  cash_day_unsigned: 'sheet',
};

// It leads to the page where the work is done; whoever may not do it may still look.
function WorkButton({ item }: { item: WorkItem }) {
  const { t } = useTranslation();
  const text = t(item.mine ? `work.${item.code}.do` : 'work.look');
  const className = item.mine && item.severity === 'alarm' ? 'button primary' : 'button';
  const name = `${text} · ${item.title}`;
  if (item.plan) {
    return (
      <Link className={className} to="/plans/$plan" params={{ plan: item.plan }} aria-label={name}>
        {text}
      </Link>
    );
  }
  if (item.code === 'backup_test_overdue') {
    return (
      <Link className={className} to="/people" search={{ part: 'backups' }} aria-label={name}>
        {text}
      </Link>
    );
  }
  if (item.code === 'report_overdue') {
    const { day } = factsByName(item.facts);
    return (
      <Link className={className} to="/reports" search={{ day }} aria-label={name}>
        {text}
      </Link>
    );
  }
  if (item.code === 'incident_due') {
    const { incident } = factsByName(item.facts);
    return (
      <Link className={className} to="/incidents" search={{ incident }} aria-label={name}>
        {text}
      </Link>
    );
  }
  if (item.code === 'directive_behind') {
    return (
      <Link className={className} to="/people" search={{ part: 'directives' }} aria-label={name}>
        {text}
      </Link>
    );
  }
  if (item.person && item.code !== 'ppe_overdue') {
    return (
      <Link
        className={className}
        to="/people"
        search={{ zone: item.zone ?? undefined }}
        aria-label={name}
      >
        {text}
      </Link>
    );
  }
  if (item.code === 'van_window_missed' || item.action === 'van-run.plan') {
    const { run } = factsByName(item.facts);
    return (
      <Link className={className} to="/vans" search={{ run }} aria-label={name}>
        {text}
      </Link>
    );
  }
  if (item.action.startsWith('supply.')) {
    return (
      <Link
        className={className}
        to="/supplies"
        search={{ search: item.outlet ?? undefined }}
        aria-label={name}
      >
        {text}
      </Link>
    );
  }
  if (item.code === 'clean_cash_short') {
    return (
      <Link
        className={className}
        to="/cash"
        search={{ outlet: item.outlet ?? undefined }}
        aria-label={name}
      >
        {text}
      </Link>
    );
  }
  const cashPart = cashParts[item.code];
  if (cashPart) {
    return (
      <Link
        className={className}
        to="/cash"
        search={{
          outlet: item.outlet ?? undefined,
          part: cashPart,
          day: cashPart === 'sheet' ? factsByName(item.facts).day : undefined,
        }}
        aria-label={name}
      >
        {text}
      </Link>
    );
  }
  if (item.code === 'rounds_overdue_in_city') {
    return (
      <Link
        className={className}
        to="/outlets"
        search={{ scope: item.city ?? undefined }}
        aria-label={name}
      >
        {text}
      </Link>
    );
  }
  if (item.outlet) {
    return (
      <Link
        className={className}
        to="/outlets/$outlet"
        params={{ outlet: item.outlet }}
        aria-label={name}
      >
        {text}
      </Link>
    );
  }
  return (
    <Link className={className} to="/plans" aria-label={name}>
      {text}
    </Link>
  );
}
