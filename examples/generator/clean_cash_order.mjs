// The order of the cash story: new notes for one outlet, in whole bundles, answered by another, and fulfilled only by a
// handover of exactly what was approved.
import { city } from './story.mjs';
import { cashier, hundreds, manager, outlet, supervisor, teller } from './clean_cash_words.mjs';

export const order = 'CO-0114';
const asked = (count) => ({ outlet, order, direction: 'delivery', ...hundreds(count), needed_on: '2021-01-14' });
const answered = (count, remark = '') => ({ outlet, order, ...hundreds(count), remark });
const shows = (row) => ({ rows: [{ outlet, order, ...row }] });

export const ordered = (s) => {
  s.refused('08:40', supervisor, '领款按整捆预约', 'Cash is ordered in whole bundles', 'cash-order.place',
    asked(1500), 'cash-order.not-whole-bundles');
  s.does('08:41', supervisor, '预约14日领新券20万元', 'The outlet orders 200,000 yuan for the 14th', 'cash-order.place',
    asked(2000), 'cash-order.placed');
  s.sees('08:45', city, '预约待批，12:41前答复', 'It waits for an answer until 12:41', 'cash-orders', null,
    shows({ status: 'waiting', amount: 20000000, answer_by: '2021-01-13T04:41:00Z', late: false }));
};

export const order_approved = (s) => {
  s.refused('10:20', cashier, '核减要写原因', 'What is reduced is reduced for a reason', 'cash-order.approve',
    answered(1000), 'cash-order.remark-missing');
  s.does('10:21', cashier, '核减为10万元：金库只有一捆', 'Approved for 100,000 yuan: the vault has one bundle', 'cash-order.approve',
    answered(1000, '金库只有一捆'), 'cash-order.approved');
  s.sees('10:25', manager, '网点看到批了10万元', 'The outlet sees 100,000 yuan approved', 'cash-orders', null,
    shows({ status: 'approved', approved_amount: 10000000 }));
};

export const order_fulfilled = (s) =>
  s.sees('15:10', teller, '预约已兑付，对应这次交接', 'The order is fulfilled, by this very handover', 'cash-orders', null,
    shows({ status: 'fulfilled', closed: { by: supervisor.by, remark: `VR-0114-E-${outlet}-in` } }));
