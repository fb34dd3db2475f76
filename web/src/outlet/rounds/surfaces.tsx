// The surfaces of an outlet, to be ticked: each place's touch points, and each machine.
import { useTranslation } from 'react-i18next';
import type { DisinfectionTouchPoint, RoundsPage } from '../../api/contract';

export interface Chosen {
  points: DisinfectionTouchPoint[]; // Of the counters and the hall.
  machines: number[];
}

const ofMachine: DisinfectionTouchPoint[] = ['atm_keypad', 'atm_slot'];
const places: [string, DisinfectionTouchPoint[]][] = [
  ['round.counter', ['counter', 'pin_pad', 'pen', 'note_counter', 'signature_pad']],
  ['round.hall', ['queue_machine', 'seat', 'form_desk', 'door_handle', 'floor']],
];
const numbered = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

// All that the plan of the level names.
export function everything({ duties, machines }: RoundsPage): Chosen {
  const named = duties.map((duty) => duty.touch_point).filter((p) => !ofMachine.includes(p));
  return { points: named, machines: numbered(machines) };
}

export const isNothing = ({ points, machines }: Chosen) =>
  points.length === 0 && machines.length === 0;

export const count = ({ points, machines }: Chosen) =>
  points.length + machines.length * ofMachine.length;

// As rounds: one where all machines are ticked or none, else one more for each that is.
export function asRounds(
  { points, machines }: Chosen,
  all: number,
): { touch_points: DisinfectionTouchPoint[]; machine?: number }[] {
  if (machines.length === 0) return [{ touch_points: points }];
  if (machines.length === all) return [{ touch_points: [...points, ...ofMachine] }];
  const each = machines.map((machine) => ({ touch_points: ofMachine, machine }));
  return points.length > 0 ? [{ touch_points: points }, ...each] : each;
}

interface Props {
  page: RoundsPage;
  chosen: Chosen;
  set: (chosen: Chosen) => void;
}

const turned = <T,>(among: T[], ticked: T[], it: T) =>
  among.filter((x) => (x === it ? !ticked.includes(x) : ticked.includes(x)));

export function Surfaces({ page, chosen, set }: Props) {
  const { t } = useTranslation();
  const all = everything(page);
  const { points, machines } = chosen;
  return (
    <div className="places">
      {places.map(([place, of]) => (
        <fieldset key={place}>
          <legend>{t(place)}</legend>
          {of
            .filter((point) => all.points.includes(point))
            .map((point) => (
              <Tick
                key={point}
                ticked={points.includes(point)}
                text={t(`touch.${point}`)}
                turn={() => set({ points: turned(all.points, points, point), machines })}
              />
            ))}
        </fieldset>
      ))}
      {all.machines.length > 0 && (
        <fieldset>
          <legend>{t('round.machines')}</legend>
          {all.machines.map((n) => (
            <Tick
              key={n}
              ticked={machines.includes(n)}
              text={t('round.machine', { n })}
              turn={() => set({ points, machines: turned(all.machines, machines, n) })}
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}

function Tick({ ticked, text, turn }: { ticked: boolean; text: string; turn: () => void }) {
  return (
    <button type="button" className="tick" aria-pressed={ticked} onClick={turn}>
      <span aria-hidden="true">{ticked ? '✓' : '○'}</span>
      {text}
    </button>
  );
}
