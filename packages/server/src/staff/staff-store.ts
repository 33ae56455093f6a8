import type { AuditAction, StaffRole, StaffScope } from '@whatsapp-optin/sdk/contract';

export interface StoredAdminKey {
  id: string;
  name: string;
  role: StaffRole;
  scopes: readonly StaffScope[];
  hint: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  /** The key that made it; `null`: the configuration, or the command line. */
  parentId: string | null;
}

export interface NewAdminKey {
  id: string;
  name: string;
  role: StaffRole;
  scopes: readonly StaffScope[];
  hash: Uint8Array;
  hint: string;
  /** `null`: never. */
  expiresAt: Date | null;
  /** The stored key that makes it, and that it does not outlive. `null`: none does. */
  parentId: string | null;
}

export interface StoredStaffSession {
  id: string;
  kind: 'cookie' | 'token';
  role: StaffRole;
  scopes: readonly StaffScope[];
  name: string;
  expiresAt: Date;
  /** Digest of the configured key that was exchanged; `null` for every other. */
  configuredHash: string | null;
  /** The stored key that was exchanged; `null` for every other. */
  keyId: string | null;
  /** When that key ends; `null`: never. */
  keyExpiresAt: Date | null;
}

export interface NewStaffSession extends Omit<StoredStaffSession, 'expiresAt' | 'keyExpiresAt'> {
  hash: Uint8Array;
  lifetimeSeconds: number;
}

export interface StoredAuditEntry {
  actor: { name: string; role: StaffRole | null; by: string };
  action: AuditAction;
  target: string | null;
  details: Readonly<Record<string, string | number | boolean | null>>;
  /** @default false */
  oncePerHour?: boolean;
}

/** All on the database's clock. */
export interface StaffStore {
  /** Ends with its parent at the latest. `null`: the parent serves no more. */
  addKey(organizationId: string, key: NewAdminKey): Promise<StoredAdminKey | null>;
  listKeys(organizationId: string): Promise<StoredAdminKey[]>;
  findKey(organizationId: string, keyId: string): Promise<StoredAdminKey | null>;
  /** A key that serves now, and marks its use, once a minute at most. */
  useKey(organizationId: string, hash: Uint8Array): Promise<StoredAdminKey | null>;
  /**
   * The key stays valid for the given time; one that ends sooner keeps its end.
   *
   * @returns the key as it was before; `null`: unknown, or no longer valid.
   */
  retireKey(organizationId: string, keyId: string, overlapSeconds: number): Promise<StoredAdminKey | null>;
  /** Makes the keys that one key made another's. */
  adoptChildren(organizationId: string, keyId: string, newParentId: string): Promise<void>;
  /** Ends the key, the keys that it made, theirs, and every sign-in of them. @returns how many keys; 0: unknown, or revoked before. */
  revokeKey(organizationId: string, keyId: string): Promise<number>;
  /** @returns when it ends, with its key at the latest. */
  addSession(organizationId: string, session: NewStaffSession): Promise<Date>;
  /** One that serves now, and whose key does. */
  findSession(organizationId: string, hash: Uint8Array): Promise<StoredStaffSession | null>;
  endSession(organizationId: string, hash: Uint8Array): Promise<void>;
  addAudit(organizationId: string, entry: StoredAuditEntry & { id: string }): Promise<void>;
}
