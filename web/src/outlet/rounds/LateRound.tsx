// 补录: a round that was done when nobody could type, with the time at which it was finished.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisinfectionAgent, RoundsPage, Time } from '../../api/contract';
import { Segmented } from '../../kit/Segmented';
import { useTablet } from '../context';
import { FigureField, TextField, WriteForm } from '../parts/fields';
import { MomentField, momentOf } from '../parts/MomentField';
import { Enough, lotsOf, ruleOf } from './RoundForm';
import { asRounds, everything, isNothing, Surfaces } from './surfaces';

export function LateRound({ page, now }: { page: RoundsPage; now: Time }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [agent, setAgent] = useState<DisinfectionAgent>('chlorine');
  const [chosen, setChosen] = useState(() => everything(page));
  const rule = ruleOf(page, agent, 'routine');
  const [batch, setBatch] = useState<string>();
  const [strength, setStrength] = useState<string>();
  const [minutes, setMinutes] = useState<string>();
  const [wipes, setWipes] = useState('0');
  const [at, setAt] = useState('');
  const lots = lotsOf(page, agent);
  const change = (to: DisinfectionAgent) => {
    setAgent(to);
    setBatch(undefined);
    setStrength(undefined);
    setMinutes(undefined);
  };
  const send = async () => {
    for (const [i, part] of asRounds(chosen, page.machines).entries())
      await tablet.write('disinfection.record', {
        outlet: page.outlet,
        agent,
        batch: batch ?? lots[0]?.lot ?? '',
        concentration: Number(strength ?? rule.least),
        contact_minutes: Number(minutes ?? rule.contact_minutes),
        wipes_used: i === 0 ? Number(wipes) : 0,
        ...part,
        ...momentOf(at, now, page.time_zone),
      });
  };
  return (
    <details className="card late">
      <summary>{t('round.late')}</summary>
      <WriteForm verb={t('tablet.record')} disabled={isNothing(chosen)} send={send}>
        <Surfaces page={page} chosen={chosen} set={setChosen} />
        <Segmented
          label={t('round.agent')}
          value={agent}
          onChange={change}
          choices={[
            { value: 'chlorine', text: t('round.chlorine') },
            { value: 'alcohol', text: t('round.alcohol') },
          ]}
        />
        <div className="fields">
          <MomentField label={t('round.ended-at')} value={at} set={setAt} />
          <TextField
            label={t('act.batch')}
            required
            value={batch ?? lots[0]?.lot ?? ''}
            set={setBatch}
            suggestions={lots.map((l) => l.lot)}
          />
          <FigureField
            label={t('round.measured')}
            unit={agent === 'chlorine' ? 'mg/L' : '%'}
            step={agent === 'chlorine' ? 50 : 5}
            value={strength ?? String(rule.least)}
            set={setStrength}
            hint={<Enough value={Number(strength ?? rule.least)} least={rule.least} />}
          />
          <FigureField
            label={t('round.contact')}
            unit={t('round.minutes')}
            value={minutes ?? String(rule.contact_minutes)}
            set={setMinutes}
            hint={
              <Enough
                value={Number(minutes ?? rule.contact_minutes)}
                least={rule.contact_minutes}
              />
            }
          />
          <FigureField label={t('round.wipes')} value={wipes} set={setWipes} />
        </div>
      </WriteForm>
    </details>
  );
}
