import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LobbyFoundAt, QueuePage, LobbySuspect } from '../../api/contract';
import { DueChip } from '../../kit/DueChip';
import { clock } from '../../kit/format';
import { Segmented } from '../../kit/Segmented';
import { useMay, useSnapshot, useTablet } from '../context';
import { asked } from '../engine/policy';
import { FigureField, TextField, WriteForm } from '../parts/fields';
import { NoRight } from '../parts/states';
import type { Scene } from '../section';
import { HoldButton, OrderButton } from './parts';

export function Door({ view, scene }: { view: QueuePage; scene: Scene }) {
  return (
    <div className="columns">
      <div>
        <DoorCheck view={view} scene={scene} />
        <CountHeads view={view} />
      </div>
      <div>
        <Isolation view={view} scene={scene} />
        <Evacuation view={view} />
      </div>
    </div>
  );
}

const degrees = (tenths: number) => (tenths / 10).toFixed(1);

// Temperature and mask. No reading is kept of anybody, only how many passed.
function DoorCheck({ view, scene }: { view: QueuePage; scene: Scene }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const may = useMay()('lobby.check-door');
  const [warmth, setWarmth] = useState('36.5');
  const [mask, setMask] = useState<'yes' | 'no'>('yes');
  const [symptoms, setSymptoms] = useState<'no' | 'yes'>('no');
  const [verdict, setVerdict] = useState<'pass' | 'no-mask' | 'suspected'>();
  const fever = asked(scene.views.policies, 'fever_tenths_celsius', scene.page, scene.now);
  const tenths = Math.round(Number(warmth) * 10);
  const hot = fever !== undefined && tenths >= fever;
  const { passed, masks_missing, suspected } = view.counts;
  const send = async () => {
    const body = { outlet: view.outlet, temperature_tenths: tenths, masked: mask === 'yes' };
    await tablet.write('lobby.check-door', { ...body, symptoms: symptoms === 'yes' });
    setVerdict(hot || symptoms === 'yes' ? 'suspected' : mask === 'no' ? 'no-mask' : 'pass');
    setWarmth('36.5');
    setMask('yes');
    setSymptoms('no');
  };
  return (
    <section className="card" aria-labelledby="door-title">
      <h2 id="door-title">
        {t('hall.door')}
        <span className="chip">{t('hall.door-n', { passed, masks_missing, suspected })}</span>
      </h2>
      {!may && <NoRight command="lobby.check-door" />}
      {may && (
        <WriteForm label={t('hall.door')} verb={t('tablet.record')} send={send}>
          <FigureField
            label={t('health.temperature')}
            unit="℃"
            step={0.1}
            min={30}
            max={45}
            value={warmth}
            set={setWarmth}
          />
          <Segmented
            label={t('hall.mask')}
            value={mask}
            onChange={setMask}
            choices={[
              { value: 'yes', text: t('hall.mask.yes') },
              { value: 'no', text: t('hall.mask.no') },
            ]}
          />
          <Segmented
            label={t('health.symptoms')}
            value={symptoms}
            onChange={setSymptoms}
            choices={[
              { value: 'no', text: t('health.no-symptoms') },
              { value: 'yes', text: t('health.with-symptoms') },
            ]}
          />
          {hot && (
            <p className="warning-line" role="status">
              ▲ {t('hall.door-hot', { degrees: degrees(fever) })}
            </p>
          )}
        </WriteForm>
      )}
      {verdict && (
        <p className={verdict === 'pass' ? 'verdict good' : 'verdict bad'} role="status">
          {t(`hall.verdict.${verdict}`)}
        </p>
      )}
      {verdict === 'suspected' && (
        <Isolate view={view} at="door" after={() => setVerdict(undefined)} />
      )}
    </section>
  );
}

function Isolate({ view, at, after }: { view: QueuePage; at: LobbyFoundAt; after?: () => void }) {
  const { t } = useTranslation();
  return (
    <OrderButton
      command="lobby.isolate"
      body={{ outlet: view.outlet, found_at: at }}
      kind="danger"
      after={after}
    >
      {t(`hall.isolate.${at}`)}
    </OrderButton>
  );
}

// Who is in the isolation room, with the clocks of the incident. Without a line the clocks run from
// the tap.
function Isolation({ view, scene }: { view: QueuePage; scene: Scene }) {
  const { t } = useTranslation();
  const may = useMay()('lobby.isolate');
  const { entries } = useSnapshot();
  const later = (at: string, key: 'first_report_minutes' | 'suspect_close_minutes') => {
    const minutes = asked(scene.views.policies, key, scene.page, scene.now) ?? 0;
    return new Date(Date.parse(at) + minutes * 60_000).toISOString();
  };
  const coming = entries
    .filter((e) => e.command === 'lobby.isolate' && e.state === 'waiting')
    .map((e) => ({
      suspect: `${e.n}`,
      since: e.at,
      report_by: later(e.at, 'first_report_minutes'),
      close_by: later(e.at, 'suspect_close_minutes'),
    }));
  const all = [...view.isolated, ...coming];
  return (
    <section className={all.length > 0 ? 'card alarmed' : 'card'} aria-labelledby="isolation-title">
      <h2 id="isolation-title">
        {t('hall.isolation')}
        <span className={all.length > 0 ? 'chip alarm' : 'chip good'}>
          {all.length > 0 ? t('hall.isolated-n', { n: all.length }) : t('hall.isolated-none')}
        </span>
      </h2>
      <ul className="list">
        {view.isolated.map((one) => (
          <Suspected key={one.suspect} one={one} view={view} scene={scene} />
        ))}
        {coming.map((one) => (
          <li key={one.suspect} className="suspect">
            <strong>{t('hall.suspect-unsent')}</strong>
            <Clocks one={one} scene={scene} />
          </li>
        ))}
      </ul>
      {may && (
        <div className="choices">
          <Isolate view={view} at="door" />
          {view.lobby.inside > 0 && <Isolate view={view} at="inside" />}
        </div>
      )}
    </section>
  );
}

function Suspected({ one, view, scene }: { one: LobbySuspect; view: QueuePage; scene: Scene }) {
  const { t } = useTranslation();
  const body = { outlet: view.outlet, suspect: one.suspect };
  const name = one.suspect.slice(11);
  return (
    <li className="suspect">
      <strong>
        {t('hall.suspect', { name })} · {t('hall.since', { at: clock(one.since, view.time_zone) })}
      </strong>
      <Clocks one={one} scene={scene} />
      <div className="choices">
        <OrderButton
          command="lobby.release-isolation"
          body={{ ...body, outcome: 'cleared' }}
          label={`${t('hall.cleared')} ${name}`}
        >
          {t('hall.cleared')}
        </OrderButton>
        <OrderButton
          command="lobby.release-isolation"
          body={{ ...body, outcome: 'taken_away' }}
          label={`${t('hall.taken-away')} ${name}`}
        >
          {t('hall.taken-away')}
        </OrderButton>
      </div>
    </li>
  );
}

function Clocks({
  one,
  scene,
}: {
  one: Pick<LobbySuspect, 'report_by' | 'close_by'>;
  scene: Scene;
}) {
  const { t } = useTranslation();
  return (
    <span className="clocks">
      {t('hall.report-by')} <DueChip deadline={one.report_by} now={scene.now} />
      <br />
      {t('hall.close-by')} <DueChip deadline={one.close_by} now={scene.now} />
    </span>
  );
}

// Heads counted: what the taps have missed is put right, with a reason.
function CountHeads({ view }: { view: QueuePage }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const may = useMay()('lobby.count');
  const [counted, setCounted] = useState<string>();
  const [reason, setReason] = useState('');
  if (!may) return null;
  const now = counted ?? String(view.lobby.inside);
  const differs = Number(now) !== view.lobby.inside;
  const send = async () => {
    await tablet.write('lobby.count', { outlet: view.outlet, counted: Number(now), reason });
    setCounted(undefined);
    setReason('');
  };
  return (
    <section className="card" aria-labelledby="count-title">
      <h2 id="count-title">{t('hall.count')}</h2>
      <p className="note">{t('hall.count-means', { n: view.lobby.inside })}</p>
      <WriteForm label={t('hall.count')} verb={t('hall.count-do')} send={send}>
        <FigureField label={t('hall.counted')} max={100} value={now} set={setCounted} />
        {differs && <TextField label={t('act.reason')} required value={reason} set={setReason} />}
      </WriteForm>
    </section>
  );
}

function Evacuation({ view }: { view: QueuePage }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const may = useMay();
  const [reason, setReason] = useState('');
  if (view.evacuated) {
    return (
      <section className="card alarmed" aria-labelledby="evacuated-title">
        <h2 id="evacuated-title">{t('hall.evacuated')}</h2>
        <p className="strong">{view.evacuated_for}</p>
        <p className="note">{t('hall.evacuated-means')}</p>
        <OrderButton command="lobby.reopen" body={{ outlet: view.outlet }} kind="primary">
          {t('hall.reopen')}
        </OrderButton>
        {!may('lobby.reopen') && <NoRight command="lobby.reopen" />}
      </section>
    );
  }
  if (!may('lobby.evacuate')) return null;
  const evacuate = () =>
    void tablet.write('lobby.evacuate', {
      outlet: view.outlet,
      reason: reason.trim() || t('hall.evacuate-reason'),
    });
  return (
    <section className="card" aria-labelledby="evacuate-title">
      <h2 id="evacuate-title">{t('hall.evacuation')}</h2>
      <p className="note">{t('hall.evacuate-means')}</p>
      <TextField
        label={t('hall.evacuate-why')}
        value={reason}
        set={setReason}
        suggestions={[t('hall.evacuate-fire'), t('hall.evacuate-reason')]}
      />
      <HoldButton held={evacuate}>{t('hall.evacuate')}</HoldButton>
    </section>
  );
}
