/**
 * Structured log. Fields are named facts; a phone, a text, a secret or a vendor's message id (it contains a phone) never
 * is one: pass our ids, codes and counts.
 */
export interface Log {
  /** For a developer: every step. */
  debug(fields: LogFields, message: string): void;
  /** Ordinary events. */
  info(fields: LogFields, message: string): void;
  /** Something to look at; the server continues. */
  warn(fields: LogFields, message: string): void;
  /** A failure that needs an operator. */
  error(fields: LogFields, message: string): void;
}

/** Facts by name; `undefined` is left out. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
/** The lowest level that is written; `silent` writes nothing. */
export type LogLevel = (typeof LOG_LEVELS)[number];
