import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../tokens.css';
import './outlet.css';
import './shell.css';
import './parts.css';
import './upkeep.css';
import './team.css';
import { App } from './App';
import { TabletContext } from './context';
import { Database } from './engine/database';
import { Deeds } from './engine/deeds';
import { Tablet } from './engine/tablet';
import { followUpdates } from './installed';
import { sections, wants } from './sections';
import { restoreType } from './typeSize';
import { changeLanguage, firstLanguage } from '../kit/words';

async function begin(): Promise<void> {
  restoreType();
  const spoken = changeLanguage(firstLanguage());
  const disk = await Database.open();
  const tablet = new Tablet(disk, new Deeds(sections.flatMap((s) => s.deeds)), wants);
  await Promise.all([spoken, tablet.start()]);
  createRoot(document.getElementById('app')!).render(
    <StrictMode>
      <TabletContext value={tablet}>
        <App />
      </TabletContext>
    </StrictMode>,
  );
  followUpdates();
}

// Without a disk of its own the tablet could lose what it takes: then it takes nothing.
begin().catch(() => {
  document.getElementById('app')!.textContent =
    '这台设备不能保存数据，工作台无法使用。This device keeps no data; the workplace cannot be used.';
});
