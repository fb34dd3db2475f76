import { createContext, use } from 'react';
import type { Session } from './contract';

export const SessionContext = createContext<Session | null>(null);

// Inside the shell somebody is always signed in.
export function useSignedIn(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('a page was drawn outside the shell');
  return session;
}
