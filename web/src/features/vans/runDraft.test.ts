import { expect, it } from 'vitest';
import type { ZonePass } from '../../api/contract';
import { emptyRun, isWithin, nameOfRun, passOf, planOf } from './runDraft';

const pass: ZonePass = {
  kind: 'cash_van',
  holder: 'SY-V01',
  gate: '东卡口',
  window_from: '07:30',
  window_to: '08:00',
  valid_from: '2021-01-08',
  valid_to: '2021-01-14',
};

it('gives a run a name that the day does not have yet', () => {
  expect(nameOfRun('2021-01-14', 'regular', [])).toBe('VR-0114');
  expect(nameOfRun('2021-01-14', 'regular', ['VR-0114', 'VR-0114-2'])).toBe('VR-0114-3');
  expect(nameOfRun('2021-01-14', 'emergency', ['VR-0114'])).toBe('VR-0114-E');
});

it('finds the pass of the van on the day, to its last day and not beyond', () => {
  expect(passOf([pass], 'SY-V01', '2021-01-14')).toBe(pass);
  expect(passOf([pass], 'SY-V01', '2021-01-15')).toBeUndefined();
  expect(passOf([pass], 'SY-V02', '2021-01-14')).toBeUndefined();
  const later = { ...pass, window_from: '14:30', window_to: '15:00' };
  expect(passOf([pass, later], 'SY-V01', '2021-01-14', '14:50')).toBe(later);
  expect(passOf([pass, later], 'SY-V01', '2021-01-14', '16:00')).toBe(pass);
  expect(passOf([{ ...pass, kind: 'staff' }], 'SY-V01', '2021-01-14')).toBeUndefined();
});

it('holds the gate shut outside the hours of the pass', () => {
  expect(isWithin('08:00', pass)).toBe(true);
  expect(isWithin('08:01', pass)).toBe(false);
});

it('says the cover in fen, and none where the van decides', () => {
  const draft = { ...emptyRun('2021-01-14'), insuredYuan: '50000', permit: 'P-1' };
  expect(planOf(draft, 'R')).toMatchObject({ insured: 5_000_000, permit: null });
  const emergency = { ...draft, insuredYuan: ' ', kind: 'emergency' as const };
  expect(planOf(emergency, 'R')).toMatchObject({ insured: null, permit: 'P-1' });
});
