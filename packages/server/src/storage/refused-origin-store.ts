import type { Database, Row } from './database.js';

/** Callers can make up origins without end. */
const MAX_ORIGINS = 20;
const KEPT_DAYS = 30;

const RECORD = `
INSERT INTO whatsapp_optin.refused_origins (origin) VALUES ($1::text)
ON CONFLICT (origin) DO UPDATE SET last_refused_at = clock_timestamp()`;

const FORGET = `
DELETE FROM whatsapp_optin.refused_origins WHERE last_refused_at < clock_timestamp() - interval '${KEPT_DAYS} days'
  OR origin = ANY (ARRAY(
    SELECT origin FROM whatsapp_optin.refused_origins ORDER BY last_refused_at DESC, origin OFFSET ${MAX_ORIGINS}))`;

const RECENT = `
SELECT origin, last_refused_at FROM whatsapp_optin.refused_origins
WHERE last_refused_at >= clock_timestamp() - interval '${KEPT_DAYS} days' ORDER BY last_refused_at DESC, origin`;

export interface RefusedOrigin {
  origin: string;
  lastRefusedAt: Date;
}

/** The last twenty origins that were refused within 30 days, of all organizations together. */
export function createRefusedOriginStore(database: Pick<Database, 'query'>) {
  return {
    async record(origin: string): Promise<void> {
      await database.query(RECORD, [origin]);
      await database.query(FORGET, []);
    },
    /** The latest one first; empty where none was refused. */
    async recent(): Promise<RefusedOrigin[]> {
      const rows = await database.query<Row & { origin: string; last_refused_at: Date }>(RECENT, []);
      return rows.map(({ origin, last_refused_at: lastRefusedAt }) => ({ origin, lastRefusedAt }));
    },
  };
}
