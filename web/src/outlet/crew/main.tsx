import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../tokens.css';
import '../outlet.css';
import '../shell.css';
import '../parts.css';
import './crew.css';
import { TabletContext } from '../context';
import { Database } from '../engine/database';
import { Deeds } from '../engine/deeds';
import { Tablet } from '../engine/tablet';
import { followUpdates } from '../installed';
import { restoreType } from '../typeSize';
import { changeLanguage, firstLanguage } from '../../kit/words';
import { App } from './App';
import { deeds } from './deeds';

const name = 'waystation-crew';

// The crew's telephone: the tablet's engine on a disk of its own. It goes from place to place, so
// that it never chooses an outlet; all that it needs of a day is one view.
async function begin(): Promise<void> {
  restoreType();
  const spoken = changeLanguage(firstLanguage());
  const disk = await Database.open(name);
  const tablet = new Tablet(disk, new Deeds(deeds), () => [], {
    name,
    alone: (session) => [{ name: 'van-crew', query: { account: session.account ?? undefined } }],
  });
  await Promise.all([spoken, tablet.start()]);
  createRoot(document.getElementById('app')!).render(
    <StrictMode>
      <TabletContext value={tablet}>
        <App />
      </TabletContext>
    </StrictMode>,
  );
  followUpdates('/crew');
}

begin().catch(() => {
  document.getElementById('app')!.textContent =
    '这台设备不能保存数据，无法使用。This device keeps no data and cannot be used.';
});
