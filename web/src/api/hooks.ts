import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { giveCommand, readSession, seeView, type QueryOf } from './client';
import type { CommandName, Commands, Reply, Session, ViewName } from './contract';
import { ApiProblem, unreachable } from './problem';
import { ulid } from './ulid';

const asProblem = (error: unknown) => (error instanceof ApiProblem ? error : unreachable());

// A page's answer. What was shown before stays on screen while the next one comes, or fails to.
export function useView<Name extends ViewName>(name: Name, query: QueryOf<Name>, enabled = true) {
  return useQuery({
    queryKey: ['view', name, query],
    queryFn: ({ signal }) => seeView(name, query, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}

// What a screen needs of a query to choose among its states.
export type ViewQuery<Result> = Pick<
  ReturnType<typeof useQuery<Result>>,
  'data' | 'error' | 'isPending' | 'refetch'
>;

export const useSession = () =>
  useQuery<Session>({
    queryKey: ['session'],
    queryFn: ({ signal }) => readSession(signal),
    staleTime: 30_000,
  });

export interface Intent {
  give: () => Promise<boolean>;
  reply?: Reply;
  problem?: ApiProblem;
  busy: boolean;
  reset: () => void;
}

// One intention, however often it must be sent: its key is made before the first try and kept until
// the server has answered, so that a lost answer never becomes a second opening.
export function useCommand<Name extends CommandName>(
  name: Name,
  body: () => Commands[Name],
  version?: number,
): Intent {
  const queries = useQueryClient();
  const key = useRef<string>(undefined);
  const [state, setState] = useState<Pick<Intent, 'reply' | 'problem' | 'busy'>>({ busy: false });
  const give = async () => {
    key.current ??= ulid();
    setState({ busy: true });
    try {
      const reply = await giveCommand(name, body(), { key: key.current, version });
      key.current = undefined;
      setState({ busy: false, reply });
      await queries.invalidateQueries({ queryKey: ['view'] });
      return true;
    } catch (error) {
      const problem = asProblem(error);
      if (!problem.mayRepeat) key.current = undefined;
      setState({ busy: false, problem });
      return false;
    }
  };
  return { ...state, give, reset: () => setState({ busy: false }) };
}
