import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { followChanges } from '../api/changes';
import { useSignedIn } from '../api/session';

// When the server last confirmed what the pages show, and how far its clock is from this
// machine's. The clock of a demonstration may stand in January 2021.
export function useFreshness() {
  const queries = useQueryClient();
  const session = useSignedIn();
  const [heardAt, setHeardAt] = useState(Date.now);
  const [online, setOnline] = useState(navigator.onLine);
  const [ahead] = useState(() => Date.parse(session.clock) - Date.now());
  useEffect(() => {
    const heard = () => setHeardAt(Date.now());
    const stop = followChanges(queries, heard);
    const unsubscribe = queries.getQueryCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'success') heard();
    });
    const line = () => setOnline(navigator.onLine);
    window.addEventListener('online', line);
    window.addEventListener('offline', line);
    return () => {
      stop();
      unsubscribe();
      window.removeEventListener('online', line);
      window.removeEventListener('offline', line);
    };
  }, [queries]);
  return { heardAt, ahead, online };
}
