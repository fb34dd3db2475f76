import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useView } from '../../api/hooks';
import { DayTimeline } from '../../kit/DayTimeline';
import { Empty, Screen } from '../../kit/Screen';

export function TimelineCard() {
  const { t } = useTranslation();
  const { scope } = useSearch({ from: '/board' });
  const timeline = useView('timeline', { scope });
  return (
    <section className="card" aria-labelledby="timeline-title">
      <header>
        <h2 id="timeline-title">{t('timeline.title', { day: timeline.data?.day ?? '' })}</h2>
        <span className="note">{t('timeline.hint')}</span>
      </header>
      <div className="body">
        <Screen
          query={timeline}
          isEmpty={(view) => view.outlets.length === 0 && view.vans.length === 0}
          empty={<Empty>{t('timeline.empty')}</Empty>}
        >
          {(view) => <DayTimeline timeline={view} />}
        </Screen>
      </div>
    </section>
  );
}
