import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { evidencePath } from '../../api/client';
import {
  commandRoles,
  type ChecklistLine,
  type ChecklistPage,
  type ChecklistStage,
} from '../../api/contract';
import { useCommand, useView } from '../../api/hooks';
import { useSignedIn } from '../../api/session';
import { ActionDialog } from '../../kit/ActionDialog';
import { titleIn, waitsForOverride } from '../../kit/checklist';
import { clock } from '../../kit/format';
import { Empty, Screen, Skeleton } from '../../kit/Screen';

// The three lists of the day: what is open first, with its evidence, and what an upper level may
// override.
export function ChecklistCard({ outlet }: { outlet: string }) {
  const { t } = useTranslation();
  const page = useView('checklist', { outlet });
  return (
    <section className="card checks" aria-labelledby="checks-title">
      <header>
        <h2 id="checks-title">{t('checks.title')}</h2>
        {page.data && page.data.version > 0 && (
          <span className="note push">{t('checks.version', { n: page.data.version })}</span>
        )}
      </header>
      <Screen query={page} skeleton={<Skeleton rows={4} />}>
        {(view) =>
          view.version === 0 ? <Empty>{t('checks.empty')}</Empty> : <Stages page={view} />
        }
      </Screen>
    </section>
  );
}

function Stages({ page }: { page: ChecklistPage }) {
  const { t } = useTranslation();
  return (
    <div className="body">
      {page.stages.map((stage) => (
        <Stage key={stage.phase} stage={stage} page={page} />
      ))}
      {page.left_open.length > 0 && (
        <p className="note">{t('checks.left', { n: page.left_open.length })}</p>
      )}
    </div>
  );
}

const isLoud = (line: ChecklistLine) =>
  waitsForOverride(line) || line.overdue || Boolean(line.waiver) || line.state === 'failed';

function Stage({ stage, page }: { stage: ChecklistStage; page: ChecklistPage }) {
  const { t } = useTranslation();
  const loud = stage.locked ? [] : stage.lines.filter(isLoud);
  const quiet = stage.lines.filter((line) => !loud.includes(line));
  const dress = stage.complete ? 'chip good' : loud.length > 0 ? 'chip alarm' : 'chip';
  return (
    <div className="check-stage">
      <h3>
        {t(`check.phase.${stage.phase}`)}
        <span className={`${dress} push`}>
          {stage.locked
            ? t(`check.locked.${stage.phase}`)
            : t('check.of', { n: stage.settled, of: stage.asked })}
        </span>
      </h3>
      {stage.signed_at && (
        <p className="note">
          {t('check.signed-by', {
            by: stage.signed_by,
            at: clock(stage.signed_at, page.time_zone),
          })}
        </p>
      )}
      <Lines lines={loud} page={page} locked={stage.locked} />
      {quiet.length > 0 && (
        <details>
          <summary>{t('checks.more')}</summary>
          <Lines lines={quiet} page={page} locked={stage.locked} />
        </details>
      )}
    </div>
  );
}

interface Listed {
  page: ChecklistPage;
  locked: boolean;
}

function Lines({ lines, ...rest }: Listed & { lines: ChecklistLine[] }) {
  return (
    <ul className="check-lines">
      {lines.map((line) => (
        <Line key={line.item} line={line} {...rest} />
      ))}
    </ul>
  );
}

function signOf(line: ChecklistLine, locked: boolean): string {
  if (locked) return '○';
  if (line.state === 'open') return line.overdue ? '▲' : '○';
  if (line.state === 'not_applicable') return '–';
  return line.state === 'passed' || line.state === 'overridden' ? '✓' : '✕';
}

function Line({ line, page, locked }: Listed & { line: ChecklistLine }) {
  const { t } = useTranslation();
  const { role } = useSignedIn();
  const may = commandRoles['checklist.override'].some((allowed) => allowed === role);
  const words = locked ? [] : [t(`check.state.${line.state}`)];
  if (line.known) words.push(t('check.by-system'));
  if (line.measure && line.value !== null && line.value !== undefined)
    words.push(`${line.value} ${line.measure.unit}`);
  if (line.note) words.push(line.note);
  if (line.answered_at)
    words.push(`${line.answered_by} ${clock(line.answered_at, page.time_zone)}`);
  if (line.due) words.push(t('check.next', { at: clock(line.due, page.time_zone) }));
  return (
    <li>
      <p>
        <span aria-hidden="true">{signOf(line, locked)}</span> {titleIn(line, t)}
      </p>
      {words.length > 0 && <p className="note">{words.join(' · ')}</p>}
      {line.waiver && (
        <p className="note">
          {t('check.overridden-by', { level: t(`level.${line.waiver.level}`) })} ·{' '}
          {line.waiver.reason} · {line.waiver.by} {clock(line.waiver.at, page.time_zone)}
        </p>
      )}
      {line.files.length > 0 && (
        <p className="check-photos">
          {line.files.map(({ sha256, media }) => (
            <a
              key={sha256}
              href={evidencePath(page.outlet, sha256)}
              target="_blank"
              rel="noreferrer"
            >
              {media === 'pdf' ? (
                'PDF'
              ) : (
                <img
                  src={evidencePath(page.outlet, sha256)}
                  alt={t('check.photo-alt', { hash: sha256.slice(0, 8) })}
                  loading="lazy"
                />
              )}
            </a>
          ))}
        </p>
      )}
      {may && waitsForOverride(line) && <Override line={line} outlet={page.outlet} />}
    </li>
  );
}

function Override({ line, outlet }: { line: ChecklistLine; outlet: string }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const override = useCommand('checklist.override', () => ({ outlet, item: line.item, reason }));
  return (
    <ActionDialog
      title={t('checks.override-title', { item: titleIn(line, t) })}
      trigger={t('checks.override')}
      intent={override}
    >
      <p>{t('checks.override-means')}</p>
      {line.note && <p className="note">{line.note}</p>}
      <label className="field">
        <span>{t('checks.reason')}</span>
        <input
          className="input"
          required
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </ActionDialog>
  );
}
