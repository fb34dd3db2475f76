import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VanRunBagRow } from '../../api/contract';
import { money } from '../../kit/format';
import { Mark } from '../parts/Mark';
import { readsAs } from './runs';

interface Reading {
  bags: VanRunBagRow[];
  act: string;
  verb: string;
  sign: (seals: string[]) => Promise<void>;
}

// Each seal is read off the bag: typed, or by a scanner, which types and presses Enter. The list
// says at once where one is another; only when all agree can it be signed.
export function Seals({ bags, act, verb, sign }: Reading) {
  const { t, i18n } = useTranslation();
  const [read, setRead] = useState<Record<string, string>>({});
  const agrees = ({ bag, seal }: VanRunBagRow) => readsAs(seal, read[bag] ?? '');
  const left = bags.filter((bag) => !agrees(bag)).length;
  return (
    <form
      className="write-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (left === 0) void sign(bags.map(({ seal }) => seal));
        else nextField(event.currentTarget);
      }}
    >
      <ul className="seals">
        {bags.map((bag) => {
          const typed = read[bag.bag] ?? '';
          const differs = typed.length >= bag.seal.length && !agrees(bag);
          const id = `seal-${act}-${bag.bag}`;
          return (
            <li key={bag.bag} className={bag.compartment}>
              <label htmlFor={id}>
                <strong>{bag.bag.slice(-12)}</strong>
                <span className="note">
                  {t(`compartment.${bag.compartment}`)}
                  {bag.amount > 0 && ` · ${money(bag.amount, i18n.language)}`}
                </span>
              </label>
              <span className="seal-read">
                <input
                  id={id}
                  className="input"
                  autoComplete="off"
                  autoCapitalize="characters"
                  placeholder={t('crew.seal')}
                  value={typed}
                  aria-invalid={differs}
                  aria-describedby={differs ? `${id}-differs` : undefined}
                  onChange={(event) => setRead({ ...read, [bag.bag]: event.target.value })}
                />
                <Mark sign={agrees(bag) ? 'done' : 'open'} />
              </span>
              {differs && (
                <p className="missing" id={`${id}-differs`} role="alert">
                  <span aria-hidden="true">✕</span> {t('crew.seal-differs', { seal: bag.seal })}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <button type="submit" className="button primary wide" disabled={left > 0}>
        {left > 0 ? t('crew.seals-left', { n: left }) : verb}
      </button>
    </form>
  );
}

// Enter in one field goes to the next that is not read yet.
function nextField(form: HTMLFormElement) {
  const fields = [...form.querySelectorAll<HTMLInputElement>('.seal-read input')];
  fields.find((field) => field.value === '')?.focus();
}
