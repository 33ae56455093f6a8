import type { Log } from '../log.js';

/** A hostile caller can make up origins without end. */
const MAX_NAMED_ORIGINS = 20;
/** What a browser writes; anything else was made by hand, and might be a sentence. */
const ORIGIN = /^https?:\/\/[\w.:[\]-]{1,200}$/;
/** A page asks again at each visit, and the moment of the last refusal may be an hour old. */
const RECORD_AGAIN_MS = 3_600_000;

interface Memory {
  log: Pick<Log, 'warn' | 'debug'>;
  /** Keeps the origin for `whatsapp-optin doctor`. */
  record(origin: string): Promise<void>;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/**
 * Names each origin that was refused once in the log, with the remedy, and records it at most once an hour: the page itself gets
 * only a network error. At most twenty a process.
 */
export function createRefusedOrigins({ log, record, now = Date.now }: Memory): (origin: string | null) => void {
  const recordedAtMs = new Map<string, number>();
  return (origin) => {
    if (origin === null || !ORIGIN.test(origin)) return;
    const lastMs = recordedAtMs.get(origin);
    if (lastMs === undefined) {
      if (recordedAtMs.size >= MAX_NAMED_ORIGINS) return;
      log.warn({ origin }, 'A page of this origin was refused: add the origin to allowedOrigins (ALLOWED_ORIGINS).');
    } else if (now() - lastMs < RECORD_AGAIN_MS) return;
    recordedAtMs.set(origin, now());
    // The refusal itself needs no database, and nobody waits for this.
    record(origin).catch((error: unknown) =>
      log.debug({ origin, why: String(error) }, 'A refused origin was not recorded'),
    );
  };
}
