import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CityRollup } from '../../api/contract';

export function CitiesTable({ cities }: { cities: CityRollup[] }) {
  const { t } = useTranslation();
  return (
    <div className="table-frame map-list">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('city.title')}</th>
            <th scope="col" className="numeric">
              {t('city.open')}
            </th>
            <th scope="col" className="numeric">
              {t('city.abnormal')}
            </th>
            <th scope="col" className="numeric">
              {t('city.zones')}
            </th>
          </tr>
        </thead>
        <tbody>
          {cities.map((city) => (
            <tr key={city.city}>
              <td>
                <Link to="/board" search={{ scope: city.city, show: 'cities' }}>
                  {city.title}
                </Link>
              </td>
              <td className="numeric">
                {city.open} / {city.total}
              </td>
              <td className={city.abnormal > 0 ? 'numeric strong' : 'numeric'}>{city.abnormal}</td>
              <td className="numeric">{city.sealed_zones}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
