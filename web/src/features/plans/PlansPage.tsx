import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { commandRoles, type PlanPin, type PlanRow } from '../../api/contract';
import { useView } from '../../api/hooks';
import { useSignedIn } from '../../api/session';
import { clock, day, monthAndDay, dayAfter } from '../../kit/format';
import { Empty, Screen } from '../../kit/Screen';
import './plans.css';
import { PlanStatusChip } from './PlanStatusChip';
import { SolveCard } from './SolveCard';
import { Signatures } from './Signatures';

// 恢复计划: every plan so far, newest first, and the planner that makes the next one.
export function PlansPage() {
  const { t } = useTranslation();
  const { scope } = useSearch({ from: '__root__' });
  const plans = useView('plans', { scope });
  const session = useSignedIn();
  const mayPropose = commandRoles['plan.propose'].some((role) => role === session.role);
  return (
    <div className="plans">
      {mayPropose && <SolveCard scope={scope} />}
      <section className="card" aria-labelledby="plans-title">
        <header>
          <h2 id="plans-title">{t('plans.all')}</h2>
          <span className="note">{t('plans.hint')}</span>
        </header>
        <Screen
          query={plans}
          isEmpty={(view) => view.rows.length === 0}
          empty={<Empty>{t(mayPropose ? 'plans.empty' : 'plans.empty-wait')}</Empty>}
        >
          {(view) => (
            <>
              <PlanRows rows={view.rows} />
              {view.pins.length > 0 && <Pins pins={view.pins} />}
            </>
          )}
        </Screen>
      </section>
    </div>
  );
}

function PlanRows({ rows }: { rows: PlanRow[] }) {
  const { t } = useTranslation();
  const heads = ['plan', 'period', 'opening', 'people', 'proposed', 'signed', 'status'];
  return (
    <div className="table-frame">
      <table className="table cards">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`plans.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.plan}>
              <td data-label={t('plans.plan')}>
                <Link to="/plans/$plan" params={{ plan: row.plan }}>
                  {row.zone_title}
                </Link>
                <div className="note">{row.plan}</div>
              </td>
              <td data-label={t('plans.period')}>
                {row.from} – {monthAndDay(dayAfter(row.from, row.days - 1))}
              </td>
              <td data-label={t('plans.opening')}>
                {row.outlets_opening} / {row.outlets}
              </td>
              <td data-label={t('plans.people')}>{row.people}</td>
              <td data-label={t('plans.proposed')}>
                {day(row.proposed_at)} {clock(row.proposed_at)}
                <div className="note">{row.proposed_by}</div>
              </td>
              <td data-label={t('plans.signed')}>
                <Signatures row={row} brief />
              </td>
              <td data-label={t('plans.status')}>
                <PlanStatusChip row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

// What the command has laid down by hand (H14).
function Pins({ pins }: { pins: PlanPin[] }) {
  const { t } = useTranslation();
  return (
    <div className="body pins">
      <h3>{t('pin.title')}</h3>
      <ul>
        {pins.map((pin) => (
          <li key={pin.target}>
            <span className="chip">{t(`pin.${pin.kind}`)}</span> <strong>{pin.target}</strong>{' '}
            {pin.reason} <span className="note">{t('pin.until', { day: pin.until })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
