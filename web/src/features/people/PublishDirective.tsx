import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectiveKind, DirectiveRow } from '../../api/contract';
import { useCommand } from '../../api/hooks';
import { ActionDialog } from '../../kit/ActionDialog';
import { ChoiceInput, FigureInput, TextInput } from '../../kit/fields';

const kinds: DirectiveKind[] = [
  'management_scheme',
  'quarantine_rule',
  'emergency_plan',
  'guidance',
];

// A known name makes the next version of it, beginning with the text that holds.
export function PublishDirective({ known }: { known: DirectiveRow[] }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState({
    directive: '',
    kind: kinds[0]!,
    title_zh: '',
    title_en: '',
    text_zh: '',
    text_en: '',
    days_to_read: 2,
    to_master: true,
  });
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const name = (directive: string) => {
    const before = known.find((row) => row.directive === directive.trim());
    if (!before) return change({ directive });
    const { kind, title_zh, title_en, text_zh, text_en, to_master } = before;
    change({ directive, kind, title_zh, title_en, text_zh, text_en, to_master });
  };
  const publish = useCommand('directive.publish', () => ({
    ...draft,
    directive: draft.directive.trim(),
  }));
  const text = (field: 'text_zh' | 'text_en') => (
    <label className="field">
      <span>{t(`directives.${field}`)}</span>
      <textarea
        className="input"
        rows={6}
        required={field === 'text_zh'}
        value={draft[field]}
        onChange={(event) => change({ [field]: event.target.value })}
      />
    </label>
  );
  return (
    <ActionDialog
      title={t('directives.publish-title')}
      trigger={t('directives.publish')}
      intent={publish}
      width={720}
    >
      <div className="two">
        <label className="field">
          <span>{t('directives.id')}</span>
          <input
            className="input"
            required
            list="directive-names"
            placeholder="quarantine-rule"
            value={draft.directive}
            onChange={(event) => name(event.target.value)}
          />
          <span className="note">{t('directives.id-means')}</span>
        </label>
        <datalist id="directive-names">
          {known.map((row) => (
            <option key={row.directive} value={row.directive}>
              {row.title_zh}
            </option>
          ))}
        </datalist>
        <ChoiceInput
          label={t('directives.kind')}
          value={draft.kind}
          set={(kind) => change({ kind })}
          words={kinds}
          say={(kind) => t(`directive.kind.${kind}`)}
        />
        <TextInput
          label={t('directives.title_zh')}
          value={draft.title_zh}
          set={(title_zh) => change({ title_zh })}
          required
        />
        <TextInput
          label={t('directives.title_en')}
          value={draft.title_en}
          set={(title_en) => change({ title_en })}
          required
        />
        <FigureInput
          label={t('directives.days_to_read')}
          value={draft.days_to_read}
          set={(days_to_read) => change({ days_to_read })}
          max={30}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={draft.to_master}
            onChange={(event) => change({ to_master: event.target.checked })}
          />
          {t('directives.to_master')}
        </label>
      </div>
      {text('text_zh')}
      {text('text_en')}
      <p className="note">{t('directives.publish-means')}</p>
    </ActionDialog>
  );
}
