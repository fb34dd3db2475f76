// One item of a checklist: what is asked, how it stands, and the buttons that answer it.
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { evidencePath } from '../../api/client';
import type { ChecklistLine, ChecklistStage, ChecklistVerdict } from '../../api/contract';
import { isSettled, titleIn, waitsForOverride } from '../../kit/checklist';
import { clock } from '../../kit/format';
import { useTablet } from '../context';
import type { Scene } from '../section';
import { FigureField, TextField, WriteForm } from './fields';
import { Mark, type Sign } from './Mark';

interface Row {
  line: ChecklistLine;
  stage: ChecklistStage;
  scene: Scene;
  may: boolean;
}

function signOf(line: ChecklistLine, waits: boolean, locked: boolean): Sign {
  if (waits) return 'waiting';
  if (locked) return 'open';
  if (line.overdue) return 'late';
  if (line.state === 'open') return 'open';
  if (line.state === 'not_applicable') return 'dropped';
  return line.state === 'passed' || line.state === 'overridden' ? 'done' : 'conflict';
}

export function ChecklistRow({ line, stage, scene, may }: Row) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const waits = scene.entries.some(
    (e) => e.state === 'waiting' && e.thing === `checklist/${scene.page.outlet}/${line.item}`,
  );
  const quiet = stage.locked || (isSettled(line) && !line.overdue);
  const byHand = may && !line.known && !stage.locked;
  const kind = quiet ? 'item quiet' : line.overdue ? 'item late' : 'item';
  const title = titleIn(line, t);
  const again = t(line.every_minutes ? 'check.once-more' : 'check.correct');
  return (
    <li className={`${kind}${stage.locked ? ' locked' : ''}${isPlain(line) ? ' plain' : ''}`}>
      <div className="item-head">
        <Mark sign={signOf(line, waits, stage.locked)} />
        <span className="item-what">
          <strong>{title}</strong>
          <Detail line={line} scene={scene} waits={waits} />
        </span>
        {stage.locked && <span className="note">{t('check.locked')}</span>}
        {line.known && !stage.locked && <Known line={line} />}
        {byHand && quiet && !open && (
          <button
            type="button"
            className="button"
            aria-label={t('check.of-item', { what: again, item: title })}
            onClick={() => setOpen(true)}
          >
            {again}
          </button>
        )}
      </div>
      {line.files.length > 0 && <Photos line={line} outlet={scene.page.outlet} />}
      {byHand && (!quiet || open) && (
        <Answering line={line} outlet={scene.page.outlet} done={() => setOpen(false)} />
      )}
    </li>
  );
}

// Answered by a tap alone: its buttons stand beside it.
const isPlain = (line: ChecklistLine) => !line.measure && !line.evidence && line.files.length === 0;

function Known({ line }: { line: ChecklistLine }) {
  const { t } = useTranslation();
  const passed = line.state === 'passed';
  return (
    <span className={passed ? 'chip good' : 'chip alarm'}>
      {passed ? '✓' : '✕'} {t('check.by-system')}
    </span>
  );
}

function Detail({ line, scene, waits }: { line: ChecklistLine; scene: Scene; waits: boolean }) {
  const { t } = useTranslation();
  const zone = scene.page.time_zone;
  const words: string[] = [];
  if (!line.mandatory) words.push(t('check.optional'));
  if (line.known) words.push(t(`check.known.${line.known}`));
  if (line.every_minutes) words.push(t('check.every', { n: line.every_minutes }));
  if (line.due)
    words.push(t(line.overdue ? 'check.was-due' : 'check.next', { at: clock(line.due, zone) }));
  if (line.verdict) words.push(t(`check.verdict.${line.verdict}`));
  if (line.measure && line.value !== null && line.value !== undefined)
    words.push(`${line.value} ${line.measure.unit}`);
  if (line.note) words.push(line.note);
  if (line.answered_at) words.push(`${line.answered_by} ${clock(line.answered_at, zone)}`);
  if (waits) words.push(t('outbox.waiting'));
  return (
    <>
      {words.length > 0 && <span className="note">{words.join(' · ')}</span>}
      {line.waiver && (
        <span className="note warned">
          {t('check.overridden-by', { level: t(`level.${line.waiver.level}`) })} ·{' '}
          {line.waiver.reason}
        </span>
      )}
      {waitsForOverride(line) && <span className="note warned">{t('check.waits')}</span>}
    </>
  );
}

// ---- Answering.

interface Answer {
  line: ChecklistLine;
  outlet: string;
  done: () => void;
}

function Answering({ line, outlet, done }: Answer) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [figure, setFigure] = useState('');
  const [files, setFiles] = useState<string[]>([]);
  const [why, askWhy] = useState<Exclude<ChecklistVerdict, 'pass'>>();
  const { measure } = line;
  const value = measure && figure !== '' ? Number(figure) : undefined;
  const within = !measure || (value !== undefined && isWithin(value, measure));
  const lacksPhoto = line.evidence && files.length === 0;
  const give = async (verdict: ChecklistVerdict, note?: string) => {
    const evidence = files.length > 0 ? files : undefined;
    await tablet.write('checklist.answer', {
      outlet,
      item: line.item,
      verdict,
      value: value ?? null,
      note: note ?? null,
      evidence: evidence ?? null,
    });
    setFiles([]);
    setFigure('');
    done();
  };
  if (why)
    return (
      <Why verdict={why} line={line} value={value} give={give} back={() => askWhy(undefined)} />
    );
  return (
    <div className="answering">
      {measure && (
        <FigureField
          label={t('check.measured')}
          unit={measure.unit}
          step={stepOf(measure)}
          value={figure}
          set={setFigure}
          hint={<Limits measure={measure} value={value} />}
        />
      )}
      {lacksPhoto && <span className="note">{t('check.needs-photo')}</span>}
      <div className="answer-buttons">
        <PhotoButton
          wanted={lacksPhoto}
          count={files.length}
          add={(f) => setFiles([...files, f])}
        />
        <button type="button" className="button danger" onClick={() => askWhy('cannot')}>
          {t('check.verdict.cannot')}
        </button>
        <button
          type="button"
          className="button danger"
          disabled={Boolean(measure) && value === undefined}
          onClick={() => askWhy('fail')}
        >
          {t('check.verdict.fail')}
        </button>
        {!line.mandatory && (
          <button type="button" className="button" onClick={() => askWhy('not_applicable')}>
            {t('check.verdict.not_applicable')}
          </button>
        )}
        <button
          type="button"
          className="button good"
          disabled={lacksPhoto || !within}
          onClick={() => void give('pass')}
        >
          {t('check.verdict.pass')}
        </button>
      </div>
    </div>
  );
}

type Measure = NonNullable<ChecklistLine['measure']>;
const isWithin = (n: number, { least, most }: Measure) => n >= least && n <= most;
const stepOf = ({ least, most }: Measure) => (most - least > 100 ? 50 : 1);

function Limits({ measure, value }: { measure: Measure; value?: number }) {
  const { t } = useTranslation();
  const { least, most, unit } = measure;
  if (value === undefined)
    return <span className="note">{t('check.limits', { least, most, unit })}</span>;
  return isWithin(value, measure) ? (
    <span className="hint good">✓ {t('check.within')}</span>
  ) : (
    <span className="hint bad" role="status">
      ✕ {t('check.outside', { least, most, unit })}
    </span>
  );
}

interface Reason {
  verdict: Exclude<ChecklistVerdict, 'pass'>;
  line: ChecklistLine;
  value?: number;
  give: (verdict: ChecklistVerdict, note: string) => Promise<void>;
  back: () => void;
}

// What is no pass says why; whoever overrides it reads this first.
function Why({ verdict, line, value, give, back }: Reason) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const figure = line.measure && value !== undefined ? ` ${value} ${line.measure.unit}` : '';
  return (
    <WriteForm
      label={titleIn(line, t)}
      verb={`${t(`check.verdict.${verdict}`)}${figure}`}
      danger
      send={() => give(verdict, note)}
    >
      <TextField label={t('check.why')} required value={note} set={setNote} />
      {line.mandatory && <p className="note">{t('check.why-means')}</p>}
      <button type="button" className="button" onClick={back}>
        {t('action.cancel')}
      </button>
    </WriteForm>
  );
}

// ---- Photos.

interface Shot {
  wanted: boolean;
  count: number;
  add: (sha256: string) => void;
}

function PhotoButton({ wanted, count, add }: Shot) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [problem, setProblem] = useState(false);
  const take = async (file?: File) => {
    if (!file) return;
    setProblem(false);
    try {
      add(await tablet.writeFile(file));
    } catch {
      setProblem(true);
    }
  };
  return (
    <>
      {problem && (
        <span className="hint bad" role="alert">
          {t('check.photo-bad')}
        </span>
      )}
      <label className={wanted ? 'button photo wanted' : 'button photo'}>
        {count > 0 ? t('check.photos', { n: count }) : t('check.photo')}
        <input
          className="unseen"
          type="file"
          accept="image/jpeg,image/png,image/webp,application/pdf"
          capture="environment"
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
    </>
  );
}

function Photos({ line, outlet }: { line: ChecklistLine; outlet: string }) {
  return (
    <ul className="photos">
      {line.files.map((file) => (
        <li key={file.sha256}>
          <Photo outlet={outlet} sha256={file.sha256} />
        </li>
      ))}
    </ul>
  );
}

// From this tablet while the server does not have it, else from the server.
function Photo({ outlet, sha256 }: { outlet: string; sha256: string }): ReactNode {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [source, setSource] = useState<string>();
  useEffect(() => {
    let gone = false;
    void tablet.files.picture(sha256).then((here) => {
      if (!gone) setSource(here ?? evidencePath(outlet, sha256));
    });
    return () => {
      gone = true;
    };
  }, [tablet, outlet, sha256]);
  if (!source) return null;
  return (
    <a href={source} target="_blank" rel="noreferrer">
      <img src={source} alt={t('check.photo-alt', { hash: sha256.slice(0, 8) })} loading="lazy" />
    </a>
  );
}
