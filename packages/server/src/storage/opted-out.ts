/** SQL: this person has opted out, or has an unverified STOP. Both block sends. */
export const isOptedOutSql = (person: string): string =>
  `(${person}.opted_out_at IS NOT NULL OR ${person}.pending_stops <> '{}')`;

/** SQL: this person has paused, and agreed to nothing since. Blocks sends on every tier until then. */
export const isPausedSql = (person: string): string =>
  `COALESCE(${person}.paused_until > clock_timestamp() AND ${person}.paused_at >= COALESCE(${person}.opted_in_at, '-infinity'), false)`;
