import { deriveKey, open, seal } from './seal.js';

/** What is sealed, and where it stands. A text of one purpose opens for no other. */
export type SealPurpose = 'vapid' | 'idempotency' | 'webhook';

/** The secrets of the configured organizations, each behind a random root that a change of `SECRET_KEY` leaves as it is. */
export interface Vault {
  /** @returns the text as the database keeps it. */
  seal(organizationId: string, purpose: SealPurpose, text: string): string;
  /** Gives back a text that is not sealed: a former version kept it. @throws {Error} for one that another root has sealed. */
  open(organizationId: string, purpose: SealPurpose, kept: string): string;
  /** The key of the hashes of erased phones, by organization. */
  phoneKeys: ReadonlyMap<string, Uint8Array>;
  /** The key of the links to customers' own pages, by organization. */
  pageKeys: ReadonlyMap<string, Uint8Array>;
}

/** Begins each sealed text. `%` follows it where SQL looks for the others. */
export const SEALED_PREFIX = 'sealed:v1:';

const ADVICE = ' If that root is lost, see "A lost SECRET_KEY" in docs/staff.md.';

export interface OrganizationRoot {
  root: Uint8Array;
  phoneKey: Uint8Array;
}

export function createVault(roots: ReadonlyMap<string, OrganizationRoot>): Vault {
  const keys = new Map<string, Buffer>();
  const keyOf = (organizationId: string, purpose: SealPurpose): Buffer => {
    const name = `${purpose} ${organizationId}`;
    const known = keys.get(name);
    if (known !== undefined) return known;
    const secrets = roots.get(organizationId);
    if (secrets === undefined) throw new Error(`There is no organization "${organizationId}" in the options.`);
    const key = deriveKey(secrets.root, organizationId, purpose);
    keys.set(name, key);
    return key;
  };
  return {
    phoneKeys: new Map([...roots].map(([organizationId, { phoneKey }]) => [organizationId, phoneKey])),
    pageKeys: new Map(
      [...roots].map(([organizationId, { root }]) => [
        organizationId,
        deriveKey(root, organizationId, 'customer page'),
      ]),
    ),
    seal(organizationId, purpose, text) {
      const sealed = seal(keyOf(organizationId, purpose), Buffer.from(text), organizationId);
      return SEALED_PREFIX + sealed.toString('base64url');
    },
    open(organizationId, purpose, kept) {
      if (!kept.startsWith(SEALED_PREFIX)) return kept;
      const sealed = Buffer.from(kept.slice(SEALED_PREFIX.length), 'base64url');
      const plain = open(keyOf(organizationId, purpose), sealed, organizationId);
      if (plain === null) throw new Error(`A kept secret (${purpose}) was sealed by another root.${ADVICE}`);
      return plain.toString('utf8');
    },
  };
}
