// 自助设备: which line each machine serves and what lies in it; stop, read, settle, load, test, switch.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CashWaiting, MachineRow, MachineSite } from '../../api/contract';
import { dayAndClock, whole } from '../../kit/format';
import type { Translate } from '../engine/deed';
import { OrderButton } from '../hall/parts';
import { OneMachine } from '../machines/OneMachine';
import { commands, deeds } from '../machines/deeds';
import { Conflicts } from '../parts/Conflicts';
import { WrittenToday } from '../parts/Written';
import type { Scene, Section, Task } from '../section';

const halfDay = 12 * 3_600_000;

const task = (id: string, title: string, verb: string, more: Partial<Task> = {}): Task => ({
  id: `machine-${id}`,
  section: 'machines',
  title,
  do: verb,
  ...more,
});

function dueOf(machine: MachineRow, now: string, t: Translate): Task[] {
  const name = { machine: machine.machine };
  const tasks: Task[] = [];
  if (Date.parse(machine.settle_due) < Date.parse(now) + halfDay)
    tasks.push(
      task(`settle-${machine.machine}`, t('machine.due.settle', name), t('machine.way.settle'), {
        deadline: machine.settle_due,
      }),
    );
  if (machine.forbidden || machine.drifts)
    tasks.push(task(`mode-${machine.machine}`, t('machine.due.mode', name), t('machine.way.mode')));
  const low = machine.cassettes.find((c) => c.low && c.direction === 'pays_out');
  if (low && machine.mode && machine.mode !== 'deposit_only')
    tasks.push(
      task(`load-${machine.machine}`, t('machine.due.load', name), t('machine.way.load'), {
        detail: t('machine.left', { n: whole(low.held), floor: whole(low.floor) }),
      }),
    );
  return tasks;
}

function due({ views: { machines }, session, now }: Scene, t: Translate): Task[] {
  const site = machines?.sites[0];
  if (!site) return [];
  const toConfirm = site.waiting
    .filter((act) => act.by !== session.account)
    .map((act) =>
      task(act.act, t('machine.due.confirm', { deed: wordOf(act, t) }), t('machine.do.confirm'), {
        deadline: act.expires_at,
      }),
    );
  return [...toConfirm, ...site.machines.flatMap((machine) => dueOf(machine, now, t))];
}

const wordOf = (act: CashWaiting, t: Translate) => {
  const names = act.deed.machine ? [act.deed.machine] : act.deed.switches?.map((s) => s.machine);
  const word = act.deed.kind.replace('machine_', '');
  return `${(names ?? []).join(t('list.comma'))} ${t(`machine.way.${word}`)}`;
};

function Page({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const [chosen, choose] = useState<string>();
  const site = scene.views.machines?.sites[0];
  const machine = site?.machines.find((m) => m.machine === chosen) ?? site?.machines[0];
  return (
    <>
      <Conflicts commands={commands} />
      <div className="columns">
        <div>
          {site && site.waiting.length > 0 && <Waiting site={site} scene={scene} />}
          <section className="card" aria-labelledby="machines-title">
            <h2 id="machines-title">{t('tablet.tab.machines')}</h2>
            {site?.machines.length === 0 && <p className="empty">{t('machine.none')}</p>}
            {!site && <p className="empty">{t('machine.unseen')}</p>}
            <ul className="list">
              {site?.machines.map((m) => (
                <Line
                  key={m.machine}
                  machine={m}
                  zone={site.time_zone}
                  pressed={m === machine}
                  choose={() => choose(m.machine)}
                />
              ))}
            </ul>
          </section>
        </div>
        <div>{site && machine && <OneMachine key={machine.machine} {...{ site, machine }} />}</div>
      </div>
      <WrittenToday scene={scene} commands={commands} />
    </>
  );
}

// What another has put forward. Nobody confirms their own.
function Waiting({ site, scene }: { site: MachineSite; scene: Scene }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="machine-waiting">
      <h2 id="machine-waiting">{t('machine.waiting')}</h2>
      <ul className="list">
        {site.waiting.map((act) => (
          <li key={act.act} className="machine-act">
            <span>
              <strong>{wordOf(act, t)}</strong>{' '}
              <span className="note">
                {t('machine.by', {
                  by: act.by,
                  until: dayAndClock(act.expires_at, site.time_zone),
                })}
              </span>
            </span>
            {act.by === scene.session.account ? (
              <span className="note">{t('machine.another')}</span>
            ) : (
              <OrderButton
                command="cash.confirm"
                body={{ outlet: site.outlet, act: act.act }}
                kind="primary"
              >
                {t('machine.do.confirm')}
              </OrderButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Choice {
  machine: MachineRow;
  zone: string;
  pressed: boolean;
  choose: () => void;
}

function Line({ machine, zone, pressed, choose }: Choice) {
  const { t } = useTranslation();
  const late = machine.settle_overdue;
  return (
    <li>
      <button type="button" className="line machine" aria-pressed={pressed} onClick={choose}>
        <strong>{machine.machine}</strong>
        <span className={machine.serves ? 'chip good' : 'chip warning'}>
          {machine.mode ? t(`machine.mode.${machine.mode}`) : t('machine.no-mode')} ·{' '}
          {machine.serves ? t('machine.serves') : t(`machine.reason.${machine.reason}`)}
        </span>
        <span className="note">
          {machine.cassettes.map((c) => `${c.cassette} ${whole(c.held)}`).join(' · ')}
        </span>
        <span className={late ? 'chip warning' : 'note'}>
          {t('machine.settle-by', { at: dayAndClock(machine.settle_due, zone) })}
        </span>
        {machine.cassettes.some((c) => c.difference) && (
          <span className="chip alarm">{t('machine.differs')}</span>
        )}
      </button>
    </li>
  );
}

export const section: Section = {
  name: 'machines',
  order: 45,
  icon: <path d="M5 4h14v16H5zM8 7h8v5H8zM8 15h8M9 18h6" />,
  deeds,
  wants: (outlet) => [{ name: 'machines', query: { outlet } }],
  due,
  Page,
};
