import { useTranslation } from 'react-i18next';
import type { OutletDayLine, Segment, Timeline, VanLine } from '../api/contract';
import { clock, minuteOfDay } from './format';
import { StateGlyph } from './StateGlyph';

const firstHour = 6;
const lastHour = 20;
const place = (minute: number) =>
  `${(Math.min(1, Math.max(0, (minute / 60 - firstHour) / (lastHour - firstHour))) * 100).toFixed(2)}%`;
const span = (from: number, to: number) => ({
  left: place(from),
  width: `calc(${place(to)} - ${place(from)})`,
});

// How the day of each outlet goes: before, during and after hours; disinfection rounds as dots;
// what is only planned is hatched; the red line is now.
export function DayTimeline({ timeline }: { timeline: Timeline }) {
  const zone = timeline.time_zone;
  const now = minuteOfDay(timeline.now, zone);
  const hours = Array.from({ length: (lastHour - firstHour) / 2 + 1 }, (_, i) => firstHour + i * 2);
  return (
    <div className="timeline">
      <div className="timeline-hours" aria-hidden="true">
        {hours.map((hour) => (
          <span key={hour} style={{ left: place(hour * 60) }}>
            {hour}:00
          </span>
        ))}
      </div>
      <ul>
        {timeline.outlets.map((line) => (
          <OutletLine key={line.outlet} line={line} zone={zone} />
        ))}
        {timeline.vans.map((van) => (
          <VanRun key={van.van} van={van} zone={zone} />
        ))}
      </ul>
      <div className="timeline-now" aria-hidden="true">
        <i style={{ left: place(now) }} />
      </div>
    </div>
  );
}

function OutletLine({ line, zone }: { line: OutletDayLine; zone: string }) {
  const { t } = useTranslation();
  const done = line.rounds.filter((round) => round.done).length;
  const summary = t('timeline.windows', { open: line.windows_open, planned: line.windows_planned });
  return (
    <li>
      <span className="timeline-title">
        <StateGlyph state={line.shown_state} />
        <strong>{line.title}</strong> <span>{summary}</span>
      </span>
      <span className="timeline-track">
        {line.segments.map((segment) => (
          <span
            key={segment.from + segment.phase}
            className={`segment ${segment.phase} ${segment.planned ? 'planned' : 'done'}`}
            data-state={segment.shown_state}
            style={span(minuteOfDay(segment.from, zone), endMinute(segment.to, zone))}
          >
            <span>{isLegible(segment, line) && t(`phase.${segment.phase}`)}</span>
          </span>
        ))}
        {line.rounds.map((round) => (
          <span
            key={round.at}
            className={`round ${round.overdue ? 'overdue' : round.done ? 'done' : 'due'}`}
            style={{ left: place(minuteOfDay(round.at, zone)) }}
            title={t('timeline.round', { at: clock(round.at, zone), n: round.surfaces })}
          >
            {round.overdue ? '!' : round.done ? '✓' : ''}
          </span>
        ))}
        <span className="unseen">{t('timeline.rounds', { done, total: line.rounds.length })}</span>
      </span>
    </li>
  );
}

// A dot of a round would lie on the word, except where the segment is long.
const isLegible = (segment: Segment, line: OutletDayLine) =>
  (segment.phase === 'during_hours' && !segment.planned) ||
  !line.rounds.some((round) => segment.from <= round.at && round.at <= segment.to);

// Midnight at the end of a day is its 24th hour, not its first.
const endMinute = (time: string, zone: string) => minuteOfDay(time, zone) || 24 * 60;

function VanRun({ van, zone }: { van: VanLine; zone: string }) {
  const { t } = useTranslation();
  return (
    <li>
      <span className="timeline-title">
        <StateGlyph state="self_service" />
        <strong>{t('timeline.van', { plate: van.plate })}</strong> <span>{van.gate}</span>
      </span>
      <span className="timeline-track">
        <span
          className="segment van"
          style={span(minuteOfDay(van.from, zone), endMinute(van.to, zone))}
        >
          <span>{t('timeline.stops', { n: van.stops.length })}</span>
        </span>
      </span>
    </li>
  );
}
