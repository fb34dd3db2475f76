import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ViewQuery } from '../api/hooks';
import { ApiProblem, unreachable } from '../api/problem';
import { Refusal } from './Refusal';

interface Screen<Result> {
  query: ViewQuery<Result>;
  skeleton?: ReactNode;
  isEmpty?: (result: Result) => boolean;
  empty?: ReactNode;
  children: (result: Result) => ReactNode;
}

// One part of a page in whichever state it is: waiting, empty, refused, failed or shown. What was
// already on screen stays there when the next answer fails.
export function Screen<Result>({ query, skeleton, isEmpty, empty, children }: Screen<Result>) {
  const { data, error, isPending } = query;
  if (data === undefined && error) return <Failure error={error} retry={query.refetch} />;
  if (isPending || data === undefined) return <Later>{skeleton ?? <Skeleton />}</Later>;
  return (
    <>
      {error && <Failure error={error} retry={query.refetch} kept />}
      {isEmpty?.(data) ? empty : children(data)}
    </>
  );
}

export function Failure(props: { error: Error; retry: () => unknown; kept?: boolean }) {
  const { t } = useTranslation();
  const problem = props.error instanceof ApiProblem ? props.error : unreachable();
  if (problem.status === 401) return <p className="screen-state">{t('screen.signed-out')}</p>;
  if (problem.status === 403) return <NoRight problem={problem} />;
  return (
    <section className={props.kept ? 'failure kept' : 'failure'}>
      <Refusal problem={problem} />
      {props.kept && <p className="note">{t('screen.kept')}</p>}
      <button type="button" className="button" onClick={() => props.retry()}>
        {t('action.retry')}
      </button>
    </section>
  );
}

function NoRight({ problem }: { problem: ApiProblem }) {
  const { t } = useTranslation();
  return (
    <section className="screen-state no-right">
      <h2>{t('screen.no-right')}</h2>
      <Refusal problem={problem} />
      <p>{t('screen.who-grants')}</p>
    </section>
  );
}

export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="screen-state empty">
      <p>{children}</p>
      {action}
    </div>
  );
}

// A quick answer needs no sign of waiting.
function Later({ children }: { children: ReactNode }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return <div className={late ? 'waiting' : 'waiting hushed'}>{children}</div>;
}

export function Skeleton({ rows = 5 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{t('screen.loading')}</span>
      {Array.from({ length: rows }, (_, i) => (
        <i key={i} style={{ width: `${92 - ((i * 17) % 40)}%` }} />
      ))}
    </div>
  );
}
