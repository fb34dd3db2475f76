import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostBackupBackedPost } from '../../api/contract';
import { useCommand, useView } from '../../api/hooks';
import { useSignedIn } from '../../api/session';
import { ActionDialog } from '../../kit/ActionDialog';
import { PeopleList, PersonField } from '../../kit/PersonField';

const ofOutlet: PostBackupBackedPost[] = [
  'supervisor',
  'teller',
  'guide',
  'guard',
  'key_holder',
  'outlet_manager',
];
const substitutesOffered = 4;

// Where a post stands: at an outlet, at a city's duty desk, or at the province's.
function useDesks(scope: string) {
  const level = scope === '' ? 'province' : scope.includes('/') ? 'outlet' : 'city';
  const posts: PostBackupBackedPost[] = [
    ...(level === 'province' ? (['province_duty'] as const) : []),
    ...(level === 'outlet' ? [] : (['city_duty'] as const)),
    ...ofOutlet,
  ];
  return posts;
}

// A post that nobody has named yet, and that no plan and no roster speaks of.
export function NameBackups({ scope }: { scope?: string }) {
  const { t } = useTranslation();
  const session = useSignedIn();
  const posts = useDesks(session.scope ?? '');
  const [post, setPost] = useState<PostBackupBackedPost>('supervisor');
  const [place, setPlace] = useState('');
  const [holder, setHolder] = useState('');
  const [substitutes, setSubstitutes] = useState<string[]>(() =>
    Array.from({ length: substitutesOffered }, () => ''),
  );
  const rank = useCommand('backup.rank', () => ({
    at: post === 'province_duty' ? '' : place,
    post,
    holder: holder.trim() || undefined,
    substitutes: substitutes.map((number) => number.trim()).filter(Boolean),
  }));
  return (
    <ActionDialog
      title={t('backups.name-title')}
      trigger={t('backups.name')}
      confirm={t('backups.rank')}
      intent={rank}
    >
      <label className="field">
        <span>{t('backups.post')}</span>
        <select
          className="input"
          value={post}
          onChange={(event) => {
            setPost(event.target.value as PostBackupBackedPost);
            setPlace('');
          }}
        >
          {posts.map((word) => (
            <option key={word} value={word}>
              {t(`backed.${word}`)}
            </option>
          ))}
        </select>
      </label>
      {post === 'city_duty' && <Cities value={place} set={setPlace} />}
      {ofOutlet.includes(post) && <Outlets scope={scope} value={place} set={setPlace} />}
      <People
        scope={place || scope}
        holder={holder}
        setHolder={setHolder}
        substitutes={substitutes}
        setSubstitutes={setSubstitutes}
      />
      <p className="note">{t('backups.name-means')}</p>
    </ActionDialog>
  );
}

interface Choice {
  scope?: string;
  value: string;
  set: (place: string) => void;
}

function Cities({ value, set }: Choice) {
  const { t } = useTranslation();
  const cities = useView('cities', {});
  const rows = (cities.data?.rows ?? []).map(({ city, title }) => ({ place: city, title }));
  return <Place label={t('backups.city')} rows={rows} value={value} set={set} />;
}

function Outlets({ scope, value, set }: Choice) {
  const { t } = useTranslation();
  const outlets = useView('outlets', { scope });
  const rows = (outlets.data?.rows ?? []).map(({ city, outlet, title }) => ({
    place: `${city}/${outlet}`,
    title,
  }));
  return <Place label={t('backups.outlet')} rows={rows} value={value} set={set} />;
}

interface Places {
  label: string;
  rows: { place: string; title: string }[];
  value: string;
  set: (place: string) => void;
}

function Place({ label, rows, value, set }: Places) {
  const { t } = useTranslation();
  return (
    <label className="field">
      <span>{label}</span>
      <select
        className="input"
        required
        value={value}
        onChange={(event) => set(event.target.value)}
      >
        <option value="">{t('backups.choose')}</option>
        {rows.map(({ place, title }) => (
          <option key={place} value={place}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

interface Named {
  scope?: string;
  holder: string;
  setHolder: (person: string) => void;
  substitutes: string[];
  setSubstitutes: (people: string[]) => void;
}

function People({ scope, holder, setHolder, substitutes, setSubstitutes }: Named) {
  const { t } = useTranslation();
  const list = useId();
  // A substitute may come from anywhere in the city.
  const city = scope?.split('/')[0];
  const people = useView('people', { scope: city }).data?.rows ?? [];
  return (
    <>
      <PeopleList id={list} people={people} />
      <PersonField
        label={t('backups.holder')}
        list={list}
        people={people}
        value={holder}
        set={setHolder}
      />
      <div className="two">
        {substitutes.map((person, at) => (
          <PersonField
            key={at}
            label={t('backups.nth', { n: at + 1 })}
            list={list}
            people={people}
            value={person}
            set={(next) => setSubstitutes(substitutes.map((old, n) => (n === at ? next : old)))}
          />
        ))}
      </div>
    </>
  );
}
