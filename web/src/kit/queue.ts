import type { QueuePage } from '../api/contract';

// "2021-01-08-A012" is A012 on its day, and 01-08 A012 when it was carried over to another.
export const shortTicket = (ticket: string, today?: string | null) =>
  today && !ticket.startsWith(today)
    ? `${ticket.slice(5, 10)} ${ticket.slice(11)}`
    : ticket.slice(11);

// How full a lobby is: always said with a word and a shape beside the colour.
export type Fullness = 'clear' | 'near' | 'full';
export function fullness({ lobby, evacuated }: Pick<QueuePage, 'lobby' | 'evacuated'>): Fullness {
  const taken = lobby.inside + lobby.coming;
  if (evacuated || taken >= lobby.cap) return 'full';
  return taken * 5 >= lobby.cap * 4 ? 'near' : 'clear';
}

export const placesLeft = ({ lobby, evacuated }: Pick<QueuePage, 'lobby' | 'evacuated'>) =>
  evacuated ? 0 : Math.max(0, lobby.cap - lobby.inside - lobby.coming);
export const shareOf = (n: number, of: number) => (of > 0 ? Math.min(100, (n * 100) / of) : 0);
