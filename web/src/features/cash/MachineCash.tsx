// What is done with the notes of a machine: its counters read, its cassettes loaded and emptied.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CassetteRow, MachineRow, MachineSite } from '../../api/contract';
import { useCommand } from '../../api/hooks';
import { ulid } from '../../api/ulid';
import { ActionDialog } from '../../kit/ActionDialog';
import { whole } from '../../kit/format';
import { ChoiceInput, FigureInput, TextInput } from '../../kit/fields';
import { modesOf } from './machineWords';

interface One {
  machine: MachineRow;
  site: MachineSite;
}

type Readings = Record<string, { moved: number; held: number }>;

const known = (c: CassetteRow) => ({ moved: c.counter, held: c.sensed ?? c.held });

// As they stand on the machine's own screen, when no line brings them.
export function Report({ machine, site }: One) {
  const { t } = useTranslation();
  const [series, setSeries] = useState<number>();
  const [mode, setMode] = useState(machine.mode ?? modesOf[machine.kind][0]!);
  const [read, setRead] = useState<Readings>({});
  const readingOf = (c: CassetteRow) => read[c.cassette] ?? known(c);
  const change = (c: CassetteRow, part: Partial<{ moved: number; held: number }>) =>
    setRead({ ...read, [c.cassette]: { ...readingOf(c), ...part } });
  const report = useCommand('machine.report', () => ({
    outlet: site.outlet,
    machine: machine.machine,
    series: series ?? machine.series,
    mode,
    cassettes: machine.cassettes.map((c) => ({ cassette: c.cassette, ...readingOf(c) })),
  }));
  return (
    <ActionDialog
      title={t('machines.report-title', { machine: machine.machine })}
      trigger={t('machines.report')}
      intent={report}
    >
      <ChoiceInput
        label={t('machines.mode-shown')}
        value={mode}
        set={setMode}
        words={modesOf[machine.kind]}
        say={(word) => t(`machine.mode.${word}`)}
      />
      {machine.cassettes.map((c) => (
        <fieldset key={c.cassette} className="machine-pair">
          <legend>
            {c.cassette} · {t(`machine.direction.${c.direction}`)}
          </legend>
          <FigureInput
            label={t(`machine.moved.${c.direction}`)}
            value={readingOf(c).moved}
            set={(moved) => change(c, { moved })}
          />
          <FigureInput
            label={t('machine.held')}
            max={c.capacity * 2}
            value={readingOf(c).held}
            set={(held) => change(c, { held })}
          />
        </fieldset>
      ))}
      <FigureInput
        label={t('machines.series')}
        min={machine.series}
        value={series ?? machine.series}
        set={setSeries}
      />
    </ActionDialog>
  );
}

const room = (c: CassetteRow) => c.capacity - c.held;
const fits = (c: CassetteRow) => (bag: MachineSite['bags'][number]) =>
  bag.denomination === c.denomination && bag.notes <= room(c);

// A released bag into a cassette of its denomination, by the printed list.
export function Load({ machine, site }: One) {
  const { t } = useTranslation();
  const open = machine.cassettes.filter(
    (c) => c.direction === 'pays_out' && site.bags.some(fits(c)),
  );
  const [cassette, setCassette] = useState<string>();
  const [bag, setBag] = useState<string>();
  const [list, setList] = useState('');
  const into = open.find((c) => c.cassette === cassette) ?? open[0];
  const bags = into ? site.bags.filter(fits(into)) : [];
  const chosen = bags.find((one) => one.bag === bag) ?? bags[0];
  const load = useCommand('machine.load', () => ({
    outlet: site.outlet,
    act: ulid(),
    machine: machine.machine,
    bags: chosen ? [chosen.bag] : [],
    cassettes: into ? [into.cassette] : [],
    check_list: list,
  }));
  if (machine.cassettes.every((c) => c.direction === 'takes_in')) return null;
  return (
    <>
      <ActionDialog
        title={t('machines.load-title', { machine: machine.machine })}
        trigger={t('machines.load')}
        intent={load}
        disabled={!chosen}
      >
        <ChoiceInput
          label={t('machines.cassette')}
          value={into?.cassette ?? ''}
          set={setCassette}
          words={open.map((c) => c.cassette)}
        />
        <ChoiceInput
          label={t('machines.bag')}
          value={chosen?.bag ?? ''}
          set={setBag}
          words={bags.map((one) => one.bag)}
        />
        {chosen && <p>{t('machines.notes', { n: whole(chosen.notes) })}</p>}
        <TextInput required label={t('machines.check-list')} value={list} set={setList} />
        <p className="note">{t('machines.load-means')}</p>
      </ActionDialog>
      {!chosen && <span className="note">{t('machines.no-bag')}</span>}
    </>
  );
}

interface Bagging {
  number: string;
  seal: string;
  found: number;
}

// All that came in, uncounted; of the rest what is taken out, counted at once.
export function Settle({ machine, site }: One) {
  const { t } = useTranslation();
  const filled = machine.cassettes.filter((c) => c.held > 0);
  const [also, setAlso] = useState<string[]>([]);
  const [bagged, setBagged] = useState<Record<string, Bagging>>({});
  const emptied = filled.filter((c) => c.direction === 'takes_in' || also.includes(c.cassette));
  const baggingOf = (c: CassetteRow): Bagging =>
    bagged[c.cassette] ?? { number: '', seal: '', found: c.held };
  const change = (c: CassetteRow, part: Partial<Bagging>) =>
    setBagged({ ...bagged, [c.cassette]: { ...baggingOf(c), ...part } });
  const settle = useCommand('machine.settle', () => ({
    outlet: site.outlet,
    act: ulid(),
    machine: machine.machine,
    emptied: emptied.map((c) => ({
      cassette: c.cassette,
      into: `${site.outlet}-${baggingOf(c).number}`,
      seal: baggingOf(c).seal,
      ...(c.direction === 'pays_out' && { found: baggingOf(c).found }),
    })),
  }));
  return (
    <ActionDialog
      title={t('machines.settle-title', { machine: machine.machine })}
      trigger={t('machines.settle')}
      intent={settle}
      disabled={!machine.counters_read}
      primary={machine.settle_overdue}
    >
      {filled.length === 0 && <p>{t('machines.nothing-in')}</p>}
      {filled
        .filter((c) => c.direction === 'pays_out')
        .map((c) => (
          <label key={c.cassette} className="machine-also">
            <input
              type="checkbox"
              checked={also.includes(c.cassette)}
              onChange={(event) =>
                setAlso(
                  event.target.checked
                    ? [...also, c.cassette]
                    : also.filter((name) => name !== c.cassette),
                )
              }
            />
            {t('machines.also', { cassette: c.cassette })}
          </label>
        ))}
      {emptied.map((c) => (
        <fieldset key={c.cassette} className="machine-pair">
          <legend>
            {c.cassette} · {t(`machine.direction.${c.direction}`)}
          </legend>
          <TextInput
            required
            label={t('machine.bag-number')}
            value={baggingOf(c).number}
            set={(number) => change(c, { number })}
          />
          <TextInput
            required
            label={t('machine.seal')}
            value={baggingOf(c).seal}
            set={(seal) => change(c, { seal })}
          />
          {c.direction === 'pays_out' && (
            <FigureInput
              label={t('machine.found')}
              min={1}
              max={c.held}
              value={baggingOf(c).found}
              set={(found) => change(c, { found })}
            />
          )}
        </fieldset>
      ))}
      <p className="note">{t('machines.settle-means')}</p>
    </ActionDialog>
  );
}
