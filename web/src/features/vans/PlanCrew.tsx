import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { VanRider, VanRunCrewMember } from '../../api/contract';
import { useView } from '../../api/hooks';
import { PeopleList, PersonField } from '../../kit/PersonField';
import type { Drafting } from './PlanRun';

// Who rides in another van that day does not come into question.
const choices = (riders: VanRider[], van: string) =>
  riders
    .filter(({ rides_van }) => !rides_van || rides_van === van)
    .map(({ person, name, home_title, guard, fit }) => ({
      person,
      name,
      home_title,
      skills: guard ? (['guard'] as const) : [],
      fit,
      erased: false,
    }));

// Two or more, one a guard, each with the account of the telephone that he signs with.
export function PlanCrew({ draft, change, scope }: Drafting) {
  const { t } = useTranslation();
  const id = useId();
  const riders = useView('van-riders', { scope, day: draft.day }).data?.rows ?? [];
  const people = choices(riders, draft.van);
  const accounts = useView('personas', { role: 'van_crew' }).data?.rows ?? [];
  const set = (at: number, part: Partial<VanRunCrewMember>) =>
    change({ crew: draft.crew.map((m, i) => (i === at ? { ...m, ...part } : m)) });
  return (
    <fieldset className="run-form-part">
      <legend>{t('vans.crew')}</legend>
      <PeopleList id={`${id}-people`} people={people} />
      {draft.crew.map((member, at) => (
        <div key={at} className="run-form-grid">
          <PersonField
            label={t('run-form.person', { n: at + 1 })}
            value={member.person}
            set={(person) => set(at, { person })}
            list={`${id}-people`}
            people={people}
            required
          />
          <label className="field">
            <span>{t('run-form.account', { n: at + 1 })}</span>
            <select
              className="input"
              required
              value={member.account}
              onChange={(event) => set(at, { account: event.target.value })}
            >
              <option value="">{t('run-form.choose')}</option>
              {accounts.map((row) => (
                <option key={row.account} value={row.account}>
                  {row.title}
                </option>
              ))}
            </select>
          </label>
        </div>
      ))}
      <div className="run-actions">
        <button
          type="button"
          className="button"
          onClick={() => change({ crew: [...draft.crew, { person: '', account: '' }] })}
        >
          {t('run-form.more-crew')}
        </button>
        {draft.crew.length > 2 && (
          <button
            type="button"
            className="button"
            onClick={() => change({ crew: draft.crew.slice(0, -1) })}
          >
            {t('run-form.fewer-crew')}
          </button>
        )}
      </div>
    </fieldset>
  );
}
