import { useTranslation } from 'react-i18next';
import type {
  Fact,
  PlanOutletPlan,
  PlanPage,
  PlanReason,
  PlanRelaxation,
  PlanRule,
} from '../../api/contract';
import { money } from '../../kit/format';
import { useSentence } from '../../kit/Refusal';

const rules: PlanRule[] = [
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'H7',
  'H8',
  'H9',
  'H10',
  'H11',
  'H12',
  'H13',
  'H14',
];

// 为什么: each hard rule as kept or broken, with the fact that decided it. An outlet that cannot
// open names the smallest set of rules that cannot hold together, and the cheapest way out.
export function WhyPanel({ page, outlet }: { page: PlanPage; outlet: PlanOutletPlan }) {
  const { t } = useTranslation();
  const can = outlet.verdict === 'can_open';
  return (
    <section className="card why" aria-labelledby="why-title">
      <header>
        <h2 id="why-title">{t('why.title')}</h2>
        <span className={`chip push ${can ? 'info' : 'sealed'}`}>
          {t(`verdict.${outlet.verdict}`)}
        </span>
      </header>
      <div className="body">
        {can ? <p>{t('why.can')}</p> : <Conflict outlet={outlet} />}
        <div>
          <h3>{t('why.rules')}</h3>
          <ul className="rules">
            {rules.map((rule) => (
              <RuleLine key={rule} rule={rule} page={page} outlet={outlet} />
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}

function Conflict({ outlet }: { outlet: PlanOutletPlan }) {
  const { t, i18n } = useTranslation();
  const sentence = useSentence();
  const fix = outlet.cheapest_fix;
  const alone = outlet.conflict.length === 1;
  return (
    <div className="reasons">
      <p>{alone ? t('why.single') : t('why.smallest', { n: outlet.conflict.length })}</p>
      <ul className="conflict">
        {outlet.conflict.map((reason) => (
          <li key={reason.rule + reason.code}>
            <span className="rule">{reason.rule}</span>{' '}
            {sentence(reason.code, inYuan(reason, i18n.language))}
          </li>
        ))}
      </ul>
      {fix && <Fix fix={fix} />}
    </div>
  );
}

// The cheapest way out: what comes first, then everything that it takes.
function Fix({ fix }: { fix: PlanRelaxation }) {
  const { t, i18n } = useTranslation();
  const sentence = useSentence();
  const need = ({ name, value }: Fact) =>
    t(`need.${name}`, { n: value, money: money(Number(value), i18n.language) });
  return (
    <div className="fix">
      <h3>{t('why.fix')}</h3>
      <p className="strong">
        {sentence(fix.code, [{ name: 'amount', value: String(fix.amount) }])}
      </p>
      <ul>
        {fix.facts.map((fact) => (
          <li key={fact.name}>＋ {need(fact)}</li>
        ))}
      </ul>
    </div>
  );
}

// Sums of money are told in fen; people read yuan.
const inYuan = (reason: PlanReason, language: string): Fact[] =>
  reason.facts.map((fact) =>
    reason.code.endsWith('-limit')
      ? { name: fact.name, value: money(Number(fact.value), language) }
      : fact,
  );

interface Line {
  rule: PlanRule;
  page: PlanPage;
  outlet: PlanOutletPlan;
}

function RuleLine({ rule, page, outlet }: Line) {
  const { t } = useTranslation();
  const broken = outlet.conflict.some((reason) => reason.rule === rule);
  const kept = outlet.verdict === 'can_open';
  const state = broken ? 'broken' : kept ? 'kept' : 'idle';
  const fact = kept ? decidingFact(rule, page, outlet) : undefined;
  return (
    <li className={state}>
      <span aria-hidden="true">{broken ? '✕' : kept ? '✓' : '·'}</span>
      <span className="rule">{rule}</span>
      <span>
        {t(`rule.${rule}`)}
        {fact && <span className="note"> {t(`rule-fact.${rule}`, fact)}</span>}
      </span>
      <span className="unseen">{t(`rule.${state}`)}</span>
    </li>
  );
}

// The plan's own figure behind a rule that holds; some rules are about the whole and have none.
function decidingFact(rule: PlanRule, page: PlanPage, outlet: PlanOutletPlan) {
  const people = outlet.crews.flatMap((crew) => crew.members);
  const vans = page.document.van_runs.filter((run) => run.stops.includes(outlet.outlet)).length;
  const lowest = Math.min(...outlet.days.map((day) => day.float_left)) / 100;
  const facts: Partial<Record<PlanRule, Record<string, unknown>>> = {
    H2: { windows: outlet.windows },
    H4: { people: people.length },
    H5: { people: people.length },
    H6: { keys: people.filter((member) => member.custody !== 'none').length },
    H7: { teams: outlet.crews.length },
    H9: { day: outlet.opens_on },
    H11: { visits: vans },
    H12: { yuan: Number.isFinite(lowest) ? lowest.toLocaleString('en-US') : 0 },
    H13: { suits: outlet.suit_cover_days, wipes: outlet.wipe_cover_days },
  };
  return facts[rule];
}
