import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DirectiveRow, Learner } from '../../api/contract';
import { useCommand, useView } from '../../api/hooks';
import { useAuthority, useSignedIn } from '../../api/session';
import { ActionDialog } from '../../kit/ActionDialog';
import { titleIn } from '../../kit/checklist';
import { dayAndClock } from '../../kit/format';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { PublishDirective } from './PublishDirective';

// 制度学习: which version holds, and who has not read or mastered it yet.
export function DirectivesPart() {
  const { t } = useTranslation();
  const may = useAuthority();
  const { account } = useSignedIn();
  const { scope } = useSearch({ from: '/people' });
  const directives = useView('directives', { scope, account });
  return (
    <section className="card" aria-labelledby="directives-title">
      <header>
        <h2 id="directives-title">{t('directives.title')}</h2>
        <span className="note">{t('directives.means')}</span>
        {may('directive.publish') && directives.data && (
          <span className="push">
            <PublishDirective known={directives.data.directives} />
          </span>
        )}
      </header>
      <Screen
        query={directives}
        skeleton={<Skeleton rows={4} />}
        isEmpty={(view) => view.directives.length === 0}
        empty={<Empty>{t('directives.empty')}</Empty>}
      >
        {(view) => (
          <ul className="directives">
            {view.directives.map((row) => (
              <Directive key={row.directive} row={row} />
            ))}
          </ul>
        )}
      </Screen>
    </section>
  );
}

function Directive({ row }: { row: DirectiveRow }) {
  const { t, i18n } = useTranslation();
  const text = (i18n.language === 'en' && row.text_en) || row.text_zh;
  const done = row.to_master ? row.mastered : row.read;
  return (
    <li className={row.overdue ? 'directive late' : 'directive'}>
      <div className="directive-head">
        <h3>
          {titleIn(row, t)}{' '}
          <span className="note">
            {t(`directive.kind.${row.kind}`)} · {t('directives.version', { n: row.version })} ·{' '}
            {t(row.overdue ? 'directives.late' : 'directives.due', { due: dayAndClock(row.due) })}
          </span>
        </h3>
        <Own row={row} />
      </div>
      <div className="directive-figures">
        <progress
          value={done}
          max={Math.max(1, row.readers)}
          aria-label={t('directives.progress', { done, readers: row.readers })}
        />
        <span>
          {t('directives.read', { read: row.read, readers: row.readers })}
          {row.to_master && ` · ${t('directives.mastered', { n: row.mastered })}`}
        </span>
      </div>
      <details>
        <summary>{t('directives.text')}</summary>
        <p className="directive-text">{text}</p>
      </details>
      {row.outstanding.length > 0 && <Outstanding row={row} />}
    </li>
  );
}

// Nobody reads for another: the button is there for the account that is signed in alone.
function Own({ row }: { row: DirectiveRow }) {
  const { t } = useTranslation();
  const read = useCommand('directive.acknowledge', () => ({
    directive: row.directive,
    version: row.version,
  }));
  if (!row.mine) return null;
  if (row.read_by_me)
    return (
      <span className="note">
        ✓ {t(row.mastered_by_me ? 'directives.mastered-by-me' : 'directives.read-by-me')}
      </span>
    );
  return (
    <ActionDialog
      primary
      title={t('directives.acknowledge-title', { title: titleIn(row, t) })}
      trigger={t('directives.acknowledge')}
      intent={read}
    >
      <p>{t('directives.acknowledge-means')}</p>
    </ActionDialog>
  );
}

function Outstanding({ row }: { row: DirectiveRow }) {
  const { t } = useTranslation();
  const may = useAuthority();
  const { account } = useSignedIn();
  return (
    <details>
      <summary>{t('directives.outstanding', { n: row.outstanding.length })}</summary>
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t('directives.account')}</th>
            <th scope="col">{t('directives.place')}</th>
            <th scope="col">{t('directives.stands')}</th>
          </tr>
        </thead>
        <tbody>
          {row.outstanding.map((learner) => (
            <tr key={learner.account}>
              <td data-label={t('directives.account')}>
                {learner.title} <span className="note">{learner.account}</span>
              </td>
              <td data-label={t('directives.place')}>{learner.scope}</td>
              <td data-label={t('directives.stands')}>
                {t(learner.read ? 'directives.untested' : 'directives.unread')}
                {learner.read &&
                  row.to_master &&
                  learner.account !== account &&
                  may('directive.record-training') && <Passed row={row} learner={learner} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Passed({ row, learner }: { row: DirectiveRow; learner: Learner }) {
  const { t } = useTranslation();
  const passed = useCommand('directive.record-training', () => ({
    account: learner.account,
    directive: row.directive,
    version: row.version,
  }));
  return (
    <ActionDialog
      title={t('directives.passed-title', { account: learner.title })}
      trigger={t('directives.passed')}
      intent={passed}
    >
      <p>{t('directives.passed-means')}</p>
    </ActionDialog>
  );
}
