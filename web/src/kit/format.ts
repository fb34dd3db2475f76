import type { Day, Fen, Time } from '../api/contract';

// How figures are written. Times are those of the place, whatever clock the reader's machine keeps.
export const defaultZone = 'Asia/Shanghai';

const formats = new Map<string, Intl.DateTimeFormat>();
function parts(time: Time | number, zone: string): Record<string, string> {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  return Object.fromEntries(format.formatToParts(new Date(time)).map((p) => [p.type, p.value]));
}

export function clock(time: Time | number, zone = defaultZone): string {
  const p = parts(time, zone);
  return `${p.hour}:${p.minute}`;
}

export function clockWithSeconds(time: Time | number, zone = defaultZone): string {
  return `${clock(time, zone)}:${parts(time, zone).second}`;
}

export function day(time: Time | number, zone = defaultZone): Day {
  const p = parts(time, zone);
  return `${p.year}-${p.month}-${p.day}`;
}

export function dayAndClock(time: Time | number, zone = defaultZone): string {
  return `${day(time, zone).slice(5)} ${clock(time, zone)}`;
}

export function dayAfter(date: Day, days: number): Day {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export const monthAndDay = (date: Day) => date.slice(5);

// Minutes since midnight at the place: where a moment stands on the day's axis.
export function minuteOfDay(time: Time, zone = defaultZone): number {
  const p = parts(time, zone);
  return Number(p.hour) * 60 + Number(p.minute);
}

// "2021-01-08T09:30" on the clock of the place, as an instant: as far from now as the two readings.
export function instantAt(typed: string, now: Time, zone: string): Time {
  const [date, time] = typed.split('T') as [string, string];
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  const days = (Date.parse(date) - Date.parse(day(now, zone))) / 86_400_000;
  const apart = days * 1440 + hours * 60 + minutes - minuteOfDay(now, zone);
  return new Date((Math.floor(Date.parse(now) / 60_000) + apart) * 60_000).toISOString();
}

export const whole = (value: number) => value.toLocaleString('en-US');

// 万 with at most two decimals, 亿 above; in English thousands of yuan stay whole.
export function money(fen: Fen, language: string): string {
  const yuan = fen / 100;
  if (language.startsWith('zh')) {
    if (Math.abs(yuan) >= 1e8) return `${trimmed(yuan / 1e8)} 亿元`;
    return Math.abs(yuan) >= 1e4 ? `${trimmed(yuan / 1e4)} 万元` : `${whole(yuan)} 元`;
  }
  return `¥${whole(Math.round(yuan))}`;
}

// To the fen, as it stands on a sheet that two sign.
export const yuan = (fen: Fen) =>
  (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const trimmed = (value: number) => String(Number(value.toFixed(2)));

export const percent = (permille: number) => (permille / 10).toFixed(1);
