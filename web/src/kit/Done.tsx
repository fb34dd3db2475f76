import { useTranslation } from 'react-i18next';
import type { Reply } from '../api/contract';
import { clock } from './format';

// What was done, when and as which entry of the log, in place of the button.
export function Done({ reply, by }: { reply: Reply; by?: string }) {
  const { t } = useTranslation();
  return (
    <p className="done" role="status">
      <span aria-hidden="true">✓</span> {t('done.at', { time: clock(reply.at), by: by ?? '' })}{' '}
      <span className="note">{t('done.entry', { seq: reply.seq })}</span>
    </p>
  );
}
