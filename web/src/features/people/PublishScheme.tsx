import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  Day,
  PolicyGrade,
  QuarantineContactKind,
  QuarantineMeasureKind,
  QuarantineScheme,
} from '../../api/contract';
import { useCommand } from '../../api/hooks';
import { ActionDialog } from '../../kit/ActionDialog';

const contacts: QuarantineContactKind[] = ['contact', 'second_contact'];
const kinds: QuarantineMeasureKind[] = ['central_quarantine', 'home_isolation', 'home_monitoring'];
const grades: PolicyGrade[] = ['L', 'G', 'N', 'T', 'W', 'S', 'A'];
const mostStages = 6;

// A stage as it is typed: its days of test in one line, "1 4 7".
interface Stage {
  kind: QuarantineMeasureKind;
  days: string;
  tests: string;
}
type Stages = Record<QuarantineContactKind, Stage[]>;

const figures = (text: string) => (text.match(/\d+/g) ?? []).map(Number);

function typed(scheme?: QuarantineScheme): Stages {
  const of = (contact: QuarantineContactKind): Stage[] =>
    scheme?.rules
      .find((rule) => rule.contact === contact)
      ?.phases.map(({ kind, days, test_days }) => ({
        kind,
        days: String(days),
        tests: test_days.join(' '),
      })) ?? [];
  return { contact: of('contact'), second_contact: of('second_contact') };
}

const written = (stages: Stages) =>
  contacts
    .filter((contact) => stages[contact].length > 0)
    .map((contact) => ({
      contact,
      phases: stages[contact].map(({ kind, days, tests }) => ({
        kind,
        days: Number(days),
        test_days: [...new Set(figures(tests))].sort((a, b) => a - b),
      })),
    }));

// A new edition begins as a copy of one that is known: what changes is seldom everything.
export function PublishScheme({ known, today }: { known: QuarantineScheme[]; today: Day }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [from, setFrom] = useState(today);
  const [grade, setGrade] = useState<PolicyGrade>('G');
  const [source, setSource] = useState('');
  const [stages, setStages] = useState(() => typed(known[0]));
  const publish = useCommand('quarantine.publish-scheme', () => ({
    scheme: {
      scheme: name.trim(),
      valid_from: from,
      rules: written(stages),
      grade,
      source: source.trim(),
    },
  }));
  return (
    <ActionDialog
      title={t('schemes.publish-title')}
      trigger={t('schemes.publish')}
      intent={publish}
    >
      <div className="two">
        <label className="field">
          <span>{t('schemes.name')}</span>
          <input
            className="input"
            required
            list="scheme-names"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <datalist id="scheme-names">
          {known.map(({ scheme }) => (
            <option key={scheme} value={scheme}>
              {scheme}
            </option>
          ))}
        </datalist>
        <label className="field">
          <span>{t('schemes.valid-from')}</span>
          <input
            className="input"
            type="date"
            required
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        </label>
        <label className="field">
          <span>{t('schemes.document')}</span>
          <input
            className="input"
            required
            maxLength={200}
            value={source}
            onChange={(event) => setSource(event.target.value)}
          />
        </label>
        <label className="field">
          <span>{t('schemes.grade')}</span>
          <select
            className="input"
            value={grade}
            onChange={(event) => setGrade(event.target.value as PolicyGrade)}
          >
            {grades.map((letter) => (
              <option key={letter} value={letter}>
                {t(`grade.${letter}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <CopyOf known={known} copy={(scheme) => setStages(typed(scheme))} />
      {contacts.map((contact) => (
        <StageRows
          key={contact}
          contact={contact}
          stages={stages[contact]}
          set={(list) => setStages({ ...stages, [contact]: list })}
        />
      ))}
      <p className="note">{t('schemes.publish-means')}</p>
    </ActionDialog>
  );
}

interface Copies {
  known: QuarantineScheme[];
  copy: (scheme?: QuarantineScheme) => void;
}

function CopyOf({ known, copy }: Copies) {
  const { t } = useTranslation();
  return (
    <label className="field">
      <span>{t('schemes.copy')}</span>
      <select
        className="input"
        onChange={(event) => copy(known.find(({ scheme }) => scheme === event.target.value))}
      >
        {known.map(({ scheme }) => (
          <option key={scheme}>{scheme}</option>
        ))}
        <option value="">{t('schemes.copy-none')}</option>
      </select>
    </label>
  );
}

interface Rows {
  contact: QuarantineContactKind;
  stages: Stage[];
  set: (stages: Stage[]) => void;
}

function StageRows({ contact, stages, set }: Rows) {
  const { t } = useTranslation();
  const days = stages.reduce((sum, stage) => sum + (Number(stage.days) || 0), 0);
  const tests = stages.reduce((sum, stage) => sum + figures(stage.tests).length, 0);
  const change = (at: number, part: Partial<Stage>) =>
    set(stages.map((stage, n) => (n === at ? { ...stage, ...part } : stage)));
  return (
    <fieldset className="stages">
      <legend>
        {t(`contact.${contact}`)}{' '}
        <span className="note">
          {stages.length > 0 ? t('schemes.sum', { n: days, tests }) : t('schemes.not-covered')}
        </span>
      </legend>
      {stages.map((stage, n) => (
        <div key={n} className="stage-row" role="group" aria-label={t('schemes.nth', { n: n + 1 })}>
          <select
            className="input"
            aria-label={t('schemes.kind')}
            value={stage.kind}
            onChange={(event) => change(n, { kind: event.target.value as QuarantineMeasureKind })}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`measure.${kind}`)}
              </option>
            ))}
          </select>
          <label>
            <span>{t('schemes.days')}</span>
            <input
              className="input"
              type="number"
              required
              min={1}
              max={60}
              value={stage.days}
              onChange={(event) => change(n, { days: event.target.value })}
            />
          </label>
          <label>
            <span>{t('schemes.test-days')}</span>
            <input
              className="input"
              placeholder="1 4 7"
              pattern="[\d\s,，、]*"
              value={stage.tests}
              onChange={(event) => change(n, { tests: event.target.value })}
            />
          </label>
          <button
            type="button"
            className="button"
            aria-label={t('schemes.drop-nth', { n: n + 1 })}
            onClick={() => set(stages.filter((_, at) => at !== n))}
          >
            ✕
          </button>
        </div>
      ))}
      {stages.length < mostStages && (
        <button
          type="button"
          className="button"
          onClick={() => set([...stages, { kind: 'home_isolation', days: '7', tests: '' }])}
        >
          {t('schemes.add')} · {t(`contact.${contact}`)}
        </button>
      )}
    </fieldset>
  );
}
