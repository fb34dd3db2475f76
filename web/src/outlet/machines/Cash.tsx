// Notes into and out of a machine, put forward by one; another confirms.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CassetteRow } from '../../api/contract';
import { ulid } from '../../api/ulid';
import { whole } from '../../kit/format';
import { useTablet } from '../context';
import { ChoiceField, FigureField, TextField, WriteForm } from '../parts/fields';
import type { One } from './OneMachine';

export function LoadForm({ machine, site }: One) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [pair, setPair] = useState<string>();
  const [list, setList] = useState('');
  const pairs = machine.cassettes
    .filter((c) => c.direction === 'pays_out')
    .flatMap((c) =>
      site.bags
        .filter((b) => b.denomination === c.denomination && b.notes <= c.capacity - c.held)
        .map((b) => ({ c, b, key: `${b.bag} ${c.cassette}` })),
    );
  const chosen = pairs.find((one) => one.key === pair) ?? pairs[0];
  if (!chosen) return <p className="note">{t('machine.no-bag')}</p>;
  const send = async () => {
    await tablet.write('machine.load', {
      outlet: site.outlet,
      act: ulid(),
      machine: machine.machine,
      bags: [chosen.b.bag],
      cassettes: [chosen.c.cassette],
      check_list: list,
    });
    setList('');
  };
  return (
    <WriteForm label={t('machine.way.load')} verb={t('machine.do.load')} send={send}>
      <ChoiceField
        label={t('machine.bag-into')}
        value={chosen.key}
        set={setPair}
        choices={pairs.map(({ c, b, key }) => ({
          value: key,
          text: `${b.bag} → ${c.cassette} · ${t('machine.notes', { n: whole(b.notes) })}`,
        }))}
      />
      <TextField label={t('machine.list')} required value={list} set={setList} />
      <p className="note">{t('machine.second')}</p>
    </WriteForm>
  );
}

interface Bagging {
  number: string;
  seal: string;
  found: string;
}

export function SettleForm({ machine, site }: One) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [also, setAlso] = useState('no');
  const [bagged, setBagged] = useState<Record<string, Bagging>>({});
  const filled = machine.cassettes.filter((c) => c.held > 0);
  const rest = filled.some((c) => c.direction === 'pays_out');
  const emptied = filled.filter((c) => c.direction === 'takes_in' || also === 'yes');
  const known = (c: CassetteRow): Bagging =>
    bagged[c.cassette] ?? { number: '', seal: '', found: '' };
  const change = (c: CassetteRow, part: Partial<Bagging>) =>
    setBagged({ ...bagged, [c.cassette]: { ...known(c), ...part } });
  if (!machine.counters_read) return <p className="warning-line">▲ {t('machine.read-first')}</p>;
  const send = () =>
    tablet.write('machine.settle', {
      outlet: site.outlet,
      act: ulid(),
      machine: machine.machine,
      emptied: emptied.map((c) => ({
        cassette: c.cassette,
        into: `${site.outlet}-${known(c).number}`,
        seal: known(c).seal,
        ...(c.direction === 'pays_out' && { found: Number(known(c).found) }),
      })),
    });
  return (
    <WriteForm label={t('machine.way.settle')} verb={t('machine.do.settle')} send={send}>
      {rest && (
        <ChoiceField
          label={t('machine.also')}
          value={also}
          set={setAlso}
          choices={['no', 'yes'].map((value) => ({ value, text: t(`machine.also.${value}`) }))}
        />
      )}
      {emptied.map((c) => (
        <fieldset key={c.cassette}>
          <legend>
            {c.cassette} · {t(`machine.direction.${c.direction}`)}
          </legend>
          <TextField
            label={t('machine.bag-number')}
            required
            value={known(c).number}
            set={(number) => change(c, { number })}
          />
          <TextField
            label={t('machine.seal')}
            required
            value={known(c).seal}
            set={(seal) => change(c, { seal })}
          />
          {c.direction === 'pays_out' && (
            <FigureField
              label={t('machine.found')}
              min={1}
              max={c.held}
              value={known(c).found}
              set={(found) => change(c, { found })}
            />
          )}
        </fieldset>
      ))}
      <p className="note">{t('machine.uncounted')}</p>
    </WriteForm>
  );
}
