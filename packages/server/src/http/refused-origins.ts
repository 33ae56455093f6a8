import type { Log } from '../log.js';

/** A hostile caller can make up origins without end. */
const MAX_NAMED_ORIGINS = 20;
/** What a browser writes; anything else was made by hand, and might be a sentence. */
const ORIGIN = /^https?:\/\/[\w.:[\]-]{1,200}$/;

/** Names each origin that was refused, once, with the remedy: the page itself gets only a network error. */
export function createRefusedOrigins(log: Pick<Log, 'warn'>): (origin: string | null) => void {
  const named = new Set<string>();
  return (origin) => {
    if (origin === null || !ORIGIN.test(origin) || named.has(origin) || named.size >= MAX_NAMED_ORIGINS) return;
    named.add(origin);
    log.warn({ origin }, 'A page of this origin was refused: add the origin to allowedOrigins (ALLOWED_ORIGINS).');
  };
}
