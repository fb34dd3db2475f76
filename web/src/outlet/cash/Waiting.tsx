// What waits for a second signer 待第二人确认. Whoever put it forward may take it back; another
// confirms it, and only while the line stands.
import { useTranslation } from 'react-i18next';
import type { CashPage, CashWaiting, Session } from '../../api/contract';
import { clock, money } from '../../kit/format';
import { useSnapshot } from '../context';
import { OrderButton } from '../hall/parts';

interface Props {
  cash: CashPage;
  session: Session;
}

export function Waiting({ cash, session }: Props) {
  const { t } = useTranslation();
  const { reach } = useSnapshot();
  if (cash.waiting.length === 0) return null;
  return (
    <section className="card till-waiting" aria-labelledby="till-waiting">
      <h2 id="till-waiting">{t('till.waiting')}</h2>
      <ul className="list">
        {cash.waiting.map((act) => (
          <Act key={act.act} act={act} cash={cash} session={session} />
        ))}
      </ul>
      {reach === 'cut' && <p className="note">{t('till.needs-line')}</p>}
    </section>
  );
}

function Act({ act, cash, session }: Props & { act: CashWaiting }) {
  const { t, i18n } = useTranslation();
  const { deed } = act;
  const body = { outlet: cash.outlet, act: act.act };
  const isMine = act.by === session.account;
  const what = deed.bags.length > 0 ? deed.bags : deed.filling ? [deed.filling.into] : [];
  return (
    <li className="till-act">
      <div>
        <strong>{t(`deed.${deed.kind}`)}</strong>{' '}
        {deed.filling && <span>{money(deed.filling.total, i18n.language)}</span>}
        <p>{what.join(t('list.comma'))}</p>
        {deed.seals && <p className="note">{t('till.seals', { n: deed.seals.join(' ') })}</p>}
        <p className="note">
          {t('till.by-until', { by: act.by, until: clock(act.expires_at, cash.time_zone) })}
        </p>
      </div>
      {isMine ? (
        <OrderButton command="cash.withdraw" body={body}>
          {t('till.withdraw')}
        </OrderButton>
      ) : (
        <OrderButton command="cash.confirm" body={body} kind="primary">
          {t('till.confirm')}
        </OrderButton>
      )}
    </li>
  );
}
