import { useSearch } from '@tanstack/react-router';
import { useView } from '../../api/hooks';
import { Screen } from '../../kit/Screen';
import './board.css';
import { CoverCard } from './CoverCard';
import { Figures } from './Figures';
import { MapCard } from './MapCard';
import { RunwayCard } from './RunwayCard';
import { TimelineCard } from './TimelineCard';
import { WorklistCard } from './WorklistCard';

// 态势: can people do their banking, and where is it going wrong?
export function BoardPage() {
  const { scope } = useSearch({ from: '/board' });
  const board = useView('board', { scope });
  return (
    <div className="board">
      <Screen query={board}>{(view) => <Figures board={view} />}</Screen>
      <div className="board-middle">
        <MapCard board={board.data} />
        <WorklistCard />
      </div>
      <div className="board-bottom">
        <TimelineCard />
        <div className="board-stack">
          {board.data && <CoverCard bars={board.data.cover} />}
          <RunwayCard />
        </div>
      </div>
    </div>
  );
}
