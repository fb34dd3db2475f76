import type { CommandName, Commands, PlanDocument, PlanRequest } from './contract';
import type {
  EvidenceReceipt,
  ImportReport,
  Reply,
  Session,
  SignIn,
  ViewName,
  Views,
  WhatIfOutlook,
  WhatIfQuestion,
} from './contract';
import { ApiProblem, problemOf, unreachable } from './problem';

// Every call to the server goes through here: same origin, cookie session, problems as exceptions.
async function call<T>(method: string, path: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { method, credentials: 'same-origin', ...init });
  } catch {
    throw unreachable();
  }
  if (!response.ok) throw await problemOf(response);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'Content-Type': 'application/json', ...headers },
});

export type QueryOf<Name extends ViewName> = Views[Name]['query'];
export type ResultOf<Name extends ViewName> = Views[Name]['result'];

export function viewPath(name: ViewName, query: object): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  }
  const text = search.toString();
  return `/api/views/${name}${text && `?${text}`}`;
}

export function seeView<Name extends ViewName>(
  name: Name,
  query: QueryOf<Name>,
  signal?: AbortSignal,
): Promise<ResultOf<Name>> {
  return call('GET', viewPath(name, query), { signal });
}

export interface Given {
  key: string; // ULID made before the first try.
  version?: number; // Of the stream, as the page showed it.
  signal?: AbortSignal;
}

export function giveCommand<Name extends CommandName>(
  name: Name,
  body: Commands[Name],
  { key, version, signal }: Given,
): Promise<Reply> {
  const match: Record<string, string> = version === undefined ? {} : { 'If-Match': `"${version}"` };
  const headers = { 'Idempotency-Key': key, ...match };
  return call('POST', `/api/commands/${name}`, { ...json(body, headers), signal });
}

// A file of evidence, under the hash of its bytes: sent again it changes nothing. What the server
// says it has is compared with what was sent before anybody throws the bytes away.
export async function storeEvidence(
  { outlet, sha256 }: Commands['evidence.store'],
  bytes: Blob,
  { key, signal }: Given,
): Promise<EvidenceReceipt> {
  const headers = { 'Content-Type': bytes.type, 'Idempotency-Key': key };
  const path = evidencePath(outlet, sha256);
  const receipt = await call<EvidenceReceipt>('POST', path, { headers, body: bytes, signal });
  const same = receipt?.sha256 === sha256 && receipt.bytes === bytes.size;
  if (!same) throw new ApiProblem({ code: 'web.unexpected', status: 200 });
  return receipt;
}
export const evidencePath = (outlet: string, sha256: string) =>
  `/api/evidence/${encodeURIComponent(outlet)}/${sha256}`;

// The address to give to a calendar program; whoever has it reads the calendar without signing in.
export const nameCalendar = (of: { outlet: string } | { person: string }) =>
  call<{ path: string }>('GET', `/api/calendar?${new URLSearchParams(of)}`);

export const readSession = (signal?: AbortSignal) =>
  call<Session>('GET', '/api/session', { signal });
export const signIn = (who: SignIn) => call<Session>('POST', '/api/session', json(who));
export const signOut = () => call<void>('DELETE', '/api/session');
export const enrol = (code: string, account: string, password: string) =>
  call<unknown>('POST', '/api/enrol', json({ code, account, password }));

// One call of a day, as the export `calls` tells it: all of it text.
export interface CallRow {
  seq: string;
  called_at: string;
  window: string;
  ticket: string;
  service: string;
  priority: string;
  taken_at: string;
  virtual_arrival: string;
  holder_inside: 'yes' | 'no';
  waiting: string;
  lobby_inside: string;
  lobby_coming: string;
  lobby_cap: string;
  rule_version: string;
  next_by_rule: string;
  rule_kept: 'yes' | 'no';
  called_by: string;
}
export const readCalls = (outlet: string, day: string, signal?: AbortSignal) =>
  call<CallRow[]>('GET', `/api/export/calls.json?${new URLSearchParams({ outlet, day })}`, {
    signal,
  });

export const askWhatIf = (question: WhatIfQuestion) =>
  call<WhatIfOutlook>('POST', '/api/what-if', json(question));

export const solvePlan = (request: PlanRequest) =>
  call<PlanDocument>('POST', '/api/plan', json(request));

// A sheet with bad rows is refused as a problem or reported in place; both come back as a report.
export async function importFile(file: File, dryRun: boolean, key: string): Promise<ImportReport> {
  const search = new URLSearchParams({ name: file.name, dry_run: String(dryRun) });
  const type = file.name.endsWith('.csv') ? 'text/csv' : 'application/octet-stream';
  const headers = { 'Content-Type': type, 'Idempotency-Key': key };
  let response: Response;
  try {
    response = await fetch(`/api/import?${search}`, { method: 'POST', headers, body: file });
  } catch {
    throw unreachable();
  }
  const body = (await response
    .clone()
    .json()
    .catch(() => null)) as ImportReport | null;
  if (body && Array.isArray(body.errors)) return body;
  if (!response.ok) throw await problemOf(response);
  throw new ApiProblem({ code: 'web.unexpected', status: response.status });
}
