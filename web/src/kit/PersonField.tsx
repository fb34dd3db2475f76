import { useTranslation } from 'react-i18next';
import type { PersonRow } from '../api/contract';

// As much of a person as a choice needs.
type Choice = Pick<PersonRow, 'person' | 'name' | 'home_title' | 'fit' | 'erased'> & {
  skills: readonly PersonRow['skills'][number][];
};

// The people to choose from, once a form; each field names the list. The value is the staff number.
export function PeopleList({ id, people }: { id: string; people: Choice[] }) {
  const { t } = useTranslation();
  const words = (row: Choice) =>
    [
      row.name ?? row.person,
      row.home_title,
      row.skills.map((skill) => t(`skill.${skill}`)).join(t('list.comma')),
      t(row.fit ? 'people.fit' : 'people.unfit'),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <datalist id={id}>
      {people
        .filter((row) => !row.erased)
        .map((row) => (
          <option key={row.person} value={row.person}>
            {words(row)}
          </option>
        ))}
    </datalist>
  );
}

interface Field {
  label: string;
  value: string;
  set: (person: string) => void;
  list: string;
  people: Choice[];
  required?: boolean;
}

export function PersonField({ label, value, set, list, people, required }: Field) {
  const { t } = useTranslation();
  const chosen = people.find((row) => row.person === value.trim());
  return (
    <label className="field">
      <span>{label}</span>
      <input
        className="input"
        list={list}
        required={required}
        autoComplete="off"
        placeholder={t('person.number')}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
      {chosen && (
        <span className="note">
          {chosen.name ?? chosen.person} · {t(chosen.fit ? 'people.fit' : 'people.unfit')}
        </span>
      )}
    </label>
  );
}
