// What takes one tap between two customers, and the airing of the rooms.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundsPage } from '../../api/contract';
import { clock } from '../../kit/format';
import { useMay, useTablet } from '../context';
import { FigureField, WriteForm } from '../parts/fields';
import { NoRight } from '../parts/states';
import { lotsOf, ruleOf } from './RoundForm';

// 一客一消毒: the pads that every customer touches, with a wipe.
export function Pads({ page }: { page: RoundsPage }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const may = useMay()('disinfection.record');
  const points = page.duties.filter((d) => d.per_customer).map((d) => d.touch_point);
  const lot = page.agents.find((l) => l.item === 'wipe') ?? lotsOf(page, 'alcohol')[0];
  if (points.length === 0) return null;
  const rule = ruleOf(page, 'alcohol', 'routine');
  const send = () =>
    tablet.write('disinfection.record', {
      outlet: page.outlet,
      agent: 'alcohol',
      batch: lot!.lot,
      concentration: rule.least,
      contact_minutes: rule.contact_minutes,
      touch_points: points,
      wipes_used: lot!.item === 'wipe' ? 1 : 0,
    });
  return (
    <section className="card" aria-labelledby="pads-title">
      <h2 id="pads-title">{t('pads.title')}</h2>
      <p className="note">
        {points.map((point) => t(`touch.${point}`)).join(t('list.comma'))}
        {lot && ` · ${t(`item.${lot.item}`)} ${lot.lot}`}
      </p>
      {!may && <NoRight command="disinfection.record" />}
      {may && <WriteForm verb={t('pads.do')} disabled={!lot} send={send} />}
      {!lot && <p className="hint bad">{t('pads.no-wipes')}</p>}
    </section>
  );
}

export function Airing({ page }: { page: RoundsPage }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const may = useMay()('disinfection.ventilate');
  const [minutes, setMinutes] = useState(String(page.airing_minutes));
  const { done, due, per_day, next } = page.airings;
  return (
    <section className="card" aria-labelledby="airing-title">
      <h2 id="airing-title">
        {t('airing.title')}
        <span className={done < due ? 'chip alarm' : 'chip good'}>
          {t('airing.done', { done, of: per_day })}
        </span>
      </h2>
      {next && <p className="note">{t('airing.next', { at: clock(next, page.time_zone) })}</p>}
      {may ? (
        <WriteForm
          verb={t('airing.do')}
          send={() =>
            tablet.write('disinfection.ventilate', {
              outlet: page.outlet,
              minutes: Number(minutes),
            })
          }
        >
          <FigureField
            label={t('airing.minutes')}
            step={5}
            min={page.airing_minutes}
            value={minutes}
            set={setMinutes}
          />
        </WriteForm>
      ) : (
        <NoRight command="disinfection.ventilate" />
      )}
    </section>
  );
}
