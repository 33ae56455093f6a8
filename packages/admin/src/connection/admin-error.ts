import type { Problem } from '@whatsapp-optin/sdk/contract';

/** What went wrong with a request of the admin API. `code`: of the problem document, or `NETWORK`. */
export class AdminError extends Error {
  readonly status: number;
  readonly code: string;
  /** The wrong fields by name, where the server named some. */
  readonly fields: readonly { field: string; message: string }[];

  constructor(
    status: number,
    code: string,
    message: string,
    fields: readonly { field: string; message: string }[] = [],
  ) {
    super(message);
    this.name = 'AdminError';
    this.status = status;
    this.code = code;
    this.fields = fields;
  }
}

/** @returns the answer's own words where it is a problem document. */
export async function readProblem(response: Response): Promise<AdminError> {
  const problem = (await response.json().catch(() => null)) as Partial<Problem> | null;
  const fields = problem?.errors ?? (problem?.field ? [{ field: problem.field, message: problem.detail ?? '' }] : []);
  const message = problem?.detail ?? problem?.title ?? `${response.status} ${response.statusText}`.trim();
  return new AdminError(response.status, problem?.code ?? 'SERVER_ERROR', message, fields);
}
