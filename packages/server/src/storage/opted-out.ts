/** SQL: this person wants no more, or a STOP of theirs is still in doubt; sends wait for nothing less. */
export const isOptedOutSql = (person: string): string =>
  `(${person}.opted_out_at IS NOT NULL OR ${person}.pending_stops <> '{}')`;
