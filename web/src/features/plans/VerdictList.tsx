import { useTranslation } from 'react-i18next';
import type { PlanPage } from '../../api/contract';
import { StateGlyph } from '../../kit/StateGlyph';

interface Verdicts {
  page: PlanPage;
  chosen?: string;
  choose: (outlet: string) => void;
}

export function VerdictList({ page, chosen, choose }: Verdicts) {
  const { t } = useTranslation();
  const outlets = [...page.document.outlets].sort((a, b) => a.verdict.localeCompare(b.verdict));
  return (
    <section className="card verdicts" aria-labelledby="verdicts-title">
      <header>
        <h2 id="verdicts-title">{t('plan.candidates', { n: outlets.length })}</h2>
      </header>
      <ul>
        {outlets.map((outlet) => (
          <li key={outlet.outlet}>
            <button
              type="button"
              aria-pressed={outlet.outlet === chosen}
              onClick={() => choose(outlet.outlet)}
            >
              <StateGlyph state={outlet.verdict === 'can_open' ? 'open' : 'sealed_closed'} />
              <span>
                <strong>{page.outlet_titles[outlet.outlet] ?? outlet.outlet}</strong>
                <span className="note">
                  {outlet.opens_on
                    ? t('plan.opens', { day: outlet.opens_on, windows: outlet.windows })
                    : t('plan.conflicts', { rules: rulesOf(outlet.conflict) })}
                </span>
              </span>
              <span className={`chip ${outlet.verdict === 'can_open' ? 'info' : 'sealed'}`}>
                {t(`verdict.${outlet.verdict}`)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const rulesOf = (conflict: { rule: string }[]) =>
  [...new Set(conflict.map((reason) => reason.rule))].join(' ');
