import type { IncidentClass, IncidentKind } from '../../api/contract';

export const kinds: IncidentKind[] = [
  'suspected_case',
  'staff_infected',
  'van_missed',
  'stock_out',
  'crowding',
  'system_outage',
  'other',
];

// The gravest first.
export const classes: IncidentClass[] = ['class_1', 'class_2', 'class_3', 'class_4'];

export const asksForOutlet = (kind: IncidentKind) =>
  kind === 'suspected_case' || kind === 'staff_infected';
