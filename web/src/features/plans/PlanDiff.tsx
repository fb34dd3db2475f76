import { useTranslation } from 'react-i18next';
import type { PlanPage, Posting } from '../../api/contract';
import { Empty } from '../../kit/Screen';

// What this plan changes against another: outlets first, then people.
export function PlanDiff({ page }: { page: PlanPage }) {
  const { t } = useTranslation();
  const difference = page.difference;
  if (!difference) return <Empty>{t('compare.none')}</Empty>;
  if (difference.people.length + difference.outlets.length === 0) {
    return <Empty>{t('compare.same', { plan: difference.against })}</Empty>;
  }
  const title = (outlet: string) => page.outlet_titles[outlet] ?? outlet;
  const posting = (at?: Posting | null) =>
    at ? `${title(at.outlet)} ${at.team.toUpperCase()} ${t(`post.${at.post}`)}` : '–';
  const verdict = (word?: string | null) => (word ? t(`verdict.${word}`) : '–');
  return (
    <div className="table-frame">
      <table className="table">
        <caption className="unseen">{t('compare.against', { plan: difference.against })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('compare.what')}</th>
            <th scope="col">{t('compare.before')}</th>
            <th scope="col">{t('compare.after')}</th>
          </tr>
        </thead>
        <tbody>
          {difference.outlets.map((change) => (
            <tr key={change.outlet}>
              <td>{title(change.outlet)}</td>
              <td>
                {verdict(change.verdict_before)} · {change.windows_before}
              </td>
              <td>
                {verdict(change.verdict_after)} · {change.windows_after}
              </td>
            </tr>
          ))}
          {difference.people.map((change) => (
            <tr key={change.person}>
              <td>{page.names[change.person] ?? change.person}</td>
              <td>{posting(change.before)}</td>
              <td>{posting(change.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
