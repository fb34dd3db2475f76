import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Commands, StationRow } from '../../api/contract';
import { useCommand, useView } from '../../api/hooks';
import { ActionDialog } from '../../kit/ActionDialog';
import { FigureInput } from '../../kit/fields';
import { audiences, basicAmenities, corners, extraAmenities } from './stationWords';

type Draft = Commands['station.publish'];

const fresh = (): Draft => ({
  outlet: '',
  amenities: [...basicAmenities],
  corners: [],
  audiences: [...audiences],
  from: '09:00',
  till: '16:00',
  notice: '',
  valid_days: 30,
});

const draftOf = (row: StationRow): Draft => ({
  outlet: row.outlet,
  amenities: row.items.map((item) => item.amenity),
  corners: row.corners,
  audiences: row.audiences,
  from: row.from,
  till: row.till,
  notice: row.notice,
  valid_days: row.valid_days,
});

// A new station of some outlet, or what is told of one that is there.
export function PublishStation({ row }: { row?: StationRow }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => (row ? draftOf(row) : fresh()));
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const publish = useCommand('station.publish', () => draft, row?.version);
  return (
    <ActionDialog
      title={t(row ? 'stations.change-title' : 'stations.publish-title')}
      trigger={t(row ? 'stations.change' : 'stations.publish')}
      confirm={t('stations.publish-confirm')}
      intent={publish}
      width={720}
    >
      {!row && <OutletChoice value={draft.outlet} set={(outlet) => change({ outlet })} />}
      <Ticks
        title={t('stations.basic')}
        words={basicAmenities}
        say={(word) => t(`station.amenity.${word}`)}
        chosen={draft.amenities}
        set={(amenities) => change({ amenities })}
      />
      <Ticks
        title={t('stations.extra')}
        words={extraAmenities}
        say={(word) => t(`station.amenity.${word}`)}
        chosen={draft.amenities}
        set={(amenities) => change({ amenities })}
      />
      <Ticks
        title={t('stations.corners')}
        words={corners}
        say={(word) => t(`station.corner.${word}`)}
        chosen={draft.corners}
        set={(those) => change({ corners: those })}
      />
      <Ticks
        title={t('stations.for-whom')}
        words={audiences}
        say={(word) => t(`station.audience.${word}`)}
        chosen={draft.audiences}
        set={(those) => change({ audiences: those })}
      />
      <div className="station-form">
        <TimeField label={t('stations.from')} value={draft.from} set={(from) => change({ from })} />
        <TimeField label={t('stations.till')} value={draft.till} set={(till) => change({ till })} />
        <FigureInput
          label={t('stations.valid-days')}
          value={draft.valid_days}
          set={(valid_days) => change({ valid_days })}
          min={1}
          max={90}
        />
      </div>
      <label className="field">
        <span>{t('stations.notice')}</span>
        <textarea
          className="input"
          rows={2}
          maxLength={100}
          value={draft.notice}
          onChange={(event) => change({ notice: event.target.value })}
        />
      </label>
    </ActionDialog>
  );
}

function OutletChoice({ value, set }: { value: string; set: (outlet: string) => void }) {
  const { t } = useTranslation();
  const { scope } = useSearch({ from: '/services' });
  const outlets = useView('outlets', { scope }).data?.rows ?? [];
  return (
    <label className="field">
      <span>{t('stations.outlet')}</span>
      <select
        className="input"
        required
        value={value}
        onChange={(event) => set(event.target.value)}
      >
        <option value="">{t('stations.choose')}</option>
        {outlets
          .filter((row) => row.kind !== 'back_office')
          .map((row) => (
            <option key={row.outlet} value={row.outlet}>
              {row.title}
            </option>
          ))}
      </select>
    </label>
  );
}

interface Choosing<Word extends string> {
  title: string;
  words: readonly Word[];
  say: (word: Word) => string;
  chosen: Word[];
  set: (those: Word[]) => void;
}

function Ticks<Word extends string>({ title, words, say, chosen, set }: Choosing<Word>) {
  return (
    <fieldset className="station-ticks">
      <legend>{title}</legend>
      {words.map((word) => (
        <label key={word} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(word)}
            onChange={() =>
              set(chosen.includes(word) ? chosen.filter((one) => one !== word) : [...chosen, word])
            }
          />
          <span>{say(word)}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function TimeField(props: { label: string; value: string; set: (time: string) => void }) {
  return (
    <label className="field">
      <span>{props.label}</span>
      <input
        className="input"
        type="time"
        required
        value={props.value}
        onChange={(event) => props.set(event.target.value)}
      />
    </label>
  );
}
