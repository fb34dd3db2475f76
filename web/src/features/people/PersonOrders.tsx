import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRow } from '../../api/contract';
import { useCommand } from '../../api/hooks';
import { ActionDialog } from '../../kit/ActionDialog';

const nameOf = (row: PersonRow) => row.name ?? row.person;

// A measure ends by itself; before that, only an order with its document ends it.
export function EndMeasure({ row }: { row: PersonRow }) {
  const { t } = useTranslation();
  const [order, setOrder] = useState('');
  const end = useCommand(
    'quarantine.end',
    () => ({ person: row.person, order: order.trim() }),
    row.health_version,
  );
  return (
    <ActionDialog
      title={t('people.end-title', { person: nameOf(row) })}
      trigger={t('people.end')}
      intent={end}
    >
      <p>{t('people.end-means')}</p>
      <label className="field">
        <span>{t('people.order')}</span>
        <input
          className="input"
          required
          maxLength={200}
          value={order}
          onChange={(event) => setOrder(event.target.value)}
        />
      </label>
    </ActionDialog>
  );
}

// 两点一线: between home and the outlet and nowhere else, as the person declares it.
export function DeclareLoop({ row }: { row: PersonRow }) {
  const { t } = useTranslation();
  const [kept, setKept] = useState(true);
  const declare = useCommand(
    'quarantine.declare-loop',
    () => ({ person: row.person, kept }),
    row.health_version,
  );
  return (
    <ActionDialog
      title={t('people.loop-title', { person: nameOf(row) })}
      trigger={t('people.loop')}
      confirm={t('people.loop-do')}
      intent={declare}
    >
      <label className="field">
        <span>{t('health.loop')}</span>
        <select
          className="input"
          value={kept ? 'yes' : 'no'}
          onChange={(event) => setKept(event.target.value === 'yes')}
        >
          <option value="yes">{t('health.loop-kept')}</option>
          <option value="no">{t('health.loop-broken')}</option>
        </select>
      </label>
      <p className="note">{t(kept ? 'people.loop-means' : 'health.loop-warning')}</p>
    </ActionDialog>
  );
}

// The right to be forgotten: name and telephone go for good, the facts stay under the number.
export function Erase({ row }: { row: PersonRow }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const erase = useCommand('staff.erase', () => ({ person: row.person }), row.version);
  return (
    <ActionDialog
      title={t('people.erase-title', { person: nameOf(row) })}
      trigger={t('people.erase')}
      intent={erase}
    >
      <p>{t('people.erase-means')}</p>
      <label className="field">
        <span>{t('people.erase-type', { person: row.person })}</span>
        <input
          className="input"
          required
          pattern={row.person.replaceAll(/[^\w]/g, String.raw`\$&`)}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
    </ActionDialog>
  );
}
