// A run as it is being written down, before the server has said whether it may be.
import type { Commands, Day, VanRunCrewMember, VanRunRunKind, ZonePass } from '../../api/contract';

type Plan = Commands['van-run.plan'];

export interface StopDraft {
  outlet: string;
  from: string;
  to: string;
  deliver: string[];
  collect: string[];
  transfers: string[];
}

export interface RunDraft {
  day: Day;
  van: string;
  kind: VanRunRunKind;
  depot: string;
  gateAt: string;
  crew: VanRunCrewMember[];
  stops: StopDraft[];
  insuredYuan: string; // Empty: as much as the van may carry.
  permit: string;
}

export const emptyStop = (): StopDraft => ({
  outlet: '',
  from: '',
  to: '',
  deliver: [],
  collect: [],
  transfers: [],
});

// 双人押运: two lines from the start, because nobody rides alone.
export const emptyRun = (day: Day): RunDraft => ({
  day,
  van: '',
  kind: 'regular',
  depot: '',
  gateAt: '',
  crew: [
    { person: '', account: '' },
    { person: '', account: '' },
  ],
  stops: [emptyStop()],
  insuredYuan: '',
  permit: '',
});

// "VR-0114", and where the day has that already "VR-0114-2"; an emergency run says so.
export function nameOfRun(day: Day, kind: VanRunRunKind, taken: string[]): string {
  const [, month = '', date = ''] = day.split('-');
  const first = `VR-${month}${date}${kind === 'emergency' ? '-E' : ''}`;
  for (let n = 1; ; n++) {
    const name = n === 1 ? first : `${first}-${n}`;
    if (!taken.includes(name)) return name;
  }
}

export const planOf = (draft: RunDraft, run: string): Plan => ({
  run,
  day: draft.day,
  van: draft.van.trim(),
  kind: draft.kind,
  depot: draft.depot,
  gate_at: draft.gateAt,
  crew: draft.crew.map((m) => ({ person: m.person.trim(), account: m.account.trim() })),
  stops: draft.stops,
  insured: draft.insuredYuan.trim() === '' ? null : Number(draft.insuredYuan) * 100,
  permit: draft.kind === 'emergency' ? draft.permit.trim() : null,
});

// The paper with which this van passes the gate on that day: of several that of the hour, or any.
export function passOf(passes: ZonePass[], van: string, day: Day, gateAt = '') {
  const theirs = passes.filter(
    (pass) =>
      pass.kind === 'cash_van' &&
      pass.holder === van &&
      pass.valid_from <= day &&
      day <= pass.valid_to,
  );
  return theirs.find((pass) => isWithin(gateAt, pass)) ?? theirs[0];
}

export const isWithin = (time: string, pass: ZonePass) =>
  time >= pass.window_from && time <= pass.window_to;
