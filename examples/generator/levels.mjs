// Who answers at each level, which outlets have a rest station, and who delivers groceries behind the seal. Invented,
// but for the amenities, which are those that the newspaper names.
import { administrator, city, outlet, province, storyteller } from './story.mjs';

const basic = ['aircon', 'seat', 'water', 'phone_charge', 'wifi', 'public_education', 'note_tester', 'reading_glasses'];
const everybody = ['sanitation_worker', 'courier', 'traffic_police', 'other'];

// What some outlets outside the seal have beyond the basic eight.
const stations = {
  102221000010: ['toilet', 'microwave', 'umbrella', 'first_aid'],
  102221000044: ['wheelchair', 'magnifier', 'heat_pad'],
  102221000093: ['toilet', 'nursing_room', 'stroller'],
  102221000069: ['copier'],
  102221000077: ['microwave', 'fridge', 'books'],
  102221000085: ['toilet', 'wheelchair', 'first_aid', 'sewing_kit'],
};

const publish = (s, time, of, amenities, notice) =>
  s.does(time, city, '驿站设施上图', 'A rest station is put on the map', 'station.publish',
    { outlet: of, amenities, corners: ['elder_care'], audiences: everybody, from: '09:00', till: '16:30', notice, valid_days: 7 },
    'station.published');

const verify = (s, time, who, of, amenities) =>
  s.does(time, who, '驿站设施逐件看过，能用', 'The station is looked at: all of it works', 'station.verify',
    { outlet: of, seen: amenities.map((amenity) => ({ amenity, condition: 'working' })) }, 'station.verified');

export const levels = () => {
  const s = storyteller();
  s.begin('2021-01-06');
  s.does('14:40', administrator, '为市分行副班开设账号', 'The city\'s deputy gets an account', 'account.create',
    { account: 'SY-duty', title: '沈阳分行副班', role: 'city_command', scope: 'SY' }, 'account.created');
  s.refused('14:45', province, '正副班不能是同一人', 'A deputy is somebody else', 'duty.publish',
    { at: '', watches: [{ from: '08:00', until: '08:00', on_duty: 'LN-duty', deputy: 'LN-duty' }], answer_minutes: 10 },
    'duty.deputy-same');
  s.does('14:50', province, '省行值班表：全天有人接', 'The province answers at all hours', 'duty.publish',
    { at: '', watches: [{ from: '08:00', until: '08:00', on_duty: 'LN-duty', deputy: 'LN-command' }], answer_minutes: 10 },
    'duty.published');
  s.does('14:55', city, '沈阳分行值班表', 'The city\'s duty roster', 'duty.publish',
    { at: 'SY', watches: [{ from: '08:00', until: '20:00', on_duty: 'SY-command', deputy: 'SY-duty' }, { from: '20:00', until: '08:00', on_duty: 'SY-duty', deputy: 'SY-command' }], answer_minutes: 10 },
    'duty.published');
  s.begin('2021-01-07');
  Object.entries(stations).forEach(([of, more], n) =>
    publish(s, `09:${String(10 + n)}`, of, [...basic, ...more], '进门测温、戴口罩，厅内人多时请稍等'));
  Object.entries(stations).slice(1).forEach(([of, more], n) =>
    verify(s, `09:${String(30 + n)}`, city, of, [...basic, ...more]));
  s.does('10:00', city, '管控区线上买菜：两家指定企业', 'Groceries behind the seal: two appointed suppliers', 'contactless.publish-suppliers',
    { zone: 'SY-HG-01', suppliers: [
      { title: '示例菜篮子一号', link: 'https://groceries-one.example', from: '08:00', till: '18:00' },
      { title: '示例菜篮子二号', link: 'https://groceries-two.example', from: '07:00', till: '17:00' }] },
    'contactless.suppliers-published');
  s.begin('2021-01-08');
  publish(s, '10:20', outlet, [...basic, 'toilet', 'wheelchair'], '管控区内：测温、限流，进门听引导');
  return s.in_order();
};
