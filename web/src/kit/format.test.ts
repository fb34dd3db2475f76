// @vitest-environment node
import { expect, it } from 'vitest';
import { clock, day, dayAfter, minuteOfDay, money, percent } from './format';
import { boundsOf, projection } from './projection';

it('tells the time of the place, whatever clock the machine keeps', () => {
  expect(clock('2021-01-07T16:05:00Z')).toBe('00:05');
  expect(day('2021-01-07T16:05:00Z')).toBe('2021-01-08');
  expect(minuteOfDay('2021-01-08T01:00:00Z')).toBe(540);
});

it('counts days over the end of a month', () => {
  expect(dayAfter('2021-01-31', 1)).toBe('2021-02-01');
});

it('writes money as its readers do', () => {
  expect(money(86_000_000, 'zh-CN')).toBe('86 万元');
  expect(money(123_450, 'zh-CN')).toBe('1,234.5 元');
  expect(money(86_000_000, 'en')).toBe('¥860,000');
  expect(percent(976)).toBe('97.6');
});

it('keeps north up and east right', () => {
  const corners = [
    { lon_e6: 123_000_000, lat_e6: 41_000_000 },
    { lon_e6: 124_000_000, lat_e6: 42_000_000 },
  ];
  const place = projection(boundsOf(corners), { width: 640, height: 420 });
  const [southWest, northEast] = corners.map(place);
  expect(northEast![0]).toBeGreaterThan(southWest![0]);
  expect(northEast![1]).toBeLessThan(southWest![1]);
});
