import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChecklistItem, ChecklistPhase, Day } from '../../api/contract';
import { useCommand } from '../../api/hooks';
import { ActionDialog } from '../../kit/ActionDialog';
import { TextInput } from '../../kit/fields';
import { listIn } from './checklistFile';

const phases: ChecklistPhase[] = ['before_opening', 'during_hours', 'after_closing'];

// 发布检查单: the list is written as a file, as the command line takes it; here it is looked at item by
// item before it holds for the whole province. What does not stand is refused, with the item's name.
export function PublishChecklist({ today }: { today: Day }) {
  const { t } = useTranslation();
  const [from, setFrom] = useState(today);
  const [items, setItems] = useState<ChecklistItem[]>();
  const [unreadable, setUnreadable] = useState('');
  const publish = useCommand('checklist.publish', () => ({ from, items: items ?? [] }));
  const take = async (file?: File) => {
    publish.reset();
    const list = file && listIn(await file.text());
    setUnreadable(file && !list ? file.name : '');
    setItems(list?.items);
    // A list of an earlier day is often the draft of the next.
    if (list?.from && list.from >= today) setFrom(list.from);
  };
  return (
    <ActionDialog
      title={t('checks.publish-title')}
      trigger={t('checks.publish')}
      intent={publish}
      width={760}
    >
      <div className="two">
        <label className="field">
          <span>{t('checks.file')}</span>
          <input
            className="input"
            type="file"
            required
            accept="application/json,.json"
            onChange={(event) => void take(event.target.files?.[0])}
          />
        </label>
        <TextInput label={t('checks.from')} type="date" value={from} set={setFrom} required />
      </div>
      {unreadable && (
        <p className="missing" role="alert">
          {t('checks.file-bad', { file: unreadable })}
        </p>
      )}
      {items && (
        <div className="check-preview" tabIndex={0} role="region" aria-label={t('checks.preview')}>
          {phases.map((phase) => (
            <Phase key={phase} phase={phase} items={items.filter((it) => it.phase === phase)} />
          ))}
        </div>
      )}
      <p className="note">{t('checks.publish-means')}</p>
    </ActionDialog>
  );
}

function Phase({ phase, items }: { phase: ChecklistPhase; items: ChecklistItem[] }) {
  const { t } = useTranslation();
  const language = t('check.title-language');
  return (
    <div className="check-stage">
      <h3>
        {t(`check.phase.${phase}`)}{' '}
        <span className="note">{t('checks.items', { n: items.length })}</span>
      </h3>
      <ol className="check-lines">
        {items.map((item) => (
          <li key={item.item}>
            {(language === 'zh' ? item.title_zh : item.title_en) || item.item} <Asked item={item} />
          </li>
        ))}
      </ol>
    </div>
  );
}

// What an item asks beyond a tap, and where.
function Asked({ item }: { item: ChecklistItem }) {
  const { t } = useTranslation();
  const { measure } = item;
  return (
    <span className="note">
      {[
        !item.mandatory && t('check.optional'),
        item.evidence && t('check.needs-photo'),
        measure && t('check.limits', { ...measure }),
        item.answered_by && t(`check.known.${item.answered_by}`),
        item.every_minutes && t('check.every', { n: item.every_minutes }),
        item.when && t(`checks.when.${item.when}`),
        item.if_failed && t('checks.if-failed', { item: item.if_failed }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  );
}
