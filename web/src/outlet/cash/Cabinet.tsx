// The cabinet 消毒柜: one source at a time goes in, and comes out no earlier than its minutes.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CashPage, CashRunRow, OutletPage, Time } from '../../api/contract';
import { ulid } from '../../api/ulid';
import { dayAndClock } from '../../kit/format';
import { Segmented } from '../../kit/Segmented';
import { useMay, useTablet } from '../context';
import { OrderButton } from '../hall/parts';
import { TextField, WriteForm } from '../parts/fields';
import { Bags } from './Bags';

interface Props {
  page: OutletPage;
  cash: CashPage;
  now: Time;
}

export function Cabinet({ page, cash, now }: Props) {
  const { t } = useTranslation();
  const may = useMay()('cash.begin-sanitising');
  return (
    <section className="card" aria-labelledby="cabinet-title">
      <h2 id="cabinet-title">{t('till.cabinet')}</h2>
      {cash.runs.map((run) => (
        <Run key={run.run} run={run} page={page} now={now} />
      ))}
      {may && <Begin page={page} cash={cash} />}
    </section>
  );
}

function Run({ run, page, now }: { run: CashRunRow; page: OutletPage; now: Time }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const may = useMay()('cash.abandon-sanitising');
  const [reason, setReason] = useState('');
  const about = { outlet: page.outlet, run: run.run };
  const isDone = Date.parse(run.done_at) <= Date.parse(now);
  return (
    <article className="till-run" aria-label={run.cabinet}>
      <p>
        <strong>{run.cabinet}</strong>{' '}
        <span className="note">{run.bags.join(t('list.comma'))}</span>{' '}
        <span className={isDone ? 'chip info' : 'chip warning'}>
          {t(isDone ? 'till.run-ready' : 'till.run-until', {
            at: dayAndClock(run.done_at, page.time_zone),
          })}
        </span>
      </p>
      <OrderButton command="cash.finish-sanitising" body={about} kind="primary">
        {t('till.do-finish')}
      </OrderButton>
      {may && !isDone && (
        <details>
          <summary>{t('till.abandon')}</summary>
          <WriteForm
            verb={t('till.abandon')}
            danger
            send={() => tablet.write('cash.abandon-sanitising', { ...about, reason })}
          >
            <TextField label={t('till.reason')} required value={reason} set={setReason} />
          </WriteForm>
        </details>
      )}
    </article>
  );
}

function Begin({ page, cash }: Omit<Props, 'now'>) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [cabinet, setCabinet] = useState('UV1');
  const [method, setMethod] = useState<CashRunRow['method']>('cabinet');
  const [chosen, choose] = useState<string[]>([]);
  const bags = cash.bags.filter((bag) => bag.stage === 'bagged');
  const those = chosen.filter((id) => bags.some((bag) => bag.bag === id));
  if (bags.length === 0) return <p className="empty">{t('till.nothing-to-sanitise')}</p>;
  const send = async () => {
    const about = { outlet: page.outlet, run: ulid(), cabinet, method };
    await tablet.write('cash.begin-sanitising', { ...about, bags: those });
    choose([]);
  };
  return (
    <WriteForm
      label={t('till.begin')}
      verb={t('till.do-begin')}
      disabled={those.length === 0}
      send={send}
    >
      <Bags legend={t('till.to-sanitise')} bags={bags} chosen={those} choose={choose} />
      <TextField label={t('till.cabinet-name')} required value={cabinet} set={setCabinet} />
      <Segmented
        label={t('till.method')}
        value={method}
        onChange={setMethod}
        choices={[
          { value: 'cabinet', text: t('till.method-cabinet') },
          { value: 'uv_pass', text: t('till.method-uv') },
        ]}
      />
    </WriteForm>
  );
}
