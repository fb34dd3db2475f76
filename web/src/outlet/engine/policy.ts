import type { OutletPage, PolicyKey, PolicySet } from '../../api/contract';
import { day } from '../../kit/format';

// What the policy asks of this outlet today: its own order, its zone's, or the default. A hint
// while there is no line; the server has the last word.
export function asked(set: PolicySet | undefined, key: PolicyKey, page: OutletPage, now: string) {
  const row = set?.rows.find((r) => r.key === key);
  if (!row) return undefined;
  const today = day(now, page.time_zone);
  const inForce = row.overrides.filter((o) => o.from <= today);
  const latest = (own: typeof inForce) => own.sort((a, b) => a.from.localeCompare(b.from)).at(-1);
  const outlet = latest(inForce.filter((o) => o.outlet === page.outlet));
  const zone = latest(inForce.filter((o) => !o.outlet && o.zone && o.zone === page.zone));
  const general = latest(inForce.filter((o) => !o.outlet && !o.zone));
  return (outlet ?? zone ?? general ?? row).value;
}
