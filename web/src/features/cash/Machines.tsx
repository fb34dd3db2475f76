import { useTranslation } from 'react-i18next';
import type { CassetteRow, MachineRow, MachineSite } from '../../api/contract';
import { useView } from '../../api/hooks';
import { useAuthority } from '../../api/session';
import { DueChip } from '../../kit/DueChip';
import { dayAndClock, money, whole } from '../../kit/format';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { CloseDifference, Confirm, Register, Resume, Stop, Switch, Test } from './MachineActions';
import { Load, Report, Settle } from './MachineCash';
import './machines.css';

// 自助设备 of an outlet: which line each serves, its cassettes against floor and capacity, when it is
// to be settled, and what the machine and the book do not agree on.
export function Machines({ outlet }: { outlet: string }) {
  const { t } = useTranslation();
  const machines = useView('machines', { outlet });
  return (
    <section className="card machines" aria-labelledby="machines-title">
      <Screen query={machines} skeleton={<Skeleton rows={4} />}>
        {({ sites: [site], now }) =>
          site && (
            <>
              <header>
                <h2 id="machines-title">{t('machines.title')}</h2>
                <span className="note">{t('machines.rule')}</span>
                <Lines site={site} />
              </header>
              <Waiting site={site} />
              {site.machines.length === 0 && <Empty>{t('machines.none')}</Empty>}
              <ul className="machine-list">
                {site.machines.map((machine) => (
                  <Machine key={machine.machine} machine={machine} site={site} now={now} />
                ))}
              </ul>
              <footer className="machine-actions">
                <Register site={site} />
              </footer>
            </>
          )
        }
      </Screen>
    </section>
  );
}

// Whether customers can pay in and draw now. An outlet without machines has nothing to say.
function Lines({ site }: { site: MachineSite }) {
  const { t } = useTranslation();
  if (site.machines.length === 0) return null;
  const line = (served: boolean, service: 'deposit' | 'withdraw') => (
    <span className={served ? 'chip good' : 'chip warning'}>
      <span aria-hidden="true">{served ? '✓' : '✕'}</span>
      {t(served ? 'machines.served' : 'machines.unserved', {
        service: t(`machine.service.${service}`),
      })}
    </span>
  );
  return (
    <span className="machine-lines">
      {line(site.takes_in, 'deposit')}
      {line(site.pays_out, 'withdraw')}
    </span>
  );
}

function Waiting({ site }: { site: MachineSite }) {
  const { t } = useTranslation();
  if (site.waiting.length === 0) return null;
  return (
    <ul className="machine-waiting" aria-label={t('cash.waiting')}>
      {site.waiting.map((act) => (
        <li key={act.act}>
          <span>
            <strong>{t(`deed.${act.deed.kind}`)}</strong>{' '}
            {act.deed.machine ?? act.deed.switches?.map((s) => s.machine).join(t('list.comma'))}
            <span className="note">
              {' '}
              {t('cash.put-forward', {
                by: act.by,
                until: dayAndClock(act.expires_at, site.time_zone),
              })}
            </span>
          </span>
          <Confirm site={site} act={act} />
        </li>
      ))}
    </ul>
  );
}

interface One {
  machine: MachineRow;
  site: MachineSite;
}

function Machine({ machine, site, now }: One & { now: string }) {
  const { t, i18n } = useTranslation();
  return (
    <li className={machine.serves ? 'machine' : 'machine stopped'}>
      <div className="machine-head">
        <h3>{machine.machine}</h3>
        <span className="note">{t(`machine.kind.${machine.kind}`)}</span>
        <State machine={machine} />
        <span className="machine-amount">{money(machine.amount, i18n.language)}</span>
      </div>
      <ul className="cassettes">
        {machine.cassettes.map((cassette) => (
          <Cassette key={cassette.cassette} cassette={cassette} machine={machine} site={site} />
        ))}
      </ul>
      <p className="note machine-clock">
        {t('machines.settled', { at: dayAndClock(machine.settled_at, site.time_zone) })}{' '}
        <DueChip deadline={machine.settle_due} now={now} />{' '}
        {machine.reported_at
          ? t('machines.reported', { at: dayAndClock(machine.reported_at, site.time_zone) })
          : t('machines.never-reported')}
      </p>
      <Actions machine={machine} site={site} />
    </li>
  );
}

function State({ machine }: { machine: MachineRow }) {
  const { t } = useTranslation();
  return (
    <>
      <span className={machine.mode ? 'chip info' : 'chip warning'}>
        {machine.mode ? t(`machine.mode.${machine.mode}`) : t('machines.no-mode')}
      </span>
      <span className={machine.serves ? 'chip good' : 'chip warning'}>
        {machine.serves
          ? t('machines.serves')
          : t('machines.stopped', { why: t(`machine.reason.${machine.reason}`) })}
      </span>
      {machine.forbidden && <span className="chip alarm">{t('machines.forbidden')}</span>}
      {machine.drifts && machine.confirmed && (
        <span className="chip alarm">
          {t('machines.drifts', { mode: t(`machine.mode.${machine.confirmed}`) })}
        </span>
      )}
      {machine.test_due && <span className="chip warning">{t('machines.test-due')}</span>}
    </>
  );
}

// The bar is what the book says; the mark is the floor. The machine's own figure stands beside it
// only where the two differ.
function Cassette({ cassette, machine, site }: One & { cassette: CassetteRow }) {
  const { t } = useTranslation();
  const part = (notes: number) => `${Math.min(100, (notes / cassette.capacity) * 100)}%`;
  const tone = cassette.full || (cassette.low && cassette.direction === 'pays_out') ? 'low' : '';
  return (
    <li className={`cassette ${cassette.direction} ${tone}`}>
      <span className="cassette-name">
        <strong>{cassette.cassette}</strong>{' '}
        <span className="note">
          {t(`denomination.${cassette.denomination}`)} ·{' '}
          {t(`machine.direction.${cassette.direction}`)}
        </span>
      </span>
      <span className="cassette-track" aria-hidden="true">
        <i style={{ width: part(cassette.held) }} />
        {cassette.floor > 0 && <b style={{ left: part(cassette.floor) }} />}
      </span>
      <span className="cassette-figure">
        {t('machines.of-capacity', {
          held: whole(cassette.held),
          capacity: whole(cassette.capacity),
        })}
        {cassette.floor > 0 && (
          <span className="note"> {t('machines.floor', { floor: whole(cassette.floor) })}</span>
        )}
      </span>
      {tone && (
        <span className="chip warning">{t(cassette.full ? 'machines.full' : 'machines.low')}</span>
      )}
      {cassette.difference && (
        <span className="cassette-difference">
          <span className="chip alarm">
            {t('machines.difference', {
              notes: signed(cassette.difference.notes),
              at: dayAndClock(cassette.difference.at, site.time_zone),
            })}
          </span>
          <CloseDifference machine={machine} site={site} cassette={cassette} />
        </span>
      )}
    </li>
  );
}

const signed = (notes: number) => (notes > 0 ? `+${whole(notes)}` : `−${whole(-notes)}`);

// In the order of the work: what a machine in its present state does not allow is not offered.
function Actions({ machine, site }: One) {
  const may = useAuthority();
  const one = { machine, site };
  return (
    <div className="machine-actions">
      {machine.serves && may('machine.stop') && <Stop {...one} />}
      {may('machine.report') && <Report {...one} />}
      {!machine.serves && may('machine.settle') && <Settle {...one} />}
      {!machine.serves && may('machine.load') && <Load {...one} />}
      {!machine.serves && may('machine.test-dispense') && <Test {...one} />}
      {may('machine.switch-mode') && <Switch {...one} />}
      {!machine.serves && may('machine.resume') && <Resume {...one} />}
    </div>
  );
}
