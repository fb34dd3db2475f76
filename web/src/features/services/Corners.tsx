import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationCorner, StationRow, StationSuggestion } from '../../api/contract';
import { useCommand } from '../../api/hooks';
import { useAuthority } from '../../api/session';
import { ActionDialog } from '../../kit/ActionDialog';
import { ChoiceInput, TextInput } from '../../kit/fields';
import { dayAndClock } from '../../kit/format';
import { corners } from './stationWords';

// 专区: which are open, and what became of each suggestion.
export function Corners({ row }: { row: StationRow }) {
  const { t } = useTranslation();
  const may = useAuthority();
  return (
    <div className="station-corners">
      <h3>{t('stations.corners')}</h3>
      <p>
        {row.corners.length === 0
          ? t('stations.no-corner')
          : row.corners.map((one) => t(`station.corner.${one}`)).join(t('list.comma'))}
      </p>
      {row.published && may('station.suggest-corner') && <Suggest row={row} />}
      <ul className="station-items">
        {row.suggestions.map((one) => (
          <li key={one.suggestion}>
            <strong>{t(`station.corner.${one.corner}`)}</strong>
            <span className={one.state === 'declined' ? 'chip warning' : 'chip info'}>
              {t(`station.suggestion.${one.state}`)}
            </span>
            <span>{one.why}</span>
            {one.reason && <span>{t('stations.because', { reason: one.reason })}</span>}
            <span className="note">
              {one.by} · {dayAndClock(one.opened_at ?? one.judged_at ?? one.at, row.time_zone)}
            </span>
            <span className="push station-deeds">
              {one.state === 'suggested' && may('station.judge-suggestion') && (
                <Judge row={row} one={one} />
              )}
              {one.state === 'accepted' && may('station.open-corner') && (
                <OpenCorner row={row} one={one} />
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Suggest({ row }: { row: StationRow }) {
  const { t } = useTranslation();
  const free = corners.filter((corner) => !row.corners.includes(corner));
  const [corner, setCorner] = useState<StationCorner>();
  const [why, setWhy] = useState('');
  const chosen = corner ?? free[0];
  const suggest = useCommand('station.suggest-corner', () => ({
    outlet: row.outlet,
    corner: chosen!,
    why,
  }));
  if (!chosen) return null;
  return (
    <ActionDialog
      title={t('stations.suggest-title')}
      trigger={t('stations.suggest')}
      intent={suggest}
    >
      <ChoiceInput
        label={t('stations.corner')}
        value={chosen}
        set={setCorner}
        words={free}
        say={(word) => t(`station.corner.${word}`)}
      />
      <TextInput label={t('stations.why')} value={why} set={setWhy} required />
    </ActionDialog>
  );
}

interface Case {
  row: StationRow;
  one: StationSuggestion;
}

function Judge({ row, one }: Case) {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState<'accept' | 'decline'>('accept');
  const [reason, setReason] = useState('');
  const judge = useCommand('station.judge-suggestion', () => ({
    outlet: row.outlet,
    suggestion: one.suggestion,
    accepted: answer === 'accept',
    reason,
  }));
  return (
    <ActionDialog
      title={t('stations.judge-title', { corner: t(`station.corner.${one.corner}`) })}
      trigger={t('stations.judge')}
      intent={judge}
    >
      <ChoiceInput
        label={t('stations.answer')}
        value={answer}
        set={setAnswer}
        words={['accept', 'decline'] as const}
        say={(word) => t(`stations.${word}`)}
      />
      <TextInput
        label={t('stations.reason')}
        value={reason}
        set={setReason}
        required={answer === 'decline'}
      />
    </ActionDialog>
  );
}

function OpenCorner({ row, one }: Case) {
  const { t } = useTranslation();
  const open = useCommand('station.open-corner', () => ({
    outlet: row.outlet,
    suggestion: one.suggestion,
  }));
  return (
    <ActionDialog
      title={t('stations.open-corner-title', { corner: t(`station.corner.${one.corner}`) })}
      trigger={t('stations.open-corner')}
      intent={open}
    >
      <p>{t('stations.open-corner-means')}</p>
    </ActionDialog>
  );
}
