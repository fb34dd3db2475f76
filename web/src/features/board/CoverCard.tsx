import { useTranslation } from 'react-i18next';
import type { CoverBar } from '../../api/contract';
import { Empty } from '../../kit/Screen';
import { SupplyBar } from '../../kit/SupplyBar';

// As many as fit beside the timeline; the outlet's own page has the rest.
const most = 8;

export function CoverCard({ bars }: { bars: CoverBar[] }) {
  const { t } = useTranslation();
  const shown = bars.slice(0, most);
  const scale = Math.max(20, ...shown.map((bar) => Math.min(40, bar.days ?? 0)));
  return (
    <section className="card" aria-labelledby="cover-title">
      <header>
        <h2 id="cover-title">{t('supply.title')}</h2>
        <span className="note">{t('supply.hint')}</span>
      </header>
      <div className="body">
        {shown.length === 0 ? (
          <Empty>{t('supply.empty')}</Empty>
        ) : (
          <ul>
            {shown.map((bar) => (
              <SupplyBar
                key={bar.outlet + bar.item}
                title={`${bar.title} ${t(`item.${bar.item}`)}`}
                days={bar.days}
                minimum={bar.minimum_days}
                scale={scale}
                severity={bar.severity}
              />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
