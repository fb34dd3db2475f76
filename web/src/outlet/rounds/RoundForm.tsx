// A round is begun: what, with which lot, how strong, and how that is mixed.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  Commands,
  DisinfectionAgent,
  DisinfectionKind,
  RoundsPage,
  SupplyItem,
} from '../../api/contract';
import { ulid } from '../../api/ulid';
import { whole } from '../../kit/format';
import { Segmented } from '../../kit/Segmented';
import { useTablet } from '../context';
import { ChoiceField, FigureField, TextField, WriteForm } from '../parts/fields';
import { asRounds, count, everything, isNothing, Surfaces } from './surfaces';

export const ruleOf = (page: RoundsPage, agent: DisinfectionAgent, kind: DisinfectionKind) =>
  page.rules.find((rule) => rule.agent === agent && rule.kind === kind) ??
  page.rules.find((rule) => rule.agent === agent)!;

const itemsOf: Record<DisinfectionAgent, SupplyItem[]> = {
  chlorine: ['chlorine_tablet', 'chlorine_liquid'],
  alcohol: ['alcohol'],
};

export const lotsOf = (page: RoundsPage, agent: DisinfectionAgent) =>
  page.agents.filter((lot) => itemsOf[agent].includes(lot.item));

const formOf = (item?: SupplyItem) => (item === 'chlorine_tablet' ? 'tablet' : 'liquid');

export function RoundForm({ page, kind: asked }: { page: RoundsPage; kind: DisinfectionKind }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [kind, setKind] = useState(asked);
  const [agent, setAgent] = useState<DisinfectionAgent>('chlorine');
  const [chosen, setChosen] = useState(() => everything(page));
  const lots = lotsOf(page, agent);
  const [lotName, setLot] = useState<string>();
  const lot = lots.find((l) => l.lot === lotName) ?? lots[0];
  const [typed, setTyped] = useState('');
  const [litres, setLitres] = useState('10');
  const rule = ruleOf(page, agent, kind);
  const [strength, setStrength] = useState<string>();
  const concentration = Number(strength ?? rule.least);
  const recipe = page.recipes.find(
    (r) => r.form === formOf(lot?.item) && r.asked === rule.least && r.litres === Number(litres),
  );
  const mixes = agent === 'chlorine' && lot !== undefined && recipe !== undefined;
  const short = mixes && recipe.stock > lot.quantity;

  const change = (to: { kind?: DisinfectionKind; agent?: DisinfectionAgent }) => {
    if (to.kind) setKind(to.kind);
    if (to.kind === 'terminal') setChosen(everything(page));
    setAgent(to.kind === 'terminal' ? 'chlorine' : (to.agent ?? agent));
    setStrength(undefined);
    setLot(undefined);
  };
  const send = async () => {
    const common = {
      outlet: page.outlet,
      agent,
      batch: lot?.lot ?? typed,
      concentration,
      kind,
    } satisfies Partial<Commands['disinfection.begin']>;
    for (const [i, part] of asRounds(chosen, page.machines).entries()) {
      const taken = i === 0 && mixes && { form: recipe.form, agent_used: recipe.stock };
      await tablet.write('disinfection.begin', { ...common, ...part, ...taken, round: ulid() });
    }
  };
  return (
    <WriteForm
      verb={t('round.begin', { n: count(chosen) })}
      disabled={isNothing(chosen)}
      send={send}
    >
      <Surfaces page={page} chosen={chosen} set={setChosen} />
      <div className="fields">
        <Segmented
          label={t('round.kind')}
          value={kind}
          onChange={(to) => change({ kind: to })}
          choices={[
            { value: 'routine', text: t('round.routine') },
            { value: 'terminal', text: t('round.terminal') },
          ]}
        />
        <Segmented
          label={t('round.agent')}
          value={agent}
          onChange={(to) => change({ agent: to })}
          choices={[
            { value: 'chlorine', text: t('round.chlorine') },
            ...(kind === 'terminal'
              ? []
              : [{ value: 'alcohol' as const, text: t('round.alcohol') }]),
          ]}
        />
      </div>
      {lot ? (
        <ChoiceField
          label={t('round.lot')}
          value={lot.lot}
          set={setLot}
          choices={lots.map((l) => ({
            value: l.lot,
            text: t('round.lot-of', {
              item: t(`item.${l.item}`),
              lot: l.lot,
              n: whole(l.quantity),
              until: l.expires_on ?? t('shelf.no-expiry'),
            }),
          }))}
        />
      ) : (
        <TextField label={t('act.batch')} required value={typed} set={setTyped} />
      )}
      <div className="fields">
        <FigureField
          label={t('round.measured')}
          unit={agent === 'chlorine' ? 'mg/L' : '%'}
          step={agent === 'chlorine' ? 50 : 5}
          value={String(concentration)}
          set={setStrength}
          hint={<Enough value={concentration} least={rule.least} />}
        />
      </div>
      {agent === 'chlorine' && (
        <Mixing
          page={page}
          form={formOf(lot?.item)}
          asked={rule.least}
          litres={litres}
          set={setLitres}
        />
      )}
      {short && (
        <p className="hint bad" role="status">
          ✕ {t('shelf.short', { n: whole(lot.quantity) })}
        </p>
      )}
      <p className="note">{t('round.wait', { minutes: rule.contact_minutes })}</p>
    </WriteForm>
  );
}

interface Mix {
  page: RoundsPage;
  form: 'liquid' | 'tablet';
  asked: number;
  litres: string;
  set: (litres: string) => void;
}

// 配液: so much of the stock to so much water, as the server reckoned it for each bucket.
function Mixing({ page, form, asked, litres, set }: Mix) {
  const { t } = useTranslation();
  const recipes = page.recipes.filter((r) => r.form === form && r.asked === asked);
  const recipe = recipes.find((r) => r.litres === Number(litres)) ?? recipes.at(-1);
  if (!recipe) return <p className="note">{t('mix.impossible')}</p>;
  return (
    <div className="mixing">
      <h3>{t('mix.title')}</h3>
      <Segmented
        label={t('mix.bucket')}
        value={String(recipe.litres)}
        onChange={set}
        choices={recipes.map((r) => ({
          value: String(r.litres),
          text: t('mix.litres', { n: r.litres }),
        }))}
      />
      <p className="recipe">
        <strong>{t(`mix.${form}`, { n: whole(recipe.stock) })}</strong>
        {' + '}
        <strong>{t('mix.water', { ml: whole(recipe.water_ml) })}</strong>
        {' → '}
        {t('mix.gives', { n: whole(recipe.mg_per_litre) })}
      </p>
      <p className="note">{t(`mix.${form}-product`, { n: whole(recipe.product) })}</p>
    </div>
  );
}

export function Enough({ value, least }: { value: number; least: number }) {
  const { t } = useTranslation();
  return value >= least ? (
    <span className="hint good">✓ {t('round.enough', { least })}</span>
  ) : (
    <span className="hint bad" role="status">
      ✕ {t('round.too-little', { least })}
    </span>
  );
}
