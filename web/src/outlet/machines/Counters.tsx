// The counters as they stand on the machine's own screen, when no line brings them.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CassetteRow, MachineMode } from '../../api/contract';
import { useTablet } from '../context';
import { ChoiceField, FigureField, WriteForm } from '../parts/fields';
import type { One } from './OneMachine';

export function Counters({ machine, site }: One) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [read, setRead] = useState<Record<string, { moved: string; held: string }>>({});
  const [mode, setMode] = useState<string>(machine.mode ?? 'deposit_only');
  const known = (c: CassetteRow) =>
    read[c.cassette] ?? { moved: String(c.counter), held: String(c.held) };
  const change = (c: CassetteRow, part: object) =>
    setRead({ ...read, [c.cassette]: { ...known(c), ...part } });
  const send = async () => {
    await tablet.write('machine.report', {
      outlet: site.outlet,
      machine: machine.machine,
      series: machine.series,
      mode: mode as MachineMode,
      cassettes: machine.cassettes.map((c) => ({
        cassette: c.cassette,
        moved: Number(known(c).moved),
        held: Number(known(c).held),
      })),
    });
    setRead({});
  };
  const modes = ['deposit_only', 'withdraw_only', 'recycling'];
  return (
    <WriteForm label={t('machine.way.report')} verb={t('tablet.record')} send={send}>
      {machine.kind === 'recycler' && (
        <ChoiceField
          label={t('machine.shown-mode')}
          value={mode}
          set={setMode}
          choices={modes.map((value) => ({ value, text: t(`machine.mode.${value}`) }))}
        />
      )}
      {machine.cassettes.map((c) => (
        <fieldset key={c.cassette}>
          <legend>
            {c.cassette} · {t(`machine.direction.${c.direction}`)}
          </legend>
          <FigureField
            label={t(`machine.moved.${c.direction}`)}
            value={known(c).moved}
            set={(moved) => change(c, { moved })}
          />
          <FigureField
            label={t('machine.held')}
            value={known(c).held}
            set={(held) => change(c, { held })}
          />
        </fieldset>
      ))}
    </WriteForm>
  );
}
