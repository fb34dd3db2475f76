import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CashRow } from '../../api/contract';

// Whose sheet, bags or locks the part is about; it stands in the address.
export function OutletChoice({ rows }: { rows: CashRow[] }) {
  const { t } = useTranslation();
  const { outlet } = useSearch({ from: '/cash' });
  const navigate = useNavigate({ from: '/cash' });
  return (
    <select
      className="input"
      aria-label={t('cash.outlet')}
      value={outlet ?? rows[0].outlet}
      onChange={(event) =>
        void navigate({
          search: (old) => ({ ...old, outlet: event.target.value, bag: undefined }),
        })
      }
    >
      {rows.map((row) => (
        <option key={row.outlet} value={row.outlet}>
          {row.title}
        </option>
      ))}
    </select>
  );
}
