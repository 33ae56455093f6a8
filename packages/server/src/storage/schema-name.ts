/** The jobs lie in a schema `<name>_jobs`, and pg-boss takes names of 50 characters at most. */
const MAX_LENGTH = 45;

export const SCHEMA_NAME_RULE = `lower-case letters, digits and underscores, at most ${MAX_LENGTH}, and not begin with "pg_" or a digit`;

/** Whether a name may stand in SQL unquoted, and PostgreSQL and the jobs take it whole. */
export function isSchemaName(name: string): boolean {
  return name.length <= MAX_LENGTH && /^(?!pg_)[a-z_][a-z0-9_]*$/.test(name);
}
