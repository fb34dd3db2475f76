import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { importFile } from '../../api/client';
import type { ImportReport } from '../../api/contract';
import { ApiProblem, unreachable } from '../../api/problem';
import { ulid } from '../../api/ulid';
import { Refusal } from '../../kit/Refusal';
import { RowErrorTable } from '../../kit/RowErrorTable';
import { Skeleton } from '../../kit/Screen';
import { Templates } from './Templates';

// A sheet comes in twice: first as a trial that writes nothing, then, when every row is good, for
// good.
export function ImportPart() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  const key = useRef(ulid());
  const send = useMutation<ImportReport, Error, { file: File; dryRun: boolean }>({
    mutationFn: (sent) => importFile(sent.file, sent.dryRun, sent.dryRun ? ulid() : key.current),
    onSuccess: (_, { dryRun }) => {
      if (!dryRun) void queries.invalidateQueries({ queryKey: ['view'] });
    },
  });
  const take = (chosen: File) => {
    key.current = ulid();
    setFile(chosen);
    send.mutate({ file: chosen, dryRun: true });
  };
  const problem = send.error instanceof ApiProblem ? send.error : send.error && unreachable();
  return (
    <div className="import">
      <section className="card" aria-labelledby="import-title">
        <header>
          <h2 id="import-title">{t('import.title')}</h2>
          <span className="note">{t('import.hint')}</span>
        </header>
        <div className="body">
          <DropPlace take={take} />
          {send.isPending && <Skeleton rows={3} />}
          {problem && <Refusal problem={problem} />}
          {file && send.data && (
            <Report
              report={send.data}
              file={file}
              confirm={() => send.mutate({ file, dryRun: false })}
            />
          )}
        </div>
        {send.data && send.data.errors.length > 0 && <RowErrorTable errors={send.data.errors} />}
      </section>
      <Templates />
    </div>
  );
}

// Dragging is a convenience; the same is a file picker.
function DropPlace({ take }: { take: (file: File) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) take(file);
  };
  return (
    <label
      htmlFor={id}
      className={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <strong>{t('import.drop')}</strong>
      <span className="note">{t('import.kinds')}</span>
      <span className="button">{t('import.choose')}</span>
      <input
        id={id}
        className="unseen"
        type="file"
        accept=".csv,.xlsx"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) take(file);
        }}
      />
    </label>
  );
}

function Report(props: { report: ImportReport; file: File; confirm: () => void }) {
  const { t } = useTranslation();
  const { report, file, confirm } = props;
  const bad = report.error_count > 0;
  return (
    <div className={bad ? 'report bad' : 'report good'} role="status">
      <p className="strong">
        {file.name} ·{' '}
        {bad
          ? t('import.bad', { rows: report.rows, errors: report.error_count })
          : t(report.dry_run ? 'import.would' : 'import.done', { rows: report.imported })}
      </p>
      <p className="note">
        {report.files
          .map((one) =>
            [one.kind, one.encoding, t('import.rows', { n: one.rows })].filter(Boolean).join(' · '),
          )
          .join(t('list.semicolon'))}
      </p>
      {report.files.some((one) => one.ignored_columns.length > 0) && (
        <p className="note">
          {t('import.ignored', {
            columns: report.files.flatMap((one) => one.ignored_columns).join(t('list.comma')),
          })}
        </p>
      )}
      {bad && <p>{t('import.nothing')}</p>}
      {!bad && report.dry_run && (
        <button type="button" className="button primary" onClick={confirm}>
          {t('import.confirm')}
        </button>
      )}
    </div>
  );
}
