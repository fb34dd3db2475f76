import { useSearch } from '@tanstack/react-router';
import { useView } from '../../api/hooks';

// The names of the places of a day, from the answer that the page's table has already.
export function useTitles(day: string) {
  const { scope } = useSearch({ from: '/reports' });
  const rows = useView('report-day', { scope, day }).data?.rows ?? [];
  return (at: string) => rows.find((row) => row.at === at)?.title || at;
}
