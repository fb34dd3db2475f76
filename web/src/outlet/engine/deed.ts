import type { CommandName, Commands, ViewName, Views } from '../../api/contract';

export type Translate = (key: string, values?: Record<string, unknown>) => string;

// The views that the tablet keeps, by name: as read, or as they will be once what waits is
// recorded.
export type Kept = { [Name in ViewName]?: Views[Name]['result'] };

export interface Mark {
  at: string;
  by: string;
}

type Others<Body> = {
  [Name in ViewName]?: (
    view: Views[Name]['result'],
    body: Body,
    mark: Mark,
  ) => Views[Name]['result'];
};

interface Described<Command, Body, View, Result> {
  command: Command;
  // Two sections may write one command: this one writes it about such things alone.
  mine?: (body: Body) => boolean;
  view: View; // Where the thing is shown.
  dated?: true; // The command takes the moment at which it happened, if that was not now.
  // Of the moment: a refusal is told and the matter is over. What expires is not sent late either:
  // a number that is called half an hour after the tap calls nobody.
  moment?: 'told' | 'expires';
  // The other half is on somebody else's device: a refusal by one of these codes is no answer yet.
  awaits?: readonly string[];
  again?: (body: Body) => Body; // How it is given once more on top of what stands now.
  stream: (body: Body) => string;
  thing: (body: Body) => string;
  version: (view: Result, body: Body) => number | undefined;
  state: (view: Result, body: Body) => unknown;
  foresee: (view: Result, body: Body, mark: Mark) => Result;
  also?: Others<Body>; // What else on the tablet shows it.
  say: (body: Body, t: Translate, kept: Kept) => string;
  tell: (state: unknown, t: Translate, body: Body) => string;
}

// All that the outbox must know of one command: what it is about, what the page showed of that, how
// the page looks once it is done, and how to say both sides to a person.
export type Deed<Name extends CommandName, View extends ViewName> = Described<
  Name,
  Commands[Name],
  View,
  Views[View]['result']
>;
export type AnyDeed = Described<CommandName, unknown, ViewName, unknown>;

// Deeds of different commands in one list; each is called only with a body of its own.
export const deed = <Name extends CommandName, View extends ViewName>(it: Deed<Name, View>) =>
  it as unknown as AnyDeed;
