import {
  STAFF_SCOPES,
  type AdminSession,
  type BulkSessionsRequest,
  type SessionStatusDocument,
  type StaffRole,
  type StaffSession,
} from '@whatsapp-optin/sdk/contract';
import { answerBulk, filterSessions, sortSessions } from './answer-sessions.js';
import { createSessions, statsOf } from './session-rows.js';

/** `empty`: the first day. `loading`: no answer ever comes. `failing`: 503. `forbidden`: 403. `huge`: 100,000 sessions. */
export type PretendState = 'full' | 'empty' | 'loading' | 'failing' | 'forbidden' | 'huge';

const SIZES: Readonly<Record<PretendState, number>> = {
  ...{ full: 300, empty: 0, loading: 0, failing: 0, forbidden: 0, huge: 300 },
};
export const HUGE = 100_000;

export interface PretendAdmin {
  readonly fetch: typeof fetch;
  /** Each request as `METHOD path`, for play functions. */
  readonly requests: readonly string[];
  /** The customer writes: their session runs 24 hours from now. */
  receiveMessage(phone: string): void;
  /** When the session of the phone ends; `null`: it has none. */
  setSession(phone: string, expiresAt: number | null): void;
}

export interface Pretended {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
}
export type Answerer = (request: Pretended) => unknown;

/** A fake server in the page itself. Requests and answers have their real shapes; the rows are made up. */
export function createPretendAdmin(
  state: PretendState,
  { role = 'manager', answerers = [] }: { role?: StaffRole; answerers?: readonly Answerer[] } = {},
): PretendAdmin {
  const now = Date.now();
  const sessions: AdminSession[] = createSessions(SIZES[state], now);
  const phones = new Map<string, number | null>();
  const requests: string[] = [];
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>();

  const emit = (topics: readonly string[]) => {
    const text = `event: change\ndata: ${JSON.stringify({ topics })}\n\n`;
    for (const stream of streams) stream.enqueue(new TextEncoder().encode(text));
  };

  const answerSessions: Answerer = ({ method, path, query, body }) => {
    if (path === '/api/admin/session') return staffSession(role);
    if (path === '/api/admin/sessions/stats') return statsOf(sessions);
    if (path === '/api/admin/sessions/bulk') return answerBulk(sessions, body as BulkSessionsRequest);
    if (path === '/api/admin/sessions') {
      const found = sortSessions(
        filterSessions(sessions, Object.fromEntries(query)),
        query.get('sort') ?? '-expiresAt',
      );
      return pageOf(found, query, state === 'huge' ? HUGE : found.length);
    }
    if (path.startsWith('/api/sessions/')) return statusOf(phones.get(decodeURIComponent(path.slice(14))) ?? null);
    if (method === 'POST' && path.endsWith('/reveal')) {
      const contactId = path.split('/').at(-2) ?? '';
      const masked = sessions.find(({ customer }) => customer.contactId === contactId)?.customer.maskedPhone;
      return { contactId, phone: (masked ?? '+966•••••••01').replace('•••••••', '5012345') };
    }
    return undefined;
  };

  const answer = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input, 'https://admin.example');
    const method = init.method ?? 'GET';
    requests.push(`${method} ${url.pathname}${url.search}`);
    if (url.pathname === '/api/admin/stream') return stream(streams, init.signal);
    if (url.pathname !== '/api/admin/session') {
      if (state === 'loading') return new Promise<Response>(() => {});
      if (state === 'failing') return problem(503, 'UNAVAILABLE', 'The database does not answer.');
      if (state === 'forbidden') return problem(403, 'FORBIDDEN', 'The key is not for this.');
    }
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;
    const request = { method, path: url.pathname, query: url.searchParams, body };
    for (const one of [...answerers, answerSessions]) {
      const found = await one(request);
      if (found instanceof Response) return found;
      if (found !== undefined) return json(found);
    }
    return problem(404, 'NOT_FOUND', `Nothing is at ${url.pathname}.`);
  };

  return {
    fetch: answer,
    requests,
    receiveMessage(phone) {
      phones.set(phone, Date.now() + 24 * 3_600_000);
      emit(['sessions', 'inbound']);
    },
    setSession: (phone, expiresAt) => void phones.set(phone, expiresAt),
  };
}

/**
 * A page of a list: the cursor is the place of its first row.
 *
 * @param length - of the whole list, where the rows are to come round again and again. @default as many as there are
 */
export function pageOf<Item extends { id: string }>(
  rows: readonly Item[],
  query: URLSearchParams,
  length = rows.length,
): { items: Item[]; nextCursor: string | null } {
  const start = Number(query.get('cursor') ?? 0);
  const end = Math.min(length, start + Number(query.get('limit') ?? 50));
  const items = Array.from({ length: Math.max(0, end - start) }, (_, at) => {
    const place = start + at;
    const row = rows[place % rows.length] as Item;
    return place < rows.length ? row : { ...row, id: `${row.id}-${place}` };
  });
  return { items, nextCursor: end < length ? String(end) : null };
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}

export function problem(status: number, code: string, detail: string, field?: string): Response {
  return json({ type: 'about:blank', title: detail, status, detail, code, ...(field && { field }) }, status);
}

function staffSession(role: StaffRole): StaffSession {
  return {
    organization: { id: 'clinic', name: 'Al Noor Clinic', defaultLocale: 'en', timeZone: 'Asia/Riyadh' },
    role,
    scopes: STAFF_SCOPES.filter((scope) => role === 'manager' || scope.endsWith('.read')),
    name: 'Front desk',
    by: 'token',
    expiresAt: null,
    csrfToken: null,
  };
}

function statusOf(expiresAt: number | null): SessionStatusDocument {
  const isOpen = expiresAt !== null && expiresAt > Date.now();
  if (!isOpen) return { hasActiveSession: false, expiresAt: null, lastInboundAt: null, secondsLeft: null };
  return {
    hasActiveSession: true,
    expiresAt: new Date(expiresAt).toISOString(),
    lastInboundAt: new Date(expiresAt - 24 * 3_600_000).toISOString(),
    secondsLeft: Math.round((expiresAt - Date.now()) / 1_000),
  };
}

function stream(streams: Set<ReadableStreamDefaultController<Uint8Array>>, signal: AbortSignal | null | undefined) {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      streams.add(controller);
      controller.enqueue(new TextEncoder().encode('event: ready\ndata: {"topics":[]}\n\n'));
      signal?.addEventListener('abort', () => {
        if (streams.delete(controller)) controller.error(signal.reason);
      });
    },
  });
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
}
