import type { QueryClient } from '@tanstack/react-query';

// The server tells that something changed; what it is, the views say. Every so often the pages ask
// anyway: a proxy may keep the line from us, and the age that they show is that of a real answer.
export const pollSeconds = 20;

export function followChanges(queries: QueryClient, heard: () => void): () => void {
  const refresh = () => void queries.invalidateQueries({ queryKey: ['view'] });
  const line = new EventSource('/api/changes');
  const told = () => {
    heard();
    refresh();
  };
  line.addEventListener('open', heard);
  line.addEventListener('message', told);
  line.addEventListener('change', told);
  const timer = setInterval(refresh, pollSeconds * 1000);
  return () => {
    clearInterval(timer);
    line.close();
  };
}
