import { useTranslation } from 'react-i18next';
import type { OutletPage } from '../../api/contract';
import { surfaces } from '../../kit/clocks';
import { useSentence } from '../../kit/Refusal';

// The hard gate: 凡开业必消毒，不消毒不开业. All of what is missing, never only the first.
export function GateCard({ page }: { page: OutletPage }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const clear = page.gate_unmet.length === 0;
  return (
    <section className={`card gate ${clear ? 'clear' : 'shut'}`} aria-labelledby="gate-title">
      <header>
        <h2 id="gate-title">{t('gate.title')}</h2>
        <span className={clear ? 'chip good push' : 'chip alarm push'}>
          {clear ? `✓ ${t('gate.clear')}` : t('gate.unmet', { n: page.gate_unmet.length })}
        </span>
      </header>
      <div className="body">
        <p className="note">{t('gate.rule')}</p>
        <ul>
          {page.gate_unmet.map((code) => (
            <li key={code}>
              <span aria-hidden="true">✕</span> {sentence(code)}
              {code === 'gate.disinfection-missing' && (
                <p className="note">{surfaces(page.untreated, page.facts.machines, t)}</p>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
