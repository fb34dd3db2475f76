import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutletPage, PlanCustody, PlanMember, PlanPost, PlanTeam } from '../../api/contract';
import { useCommand, useView } from '../../api/hooks';
import { ActionDialog } from '../../kit/ActionDialog';
import { Done } from '../../kit/Done';
import { day, dayAfter } from '../../kit/format';
import { PeopleList, PersonField } from '../../kit/PersonField';

const posts: PlanPost[] = ['supervisor', 'teller', 'guide', 'guard', 'spare'];
const custodies: PlanCustody[] = ['none', 'key_a', 'key_b'];
const mostMembers = 12;

const first: PlanMember[] = [
  { person: '', post: 'supervisor', custody: 'key_a' },
  { person: '', post: 'teller', custody: 'key_b' },
  { person: '', post: 'guide', custody: 'none' },
];

// 排班 where no plan does it: a team, its days, and who does what.
export function SetTeam({ page }: { page: OutletPage }) {
  const { t } = useTranslation();
  const today = day(page.now, page.time_zone);
  const [team, setTeam] = useState<PlanTeam>('a');
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState(dayAfter(today, 6));
  const [members, setMembers] = useState(first);
  const set = useCommand('roster.set-team', () => ({
    outlet: page.outlet,
    team,
    from,
    until,
    members: members
      .map((member) => ({ ...member, person: member.person.trim() }))
      .filter(({ person }) => person !== ''),
  }));
  return (
    <>
      <ActionDialog title={t('roster.set-title')} trigger={t('roster.set')} intent={set}>
        <div className="set-team-days">
          <label className="field">
            <span>{t('roster.which')}</span>
            <select
              className="input"
              value={team}
              onChange={(event) => setTeam(event.target.value === 'b' ? 'b' : 'a')}
            >
              <option value="a">{t('duty.team', { team: 'A' })}</option>
              <option value="b">{t('duty.team', { team: 'B' })}</option>
            </select>
          </label>
          <DayField label={t('roster.from')} value={from} set={setFrom} />
          <DayField label={t('roster.until')} min={from} value={until} set={setUntil} />
        </div>
        <Members outlet={page.outlet} members={members} set={setMembers} />
        <p className="note">{t('roster.set-means')}</p>
      </ActionDialog>
      {set.reply && <Done reply={set.reply} />}
    </>
  );
}

interface Dated {
  label: string;
  value: string;
  set: (day: string) => void;
  min?: string;
}

function DayField({ label, value, set, min }: Dated) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        className="input"
        type="date"
        required
        min={min}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </label>
  );
}

interface Crew {
  outlet: string;
  members: PlanMember[];
  set: (members: PlanMember[]) => void;
}

function Members({ outlet, members, set }: Crew) {
  const { t } = useTranslation();
  const list = useId();
  const people = useView('people', { outlet }).data?.rows ?? [];
  const change = (at: number, part: Partial<PlanMember>) =>
    set(members.map((member, n) => (n === at ? { ...member, ...part } : member)));
  return (
    <fieldset className="set-team">
      <legend>{t('roster.members')}</legend>
      <PeopleList id={list} people={people} />
      {members.map((member, n) => (
        <div
          key={n}
          className="set-team-row"
          role="group"
          aria-label={t('roster.nth', { n: n + 1 })}
        >
          <PersonField
            label={t('people.person')}
            list={list}
            people={people}
            value={member.person}
            set={(person) => change(n, { person })}
          />
          <label className="field">
            <span>{t('backups.post')}</span>
            <select
              className="input"
              value={member.post}
              onChange={(event) => change(n, { post: event.target.value as PlanPost })}
            >
              {posts.map((post) => (
                <option key={post} value={post}>
                  {t(`post.${post}`)}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span>{t('roster.custody')}</span>
            <select
              className="input"
              value={member.custody}
              onChange={(event) => change(n, { custody: event.target.value as PlanCustody })}
            >
              {custodies.map((custody) => (
                <option key={custody} value={custody}>
                  {custody === 'none' ? '–' : t(`custody.${custody}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
      ))}
      {members.length < mostMembers && (
        <button
          type="button"
          className="button"
          onClick={() => set([...members, { person: '', post: 'teller', custody: 'none' }])}
        >
          {t('roster.add')}
        </button>
      )}
    </fieldset>
  );
}
