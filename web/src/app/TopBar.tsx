import { useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { signOut } from '../api/client';
import { useView } from '../api/hooks';
import { changeLanguage } from '../i18n';
import { AgeChip } from '../kit/AgeChip';
import { useSignedIn } from '../api/session';

export function TopBar({ heardAt, ahead }: { heardAt: number; ahead: number }) {
  return (
    <header className="top">
      <Crumb />
      <Response />
      <div className="top-right">
        <AgeChip heardAt={heardAt} ahead={ahead} />
        <ScopeChoice />
        <Language />
        <Account />
      </div>
    </header>
  );
}

// 省 ▸ 市 ▸ 网点: each part leads back to its own width.
function Crumb() {
  const { t } = useTranslation();
  const { scope } = useSearch({ strict: false });
  const { pathname } = useLocation();
  const place = pathname.split('/')[1] || 'board';
  const [city, outlet] = (scope ?? '').split('/');
  const cities = useView('cities', {});
  const outlets = useView('outlets', { scope: city }, Boolean(outlet));
  const cityTitle = cities.data?.rows.find((row) => row.city === city)?.title ?? city;
  const outletTitle = outlets.data?.rows.find((row) => row.outlet === outlet)?.title ?? outlet;
  return (
    <div className="crumb">
      <h1>{t(`nav.${place}`)}</h1>
      <nav aria-label={t('scope.label')}>
        <Link to="." search={(old) => ({ ...old, scope: undefined })}>
          {t('scope.province')}
        </Link>
        {city && (
          <Link to="." search={(old) => ({ ...old, scope: city })}>
            {cityTitle}
          </Link>
        )}
        {outlet && (
          <Link to="." search={(old) => ({ ...old, scope })}>
            {outletTitle}
          </Link>
        )}
      </nav>
    </div>
  );
}

// The emergency in force, on every page.
function Response() {
  const { t } = useTranslation();
  const { scope } = useSearch({ strict: false });
  const board = useView('board', { scope });
  if (!board.data?.response_day) return null;
  const { cities, cities_in_response, response_day } = board.data;
  const titles = cities
    .filter((city) => cities_in_response.includes(city.city))
    .map((city) => city.title);
  return (
    <span className="chip warning response">
      {t('board.response', { cities: titles.join(t('list.comma')), day: response_day })}
    </span>
  );
}

function ScopeChoice() {
  const { t } = useTranslation();
  const { scope } = useSearch({ strict: false });
  const navigate = useNavigate();
  const cities = useView('cities', {});
  const choose = (value: string) =>
    void navigate({ to: '.', search: (old) => ({ ...old, scope: value || undefined }) });
  return (
    <select
      className="input"
      aria-label={t('scope.choose')}
      value={scope?.split('/')[0] ?? ''}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{t('scope.whole')}</option>
      {cities.data?.rows.map((row) => (
        <option key={row.city} value={row.city}>
          {row.title}
        </option>
      ))}
    </select>
  );
}

function Language() {
  const { t, i18n } = useTranslation();
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <button
      type="button"
      className="button"
      lang={other}
      onClick={() => void changeLanguage(other)}
    >
      {t('language.other')}
    </button>
  );
}

function Account() {
  const { t } = useTranslation();
  const session = useSignedIn();
  const queries = useQueryClient();
  const leave = async () => {
    await signOut();
    queries.clear();
    await queries.invalidateQueries();
    window.location.assign('/');
  };
  return (
    <span className="account">
      <span className="chip">{session.title ?? session.account}</span>
      {!session.demo && (
        <button type="button" className="button quiet" onClick={() => void leave()}>
          {t('session.leave')}
        </button>
      )}
    </span>
  );
}
