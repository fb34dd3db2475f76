import type { MachineKind, MachineMode, MachineReason } from '../../api/contract';

// The words of the contract that a person chooses from.
export const modes: MachineMode[] = ['deposit_only', 'withdraw_only', 'recycling'];
export const modesOf: Record<MachineKind, MachineMode[]> = {
  recycler: modes,
  atm: ['withdraw_only'],
  deposit_machine: ['deposit_only'],
};
export const reasons: MachineReason[] = [
  'replenishment',
  'settlement',
  'disinfection',
  'cassette_empty',
  'cassette_full',
  'dispenser_fault',
  'acceptor_fault',
  'network_fault',
  'power_fault',
  'ordered',
];
export const kinds: MachineKind[] = ['recycler', 'atm', 'deposit_machine'];
