// One machine, in the order of the work: what its present state does not allow is not offered.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  MachineMode,
  MachineReason,
  MachineRow,
  MachineSite,
  MachineKind,
} from '../../api/contract';
import { ulid } from '../../api/ulid';
import { Segmented } from '../../kit/Segmented';
import { useMay, useTablet } from '../context';
import { OrderButton } from '../hall/parts';
import { ChoiceField, WriteForm } from '../parts/fields';
import { NoRight } from '../parts/states';
import { Counters } from './Counters';
import { LoadForm, SettleForm } from './Cash';

export interface One {
  machine: MachineRow;
  site: MachineSite;
}

type Way = 'stop' | 'report' | 'settle' | 'load' | 'test' | 'mode';

const waysOf = (machine: MachineRow): Way[] => [
  ...(machine.serves ? (['stop'] as const) : []),
  'report',
  ...(machine.serves ? [] : (['settle'] as const)),
  ...(!machine.serves && machine.kind !== 'deposit_machine' ? (['load', 'test'] as const) : []),
  ...(machine.kind === 'recycler' || !machine.mode ? (['mode'] as const) : []),
];

// What comes next in the order of the work.
function nextWay(machine: MachineRow): Way {
  if (!machine.mode || machine.forbidden) return 'mode';
  if (machine.serves) return machine.settle_overdue ? 'stop' : 'report';
  if (machine.test_due) return 'test';
  if (!machine.counters_read) return 'report';
  return machine.reason === 'replenishment' && machine.kind !== 'deposit_machine'
    ? 'load'
    : 'settle';
}

export function OneMachine({ machine, site }: One) {
  const { t } = useTranslation();
  const may = useMay()('machine.settle');
  const [chosen, choose] = useState<Way>();
  const ways = waysOf(machine);
  const next = nextWay(machine);
  const wanted = chosen ?? next;
  const way = ways.includes(wanted) ? wanted : ways[0]!;
  const one = { machine, site };
  return (
    <section className="card" aria-labelledby="machine-title">
      <h2 id="machine-title">{machine.machine}</h2>
      {may && (
        <>
          <Segmented
            label={t('machine.work')}
            value={way}
            onChange={choose}
            choices={ways.map((value) => ({ value, text: t(`machine.way.${value}`) }))}
          />
          {way === 'stop' && <StopForm {...one} />}
          {way === 'report' && <Counters key={machine.reported_at ?? ''} {...one} />}
          {way === 'settle' && <SettleForm key={machine.settled_at} {...one} />}
          {way === 'load' && <LoadForm {...one} />}
          {way === 'test' && <TestForm {...one} />}
          {way === 'mode' && <ModeForm {...one} />}
        </>
      )}
      {!may && <NoRight command="machine.settle" />}
      {!machine.serves && machine.mode && !machine.test_due && (
        <div className="choices">
          <OrderButton
            command="machine.resume"
            body={{ outlet: site.outlet, machine: machine.machine }}
            kind="primary"
          >
            {t('machine.resume')}
          </OrderButton>
        </div>
      )}
    </section>
  );
}

const reasons: MachineReason[] = [
  'replenishment',
  'settlement',
  'disinfection',
  'cassette_empty',
  'cassette_full',
  'dispenser_fault',
  'acceptor_fault',
  'network_fault',
  'power_fault',
  'ordered',
];

function StopForm({ machine, site }: One) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [reason, setReason] = useState<string>(
    machine.settle_overdue ? 'settlement' : 'replenishment',
  );
  const send = () =>
    tablet.write('machine.stop', {
      outlet: site.outlet,
      machine: machine.machine,
      reason: reason as MachineReason,
    });
  return (
    <WriteForm label={t('machine.way.stop')} verb={t('machine.do.stop')} send={send}>
      <ChoiceField
        label={t('machine.why')}
        value={reason}
        set={setReason}
        choices={reasons.map((value) => ({ value, text: t(`machine.reason.${value}`) }))}
      />
    </WriteForm>
  );
}

function TestForm({ machine, site }: One) {
  const { t } = useTranslation();
  const body = { outlet: site.outlet, machine: machine.machine };
  return (
    <>
      <p className="note">{t('machine.test-means')}</p>
      <div className="choices">
        <OrderButton
          command="machine.test-dispense"
          body={{ ...body, passed: true }}
          kind="primary"
        >
          {t('machine.do.passed')}
        </OrderButton>
        <OrderButton command="machine.test-dispense" body={{ ...body, passed: false }}>
          {t('machine.do.failed')}
        </OrderButton>
      </div>
    </>
  );
}

const modesOf: Record<MachineKind, MachineMode[]> = {
  recycler: ['deposit_only', 'withdraw_only', 'recycling'],
  atm: ['withdraw_only'],
  deposit_machine: ['deposit_only'],
};

// Two machines change places in one order, so that at no moment one line has none.
function ModeForm({ machine, site }: One) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const allowed = modesOf[machine.kind].filter(
    (mode) => mode !== machine.mode && !(site.sealed && mode === 'recycling'),
  );
  const partners = site.machines.filter((m) => m !== machine && m.mode && m.mode !== machine.mode);
  const [mode, setMode] = useState<string>();
  const [partner, setPartner] = useState<string>();
  const to = allowed.find((one) => one === mode) ?? allowed[0];
  const other = machine.mode
    ? partners.find((m) => m.machine === (partner ?? (site.sealed ? partners[0]?.machine : '')))
    : undefined;
  if (!to) return <p className="note">{t('machine.no-other-mode')}</p>;
  const send = () =>
    tablet.write('machine.switch-mode', {
      outlet: site.outlet,
      act: ulid(),
      switches: [
        { machine: machine.machine, mode: to },
        ...(other?.mode ? [{ machine: other.machine, mode: machine.mode! }] : []),
      ],
    });
  return (
    <WriteForm label={t('machine.way.mode')} verb={t('machine.do.mode')} send={send}>
      <ChoiceField
        label={t('machine.to-mode')}
        value={to}
        set={setMode}
        choices={allowed.map((value) => ({ value, text: t(`machine.mode.${value}`) }))}
      />
      {machine.mode && partners.length > 0 && (
        <ChoiceField
          label={t('machine.partner')}
          value={other?.machine ?? ''}
          set={setPartner}
          choices={['', ...partners.map((m) => m.machine)].map((value) => ({
            value,
            text: value || t('machine.nobody'),
          }))}
        />
      )}
      <p className="note">{t('machine.second')}</p>
    </WriteForm>
  );
}
