import { createContext, use } from 'react';
import { commandRoles, type CommandName, type Session } from './contract';

export const SessionContext = createContext<Session | null>(null);

// Inside the shell somebody is always signed in.
export function useSignedIn(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('a page was drawn outside the shell');
  return session;
}

// Who may give a command, as far as the page knows; the server has the last word.
export function useAuthority() {
  const { role } = useSignedIn();
  return (name: CommandName) => commandRoles[name].some((allowed) => allowed === role);
}
