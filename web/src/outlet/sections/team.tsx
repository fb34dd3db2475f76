// 班组: who is on site, what each wears and until when, and the handover to the other team.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PpePiece, TeamDays, TeamMember, TeamPage } from '../../api/contract';
import { clock, day, monthAndDay } from '../../kit/format';
import { useSentence } from '../../kit/Refusal';
import { useMay, useTablet } from '../context';
import { Conflicts } from '../parts/Conflicts';
import { Mark } from '../parts/Mark';
import { NoRight } from '../parts/states';
import { WrittenToday } from '../parts/Written';
import type { Scene, Section, Task } from '../section';
import type { Translate } from '../engine/deed';
import { Handover } from '../parts/Handover';
import { commands, deeds, membersOf } from '../engine/teamDeeds';

const pieces: PpePiece[] = ['mask', 'gloves', 'suit'];
const minute = 60_000;
const soon = 15; // Minutes before a change is due that it is put before the crew.

const minutesLeft = (end: string, now: string) =>
  Math.floor((Date.parse(end) - Date.parse(now)) / minute);
const nameOf = (member: TeamMember) => member.name ?? member.person;

function due({ views, now }: Scene, t: Translate): Task[] {
  const team = views.team;
  if (!team) return [];
  const clocks = membersOf(team).flatMap((member) =>
    member.clocks
      .filter((c) => minutesLeft(c.due, now) < soon)
      .map((c) => ({
        id: `worn-${member.person}-${c.piece}`,
        section: 'team',
        deadline: c.due,
        title: t('team.due-change', { person: nameOf(member), piece: t(`piece.${c.piece}`) }),
        do: t('team.change'),
      })),
  );
  const silent = (team.on_duty?.members ?? []).filter((m) => !m.checked_in_at && !m.present_since);
  const report: Task[] =
    silent.length === 0
      ? []
      : [
          {
            id: 'check-in',
            section: 'team',
            deadline: team.check_in_by,
            title: t('team.due-check-in', { n: silent.length }),
            detail: silent.map(nameOf).join(t('list.comma')),
            do: t('team.go'),
          },
        ];
  const waits = team.sheet && !team.sheet.taken_by;
  const take: Task[] = waits
    ? [
        {
          id: 'take-over',
          section: 'team',
          title: t('team.due-take-over', { team: team.sheet!.team.toUpperCase() }),
          do: t('team.take-over'),
        },
      ]
    : [];
  return [...clocks, ...report, ...take];
}

function Page({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const may = useMay()('roster.arrive');
  const team = scene.views.team;
  if (!team) return null;
  return (
    <>
      <Conflicts commands={[...commands]} />
      <section className="card" aria-labelledby="team-title">
        <h2 id="team-title">
          {team.on_duty
            ? t('team.on-duty', { team: team.on_duty.team.toUpperCase() })
            : t('tablet.tab.team')}
          <OnSite team={team} />
        </h2>
        {!may && <NoRight command="roster.arrive" />}
        {!team.on_duty && <p className="empty">{t('team.nobody')}</p>}
        <Members members={team.on_duty?.members ?? []} scene={scene} may={may} />
        <InHand team={team} />
      </section>
      {team.others.length > 0 && (
        <section className="card" aria-labelledby="others-title">
          <h2 id="others-title">{t('team.others')}</h2>
          <Members members={team.others} scene={scene} may={may} />
        </section>
      )}
      {(team.next || team.sheet) && <Handover team={team} may={may} />}
      {team.next && <Next next={team.next} scene={scene} may={may} />}
      <WrittenToday scene={scene} commands={[...commands]} />
    </>
  );
}

function OnSite({ team }: { team: TeamPage }) {
  const { t } = useTranslation();
  const all = team.on_duty?.members ?? [];
  const here = all.filter((m) => m.present_since).length;
  if (all.length === 0) return null;
  return (
    <span className={here < all.length ? 'chip warning' : 'chip good'}>
      {t('team.on-site', { here, of: all.length })}
    </span>
  );
}

function InHand({ team }: { team: TeamPage }) {
  const { t } = useTranslation();
  const list = team.in_hand
    .filter(({ quantity }) => quantity > 0)
    .map(({ item, quantity }) => `${t(`item.${item}`)} ${quantity}`);
  if (list.length === 0) return null;
  return <p className="note">{t('team.in-hand', { list: list.join(t('list.comma')) })}</p>;
}

function Next({ next, scene, may }: { next: TeamDays; scene: Scene; may: boolean }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="next-team">
      <h2 id="next-team">
        {t('team.next', { team: next.team.toUpperCase(), day: monthAndDay(next.from) })}
      </h2>
      <Members members={next.members} scene={scene} may={may} />
    </section>
  );
}

interface Crew {
  members: TeamMember[];
  scene: Scene;
  may: boolean;
}

function Members({ members, scene, may }: Crew) {
  return (
    <ul className="list">
      {members.map((member) => (
        <Row key={member.person} member={member} scene={scene} may={may} />
      ))}
    </ul>
  );
}

function Row({ member, scene, may }: { member: TeamMember; scene: Scene; may: boolean }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const here = Boolean(member.present_since);
  return (
    <li className={here ? 'person' : 'person quiet'}>
      <div className="person-head">
        <Mark sign={here ? 'done' : 'open'} />
        <span className="person-name">
          <strong>{nameOf(member)}</strong>
          <span className="note">
            {t(`post.${member.post}`)} · <Whereabouts member={member} scene={scene} />
          </span>
          {member.reasons.length > 0 && (
            <span className="note">
              {member.reasons.map((code) => sentence(code)).join(t('list.semicolon'))}
            </span>
          )}
        </span>
        {may && <Taps member={member} scene={scene} here={here} />}
      </div>
      {here && <Clocks member={member} scene={scene} may={may} />}
    </li>
  );
}

function Whereabouts({ member, scene }: { member: TeamMember; scene: Scene }) {
  const { t } = useTranslation();
  const zone = scene.page.time_zone;
  if (member.present_since) return t('team.here', { at: clock(member.present_since, zone) });
  if (member.checked_in_at) return t('team.ready', { at: clock(member.checked_in_at, zone) });
  return t('team.silent');
}

// One tap each; who is on site has reported by being there.
function Taps({ member, scene, here }: { member: TeamMember; scene: Scene; here: boolean }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const body = { outlet: scene.page.outlet, person: member.person };
  const person = nameOf(member);
  if (here) {
    return (
      <button
        type="button"
        className="button"
        aria-label={t('team.leave-of', { person })}
        onClick={() => void tablet.write('roster.leave', body)}
      >
        {t('team.leave')}
      </button>
    );
  }
  return (
    <span className="taps">
      {!member.checked_in_at && (
        <button
          type="button"
          className="button"
          aria-label={t('team.check-in-of', { person })}
          onClick={() => void tablet.write('roster.check-in', body)}
        >
          {t('team.check-in')}
        </button>
      )}
      {member.may_arrive && (
        <button
          type="button"
          className="button primary"
          aria-label={t('team.arrive-of', { person })}
          onClick={() => void tablet.write('roster.arrive', body)}
        >
          {t('team.arrive')}
        </button>
      )}
    </span>
  );
}

function Clocks({ member, scene, may }: { member: TeamMember; scene: Scene; may: boolean }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [takesOff, setTakesOff] = useState(false);
  const off = takesOff && member.clocks.length > 0;
  const tap = (piece: PpePiece) => {
    const body = { outlet: scene.page.outlet, person: member.person, pieces: [piece] };
    return tablet.write(off ? 'ppe.take-off' : 'ppe.change', body);
  };
  return (
    <div
      className="clocks"
      role="group"
      aria-label={t(off ? 'team.take-off-of' : 'team.change-of', { person: nameOf(member) })}
    >
      {pieces.map((piece) => {
        const worn = member.clocks.find((c) => c.piece === piece);
        const left = worn && minutesLeft(worn.due, scene.now);
        const over = left !== undefined && left < 0;
        const near = left !== undefined && left < soon;
        return (
          <button
            key={piece}
            type="button"
            className={`button clock ${over ? 'late' : near ? 'soon' : ''}`}
            disabled={!may || (off && !worn)}
            onClick={() => void tap(piece)}
          >
            <span className="note">{t(`piece.${piece}`)}</span>
            <strong>{says(left, t)}</strong>
            <span className="verb">
              {t(off ? 'team.take-off' : worn ? 'team.change' : 'team.put-on')}
            </span>
          </button>
        );
      })}
      {may && member.clocks.length > 0 && (
        <button
          type="button"
          className="button take-off"
          aria-pressed={off}
          aria-label={t('team.take-off-of', { person: nameOf(member) })}
          onClick={() => setTakesOff(!off)}
        >
          {t('team.take-off')}
        </button>
      )}
    </div>
  );
}

function says(left: number | undefined, t: Translate): string {
  if (left === undefined) return t('team.not-worn');
  return left < 0 ? t('team.worn-over', { minutes: -left }) : t('team.worn', { minutes: left });
}

export const section: Section = {
  name: 'team',
  order: 12,
  icon: (
    <path d="M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M3.5 19c.6-3.2 2.7-5 5.5-5s4.9 1.8 5.5 5M16 6.5a2.6 2.6 0 0 1 0 5M17 14.3c2 .5 3.2 2.2 3.6 4.7" />
  ),
  deeds,
  wants: (outlet) => [{ name: 'team', query: { outlet } }],
  due,
  done: ({ views, page, now }, t) => {
    const sheet = views.team?.sheet;
    const zone = page.time_zone;
    if (!sheet?.taken_at || day(sheet.taken_at, zone) !== day(now, zone)) return [];
    return [{ id: 'handover', at: sheet.taken_at, title: t('team.handover') }];
  },
  Page,
};
