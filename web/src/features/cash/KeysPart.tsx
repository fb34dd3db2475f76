import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CashDayPage, CashKeyLockKind, CashLockRow, CashRow } from '../../api/contract';
import { useCommand, useView } from '../../api/hooks';
import { useAuthority, useSignedIn } from '../../api/session';
import { ActionDialog } from '../../kit/ActionDialog';
import { day as dayOf, dayAfter, dayAndClock, whole } from '../../kit/format';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { ChoiceInput, TextInput } from '../../kit/fields';
import { OutletChoice } from './OutletChoice';

const lockKinds: CashKeyLockKind[] = ['vault', 'cabinet', 'machine'];

// 钥匙与密码: whose codes the locks have and until when, and who has acted together for how long.
export function KeysPart({ rows }: { rows: CashRow[] }) {
  const { t } = useTranslation();
  const { outlet } = useSearch({ from: '/cash' });
  const page = useView('cash-day', { outlet: outlet ?? rows[0].outlet });
  return (
    <>
      <section className="card" aria-labelledby="keys-locks">
        <header>
          <h2 id="keys-locks">{t('keys.locks')}</h2>
          <span className="note">{t('keys.locks-rule')}</span>
          <div className="filters push">
            <OutletChoice rows={rows} />
            {page.data && <Register key={page.data.outlet} page={page.data} />}
          </div>
        </header>
        <Screen
          query={page}
          skeleton={<Skeleton rows={4} />}
          isEmpty={(view) => view.locks.length === 0}
          empty={<Empty>{t('keys.no-locks')}</Empty>}
        >
          {(view) => <Locks page={view} />}
        </Screen>
      </section>
      <section className="card" aria-labelledby="keys-pairs">
        <header>
          <h2 id="keys-pairs">{t('keys.pairs')}</h2>
          <span className="note">{t('keys.pairs-rule')}</span>
        </header>
        <Screen
          query={page}
          skeleton={<Skeleton rows={3} />}
          isEmpty={(view) => view.pairs.length === 0}
          empty={<Empty>{t('keys.no-pairs')}</Empty>}
        >
          {(view) => <Pairs page={view} />}
        </Screen>
      </section>
    </>
  );
}

function Locks({ page }: { page: CashDayPage }) {
  const { t } = useTranslation();
  const heads = ['lock', 'changed-on', 'changed-by', 'due', 'change'];
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={t('keys.locks')}>
      <table className="table cards">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`keys.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.locks.map((lock) => (
            <tr key={lock.lock}>
              <td>
                <strong>{lock.lock}</strong>{' '}
                <span className="note">{t(`lock-kind.${lock.kind}`)}</span>
              </td>
              <td data-label={t('keys.changed-on')}>
                <span>{lock.changed_on}</span>
              </td>
              <td data-label={t('keys.changed-by')}>
                <span>{lock.changed_by.join(t('list.comma')) || t('keys.by-book')}</span>
              </td>
              <td data-label={t('keys.due')}>
                <Due lock={lock} page={page} />
              </td>
              <td data-label={t('keys.change')}>
                <Change lock={lock} page={page} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Due({ lock, page }: { lock: CashLockRow; page: CashDayPage }) {
  const { t } = useTranslation();
  const soon = lock.due_on <= dayAfter(dayOf(page.now, page.time_zone), 14);
  if (lock.overdue)
    return <span className="chip alarm">{t('keys.overdue', { day: lock.due_on })}</span>;
  return <span className={soon ? 'chip warning' : 'chip good'}>{lock.due_on}</span>;
}

// One sets the new code, another tries it and confirms; neither does both.
function Change({ lock, page }: { lock: CashLockRow; page: CashDayPage }) {
  const { t } = useTranslation();
  const may = useAuthority();
  const { account } = useSignedIn();
  const about = () => ({ outlet: page.outlet, lock: lock.lock });
  const begin = useCommand('cash-key.begin-change', about);
  const confirm = useCommand('cash-key.confirm-change', about);
  const byOther = lock.begun_by && lock.begun_by !== account;
  return (
    <div className="cash-answer">
      {lock.begun_by && (
        <span className="chip warning">{t('keys.begun', { by: lock.begun_by })}</span>
      )}
      {byOther && may('cash-key.confirm-change') && (
        <ActionDialog
          title={t('keys.confirm-title', { lock: lock.lock })}
          trigger={t('keys.confirm')}
          intent={confirm}
          primary
        >
          <p>{t('keys.confirm-means')}</p>
        </ActionDialog>
      )}
      {may('cash-key.begin-change') && (
        <ActionDialog
          title={t('keys.begin-title', { lock: lock.lock })}
          trigger={t(lock.begun_by ? 'keys.begin-again' : 'keys.begin')}
          intent={begin}
        >
          <p>{t('keys.begin-means')}</p>
        </ActionDialog>
      )}
    </div>
  );
}

function Register({ page }: { page: CashDayPage }) {
  const { t } = useTranslation();
  const may = useAuthority();
  const [lock, setLock] = useState('');
  const [kind, setKind] = useState<CashKeyLockKind>('vault');
  const [changedOn, setChangedOn] = useState('');
  const register = useCommand('cash-key.register-lock', () => ({
    outlet: page.outlet,
    lock: lock.trim(),
    kind,
    changed_on: changedOn,
  }));
  if (!may('cash-key.register-lock')) return null;
  return (
    <ActionDialog
      title={t('keys.register-title', { outlet: page.title })}
      trigger={t('keys.register')}
      intent={register}
    >
      <TextInput required label={t('keys.lock-name')} value={lock} set={setLock} />
      <ChoiceInput
        label={t('keys.kind')}
        value={kind}
        set={setKind}
        words={lockKinds}
        say={(word) => t(`lock-kind.${word}`)}
      />
      <label className="field">
        <span>{t('keys.changed-on')}</span>
        <input
          className="input"
          type="date"
          required
          max={dayOf(page.now, page.time_zone)}
          value={changedOn}
          onChange={(event) => setChangedOn(event.target.value)}
        />
      </label>
      <p className="note">{t('keys.register-means')}</p>
    </ActionDialog>
  );
}

function Pairs({ page }: { page: CashDayPage }) {
  const { t } = useTranslation();
  const heads = ['pair', 'since', 'last', 'deeds', 'change-by'];
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={t('keys.pairs')}>
      <table className="table cards">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`keys.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.pairs.map((pair) => (
            <tr key={`${pair.one} ${pair.other}`}>
              <td>
                <strong>
                  {pair.one} {t('keys.and')} {pair.other}
                </strong>
              </td>
              <td data-label={t('keys.since')}>
                <span>{dayAndClock(pair.since, page.time_zone)}</span>
              </td>
              <td data-label={t('keys.last')}>
                <span>{dayAndClock(pair.last, page.time_zone)}</span>
              </td>
              <td data-label={t('keys.deeds')}>
                <span>{whole(pair.deeds)}</span>
              </td>
              <td data-label={t('keys.change-by')}>
                <span className={pair.too_long ? 'chip alarm' : 'chip good'}>
                  {t(pair.too_long ? 'keys.too-long' : 'keys.until', {
                    at: dayOf(pair.change_by, page.time_zone),
                  })}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
