import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactlessSupplier, SuppliersRow } from '../../api/contract';
import { useCommand, useView } from '../../api/hooks';
import { useAuthority } from '../../api/session';
import { ActionDialog } from '../../kit/ActionDialog';
import { TextInput } from '../../kit/fields';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { TimeField } from './PublishStation';

// 供应单位: who was appointed to deliver to each sealed zone. We link, and sell nothing.
export function SuppliersPart() {
  const { t } = useTranslation();
  const { scope } = useSearch({ from: '/services' });
  const calls = useView('contactless', { scope });
  return (
    <Screen
      query={calls}
      skeleton={<Skeleton rows={4} />}
      isEmpty={(view) => view.zones.length === 0}
      empty={<Empty>{t('contactless.no-zone')}</Empty>}
    >
      {(view) => view.zones.map((zone) => <Zone key={zone.zone} zone={zone} />)}
    </Screen>
  );
}

function Zone({ zone }: { zone: SuppliersRow }) {
  const { t } = useTranslation();
  const may = useAuthority();
  const title = `suppliers-${zone.zone}`;
  return (
    <section className="card" aria-labelledby={title}>
      <header>
        <h2 id={title}>{zone.title}</h2>
        <span className={zone.sealed ? 'chip sealed' : 'chip'}>
          {t(zone.sealed ? 'contactless.sealed' : 'contactless.lifted')}
        </span>
        {may('contactless.publish-suppliers') && (
          <span className="push">
            <Publish key={zone.version} zone={zone} />
          </span>
        )}
      </header>
      {zone.suppliers.length === 0 ? (
        <Empty>{t('contactless.no-supplier')}</Empty>
      ) : (
        <ul className="station-items">
          {zone.suppliers.map((one) => (
            <li key={one.link}>
              <strong>{one.title}</strong>
              <span>
                {one.from}–{one.till}
              </span>
              <span className="note">{one.link}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const emptySupplier = (): ContactlessSupplier => ({
  title: '',
  link: 'https://',
  from: '08:00',
  till: '18:00',
});

function Publish({ zone }: { zone: SuppliersRow }) {
  const { t } = useTranslation();
  const [rows, setRows] = useState(() =>
    zone.suppliers.length > 0 ? zone.suppliers : [emptySupplier()],
  );
  const set = (at: number, part: Partial<ContactlessSupplier>) =>
    setRows(rows.map((row, i) => (i === at ? { ...row, ...part } : row)));
  const publish = useCommand(
    'contactless.publish-suppliers',
    () => ({ zone: zone.zone, suppliers: rows }),
    zone.version,
  );
  return (
    <ActionDialog
      title={t('contactless.suppliers-title')}
      trigger={t('contactless.publish')}
      intent={publish}
      width={720}
    >
      <p className="note">{t('contactless.suppliers-means')}</p>
      {rows.map((row, at) => (
        <fieldset key={at} className="station-ticks supplier">
          <legend>{t('contactless.supplier-n', { n: at + 1 })}</legend>
          <TextInput
            label={t('contactless.supplier')}
            value={row.title}
            set={(name) => set(at, { title: name })}
            required
          />
          <TextInput
            label={t('contactless.link')}
            value={row.link}
            set={(link) => set(at, { link })}
            required
          />
          <TimeField
            label={t('stations.from')}
            value={row.from}
            set={(from) => set(at, { from })}
          />
          <TimeField
            label={t('stations.till')}
            value={row.till}
            set={(till) => set(at, { till })}
          />
          <button
            type="button"
            className="button"
            onClick={() => setRows(rows.filter((_, i) => i !== at))}
          >
            {t('contactless.remove')}
          </button>
        </fieldset>
      ))}
      <button type="button" className="button" onClick={() => setRows([...rows, emptySupplier()])}>
        {t('contactless.add')}
      </button>
    </ActionDialog>
  );
}
