import { useTranslation } from 'react-i18next';
import type { PlanLevelResult } from '../../api/contract';
import { whole } from '../../kit/format';

// What each goal reached and the bound that is proven for it: equal means nothing better exists.
export function Levels({ levels }: { levels: PlanLevelResult[] }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="levels-title">
      <header>
        <h2 id="levels-title">{t('levels.title')}</h2>
        <span className="note">{t('levels.hint')}</span>
      </header>
      <div className="table-frame">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('levels.goal')}</th>
              <th scope="col" className="numeric">
                {t('levels.value')}
              </th>
              <th scope="col" className="numeric">
                {t('levels.bound')}
              </th>
              <th scope="col">{t('levels.gap')}</th>
            </tr>
          </thead>
          <tbody>
            {levels.map(({ level, value, bound }) => (
              <tr key={level}>
                <td>
                  <span className="rule">{level}</span> {t(`objective.${level}`)}
                </td>
                <td className="numeric">{whole(value)}</td>
                <td className="numeric">{whole(bound)}</td>
                <td>{value === bound ? t('levels.best') : gapOf(value, bound)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const gapOf = (value: number, bound: number) =>
  value === 0 ? '–' : `≤ ${(((value - bound) / value) * 100).toFixed(1)} %`;
