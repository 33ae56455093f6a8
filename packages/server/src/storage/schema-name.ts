/** PostgreSQL cuts longer names. */
const MAX_LENGTH = 63;

export const SCHEMA_NAME_RULE = `lower-case letters, digits and underscores, at most ${MAX_LENGTH}, and not begin with "pg_" or a digit`;

/** Whether a name may stand in SQL unquoted, and PostgreSQL takes it whole. */
export function isSchemaName(name: string): boolean {
  return name.length <= MAX_LENGTH && /^(?!pg_)[a-z_][a-z0-9_]*$/.test(name);
}
