// 健康: the morning and the evening check of today's crew and of the outlet's own people.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { People, PersonRow, PlanPost } from '../../api/contract';
import { clock, day, minuteOfDay } from '../../kit/format';
import { useSentence } from '../../kit/Refusal';
import { Segmented } from '../../kit/Segmented';
import { useMay, useTablet } from '../context';
import { deed, type Translate } from '../engine/deed';
import { asked } from '../engine/policy';
import { Conflicts } from '../parts/Conflicts';
import { FigureField, WriteForm } from '../parts/fields';
import { Mark } from '../parts/Mark';
import { NoRight } from '../parts/states';
import { WrittenToday } from '../parts/Written';
import type { Scene, Section, Task } from '../section';

const eveningFrom = 14 * 60; // The check after noon is the evening's.
const command = 'quarantine.record-check';

const degrees = (tenths: number) => (tenths / 10).toFixed(1);
const rowOf = (view: People, person: string) => view.rows.find((r) => r.person === person);

const check = deed<typeof command, 'people'>({
  command,
  view: 'people',
  dated: true,
  stream: ({ person }) => `quarantine/${person}`,
  thing: ({ person }) => `quarantine/${person}`,
  version: (view, { person }) => rowOf(view, person)?.health_version,
  state: (view, { person }) => {
    const row = rowOf(view, person);
    return row && { checked_at: row.checked_at ?? null, reasons: row.reasons };
  },
  foresee: (view, { person }, { at }) => ({
    ...view,
    rows: view.rows.map((r) => (r.person === person ? checked(r, at) : r)),
  }),
  say: (body, t, kept) =>
    t(body.symptoms ? 'health.said-symptoms' : 'health.said', {
      person: nameIn(kept, body.person),
      degrees: degrees(body.temperature_tenths),
    }),
  tell: (state, t) => {
    const { checked_at } = state as { checked_at: string | null };
    return checked_at
      ? t('health.stands', { at: `${day(checked_at).slice(5)} ${clock(checked_at)}` })
      : t('health.stands-none');
  },
});

const loop = deed<'quarantine.declare-loop', 'people'>({
  command: 'quarantine.declare-loop',
  view: 'people',
  dated: true,
  stream: ({ person }) => `quarantine/${person}`,
  thing: ({ person }) => `quarantine/${person}/loop`,
  version: (view, { person }) => rowOf(view, person)?.health_version,
  state: (view, { person }) => rowOf(view, person)?.loop_declared_at ?? null,
  foresee: (view, { person }, { at }) => ({
    ...view,
    rows: view.rows.map((r) => (r.person === person ? { ...r, loop_declared_at: at } : r)),
  }),
  say: ({ person, kept: isKept }, t, kept) =>
    t(isKept ? 'health.said-loop' : 'health.said-loop-broken', { person: nameIn(kept, person) }),
  tell: (at, t) =>
    at ? t('health.loop-stands', { at: clock(at as string) }) : t('health.loop-stands-none'),
});

function checked(row: PersonRow, at: string): PersonRow {
  const reasons = row.reasons.filter((code) => code !== 'fit.check-missing');
  return { ...row, checked_at: at, reasons, fit: reasons.length === 0 };
}

function nameIn(kept: Scene['views'], person: string): string {
  const row = kept.people && rowOf(kept.people, person);
  const onDuty = kept.outlet?.on_duty.find((p) => p.person === person);
  return row?.name ?? onDuty?.name ?? person;
}

// Today's crew first, then the outlet's own people.
interface Member {
  person: string;
  name: string;
  post?: PlanPost;
  row?: PersonRow;
  missing: boolean; // In this half of the day.
  reasons: string[];
}

function crew({ page, views, now }: Scene): Member[] {
  const people = views.people;
  const zone = page.time_zone;
  const half = (at: string) =>
    `${day(at, zone)} ${minuteOfDay(at, zone) < eveningFrom ? 'morning' : 'evening'}`;
  const lacks = (row?: PersonRow) => !row?.checked_at || half(row.checked_at) !== half(now);
  const duty = page.on_duty.map((p): Member => {
    const row = people && rowOf(people, p.person);
    const missing = row ? lacks(row) : p.reasons.includes('fit.check-missing');
    const { person, post } = p;
    const name = p.name ?? row?.name ?? person;
    return { person, name, post, row, missing, reasons: p.reasons };
  });
  const others = (people?.rows ?? [])
    .filter((r) => !r.erased && !page.on_duty.some((p) => p.person === r.person))
    .map((row): Member => {
      const { person, reasons } = row;
      return { person, name: row.name ?? person, row, missing: lacks(row), reasons };
    });
  return [...duty, ...others];
}

function due(scene: Scene, t: Translate): Task[] {
  const { page, now } = scene;
  const missing = crew(scene).filter((m) => m.missing);
  if (missing.length === 0) return [];
  const evening = minuteOfDay(now, page.time_zone) >= eveningFrom;
  const deadline = atLocal(scene, evening ? page.facts.closes : page.facts.opens);
  return [
    {
      id: 'health',
      section: 'health',
      deadline,
      title: t(evening ? 'health.due-evening' : 'health.due-morning', { n: missing.length }),
      detail: missing.map((m) => m.name).join(t('list.comma')),
      do: t('health.do'),
    },
  ];
}

// The moment of today at which the place's clocks show so much.
function atLocal({ page, now }: Scene, time: string): string {
  const [hours, minutes] = time.split(':').map(Number);
  const ahead = hours! * 60 + minutes! - minuteOfDay(now, page.time_zone);
  return new Date(Math.floor(Date.parse(now) / 60_000 + ahead) * 60_000).toISOString();
}

function Page({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const may = useMay()(command);
  const evening = minuteOfDay(scene.now, scene.page.time_zone) >= eveningFrom;
  const members = crew(scene);
  const left = members.filter((m) => m.missing).length;
  return (
    <>
      <Conflicts commands={[command, 'quarantine.declare-loop']} />
      <section className="card" aria-labelledby="health-title">
        <h2 id="health-title">
          {t(evening ? 'health.evening' : 'health.morning')}
          <span className={left > 0 ? 'chip warning' : 'chip good'}>
            {t('health.left', { done: members.length - left, of: members.length })}
          </span>
        </h2>
        {!may && <NoRight command={command} />}
        {members.length === 0 && <p className="empty">{t('health.empty')}</p>}
        <ul className="list">
          {members.map((member) => (
            <Row key={member.person} member={member} scene={scene} may={may} />
          ))}
        </ul>
      </section>
      <WrittenToday scene={scene} commands={[command, 'quarantine.declare-loop']} />
    </>
  );
}

function Row({ member, scene, may }: { member: Member; scene: Scene; may: boolean }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [open, setOpen] = useState(false);
  const at = member.row?.checked_at;
  const waits = scene.entries.some((e) => e.state === 'waiting' && e.stream === streamOf(member));
  const other = member.reasons.filter((code) => code !== 'fit.check-missing');
  return (
    <li className={member.missing ? 'person' : 'person quiet'}>
      <div className="person-head">
        <Mark sign={waits ? 'waiting' : member.missing ? 'open' : 'done'} />
        <span className="person-name">
          <strong>{member.name}</strong>
          <span className="note">
            {member.post ? t(`post.${member.post}`) : t('health.home')}
            {' · '}
            {at ? t('health.last', { at: `${day(at).slice(5)} ${clock(at)}` }) : t('health.none')}
            {waits && ` · ${t('outbox.waiting')}`}
          </span>
          {other.length > 0 && (
            <span className="note">{other.map((c) => sentence(c)).join(t('list.semicolon'))}</span>
          )}
        </span>
        {may && !open && (
          <button
            type="button"
            className={member.missing ? 'button primary' : 'button'}
            aria-label={t('health.take', { person: member.name })}
            onClick={() => setOpen(true)}
          >
            {t(member.missing ? 'health.do' : 'health.once-more')}
          </button>
        )}
      </div>
      {open && <CheckForm member={member} scene={scene} close={() => setOpen(false)} />}
    </li>
  );
}

const streamOf = (member: Member) => `quarantine/${member.person}`;

function CheckForm(props: { member: Member; scene: Scene; close: () => void }) {
  const { member, scene, close } = props;
  const { t } = useTranslation();
  const tablet = useTablet();
  const [warmth, setWarmth] = useState('36.5');
  const [symptoms, setSymptoms] = useState<'no' | 'yes'>('no');
  const [kept, setKept] = useState<'skip' | 'yes' | 'no'>('skip');
  const fever = asked(scene.views.policies, 'fever_tenths_celsius', scene.page, scene.now);
  const tenths = Math.round(Number(warmth) * 10);
  const hot = fever !== undefined && tenths >= fever;
  const send = async () => {
    const body = { person: member.person, temperature_tenths: tenths };
    await tablet.write(command, { ...body, symptoms: symptoms === 'yes' });
    if (kept !== 'skip') {
      await tablet.write('quarantine.declare-loop', {
        person: member.person,
        kept: kept === 'yes',
      });
    }
    close();
  };
  return (
    <WriteForm
      label={t('health.take', { person: member.name })}
      verb={t('tablet.record')}
      send={send}
    >
      <FigureField
        label={t('health.temperature')}
        unit="℃"
        step={0.1}
        min={30}
        max={45}
        value={warmth}
        set={setWarmth}
      />
      <Segmented
        label={t('health.symptoms')}
        value={symptoms}
        onChange={setSymptoms}
        choices={[
          { value: 'no', text: t('health.no-symptoms') },
          { value: 'yes', text: t('health.with-symptoms') },
        ]}
      />
      <Segmented
        label={t('health.loop')}
        value={kept}
        onChange={setKept}
        choices={[
          { value: 'skip', text: t('health.loop-skip') },
          { value: 'yes', text: t('health.loop-kept') },
          { value: 'no', text: t('health.loop-broken') },
        ]}
      />
      {kept === 'no' && (
        <p className="warning-line" role="status">
          <span aria-hidden="true">▲</span> {t('health.loop-warning')}
        </p>
      )}
      {(hot || symptoms === 'yes') && (
        <p className="warning-line" role="status">
          <span aria-hidden="true">▲</span> {t('health.abnormal')}
        </p>
      )}
      <button type="button" className="button" onClick={close}>
        {t('action.cancel')}
      </button>
    </WriteForm>
  );
}

export const section: Section = {
  name: 'health',
  order: 10,
  icon: <path d="M10 13.5V5.5a2 2 0 1 1 4 0v8a4 4 0 1 1-4 0M12 9v8" />,
  deeds: [check, loop],
  wants: (outlet) => [
    { name: 'people', query: { outlet } },
    { name: 'policies', query: {}, later: true },
  ],
  due,
  Page,
};
