import { QRCode } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CashBagTrail } from '../../api/contract';
import { clock, day } from '../../kit/format';

// What is stuck on the bag: its number for a reader and for the eye, where from, when and under
// which seal. No sum: whoever counts it, counts blind. It is loaded with the first bag.
export default function BagLabel({ trail }: { trail: CashBagTrail }) {
  const { t } = useTranslation();
  const seal = trail.steps.findLast((step) => step.seal)?.seal;
  const { since, time_zone: zone } = trail;
  const lines: [string, string | null | undefined][] = [
    [t('trail.origin'), trail.origin_title],
    [t('cash.source'), trail.source && t(`source.${trail.source}`)],
    [t('trail.since'), since && `${day(since, zone)} ${clock(since, zone)}`],
    [t('till.seal'), seal],
  ];
  return (
    <figure className="bag-label" aria-label={t('trail.label', { bag: trail.bag })}>
      <div aria-hidden="true">
        <QRCode value={trail.bag} type="svg" errorLevel="M" size={128} bordered={false} />
      </div>
      <figcaption>
        <strong>{trail.bag}</strong>
        <dl>
          {lines
            .filter(([, value]) => value)
            .map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      </figcaption>
    </figure>
  );
}
