/** One form of every value as text, whatever the server and the role are set to. */
export const TEXT_SETTINGS = `SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';
  SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1`;

/** Of one statement: counting or locking a large table. */
export const TRANSFER_TIMEOUT_MS = 600_000;
