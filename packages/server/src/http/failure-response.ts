import { HTTPException } from 'hono/http-exception';
import { TooMuchToReadError } from '../admin-queries/too-much-to-read.js';
import type { Log } from '../log.js';
import { problemResponse } from './problem-response.js';

/**
 * What PostgreSQL, PGlite's wrapper and sockets say when the database cannot be reached or is going down; 55000 comes where
 * it lets nobody in, 25006 from a standby that has not been promoted yet. 40001 and 40P01 are conflicts with others that
 * storage has repeated in vain.
 */
const AWAY = /^(ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|08|25006|40001|40P01|53|55000|57P)/;

/** The driver's own words, which have no code. */
const CUT =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** The answer for an error that no route expected. */
export function failureResponse(log: Log, error: unknown, route: string): Response {
  if (error instanceof HTTPException) return problemResponse('BAD_REQUEST', 'The request could not be read.');
  if (error instanceof TooMuchToReadError) {
    logFailure(log, error, route);
    return problemResponse(
      'UNAVAILABLE',
      'The database took too long for this. Narrow the filter: fewer days, or a rarer word.',
    );
  }
  if (isAway(error)) return unavailable(log, error, route);
  logFailure(log, error, route);
  return problemResponse('SERVER_ERROR', 'The server failed; its log says where.');
}

export function unavailable(log: Log, error: unknown, route: string): Response {
  logFailure(log, error, route);
  return problemResponse('UNAVAILABLE', 'The server cannot do this right now; try again.', {
    headers: { 'retry-after': '5' },
  });
}

/** Whether the database could not be reached, or lets nobody in. Layers above the driver wrap its error. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return AWAY.test(codeOf(error)) || CUT.test(error.message) || isAway(error.cause);
}

/** Where it happened and of which kind; an error's message may quote a row, and a row holds phones and texts. */
function logFailure(log: Log, error: unknown, route: string): void {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  log.error(
    {
      route,
      error: error instanceof Error ? error.name : typeof error,
      errorCode: codeOf(error) || null,
      at: frames
        .slice(0, 5)
        .map((frame) => frame.trim())
        .join(' < '),
    },
    'A request failed',
  );
}

function codeOf(error: unknown): string {
  const code = error instanceof Error ? (error as Error & { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : '';
}
