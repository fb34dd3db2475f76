import type { SupplyItem } from '../api/contract';

export const supplyItems: SupplyItem[] = [
  'suit',
  'wipe',
  'mask',
  'gloves',
  'face_shield',
  'chlorine_tablet',
  'chlorine_liquid',
  'alcohol',
];
