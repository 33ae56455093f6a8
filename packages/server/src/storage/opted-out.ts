/** SQL: this person has opted out, or has an unverified STOP. Both block sends. */
export const isOptedOutSql = (person: string): string =>
  `(${person}.opted_out_at IS NOT NULL OR ${person}.pending_stops <> '{}')`;
