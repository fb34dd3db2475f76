import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterOpenItem, RosterSheet, TeamMember, TeamPage } from '../../api/contract';
import { clock } from '../../kit/format';
import { useSentence } from '../../kit/Refusal';
import { useTablet } from '../context';
import { membersOf } from '../engine/teamDeeds';
import { TextField, WriteForm } from './fields';

// 无接触交接: the sheet is what is open; one who goes signs it, and one who comes when they are gone.
export function Handover({ team, may }: { team: TeamPage; may: boolean }) {
  const { t } = useTranslation();
  const open = team.sheet && !team.sheet.taken_by;
  return (
    <section className="card" aria-labelledby="handover-title">
      <h2 id="handover-title">{t('team.handover')}</h2>
      {team.sheet && <Signed sheet={team.sheet} team={team} />}
      <Items items={open ? team.sheet!.items : team.open_items} />
      {may && !open && team.on_duty && team.next && (
        <HandOver team={team} members={team.on_duty.members} />
      )}
      {may && open && (
        <TakeOver
          team={team}
          members={
            (team.sheet!.team === team.on_duty?.team ? team.next : team.on_duty)?.members ?? []
          }
        />
      )}
    </section>
  );
}

function Signed({ sheet, team }: { sheet: RosterSheet; team: TeamPage }) {
  const { t } = useTranslation();
  const nameOf = (person: string) =>
    membersOf(team).find((m) => m.person === person)?.name ?? person;
  return (
    <div>
      <p className="strong">
        {t('team.given', {
          team: sheet.team.toUpperCase(),
          person: nameOf(sheet.given_by),
          at: clock(sheet.given_at, team.time_zone),
        })}
      </p>
      {sheet.note && <p>{sheet.note}</p>}
      {sheet.taken_by && (
        <p>
          {t('team.taken', {
            person: nameOf(sheet.taken_by),
            at: clock(sheet.taken_at!, team.time_zone),
          })}
        </p>
      )}
    </div>
  );
}

function Items({ items }: { items: RosterOpenItem[] }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  if (items.length === 0) return <p className="empty">{t('team.items-none')}</p>;
  return (
    <ul className="list">
      {items.map(({ code, count }) => (
        <li key={code} className="gap">
          <span>{sentence(code)}</span> <strong className="push">{count}</strong>
        </li>
      ))}
    </ul>
  );
}

function Signer(props: { members: TeamMember[]; value: string; set: (person: string) => void }) {
  const { t } = useTranslation();
  return (
    <label className="text-field">
      <span>{t('team.signer')}</span>
      <select
        className="input"
        value={props.value}
        onChange={(event) => props.set((event.target as HTMLSelectElement).value)}
      >
        {props.members.map((m) => (
          <option key={m.person} value={m.person}>
            {m.name ?? m.person}
          </option>
        ))}
      </select>
    </label>
  );
}

function HandOver({ team, members }: { team: TeamPage; members: TeamMember[] }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [person, setPerson] = useState(members[0]?.person ?? '');
  const [note, setNote] = useState('');
  const body = { outlet: team.outlet, person, note };
  return (
    <WriteForm verb={t('team.hand-over')} send={() => tablet.write('roster.hand-over', body)}>
      <Signer members={members} value={person} set={setPerson} />
      <TextField label={t('team.note')} value={note} set={setNote} />
    </WriteForm>
  );
}

function TakeOver({ team, members }: { team: TeamPage; members: TeamMember[] }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [person, setPerson] = useState(members[0]?.person ?? '');
  const body = { outlet: team.outlet, person };
  return (
    <WriteForm
      verb={t('team.take-over')}
      disabled={!person}
      send={() => tablet.write('roster.take-over', body)}
    >
      <Signer members={members} value={person} set={setPerson} />
    </WriteForm>
  );
}
