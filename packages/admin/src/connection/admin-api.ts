import type { StaffToken } from '@whatsapp-optin/sdk/badge';
import { AdminError, readProblem } from './admin-error.js';
import { adminPaths } from './admin-paths.js';

/** A short-lived staff token (`st_…`) from the host's backend, or a function that fetches one. */
export type AdminToken = StaffToken;

export type AdminQuery = object;

export interface AdminApiOptions {
  /** Origin and base path of the companion server; `''`: the page's own. */
  server: string;
  token: AdminToken | undefined;
  /** Where the cookie serves: what goes with every change, since another site can neither read nor guess it. */
  readCsrfToken: () => Promise<string | null>;
  fetch: typeof fetch;
}

/** Requests of the admin API. Every method throws `AdminError`, and nothing else but the abort of its signal. */
export interface AdminApi {
  /** Whether the browser may follow a plain link to the API, since a cookie goes with it. */
  readonly byCookie: boolean;
  /** @returns the address of a row, for a link. */
  address(path: string, query?: AdminQuery): string;
  get<Answer>(path: string, query?: AdminQuery, signal?: AbortSignal): Promise<Answer>;
  /** @param idempotencyKey - with it, the server does the same request once. */
  send<Answer>(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    idempotencyKey?: string,
  ): Promise<Answer>;
  /** The answer as it is, for streams and files. */
  open(path: string, query?: AdminQuery, init?: RequestInit): Promise<Response>;
}

export function createAdminApi({ server, token, readCsrfToken, fetch: request }: AdminApiOptions): AdminApi {
  const address: AdminApi['address'] = (path, query = {}) => `${server.replace(/\/+$/, '')}${path}${searchOf(query)}`;

  const open: AdminApi['open'] = async (path, query, init = {}) => {
    const headers = new Headers(init.headers);
    if (token !== undefined)
      headers.set('Authorization', `Bearer ${typeof token === 'string' ? token : await token()}`);
    else if (init.method !== undefined && !isSignIn(path, init)) {
      const csrfToken = await readCsrfToken();
      if (csrfToken !== null) headers.set('X-CSRF-Token', csrfToken);
    }
    const credentials = token === undefined ? 'same-origin' : 'omit';
    const response = await request(address(path, query), { credentials, ...init, headers }).catch((error: unknown) => {
      if (init.signal?.aborted) throw error;
      throw new AdminError(0, 'NETWORK', error instanceof Error ? error.message : '');
    });
    if (!response.ok) throw await readProblem(response);
    return response;
  };

  const send: AdminApi['send'] = async (method, path, body, idempotencyKey) => {
    const headers = {
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }),
    };
    return answerOf(
      await open(path, {}, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }),
    );
  };

  return {
    byCookie: token === undefined,
    address,
    open,
    send,
    get: async (path, query, signal) => answerOf(await open(path, query, signal ? { signal } : {})),
  };
}

/** Who signs in has no session yet, and so no token of it. */
function isSignIn(path: string, { method }: RequestInit): boolean {
  return path === adminPaths.staffSession && method === 'POST';
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

/** What is empty, false or not set is left out; a list is written with commas. */
function searchOf(query: AdminQuery): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query) as [string, unknown][]) {
    const text = Array.isArray(value) ? value.join(',') : textOf(value);
    if (text !== '') search.set(name, text);
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

function textOf(value: unknown): string {
  if (value === true) return 'true';
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
