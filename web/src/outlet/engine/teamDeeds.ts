// What the team's page writes: coming and going, new masks, gloves and suits, and the two
// signatures of a handover. Whoever signs gives what they saw; all else keeps its moment.
import type { PpePiece, TeamMember, TeamPage } from '../../api/contract';
import { clock } from '../../kit/format';
import { deed, type Kept, type Translate } from './deed';

export const commands = [
  'roster.arrive',
  'roster.leave',
  'roster.check-in',
  'ppe.change',
  'ppe.take-off',
  'roster.hand-over',
  'roster.take-over',
] as const;

export const membersOf = (team: TeamPage): TeamMember[] => [
  ...(team.on_duty?.members ?? []),
  ...(team.next?.members ?? []),
  ...team.others,
];

const memberOf = (team: TeamPage, person: string) =>
  membersOf(team).find((m) => m.person === person);

const nameIn = (kept: Kept, person: string) =>
  (kept.team && memberOf(kept.team, person)?.name) ?? person;

function withMember(
  team: TeamPage,
  person: string,
  change: (member: TeamMember) => TeamMember,
): TeamPage {
  const each = (members: TeamMember[]) => members.map((m) => (m.person === person ? change(m) : m));
  return {
    ...team,
    on_duty: team.on_duty && { ...team.on_duty, members: each(team.on_duty.members) },
    next: team.next && { ...team.next, members: each(team.next.members) },
    others: each(team.others),
  };
}

type About = { outlet: string; person: string };

const ofMember = {
  view: 'team',
  dated: true,
  stream: ({ outlet }: About) => `roster/${outlet}`,
  thing: ({ outlet, person }: About) => `roster/${outlet}/${person}`,
  version: (team: TeamPage) => team.version,
  state: (team: TeamPage, { person }: About) => memberOf(team, person)?.present_since ?? null,
  tell: (since: unknown, t: Translate) =>
    since ? t('team.stands-here', { at: clock(since as string) }) : t('team.stands-away'),
} as const;

const arrive = deed<'roster.arrive', 'team'>({
  ...ofMember,
  command: 'roster.arrive',
  foresee: (team, { person }, { at }) =>
    withMember(team, person, (m) => ({ ...m, present_since: at })),
  say: ({ person }, t, kept) => t('team.said-arrive', { person: nameIn(kept, person) }),
});

const leave = deed<'roster.leave', 'team'>({
  ...ofMember,
  command: 'roster.leave',
  foresee: (team, { person }) =>
    withMember(team, person, (m) => ({ ...m, present_since: undefined, clocks: [] })),
  say: ({ person }, t, kept) => t('team.said-leave', { person: nameIn(kept, person) }),
});

const checkIn = deed<'roster.check-in', 'team'>({
  ...ofMember,
  command: 'roster.check-in',
  foresee: (team, { person }, { at }) =>
    withMember(team, person, (m) => ({ ...m, checked_in_at: at })),
  say: ({ person }, t, kept) => t('team.said-check-in', { person: nameIn(kept, person) }),
});

// Until the server says by the policy, a new piece lasts as long as the old one did.
function changed(member: TeamMember, pieces: PpePiece[], at: string): TeamMember {
  const fresh = pieces.map((piece) => {
    const old = member.clocks.find((c) => c.piece === piece);
    const lasts = old ? Date.parse(old.due) - Date.parse(old.since) : 2 * 3_600_000;
    return { piece, since: at, due: new Date(Date.parse(at) + lasts).toISOString() };
  });
  return {
    ...member,
    clocks: [...member.clocks.filter((c) => !pieces.includes(c.piece)), ...fresh],
  };
}

const change = deed<'ppe.change', 'team'>({
  command: 'ppe.change',
  view: 'team',
  dated: true,
  stream: ({ outlet }) => `ppe/${outlet}`,
  thing: ({ outlet, person, pieces }) => `ppe/${outlet}/${person}/${pieces.join('+')}`,
  version: (team) => team.ppe_version,
  state: (team, { person, pieces }) =>
    memberOf(team, person)?.clocks.find((c) => pieces.includes(c.piece))?.since ?? null,
  foresee: (team, { person, pieces }, { at }) =>
    withMember(team, person, (m) => changed(m, pieces, at)),
  say: ({ person, pieces }, t, kept) =>
    t('team.said-change', {
      person: nameIn(kept, person),
      pieces: pieces.map((piece) => t(`piece.${piece}`)).join(t('list.comma')),
    }),
  tell: (since, t) =>
    since ? t('team.stands-worn', { at: clock(since as string) }) : t('team.stands-none'),
});

const takeOff = deed<'ppe.take-off', 'team'>({
  command: 'ppe.take-off',
  view: 'team',
  dated: true,
  stream: ({ outlet }) => `ppe/${outlet}`,
  thing: ({ outlet, person, pieces }) => `ppe/${outlet}/${person}/${pieces.join('+')}`,
  version: (team) => team.ppe_version,
  state: (team, { person, pieces }) =>
    memberOf(team, person)?.clocks.find((c) => pieces.includes(c.piece))?.since ?? null,
  foresee: (team, { person, pieces }) =>
    withMember(team, person, (m) => ({
      ...m,
      clocks: m.clocks.filter((c) => !pieces.includes(c.piece)),
    })),
  say: ({ person, pieces }, t, kept) =>
    t('team.said-take-off', {
      person: nameIn(kept, person),
      pieces: pieces.map((piece) => t(`piece.${piece}`)).join(t('list.comma')),
    }),
  tell: (since, t) =>
    since ? t('team.stands-worn', { at: clock(since as string) }) : t('team.stands-none'),
});

const ofSheet = {
  view: 'team',
  stream: ({ outlet }: About) => `roster/${outlet}`,
  thing: ({ outlet }: About) => `roster/${outlet}/sheet`,
  version: (team: TeamPage) => team.version,
  state: (team: TeamPage) => team.sheet?.taken_at ?? team.sheet?.given_at ?? null,
  tell: (at: unknown, t: Translate) =>
    at ? t('team.stands-sheet', { at: clock(at as string) }) : t('team.stands-no-sheet'),
} as const;

const handOver = deed<'roster.hand-over', 'team'>({
  ...ofSheet,
  command: 'roster.hand-over',
  foresee: (team, { person, note }, { at }) => ({
    ...team,
    sheet: {
      team: team.on_duty?.team ?? 'a',
      given_by: person,
      given_at: at,
      items: team.open_items,
      note,
    },
  }),
  say: ({ person }, t, kept) => t('team.said-hand-over', { person: nameIn(kept, person) }),
});

const takeOver = deed<'roster.take-over', 'team'>({
  ...ofSheet,
  command: 'roster.take-over',
  foresee: (team, { person }, { at }) => ({
    ...team,
    sheet: team.sheet && { ...team.sheet, taken_by: person, taken_at: at },
  }),
  say: ({ person }, t, kept) => t('team.said-take-over', { person: nameIn(kept, person) }),
});

export const deeds = [arrive, leave, checkIn, change, takeOff, handOver, takeOver];
