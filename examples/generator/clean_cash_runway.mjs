// The part of examples/clean-cash about the reserve: no forecast without a basis; until when the clean cash lasts once
// the outlet has declared what it pays out; what is money again in time, and what is not.
import { bag, cashier, manager, outlet } from './clean_cash_words.mjs';
import { city, province } from './story.mjs';

const declared_yuan = 400000;

export const runway = (s) => {
  s.begin('2021-01-08');
  s.sees('09:50', manager, '没有台账、计划和申报数：不作预测', 'No ledger, no plan, nothing declared: nothing is forecast', 'cash-runway', null,
    { without_forecast: 1, urgent: 0, rows: [{ outlet, basis: 'none', safe_until: null, severity: 'normal' }] });
  s.does('09:55', province, '网点申报日均付出40万元', 'The outlet declares 400,000 yuan a day', 'policy.change',
    { key: 'declared_payout_per_day_yuan', outlet, from: '2021-01-08',
      value: { value: declared_yuan, grade: 'A', source: '网点申报 2021-01-08' } }, 'policy.changed');
  s.sees('10:00', cashier, '49.7万元可能撑不到明早8点的运钞车', '497,000 yuan may not last until the van at eight tomorrow', 'cash-runway', null,
    { urgent: 1, rows: [{ outlet, basis: 'declared', clean: 49700000, visits: { basis: 'passes', next: '2021-01-09T00:00:00Z' },
      advice: { urgent: true, pension_day_ahead: false, limit: 'none' } }] });
  s.sees('10:01', city, '待处置：安排送钞', 'It is on the worklist: send cash', 'worklist', null,
    { items: [{ code: 'clean_cash_short', outlet, action: 'cash.hand-over' }] });
  s.sees('17:00', cashier, '关门后到运钞车来前不再付出', 'After closing nothing is paid out before the van comes', 'cash-runway', null,
    { urgent: 0, rows: [{ outlet, risk_next_van: 0 }] });
  s.begin('2021-01-20');
  s.sees('10:00', manager, '1号包在期内成为可支付的钱；3号包太晚；2号包永远不是', 'Bag 1 becomes money in this time; bag 3 too late; bag 2 never',
    'cash-runway-outlet', { outlet }, { becoming: [{ bag: bag(1), amount: 3990000, at: '2021-01-22T09:31:00Z' }],
      assumptions: { daily: { basis: 'declared', average: declared_yuan * 100 }, pension_day_of_month: 15 } });
};
