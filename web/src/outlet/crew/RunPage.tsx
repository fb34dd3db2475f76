import { useTranslation } from 'react-i18next';
import type { VanRunDetail, VanRunStop } from '../../api/contract';
import { clock, money, monthAndDay } from '../../kit/format';
import { useSentence } from '../../kit/Refusal';
import { Mark } from '../parts/Mark';
import { Depart, Gate, Loading, Return, Unloading } from './Way';
import { Handing } from './Handing';
import { nextStop } from './runs';

interface Shown {
  run: VanRunDetail;
  zone: string;
}

// One thing to do now in large type; below it the whole of the run.
export function RunPage({ run, zone, others }: Shown & { others: VanRunDetail[] }) {
  const { t } = useTranslation();
  return (
    <>
      <Now run={run} zone={zone} />
      <People run={run} />
      <Way run={run} zone={zone} />
      {others.length > 0 && (
        <section className="card">
          <h2>{t('crew.others', { n: others.length })}</h2>
          <ul className="list">
            {others.map((other) => (
              <li key={other.run}>
                {other.run} · {other.plate} · {t(`run-stage.${other.stage}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Now({ run, zone }: Shown) {
  const stop = nextStop(run);
  switch (run.stage) {
    case 'planned':
      return (
        <>
          <Loading run={run} />
          <Depart run={run} zone={zone} />
        </>
      );
    case 'departed':
    case 'turned_back':
      if (run.zone) return <Gate run={run} zone={zone} />;
      return stop ? <Stop run={run} stop={stop} zone={zone} /> : <Return run={run} />;
    case 'inside':
    case 'at_stop':
      return stop ? <Stop run={run} stop={stop} zone={zone} /> : <Return run={run} />;
    case 'returned':
      return <Unloading run={run} />;
    case 'cancelled':
      return <Called run={run} />;
  }
}

function Called({ run }: { run: VanRunDetail }) {
  const { t } = useTranslation();
  const why = run.happened.find(({ what }) => what === 'cancelled')?.title;
  return (
    <section className="card now">
      <h2>{t('crew.cancelled')}</h2>
      {why && <p>{why}</p>}
    </section>
  );
}

function Stop({ run, stop, zone }: Shown & { stop: VanRunStop }) {
  const { t } = useTranslation();
  return (
    <>
      <section className="card now" aria-labelledby="stop-title">
        <p className="note">{t('crew.next-stop')}</p>
        <h2 id="stop-title" className="huge">
          {stop.title}
        </h2>
        {stop.address && <p>{stop.address}</p>}
        <p className="large">
          {clock(stop.from, zone)}–{clock(stop.to, zone)} <Late stop={stop} />
        </p>
        <p className={stop.check ? 'checked' : 'note'}>
          {stop.check ? (
            <>
              <Mark sign="done" /> {t('crew.checked', { at: clock(stop.check.at, zone) })}
            </>
          ) : (
            t('crew.unchecked', { plate: run.plate })
          )}
        </p>
      </section>
      <Handing run={run} stop={stop} zone={zone} />
    </>
  );
}

function Late({ stop }: { stop: VanRunStop }) {
  const { t } = useTranslation();
  if (stop.check || stop.minutes_late === 0) return null;
  return <span className="chip alarm">{t('crew.late', { n: stop.minutes_late })}</span>;
}

function People({ run }: { run: VanRunDetail }) {
  const { t, i18n } = useTranslation();
  const sentence = useSentence();
  return (
    <section className="card" aria-labelledby="people-title">
      <h2 id="people-title">{t('crew.aboard')}</h2>
      <dl className="pair">
        <div>
          <dt>{t('crew.plate')}</dt>
          <dd className="large">{run.plate}</dd>
        </div>
        <div>
          <dt>{t('crew.clean')}</dt>
          <dd className="large">{money(run.clean, i18n.language)}</dd>
        </div>
        <div>
          <dt>{t('crew.dirty')}</dt>
          <dd className="large">{money(run.dirty, i18n.language)}</dd>
        </div>
      </dl>
      <ul className="list">
        {run.crew.map((member) => (
          <li key={member.person}>
            <strong>{member.name ?? member.person}</strong>{' '}
            <span className="note">{member.person}</span>
            {member.unfit.map((code) => (
              <span key={code} className="missing">
                <span aria-hidden="true">✕</span> {sentence(code)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Way({ run, zone }: Shown) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="way-title">
      <h2 id="way-title">
        {t('crew.way', { day: monthAndDay(run.day) })} <span className="note">{run.run}</span>
      </h2>
      <ol className="way">
        {run.zone && (
          <li data-done={run.stage !== 'planned' && run.stage !== 'departed'}>
            <strong>{run.gate}</strong>
            <span className="note">
              {t('crew.gate-hours', { from: run.gate_from, to: run.gate_to })}
            </span>
          </li>
        )}
        {run.stops.map((stop) => (
          <li key={stop.outlet} data-done={Boolean(stop.left_at)}>
            <strong>{stop.title}</strong>
            <span className="note">
              {clock(stop.from, zone)}–{clock(stop.to, zone)} ·{' '}
              {t('crew.bags', { n: stop.bags.length })}
              {stop.left_at && ` · ✓ ${clock(stop.left_at, zone)}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
