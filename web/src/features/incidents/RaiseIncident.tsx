import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentClass, IncidentKind } from '../../api/contract';
import { useCommand, useView } from '../../api/hooks';
import { useSignedIn } from '../../api/session';
import { ActionDialog } from '../../kit/ActionDialog';
import { ChoiceInput } from '../../kit/fields';
import { Words } from './MainAction';
import { asksForOutlet, classes, kinds } from './words';

// Something has happened: where, what, how grave. The clocks run since it happened.
export function RaiseIncident() {
  const { t } = useTranslation();
  const session = useSignedIn();
  const { scope } = useSearch({ from: '/incidents' });
  const own = scope ?? session.scope ?? '';
  const [place, setPlace] = useState<string>();
  const [kind, setKind] = useState<IncidentKind>('suspected_case');
  const [incident_class, setClass] = useState<IncidentClass>('class_3');
  const [minutes, setMinutes] = useState(0);
  const [what, setWhat] = useState('');
  const [drill, setDrill] = useState(false);
  const outlets = useView('outlets', { scope: own || undefined });
  const places = [
    ...(asksForOutlet(kind) || own.includes('/') ? [] : [{ at: own, title: placeName(own) }]),
    ...(outlets.data?.rows ?? []).map((row) => ({
      at: `${row.city}/${row.outlet}`,
      title: row.title,
    })),
  ];
  const at = places.some((one) => one.at === place) ? place! : (places[0]?.at ?? own);
  const raise = useCommand('incident.raise', () => ({
    at,
    kind,
    incident_class,
    what,
    drill,
    happened_at: minutes > 0 ? ago(session.clock, minutes) : null,
  }));
  function placeName(of: string) {
    return of === '' ? t('level.province') : of;
  }
  return (
    <ActionDialog
      title={t('incidents.raise-title')}
      trigger={t('incidents.raise')}
      intent={raise}
      width={640}
      primary
    >
      <ChoiceInput
        label={t('incidents.kind')}
        value={kind}
        set={setKind}
        words={kinds}
        say={(one) => t(`incident.kind.${one}`)}
      />
      <ChoiceInput
        label={t('incident.class')}
        value={incident_class}
        set={setClass}
        words={classes}
        say={(one) => t(`incident.class-means.${one}`)}
      />
      <ChoiceInput
        label={t('incidents.place')}
        value={at}
        set={setPlace}
        words={places.map((one) => one.at)}
        say={(one) => places.find((each) => each.at === one)?.title ?? one}
      />
      <label className="field">
        <span>{t('incidents.minutes-ago')}</span>
        <input
          className="input"
          type="number"
          required
          min={0}
          max={1440}
          value={minutes}
          onChange={(event) => setMinutes(Number(event.target.value))}
        />
      </label>
      <Words label={t('incidents.what-happened')} value={what} set={setWhat} required />
      <label className="check">
        <input
          type="checkbox"
          checked={drill}
          onChange={(event) => setDrill(event.target.checked)}
        />
        {t('incidents.is-drill')}
      </label>
      <p className="note">{t('incidents.raise-means')}</p>
    </ActionDialog>
  );
}

const ago = (now: string, minutes: number) =>
  new Date(Date.parse(now) - minutes * 60_000).toISOString();
