import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CashBagRow } from '../../api/contract';
import { money } from '../../kit/format';

interface Choice {
  legend: string;
  bags: Pick<CashBagRow, 'bag' | 'source' | 'stage' | 'amount' | 'notes'>[];
  chosen: string[];
  choose: (bags: string[]) => void;
}

// Bags to tick; what one holds is shown only once it was counted.
export function Bags({ legend, bags, chosen, choose }: Choice) {
  const { t, i18n } = useTranslation();
  const name = useId();
  const toggle = (id: string) =>
    choose(chosen.includes(id) ? chosen.filter((known) => known !== id) : [...chosen, id]);
  return (
    <fieldset className="till-bags">
      <legend>{legend}</legend>
      {bags.map((bag) => (
        <div key={bag.bag} className="till-bag">
          <input
            id={`${name}-${bag.bag}`}
            type="checkbox"
            checked={chosen.includes(bag.bag)}
            onChange={() => toggle(bag.bag)}
          />
          <label htmlFor={`${name}-${bag.bag}`}>
            {bag.bag}
            <span className="note">
              {t(`source.${bag.source}`)} · {t(`stage.${bag.stage}`)}
              {bag.notes.length > 0 && ` · ${money(bag.amount, i18n.language)}`}
            </span>
          </label>
        </div>
      ))}
    </fieldset>
  );
}
