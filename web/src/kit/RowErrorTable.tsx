import { useTranslation } from 'react-i18next';
import type { ImportError } from '../api/contract';

// What is wrong with a sheet, row by row, so that whoever repairs it does it once.
export function RowErrorTable({ errors }: { errors: ImportError[] }) {
  const { t, i18n } = useTranslation();
  const chinese = i18n.language.startsWith('zh');
  return (
    <div className="table-frame">
      <table className="table cards row-errors">
        <caption className="unseen">{t('import.errors')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('import.file')}</th>
            <th scope="col" className="numeric">
              {t('import.line')}
            </th>
            <th scope="col">{t('import.column')}</th>
            <th scope="col">{t('import.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {errors.map((error, index) => (
            <tr key={`${error.file}:${error.line}:${error.column}:${index}`}>
              <td data-label={t('import.file')}>{error.file}</td>
              <td data-label={t('import.line')} className="numeric">
                {error.line || '–'}
              </td>
              <td data-label={t('import.column')}>{error.column || '–'}</td>
              <td data-label={t('import.reason')}>
                {(chinese && error.reason_zh) || error.reason}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
