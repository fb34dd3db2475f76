import { useTranslation } from 'react-i18next';
import type { Fact } from '../api/contract';
import type { ApiProblem } from '../api/problem';

export const factsByName = (facts: Fact[]) =>
  Object.fromEntries(facts.map((fact) => [fact.name, fact.value]));

// The sentence of a code. A code without one is shown as it is, rather than as nothing.
export function useSentence() {
  const { t, i18n } = useTranslation();
  return (code: string, facts: Fact[] = []) =>
    i18n.exists(`code.${code}`)
      ? t(`code.${code}`, factsByName(facts))
      : [code, ...facts.map((fact) => `${fact.name} ${fact.value}`)].join(' · ');
}

// Why the answer was no, all that is missing, and the number to quote to whoever helps.
export function Refusal({ problem }: { problem: ApiProblem }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <div className="refusal" role="alert">
      <p className="strong">{sentence(problem.code, problem.facts)}</p>
      {problem.where && <p className="note">{t('refusal.where', { where: problem.where })}</p>}
      {problem.missing.length > 0 && (
        <ul>
          {problem.missing.map((code) => (
            <li key={code}>
              <span aria-hidden="true">✕</span> {sentence(code, problem.facts)}
            </li>
          ))}
        </ul>
      )}
      {problem.requestId && (
        <p className="note">
          {t('refusal.request')} <code>{problem.requestId}</code>
        </p>
      )}
    </div>
  );
}
