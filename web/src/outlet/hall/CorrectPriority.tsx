import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueuePage, QueuePriority, TicketShown } from '../../api/contract';
import { Segmented } from '../../kit/Segmented';
import { shortTicket as short } from '../../kit/queue';
import { useMay, useSnapshot, useTablet } from '../context';
import { TextField, WriteForm } from '../parts/fields';

const all: QueuePriority[] = ['ordinary', 'elderly', 'disabled', 'pregnant'];

interface Correction {
  one: TicketShown;
  view: QueuePage;
  close: () => void;
}

// The door sees who comes: a priority that was claimed wrongly, or that nobody claimed, is put
// right with the reason. The server gives the new place, so it needs the line.
export function CorrectPriority({ one, view, close }: Correction) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const may = useMay()('queue.correct-priority');
  const { reach } = useSnapshot();
  const others = all.filter((priority) => priority !== one.priority);
  const [to, choose] = useState<QueuePriority>(others[0]!);
  const [reason, setReason] = useState('');
  if (!may) return null;
  const name = short(one.ticket, view.day);
  const send = async () => {
    await tablet.write('queue.correct-priority', {
      outlet: view.outlet,
      ticket: one.ticket,
      priority: to,
      reason: reason.trim(),
    });
    close();
  };
  return (
    <div className="correct-priority">
      <WriteForm
        label={t('hall.correct-ticket', { ticket: name })}
        verb={t('hall.correct')}
        disabled={reach === 'cut' || reason.trim() === ''}
        send={send}
      >
        <h3>{t('hall.correct-ticket', { ticket: name })}</h3>
        <Segmented
          label={t('hall.correct-to')}
          value={to}
          onChange={choose}
          choices={others.map((value) => ({ value, text: t(`hall.priority.${value}`) }))}
        />
        <TextField
          label={t('hall.correct-why')}
          required
          value={reason}
          set={setReason}
          suggestions={[t('hall.correct-no-proof'), t('hall.correct-seen')]}
        />
        <p className="note">{t('hall.correct-means')}</p>
      </WriteForm>
    </div>
  );
}
