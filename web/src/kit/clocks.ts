// The clocks of the surfaces, as pages say them: those that are due first together.
import type { DisinfectionClock, Time } from '../api/contract';

export interface DueGroup {
  due: Time;
  clocks: DisinfectionClock[];
}

// By the minute: a round treats them all at one time.
export function byDue(clocks: DisinfectionClock[]): DueGroup[] {
  const groups: DueGroup[] = [];
  for (const one of clocks) {
    const last = groups.at(-1);
    if (last && last.due.slice(0, 16) === one.due.slice(0, 16)) last.clocks.push(one);
    else groups.push({ due: one.due, clocks: [one] });
  }
  return groups;
}

type Surface = Pick<DisinfectionClock, 'touch_point' | 'machine'>;
type Translate = (key: string, values?: Record<string, unknown>) => string;

// Named once each; a machine's surfaces with the numbers, unless all of them are meant.
export function surfaces(of: Surface[], machines: number, t: Translate): string {
  const points = [...new Set(of.map((s) => s.touch_point))];
  return points
    .map((point) => {
      const numbers = of.filter((s) => s.touch_point === point && s.machine).map((s) => s.machine);
      const some = numbers.length > 0 && numbers.length < machines;
      return t(`touch.${point}`) + (some ? ` ${numbers.join('/')}` : '');
    })
    .join(t('list.comma'));
}
