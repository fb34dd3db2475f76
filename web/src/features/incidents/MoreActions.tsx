import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentClass, IncidentRow } from '../../api/contract';
import { useCommand, useView } from '../../api/hooks';
import { useAuthority } from '../../api/session';
import { ActionDialog } from '../../kit/ActionDialog';
import { ChoiceInput, TextInput } from '../../kit/fields';
import { PeopleList, PersonField } from '../../kit/PersonField';
import { CloseIncident, Noted, Words, type NotedName } from './MainAction';
import { classes } from './words';

// What else may be done with an incident that is under way; the server refuses with its reasons.
export function MoreActions({ row }: { row: IncidentRow }) {
  const may = useAuthority();
  if (row.closed_at) return null;
  const noted: NotedName[] = ['incident.record-progress'];
  if (row.next_step) noted.push('incident.clear');
  return (
    <span className="incident-actions">
      {noted
        .filter((name) => may(name) && name !== row.action)
        .map((name) => (
          <Noted key={name} name={name} row={row} />
        ))}
      {may('incident.classify') && <Classify key={row.incident_class} row={row} />}
      {may('incident.activate-backups') && <Backups row={row} />}
      {may('incident.close') && row.action !== 'incident.close' && <CloseIncident row={row} />}
    </span>
  );
}

function Classify({ row }: { row: IncidentRow }) {
  const { t } = useTranslation();
  const others = classes.filter((one) => one !== row.incident_class);
  const [incident_class, setClass] = useState<IncidentClass>(others[0]!);
  const [note, setNote] = useState('');
  const classify = useCommand('incident.classify', () => ({
    incident: row.incident,
    incident_class,
    note,
  }));
  return (
    <ActionDialog
      title={t('incident.ask.classify', { id: row.incident })}
      trigger={t('incident.do.classify')}
      intent={classify}
    >
      <p>{t('incident.means.classify')}</p>
      <ChoiceInput
        label={t('incident.class')}
        value={incident_class}
        set={setClass}
        words={others}
        say={(one) => t(`incident.class.${one}`)}
      />
      <Words label={t('incident.note')} value={note} set={setNote} required />
    </ActionDialog>
  );
}

// 四项备份, all four at once: what is left out is refused by name.
function Backups({ row }: { row: IncidentRow }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState({ business: '', people: '', service: '', management: '' });
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const place = row.at.split('/');
  const city = place[0] || undefined;
  const outlets = useView('outlets', { scope: city });
  const people = useView('people', { scope: row.at || undefined });
  const duty = useView('duty.roster', { scope: row.at || undefined });
  const activate = useCommand('incident.activate-backups', () => ({
    incident: row.incident,
    business: draft.business.trim() || null,
    people: draft.people.trim() || null,
    service: draft.service,
    management: draft.management || null,
  }));
  return (
    <ActionDialog
      title={t('incident.ask.backups', { id: row.incident })}
      trigger={t('incident.do.backups')}
      intent={activate}
      width={640}
    >
      <p>{t('incident.means.backups')}</p>
      <label className="field">
        <span>{t('incident.backup.business')}</span>
        <input
          className="input"
          list="incident-outlets"
          value={draft.business}
          onChange={(event) => change({ business: event.target.value })}
        />
      </label>
      <datalist id="incident-outlets">
        {(outlets.data?.rows ?? []).map((one) => (
          <option key={one.outlet} value={one.outlet}>
            {one.title}
          </option>
        ))}
      </datalist>
      <PeopleList id="incident-people" people={people.data?.rows ?? []} />
      <PersonField
        label={t('incident.backup.people')}
        value={draft.people}
        set={(person) => change({ people: person })}
        list="incident-people"
        people={people.data?.rows ?? []}
      />
      <TextInput
        label={t('incident.backup.service')}
        value={draft.service}
        set={(service) => change({ service })}
      />
      <ChoiceInput
        label={t('incident.backup.management')}
        value={draft.management}
        set={(management) => change({ management })}
        words={['', ...(duty.data?.may_answer ?? [])]}
        say={(account) => account || t('incident.choose')}
      />
    </ActionDialog>
  );
}
