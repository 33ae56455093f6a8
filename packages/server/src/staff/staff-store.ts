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
}

export interface NewStaffSession extends Omit<StoredStaffSession, 'expiresAt'> {
  hash: Uint8Array;
  keyId: string | null;
  lifetimeSeconds: number;
}

export interface StoredAuditEntry {
  actor: { name: string; role: StaffRole | null; by: string };
  action: AuditAction;
  target: string | null;
  details: Readonly<Record<string, string | number | boolean | null>>;
}

/** All on the database's clock. */
export interface StaffStore {
  addKey(organizationId: string, key: NewAdminKey): Promise<StoredAdminKey>;
  listKeys(organizationId: string): Promise<StoredAdminKey[]>;
  findKey(organizationId: string, keyId: string): Promise<StoredAdminKey | null>;
  /** A key that serves now, and marks its use, once a minute at most. */
  useKey(organizationId: string, hash: Uint8Array): Promise<StoredAdminKey | null>;
  /**
   * The key stays valid for the given time; one that ends sooner keeps its end. `null`: unknown, or no longer valid.
   */
  retireKey(organizationId: string, keyId: string, overlapSeconds: number): Promise<StoredAdminKey | null>;
  /** Ends the key and every sign-in that it made. `false`: unknown, or revoked before. */
  revokeKey(organizationId: string, keyId: string): Promise<boolean>;
  /** @returns when it ends. */
  addSession(organizationId: string, session: NewStaffSession): Promise<Date>;
  /** One that serves now, and whose key does. */
  findSession(organizationId: string, hash: Uint8Array): Promise<StoredStaffSession | null>;
  endSession(organizationId: string, hash: Uint8Array): Promise<void>;
  addAudit(organizationId: string, entry: StoredAuditEntry & { id: string }): Promise<void>;
}
