// The words of the cash story: who signs, and the few commands that it repeats.
import { outlet, manager, supervisor, teller } from './story.mjs';

export { outlet, manager, supervisor, teller };
export const centre = '102221005005';
export const van = 'SY-V01';

export const second = { by: 'SY-4264-teller-2', role: 'teller', scope: `SY/${outlet}` };
export const cashier = { by: 'SY-cash', role: 'cash_centre', scope: 'SY' };
export const keeper = { by: 'SY-vault', role: 'cash_centre', scope: 'SY' };
export const crew = { by: 'SY-V01-crew', role: 'van_crew', scope: 'SY' };
export const mate = { by: 'SY-V01-mate', role: 'van_crew', scope: 'SY' };

export const yuan = (whole) => whole * 100;
export const hundreds = (count) => ({ notes: [{ denomination: 'yuan_100', count }], total: yuan(count * 100) });
export const bag = (n, of = outlet) => `${of}-${n}`;
export const seal = (n) => `F-${n}`;
export const filling = (n, count, of) => ({ into: bag(n, of), ...hundreds(count), seal: seal(n) });

// A deed as two people do it: one puts it forward, the other confirms it a minute later.
export const both = (s, time, [one, other], zh, en, command, fields) => {
  s.does(time, one, `${zh}（提交）`, `${en}: put forward`, command, fields, 'cash.proposed');
  s.does(`${time}:30`, other, `${zh}（第二人确认）`, `${en}: confirmed by another`, 'cash.confirm',
    { outlet: fields.outlet, act: fields.act }, 'cash.confirmed');
};

export const receive = (s, time, zh, en, source, count) =>
  s.does(time, teller, zh, en, 'cash.receive', { outlet, window: '1', source, ...hundreds(count) }, 'cash.received');
export const fill = (s, time, zh, en, n, source, count) =>
  s.does(time, teller, zh, en, 'cash.bag',
    { outlet, bag: bag(n), window: '1', source, ...hundreds(count), seal: seal(n) }, 'cash.bagged');
export const begin = (s, time, zh, en, n) =>
  s.does(time, teller, zh, en, 'cash.begin-sanitising',
    { outlet, run: `UV-${n}`, cabinet: 'UV1', method: 'cabinet', bags: [bag(n)] }, 'cash.sanitising-begun');
export const finish = (s, time, zh, en, n) =>
  s.does(time, teller, zh, en, 'cash.finish-sanitising', { outlet, run: `UV-${n}` }, 'cash.sanitised');
export const counts = (s, time, who, zh, en, n, count) =>
  s.does(time, who, zh, en, who === teller ? 'cash.count' : 'cash.recount', { outlet, bag: bag(n), ...hundreds(count) },
    who === teller ? 'cash.counted-once' : 'cash.counted');
export const store = (s, time, n) =>
  both(s, time, [teller, supervisor], `${n}号包入库`, `Bag ${n} into the vault`, 'cash.store',
    { outlet, act: `store-${n}`, bags: [bag(n)] });
export const release = (n, act = `release-${n}`) => ({ outlet, act, bags: [bag(n)] });
