import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameCalendar } from '../api/client';
import { ApiProblem, unreachable } from '../api/problem';
import { Refusal } from './Refusal';

type Of = Parameters<typeof nameCalendar>[0];

// The address is asked for when it is wanted: whoever has it reads the calendar without signing in,
// so it does not lie on the page.
export function CalendarAddress({ of, label }: { of: Of; label?: string }) {
  const { t } = useTranslation();
  const [path, setPath] = useState<string>();
  const [problem, setProblem] = useState<ApiProblem>();
  const ask = async () => {
    setProblem(undefined);
    try {
      setPath((await nameCalendar(of)).path);
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error : unreachable());
    }
  };
  return (
    <>
      <button type="button" className="button" aria-label={label} onClick={() => void ask()}>
        {t('calendar.ask')}
      </button>
      {problem && <Refusal problem={problem} />}
      {path && (
        <div className="calendar-address" role="status">
          <label className="field">
            <span>{t('calendar.address')}</span>
            <input
              className="input"
              readOnly
              value={location.origin + path}
              onFocus={(event) => event.target.select()}
            />
          </label>
          <p className="note">{t('calendar.means')}</p>
        </div>
      )}
    </>
  );
}
