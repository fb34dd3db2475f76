import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { solvePlan } from '../../api/client';
import type { PlanDocument, PlanRequest, ZoneRow } from '../../api/contract';
import { useCommand, useView } from '../../api/hooks';
import { ApiProblem, unreachable } from '../../api/problem';
import { useSignedIn } from '../../api/session';
import { ulid } from '../../api/ulid';
import { day, dayAfter } from '../../kit/format';
import { Refusal } from '../../kit/Refusal';
import { Screen, Empty, Skeleton } from '../../kit/Screen';
import { StateGlyph } from '../../kit/StateGlyph';

// Ask the planner. It publishes nothing: a named person proposes what it found, others sign.
export function SolveCard({ scope }: { scope?: string }) {
  const { t } = useTranslation();
  const zones = useView('zones', { scope });
  return (
    <section className="card solve" aria-labelledby="solve-title">
      <header>
        <h2 id="solve-title">{t('solve.title')}</h2>
        <span className="note">{t('solve.hint')}</span>
      </header>
      <div className="body">
        <Screen
          query={zones}
          isEmpty={(view) => open(view.rows).length === 0}
          empty={<Empty>{t('solve.no-zone')}</Empty>}
        >
          {(view) => <SolveForm zones={open(view.rows)} />}
        </Screen>
      </div>
    </section>
  );
}

const open = (rows: ZoneRow[]) => rows.filter((zone) => !zone.lifted_at);

function SolveForm({ zones }: { zones: ZoneRow[] }) {
  const { t } = useTranslation();
  const session = useSignedIn();
  const solve = useMutation<PlanDocument, Error, PlanRequest>({ mutationFn: solvePlan });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    solve.mutate({
      zone: String(form.get('zone')),
      from: String(form.get('from')),
      days: Number(form.get('days')),
    });
  };
  const problem = solve.error instanceof ApiProblem ? solve.error : solve.error && unreachable();
  return (
    <>
      <form className="solve-form" onSubmit={submit}>
        <label className="field">
          <span>{t('solve.zone')}</span>
          <select className="input" name="zone">
            {zones.map((zone) => (
              <option key={zone.zone} value={zone.zone}>
                {zone.title}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{t('solve.from')}</span>
          <input
            className="input"
            type="date"
            name="from"
            required
            defaultValue={dayAfter(day(session.clock), 2)}
          />
        </label>
        <label className="field">
          <span>{t('solve.days')}</span>
          <input
            className="input"
            type="number"
            name="days"
            min={1}
            max={60}
            defaultValue={14}
            required
          />
        </label>
        <button type="submit" className="button primary" disabled={solve.isPending}>
          {t(solve.isPending ? 'solve.busy' : 'solve.do')}
        </button>
      </form>
      {solve.isPending && <Skeleton rows={3} />}
      {problem && <Refusal problem={problem} />}
      {solve.data && <Found key={JSON.stringify(solve.variables)} document={solve.data} />}
    </>
  );
}

// What the planner found, before anybody has put their name to it.
function Found({ document }: { document: PlanDocument }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const outlets = useView('outlets', { zone: document.zone });
  const [plan] = useState(() => `${document.zone}-${document.from}-${ulid().slice(-5)}`);
  const propose = useCommand('plan.propose', () => ({ plan, document }));
  const opening = document.outlets.filter((outlet) => outlet.verdict === 'can_open').length;
  const give = async () => {
    if (await propose.give()) await navigate({ to: '/plans/$plan', params: { plan } });
  };
  const title = (code: string) =>
    outlets.data?.rows.find((row) => row.outlet === code)?.title ?? code;
  return (
    <div className="found" role="status">
      <h3>{t('solve.found', { opening, outlets: document.outlets.length })}</h3>
      <ul>
        {document.outlets.map((outlet) => (
          <li key={outlet.outlet}>
            <StateGlyph state={outlet.verdict === 'can_open' ? 'open' : 'sealed_closed'} />{' '}
            <strong>{title(outlet.outlet)}</strong> {t(`verdict.${outlet.verdict}`)}
            {outlet.opens_on && (
              <span className="note">
                {' '}
                {t('plan.opens', { day: outlet.opens_on, windows: outlet.windows })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {propose.problem && <Refusal problem={propose.problem} />}
      <button
        type="button"
        className="button primary"
        disabled={propose.busy}
        onClick={() => void give()}
      >
        {t('solve.propose')}
      </button>
    </div>
  );
}
