// Whole bundles 捆 of each denomination, and the sum as it grows: an order is never typed as a sum.
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CashDenomination, CashPack } from '../../api/contract';
import { packsOf, sumOf, type Pieces } from '../../kit/cash';
import { money, whole } from '../../kit/format';
import { PiecesGrid } from '../../kit/NotesField';

const coins: readonly CashDenomination[] = ['coin_1', 'jiao_5', 'jiao_1'];
// As the domain has it: 1,000 notes, 500 coins.
export const bundleOf = (denomination: CashDenomination) =>
  coins.includes(denomination) ? 500 : 1000;

export const packsOfBundles = (bundles: Pieces): CashPack[] =>
  packsOf(bundles).map((pack) => ({ ...pack, count: pack.count * bundleOf(pack.denomination) }));

export const bundlesOf = (packs: readonly CashPack[]): Pieces =>
  Object.fromEntries(
    packs.map((pack) => [pack.denomination, String(pack.count / bundleOf(pack.denomination))]),
  );

export const saidInBundles = (packs: readonly CashPack[], t: TFunction) =>
  packs
    .map((pack) =>
      t('order.bundles', {
        of: t(`denomination.${pack.denomination}`),
        n: whole(pack.count / bundleOf(pack.denomination)),
      }),
    )
    .join(t('list.comma'));

interface Bundles {
  label: string;
  value: Pieces;
  set: (value: Pieces) => void;
}

export function BundlesField({ label, value, set }: Bundles) {
  const { t, i18n } = useTranslation();
  return (
    <fieldset className="notes-field">
      <legend>{label}</legend>
      <PiecesGrid value={value} set={set} digits={4} />
      <p className="note">{t('order.bundle-is')}</p>
      <output className="notes-sum" aria-live="polite">
        {t('till.sum')} <strong>{money(sumOf(packsOfBundles(value)) || 0, i18n.language)}</strong>
      </output>
    </fieldset>
  );
}
