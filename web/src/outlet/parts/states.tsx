import { useTranslation } from 'react-i18next';
import type { CommandName } from '../../api/contract';
import { commandRoles } from '../../api/contract';

// No right: what is missing, and who has it.
export function NoRight({ command }: { command: CommandName }) {
  const { t } = useTranslation();
  const who = commandRoles[command].map((role) => t(`role.${role}`)).join(t('list.comma'));
  return (
    <p className="no-right" role="note">
      {t('tablet.no-right', { who })}
    </p>
  );
}
