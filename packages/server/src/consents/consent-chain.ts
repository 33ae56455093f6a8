import { createHash } from 'node:crypto';

/** A consent as the chain sees it: every fact of its row, moments in ISO 8601. */
export type ConsentFacts = Readonly<Record<string, string | null>>;

/** What a chain begins with. */
export const FIRST_HASH = Buffer.alloc(32);

/**
 * The hash of a seal: SHA-256 over the hash before it and the facts, names in order. One changed character of one consent
 * changes its seal and every later one.
 */
export function sealHash(previous: Uint8Array, facts: ConsentFacts): Buffer {
  const ordered = Object.keys(facts)
    .sort()
    .map((name) => [name, facts[name]]);
  return createHash('sha256').update(previous).update(JSON.stringify(ordered)).digest();
}
