import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CashOrderDirection, CashRow } from '../../api/contract';
import { useCommand } from '../../api/hooks';
import { useAuthority } from '../../api/session';
import { ulid } from '../../api/ulid';
import { ActionDialog } from '../../kit/ActionDialog';
import { sumOf, type Pieces } from '../../kit/cash';
import { Done } from '../../kit/Done';
import { BundlesField, packsOfBundles } from './BundlesField';
import { ChoiceInput } from '../../kit/fields';

const directions: CashOrderDirection[] = ['delivery', 'hand_in'];

// An outlet's order, in whole bundles. Its number says the day and tells two of one day apart.
export function PlaceOrder({ rows }: { rows: CashRow[] }) {
  const { t } = useTranslation();
  const may = useAuthority();
  const [outlet, setOutlet] = useState(rows[0].outlet);
  const [direction, setDirection] = useState<CashOrderDirection>('delivery');
  const [neededOn, setNeededOn] = useState('');
  const [bundles, setBundles] = useState<Pieces>({});
  const [tail, setTail] = useState(() => ulid().slice(-4));
  const place = useCommand('cash-order.place', () => ({
    outlet,
    order: `${neededOn.replaceAll('-', '')}-${tail}`,
    direction,
    notes: packsOfBundles(bundles),
    total: sumOf(packsOfBundles(bundles)),
    needed_on: neededOn,
  }));
  if (!may('cash-order.place')) return null;
  const give = async () => {
    const done = await place.give();
    if (done) {
      setTail(ulid().slice(-4));
      setBundles({});
    }
    return done;
  };
  const said = (word: CashOrderDirection) => t(`order-direction.${word}`);
  return (
    <div className="push cash-answer">
      {place.reply && <Done reply={place.reply} />}
      <ActionDialog
        title={t('order.place-title')}
        trigger={t('order.place')}
        confirm={t('till.propose')}
        intent={{ ...place, give }}
        primary
      >
        {rows.length > 1 && (
          <ChoiceInput
            label={t('cash.outlet')}
            value={outlet}
            set={setOutlet}
            words={rows.map((row) => row.outlet)}
            say={(id) => rows.find((row) => row.outlet === id)!.title}
          />
        )}
        <ChoiceInput
          label={t('order.direction')}
          value={direction}
          set={setDirection}
          words={directions}
          say={said}
        />
        <label className="field">
          <span>{t('order.when')}</span>
          <input
            className="input"
            type="date"
            required
            value={neededOn}
            onChange={(event) => setNeededOn(event.target.value)}
          />
        </label>
        <BundlesField label={t('order.notes')} value={bundles} set={setBundles} />
        <p className="note">{t(`order-means.${direction}`)}</p>
      </ActionDialog>
    </div>
  );
}
