// 专人管理: the named keeper of the shelf.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShelfPage } from '../../api/contract';
import { useMay, useTablet } from '../context';
import { ChoiceField, WriteForm } from '../parts/fields';

export function Keeper({ shelf }: { shelf: ShelfPage }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const may = useMay()('supply.appoint-keeper');
  const others = shelf.keepers.filter((k) => k.account !== shelf.keeper);
  const [who, setWho] = useState<string>();
  const chosen = others.find((k) => k.account === who) ?? others[0];
  return (
    <section className="card" aria-labelledby="keeper-title">
      <h2 id="keeper-title">
        {t('keeper.title')}
        <span className={shelf.keeper ? 'chip good' : 'chip warning'}>
          {shelf.keeper ? shelf.keeper_title : t('keeper.none')}
        </span>
      </h2>
      <p className="note">{t('keeper.rule')}</p>
      {may && chosen && (
        <details>
          <summary>{t('keeper.change')}</summary>
          <WriteForm
            verb={t('keeper.appoint')}
            send={() =>
              tablet.write('supply.appoint-keeper', {
                outlet: shelf.outlet,
                keeper: chosen.account,
              })
            }
          >
            <ChoiceField
              label={t('keeper.title')}
              value={chosen.account}
              set={setWho}
              choices={others.map((k) => ({ value: k.account, text: k.title }))}
            />
          </WriteForm>
        </details>
      )}
    </section>
  );
}
