import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationCondition, StationItem, StationRow } from '../../api/contract';
import { useCommand } from '../../api/hooks';
import { useAuthority } from '../../api/session';
import { ActionDialog } from '../../kit/ActionDialog';
import { Done } from '../../kit/Done';
import { ChoiceInput, FigureInput, TextInput } from '../../kit/fields';
import { dayAndClock } from '../../kit/format';
import { Corners } from './Corners';
import { PublishStation } from './PublishStation';
import { State } from './StationsPart';
import { audiences, conditions } from './stationWords';

// One station: what is listed and how it is, what is told, and what its crew does about it.
export function StationDetail({ row }: { row: StationRow }) {
  const { t } = useTranslation();
  const may = useAuthority();
  return (
    <section className="card station-detail" aria-labelledby="station-title">
      <header>
        <h2 id="station-title">{row.title}</h2>
        <State row={row} />
        {row.published && (
          <span className="push station-deeds">
            {may('station.verify') && <Verify row={row} />}
            {may('station.count-visit') && <CountVisit row={row} />}
            {may('station.publish') && <PublishStation row={row} />}
            {may('station.withdraw') && <Withdraw row={row} />}
          </span>
        )}
      </header>
      <dl className="station-facts">
        <div>
          <dt>{t('stations.hours')}</dt>
          <dd>
            {row.from}–{row.till}
          </dd>
        </div>
        <div>
          <dt>{t('stations.for-whom')}</dt>
          <dd>{row.audiences.map((who) => t(`station.audience.${who}`)).join(t('list.comma'))}</dd>
        </div>
        <div>
          <dt>{t('stations.verified')}</dt>
          <dd>
            {row.verified_at
              ? `${dayAndClock(row.verified_at, row.time_zone)} · ${row.verified_by}`
              : t('stations.never')}
            {' · '}
            {t('stations.valid', { n: row.valid_days })}
          </dd>
        </div>
        <div>
          <dt>{t('stations.lobby')}</dt>
          <dd>
            {row.inside} / {row.cap}
          </dd>
        </div>
        <div className="wide">
          <dt>{t(row.published ? 'stations.told' : 'stations.reason-told')}</dt>
          <dd>{(row.published ? row.notice : row.withdrawn_because) || '–'}</dd>
        </div>
      </dl>
      <ul className="station-items">
        {row.items.map((item) => (
          <Item key={item.amenity} row={row} item={item} />
        ))}
      </ul>
      <Corners row={row} />
    </section>
  );
}

function Item({ row, item }: { row: StationRow; item: StationItem }) {
  const { t } = useTranslation();
  const may = useAuthority();
  const name = t(`station.amenity.${item.amenity}`);
  const works = item.condition === 'working';
  const tone = !works
    ? item.condition === 'faulty'
      ? 'alarm'
      : ''
    : item.doubted_at
      ? 'warning'
      : 'good';
  return (
    <li>
      <strong>{name}</strong>
      <span className={`chip ${tone}`}>
        {works && item.doubted_at
          ? t('stations.doubted')
          : t(`station.condition.${item.condition}`)}
      </span>
      <span className="note">{dayAndClock(item.doubted_at ?? item.since, row.time_zone)}</span>
      {row.published && may('station.repair') && (
        <span className="push station-deeds">
          {(!works || item.doubted_at) && <Deed row={row} item={item} deed="station.repair" />}
          {works && <Deed row={row} item={item} deed="station.report-fault" />}
        </span>
      )}
    </li>
  );
}

interface ItemDeed {
  row: StationRow;
  item: StationItem;
  deed: 'station.repair' | 'station.report-fault';
}

function Deed({ row, item, deed }: ItemDeed) {
  const { t } = useTranslation();
  const intent = useCommand(
    deed,
    () => ({ outlet: row.outlet, amenity: item.amenity }),
    row.version,
  );
  const name = t(`station.amenity.${item.amenity}`);
  const word = deed === 'station.repair' ? 'repair' : 'fault';
  return (
    <ActionDialog
      title={t(`stations.${word}-title`, { name })}
      trigger={t(`stations.${word}`)}
      intent={intent}
    >
      <p>{t(`stations.${word}-means`)}</p>
    </ActionDialog>
  );
}

// Whoever verifies has looked at each: all are asked for, and begin as they are known.
function Verify({ row }: { row: StationRow }) {
  const { t } = useTranslation();
  const [seen, setSeen] = useState<Record<string, StationCondition>>({});
  const now = (item: StationItem) => seen[item.amenity] ?? item.condition;
  const verify = useCommand(
    'station.verify',
    () => ({
      outlet: row.outlet,
      seen: row.items.map((item) => ({ amenity: item.amenity, condition: now(item) })),
    }),
    row.version,
  );
  return (
    <>
      <ActionDialog
        primary
        title={t('stations.verify-title')}
        trigger={t('stations.verify')}
        intent={verify}
        width={640}
      >
        <p>{t('stations.verify-means')}</p>
        <div className="station-form">
          {row.items.map((item) => (
            <ChoiceInput
              key={item.amenity}
              label={t(`station.amenity.${item.amenity}`)}
              value={now(item)}
              set={(condition) => setSeen({ ...seen, [item.amenity]: condition })}
              words={conditions}
              say={(word) => t(`station.condition.${word}`)}
            />
          ))}
        </div>
      </ActionDialog>
      {verify.reply && <Done reply={verify.reply} />}
    </>
  );
}

function CountVisit({ row }: { row: StationRow }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState({
    audience: audiences[0]!,
    people: 1,
    counted_at_door: false,
  });
  const count = useCommand('station.count-visit', () => ({ outlet: row.outlet, ...draft }));
  return (
    <ActionDialog title={t('stations.count-title')} trigger={t('stations.count')} intent={count}>
      <ChoiceInput
        label={t('stations.for-whom')}
        value={draft.audience}
        set={(audience) => setDraft({ ...draft, audience })}
        words={audiences}
        say={(word) => t(`station.audience.${word}`)}
      />
      <FigureInput
        label={t('stations.how-many')}
        value={draft.people}
        set={(people) => setDraft({ ...draft, people })}
        min={1}
        max={50}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={draft.counted_at_door}
          onChange={(event) => setDraft({ ...draft, counted_at_door: event.target.checked })}
        />
        <span>{t('stations.counted-at-door')}</span>
      </label>
      <p className="note">{t('stations.count-means', { inside: row.inside, cap: row.cap })}</p>
    </ActionDialog>
  );
}

function Withdraw({ row }: { row: StationRow }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const withdraw = useCommand(
    'station.withdraw',
    () => ({ outlet: row.outlet, reason }),
    row.version,
  );
  return (
    <ActionDialog
      title={t('stations.withdraw-title')}
      trigger={t('stations.withdraw')}
      intent={withdraw}
    >
      <TextInput label={t('stations.reason-told')} value={reason} set={setReason} required />
    </ActionDialog>
  );
}
