import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportPage } from '../../api/contract';
import { useCommand } from '../../api/hooks';
import { useAuthority } from '../../api/session';
import { ActionDialog } from '../../kit/ActionDialog';
import { Done } from '../../kit/Done';
import { FigureInput, TextInput } from '../../kit/fields';
import { figureOf, inWords } from './reportWords';
import { useTitles } from './useTitles';

// The person confirms what the rooms say, and may add a note; no number is typed.
export function SendReport({ page }: { page: ReportPage }) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const [reason, setReason] = useState('');
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const { at } = page.row;
  const titleOf = useTitles(page.day);
  const absent = page.missing_below.map((one) => ({ at: one, reason: reasons[one] ?? '' }));
  const body = { at, day: page.day, note, absent };
  const submit = useCommand('daily-report.submit', () => body);
  const correct = useCommand('daily-report.correct', () => ({ ...body, reason }));
  if (!page.row.mine) return null;
  const sent = page.row.version > 0;
  const intent = sent ? correct : submit;
  const place = page.row.title || t(`level.${page.row.level}`);
  return (
    <>
      {intent.reply && <Done reply={intent.reply} />}
      <ActionDialog
        title={t(sent ? 'report.correct-title' : 'report.send-title', { place, day: page.day })}
        trigger={t(sent ? 'report.correct' : 'report.send')}
        intent={intent}
        primary={!sent}
      >
        <p className="note">{t(sent ? 'report.correct-means' : 'report.send-means')}</p>
        <Summary page={page} />
        {page.missing_below.map((one) => (
          <TextInput
            key={one}
            label={t('report.why-absent', { at: titleOf(one) })}
            value={reasons[one] ?? ''}
            set={(text) => setReasons((old) => ({ ...old, [one]: text }))}
            required
          />
        ))}
        {sent && <TextInput label={t('report.reason')} value={reason} set={setReason} required />}
        <TextInput label={t('report.note')} value={note} set={setNote} />
      </ActionDialog>
    </>
  );
}

const first = [
  'minutes_open',
  'tickets_served',
  'rounds_done',
  'suits_used',
  'cash_held_fen',
] as const;

function Summary({ page }: { page: ReportPage }) {
  const { t } = useTranslation();
  return (
    <dl className="report-summary">
      {first.map((key) => (
        <div key={key}>
          <dt>{t(`report.figure.${key}`)}</dt>
          <dd>{inWords(key, figureOf(page.row.figures, key)?.now)}</dd>
        </div>
      ))}
    </dl>
  );
}

// The province's order: from when reports are sent, and how long each level has for its own.
export function SetHour(now: { from: string; minutes: number }) {
  const { t } = useTranslation();
  const may = useAuthority();
  const [from, setFrom] = useState(now.from);
  const [minutes, setMinutes] = useState(now.minutes);
  const order = useCommand('daily-report.set-hour', () => ({ from, minutes }));
  if (!may('daily-report.set-hour')) return null;
  return (
    <ActionDialog title={t('report.hour-title')} trigger={t('report.hour')} intent={order}>
      <label className="field">
        <span>{t('report.hour-from')}</span>
        <input
          className="input"
          type="time"
          required
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
      </label>
      <FigureInput
        label={t('report.hour-minutes')}
        value={minutes}
        set={setMinutes}
        min={10}
        max={60}
      />
      <p className="note">{t('report.hour-means')}</p>
    </ActionDialog>
  );
}
