// What is done with a machine without touching its notes. Modes are ordered by two people: one puts
// the deed forward here, another confirms it from the list above.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  CashWaiting,
  CassetteRow,
  MachineDirection,
  MachineKind,
  MachineReason,
  MachineRow,
  MachineSite,
} from '../../api/contract';
import { useCommand } from '../../api/hooks';
import { useAuthority, useSignedIn } from '../../api/session';
import { ulid } from '../../api/ulid';
import { ActionDialog } from '../../kit/ActionDialog';
import { ChoiceInput, FigureInput, TextInput } from '../../kit/fields';
import { kinds, modesOf, reasons } from './machineWords';

interface One {
  machine: MachineRow;
  site: MachineSite;
}

export function Confirm({ site, act }: { site: MachineSite; act: CashWaiting }) {
  const { t } = useTranslation();
  const may = useAuthority()('cash.confirm');
  const { account } = useSignedIn();
  const confirm = useCommand('cash.confirm', () => ({ outlet: site.outlet, act: act.act }));
  if (!may || act.by === account) return <span className="note">{t('machines.another')}</span>;
  return (
    <ActionDialog
      title={t('machines.confirm-title', { deed: t(`deed.${act.deed.kind}`) })}
      trigger={t('machines.confirm')}
      intent={confirm}
      primary
    >
      <p className="note">{t('machines.confirm-means')}</p>
    </ActionDialog>
  );
}

// One machine, or two that change places: so at no moment is one of the lines without a machine.
export function Switch({ machine, site }: One) {
  const { t } = useTranslation();
  const allowed = modesOf[machine.kind].filter((m) => !site.sealed || m !== 'recycling');
  const others = site.machines.filter((m) => m.machine !== machine.machine && m.mode);
  const [mode, setMode] = useState(allowed.find((m) => m !== machine.mode) ?? allowed[0]!);
  const [partner, setPartner] = useState('');
  const other = others.find((m) => m.machine === partner);
  const order = useCommand('machine.switch-mode', () => ({
    outlet: site.outlet,
    act: ulid(),
    switches: [
      { machine: machine.machine, mode },
      ...(other && machine.mode ? [{ machine: other.machine, mode: machine.mode }] : []),
    ],
  }));
  if (allowed.every((m) => m === machine.mode)) return null;
  return (
    <ActionDialog
      title={t('machines.switch-title', { machine: machine.machine })}
      trigger={t('machines.switch')}
      intent={order}
      primary={machine.forbidden || !machine.mode}
    >
      <ChoiceInput
        label={t('machines.mode')}
        value={mode}
        set={setMode}
        words={allowed}
        say={(word) => t(`machine.mode.${word}`)}
      />
      {others.length > 0 && machine.mode && (
        <ChoiceInput
          label={t('machines.swap-with')}
          value={partner}
          set={setPartner}
          words={['', ...others.map((m) => m.machine)]}
        />
      )}
      <p className="note">{t('machines.two-people')}</p>
    </ActionDialog>
  );
}

export function Stop({ machine, site }: One) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<MachineReason>('replenishment');
  const stop = useCommand('machine.stop', () => ({
    outlet: site.outlet,
    machine: machine.machine,
    reason,
  }));
  return (
    <ActionDialog
      title={t('machines.stop-title', { machine: machine.machine })}
      trigger={t('machines.stop')}
      intent={stop}
    >
      <ChoiceInput
        label={t('machines.reason')}
        value={reason}
        set={setReason}
        words={reasons}
        say={(word) => t(`machine.reason.${word}`)}
      />
    </ActionDialog>
  );
}

export function Test({ machine, site }: One) {
  const { t } = useTranslation();
  const [passed, setPassed] = useState<'yes' | 'no'>('yes');
  const test = useCommand('machine.test-dispense', () => ({
    outlet: site.outlet,
    machine: machine.machine,
    passed: passed === 'yes',
  }));
  return (
    <ActionDialog
      title={t('machines.test-title', { machine: machine.machine })}
      trigger={t('machines.test')}
      intent={test}
      primary={machine.test_due}
    >
      <ChoiceInput
        label={t('machines.test-result')}
        value={passed}
        set={setPassed}
        words={['yes', 'no']}
        say={(word) => t(`machine.test.${word}`)}
      />
      <p className="note">{t('machines.test-means')}</p>
    </ActionDialog>
  );
}

export function Resume({ machine, site }: One) {
  const { t } = useTranslation();
  const resume = useCommand('machine.resume', () => ({
    outlet: site.outlet,
    machine: machine.machine,
  }));
  return (
    <ActionDialog
      title={t('machines.resume-title', { machine: machine.machine })}
      trigger={t('machines.resume')}
      intent={resume}
      primary={Boolean(machine.mode) && !machine.test_due && !machine.forbidden}
    />
  );
}

export function CloseDifference({ machine, site, cassette }: One & { cassette: CassetteRow }) {
  const { t } = useTranslation();
  const may = useAuthority()('machine.close-difference');
  const [finding, setFinding] = useState('');
  const close = useCommand('machine.close-difference', () => ({
    outlet: site.outlet,
    machine: machine.machine,
    cassette: cassette.cassette,
    finding,
  }));
  if (!may) return null;
  return (
    <ActionDialog
      title={t('machines.close-title', { cassette: cassette.cassette })}
      trigger={t('machines.close')}
      intent={close}
    >
      <TextInput required label={t('machines.finding')} value={finding} set={setFinding} />
      <p className="note">{t('machines.close-means')}</p>
    </ActionDialog>
  );
}

const directionsOf: Record<MachineKind, MachineDirection[]> = {
  recycler: ['takes_in', 'pays_out'],
  atm: ['pays_out'],
  deposit_machine: ['takes_in'],
};

// As most are built: a cassette of hundreds for each line. Others are registered by the API.
export function Register({ site }: { site: MachineSite }) {
  const { t } = useTranslation();
  const may = useAuthority()('machine.register');
  const [machine, setMachine] = useState('');
  const [kind, setKind] = useState<MachineKind>('recycler');
  const [capacity, setCapacity] = useState(2000);
  const [floor, setFloor] = useState(300);
  const register = useCommand('machine.register', () => ({
    outlet: site.outlet,
    machine,
    kind,
    cassettes: directionsOf[kind].map((direction) => ({
      cassette: direction === 'takes_in' ? 'IN' : 'OUT',
      denomination: 'yuan_100' as const,
      direction,
      capacity,
      floor: direction === 'takes_in' ? 0 : floor,
    })),
  }));
  if (!may) return null;
  return (
    <ActionDialog
      title={t('machines.register-title', { outlet: site.title })}
      trigger={t('machines.register')}
      intent={register}
    >
      <TextInput required label={t('machines.name')} value={machine} set={setMachine} />
      <ChoiceInput
        label={t('machines.kind')}
        value={kind}
        set={setKind}
        words={kinds}
        say={(word) => t(`machine.kind.${word}`)}
      />
      <FigureInput label={t('machines.capacity')} min={1} value={capacity} set={setCapacity} />
      {kind !== 'deposit_machine' && (
        <FigureInput label={t('machines.floor-notes')} value={floor} set={setFloor} />
      )}
      <p className="note">{t('machines.register-means')}</p>
    </ActionDialog>
  );
}
