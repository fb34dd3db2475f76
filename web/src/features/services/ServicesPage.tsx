import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { viewRoles } from '../../api/contract';
import { useSignedIn } from '../../api/session';
import { Segmented } from '../../kit/Segmented';
import { CallsPart } from './CallsPart';
import './services.css';
import { StationsPart } from './StationsPart';
import { SuppliersPart } from './SuppliersPart';

// 驿站与服务: what works in the rest stations, who waits for a call, and who delivers to the zone?
export function ServicesPage() {
  const { t } = useTranslation();
  const { part = 'stations' } = useSearch({ from: '/services' });
  const navigate = useNavigate({ from: '/services' });
  const { role } = useSignedIn();
  const readsCalls = viewRoles.contactless.some((allowed) => allowed === role);
  return (
    <div className="services-page">
      {readsCalls && (
        <Segmented
          label={t('services.part')}
          value={part}
          onChange={(next) => void navigate({ search: (old) => ({ ...old, part: next }) })}
          choices={[
            { value: 'stations', text: t('services.stations') },
            { value: 'calls', text: t('services.calls') },
            { value: 'suppliers', text: t('services.suppliers') },
          ]}
        />
      )}
      {(part === 'stations' || !readsCalls) && <StationsPart />}
      {part === 'calls' && readsCalls && <CallsPart />}
      {part === 'suppliers' && readsCalls && <SuppliersPart />}
    </div>
  );
}
