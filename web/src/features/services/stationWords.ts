import type {
  StationAmenity,
  StationAudience,
  StationCondition,
  StationCorner,
} from '../../api/contract';

// In the order in which a form asks for them; the first eight are basic 基本设施.
export const basicAmenities: StationAmenity[] = [
  'water',
  'phone_charge',
  'seat',
  'aircon',
  'wifi',
  'reading_glasses',
  'note_tester',
  'public_education',
];
export const extraAmenities: StationAmenity[] = [
  'toilet',
  'nursing_room',
  'wheelchair',
  'first_aid',
  'microwave',
  'fridge',
  'heat_pad',
  'umbrella',
  'sewing_kit',
  'stroller',
  'magnifier',
  'copier',
  'printer',
  'books',
];
export const corners: StationCorner[] = [
  'book_bar',
  'poverty_relief',
  'consumer_rights',
  'elder_care',
  'finance_education',
];
export const audiences: StationAudience[] = [
  'sanitation_worker',
  'courier',
  'traffic_police',
  'other',
];
export const conditions: StationCondition[] = ['working', 'faulty', 'absent'];
