import type { Fact, Problem } from './contract';

// A "no" of the server (RFC 9457), or of the way to it. The code is stable; its sentence is in the
// catalogue of the reader's language.
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly where: string;
  readonly missing: string[];
  readonly facts: Fact[];
  readonly requestId: string;

  constructor(problem: Partial<Problem> & { code: string }) {
    super(problem.detail || problem.title || problem.code);
    this.name = 'ApiProblem';
    this.code = problem.code;
    this.status = problem.status ?? 0;
    this.where = problem.where ?? '';
    this.missing = problem.missing ?? [];
    this.facts = problem.facts ?? [];
    this.requestId = problem.request_id ?? '';
  }

  // Whether the same command may be sent again under the same key.
  get mayRepeat(): boolean {
    return this.status === 0 || this.status === 503 || this.status === 504;
  }
}

export const unreachable = () => new ApiProblem({ code: 'web.unreachable' });

export async function problemOf(response: Response): Promise<ApiProblem> {
  const fallback = { code: 'web.unexpected', status: response.status };
  try {
    const body = (await response.json()) as Partial<Problem>;
    return new ApiProblem({ ...fallback, ...body, code: body.code || fallback.code });
  } catch {
    return new ApiProblem(fallback);
  }
}
