import { isSchemaName, SCHEMA_NAME_RULE } from './schema-name.js';

/** A statement of a request. One that takes longer has lost its connection. */
export const QUERY_TIMEOUT_MS = 4_000;
/** A statement of a report, an export, the clean-up or a transaction. */
export const LONG_QUERY_TIMEOUT_MS = 60_000;

/** One row as the driver gives it: timestamps are `Date`, json is parsed, 8-byte integers are never selected. */
export type Row = Record<string, unknown>;

/**
 * Runs SQL on PostgreSQL or on the embedded PGlite: one implementation of every statement for both.
 *
 * Statements are written for the schema `whatsapp_optin`; another name is put in its place here.
 */
export interface SqlExecutor {
  /** With values: one statement, prepared. Without: one or several, as in a migration; the rows of all, one after another. */
  query<T extends Row = Row>(text: string, values?: readonly unknown[]): Promise<T[]>;
}

export interface TransactionOptions {
  /** `work` cannot begin again, since it reads or writes a file: a conflict fails it. */
  once?: true;
  /**
   * Each statement sees what others have committed before it, whatever the database's own level: for `work` that waits for a
   * lock, and then reads what its last holder wrote.
   */
  readsCommitted?: true;
}

export interface Database extends SqlExecutor {
  readonly engine: 'postgres' | 'pglite';
  readonly schema: string;
  /**
   * Statements of one transaction. On PGlite there is one connection, so nothing slow (no vendor call) may be awaited inside.
   * `work` begins again after a conflict with others, so it keeps nothing outside the transaction.
   */
  transaction<T>(work: (transaction: SqlExecutor) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** The same connections with a longer timeout: for reports, exports, the clean-up. */
  withTimeout(timeoutMs: number): Database;
  /** How long the database has not answered at all, not even with a refusal; 0 where it answers. */
  silentForMs(): number;
  /**
   * Listens to `NOTIFY channel`, and reconnects after a loss. Notifications during the loss are missed, so listeners
   * also poll.
   * @returns the function that stops it.
   */
  listen(channel: string, onPayload: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

const DEFAULT_SCHEMA = 'whatsapp_optin';

/** Puts the schema in the place of `whatsapp_optin.`; the texts are few and constant, so each is rewritten once. */
export function schemaWriter(schema: string): (text: string) => string {
  // The name goes into SQL unquoted, functions included.
  if (!isSchemaName(schema)) throw new Error(`The schema "${schema}" must be ${SCHEMA_NAME_RULE}.`);
  if (schema === DEFAULT_SCHEMA) return (text) => text;
  const written = new Map<string, string>();
  return (text) => {
    let result = written.get(text);
    if (result === undefined) {
      result = text.replaceAll(`${DEFAULT_SCHEMA}.`, `${schema}.`);
      if (written.size < 500) written.set(text, result);
    }
    return result;
  };
}
