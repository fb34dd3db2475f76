import { useTranslation } from 'react-i18next';
import type { PlanBackup, PlanBackupKind, PlanOutletPlan, PlanPage } from '../../api/contract';
import { money, whole } from '../../kit/format';
import { WindowGantt } from './WindowGantt';

const backupKinds: PlanBackupKind[] = ['business', 'people', 'service', 'management'];

// Who works in which post of which team, the four backups, and how the days go.
export function Roster({ page, outlet }: { page: PlanPage; outlet: PlanOutletPlan }) {
  const { t, i18n } = useTranslation();
  const title = page.outlet_titles[outlet.outlet] ?? outlet.outlet;
  return (
    <section className="card roster" aria-labelledby="roster-title">
      <header>
        <h2 id="roster-title">{title}</h2>
        <span className="note">{outlet.outlet}</span>
      </header>
      <div className="body">
        <dl className="facts">
          <Fact name="plan.opens-on" value={outlet.opens_on ?? '–'} />
          <Fact name="plan.windows" value={String(outlet.windows)} />
          <Fact name="plan.suits" value={t('days.n', { n: outlet.suit_cover_days })} />
          <Fact name="plan.wipes" value={t('days.n', { n: outlet.wipe_cover_days })} />
          <Fact name="plan.cash" value={money(outlet.cash_need, i18n.language)} />
          <Fact name="plan.visits" value={whole(visitsOf(outlet))} />
        </dl>
        <Crews page={page} outlet={outlet} />
        <Backups page={page} backups={outlet.backups} />
        <WindowGantt page={page} outlet={outlet} />
      </div>
    </section>
  );
}

const visitsOf = (outlet: PlanOutletPlan) =>
  outlet.days.reduce((sum, day) => sum + day.critical_served + day.ordinary_served, 0);

function Fact({ name, value }: { name: string; value: string }) {
  const { t } = useTranslation();
  return (
    <div>
      <dt>{t(name)}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Crews({ page, outlet }: { page: PlanPage; outlet: PlanOutletPlan }) {
  const { t } = useTranslation();
  return outlet.crews.map((crew) => (
    <div key={crew.team} className="crew">
      <h3>{t('roster.team', { team: crew.team.toUpperCase(), n: crew.members.length })}</h3>
      <ul>
        {crew.members.map((member) => (
          <li key={member.person}>
            <span className="post">{t(`post.${member.post}`)}</span>
            <strong>{page.names[member.person] ?? member.person}</strong>
            <span className="note">{member.person}</span>
            {member.custody !== 'none' && (
              <span className="chip">{t(`custody.${member.custody}`)}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  ));
}

// 四项备份. A gap is said, not left out.
function Backups({ page, backups }: { page: PlanPage; backups: PlanBackup[] }) {
  const { t, i18n } = useTranslation();
  const named = (id: string) => page.names[id] ?? page.outlet_titles[id] ?? id;
  // "a/teller/1" is the first teller of team A; other duties are words, outlets or people.
  const duty = (text: string) => {
    const [team, post] = text.split('/');
    if (post) return `${team!.toUpperCase()} ${t(`post.${post}`)}`;
    return i18n.exists(`stand-in.${text}`) ? t(`stand-in.${text}`) : named(text);
  };
  return (
    <div className="backups">
      <h3>{t('backup.title')}</h3>
      <dl>
        {backupKinds.map((kind) => (
          <div key={kind}>
            <dt>{t(`backup.${kind}`)}</dt>
            {backups.filter((backup) => backup.kind === kind).length === 0 && (
              <dd className="gap">{t('backup.gap')}</dd>
            )}
            {backups
              .filter((backup) => backup.kind === kind)
              .map((backup) => (
                <dd key={backup.stands_in_for + backup.who} className={backup.who ? '' : 'gap'}>
                  {duty(backup.stands_in_for)} → {backup.who ? named(backup.who) : t('backup.gap')}
                </dd>
              ))}
          </div>
        ))}
      </dl>
    </div>
  );
}
