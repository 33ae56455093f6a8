import type {
  AdminKey,
  AdminKeyCreated,
  AuditAction,
  AuditActorBy,
  StaffRole,
  StaffScope,
  StaffTokenCreated,
} from '@whatsapp-optin/sdk/contract';

/** A member of staff, as far as the request proves it. */
export interface StaffMember {
  organizationId: string;
  role: StaffRole;
  scopes: readonly StaffScope[];
  name: string;
  by: 'cookie' | 'token' | 'key';
  /** `null`: a key, which does not run out by itself, or a stored one without an end. */
  expiresAt: Date | null;
  /** The stored key behind key or sign-in, and its end. `null`: ADMIN_KEY, which never ends, or a token of the host's backend. */
  key: { id: string; expiresAt: Date | null } | null;
  /** What a change by cookie must carry; `null` where the proof is no cookie. */
  csrfToken: string | null;
}

/** Who did what is written down. */
export interface Actor {
  name: string;
  role: StaffRole | null;
  by: AuditActorBy;
}

export interface SignedIn {
  member: StaffMember;
  /** For the cookie. */
  cookieToken: string;
  lifetimeSeconds: number;
}

export interface AuditNote {
  action: AuditAction;
  target?: string | null;
  /** Never a phone, a text or a key. */
  details?: Readonly<Record<string, string | number | boolean | null>>;
  /** Of the same actor, action and target one entry an hour: a badge asks again and again. @default false */
  oncePerHour?: boolean;
}

export type KeyResult = { status: 'created'; key: AdminKeyCreated } | { status: 'unknown_key' };

export interface StaffService {
  /** An admin key, stored or configured, or a staff token. `null`: not known here, or over. */
  identify(credential: string): Promise<StaffMember | null>;
  /** The cookie of a signed-in browser. */
  identifyCookie(cookieToken: string): Promise<StaffMember | null>;
  /** Exchanges an admin key for a sign-in. `null`: no admin key that is known here. */
  signIn(key: string): Promise<SignedIn | null>;
  signOut(cookieToken: string): Promise<void>;
  /** For the host's backend: a short-lived token for one member of its staff. */
  createToken(
    organizationId: string,
    input: { role?: StaffRole | undefined; name?: string | undefined; expiresInSeconds?: number | undefined },
  ): Promise<StaffTokenCreated>;
  listKeys(organizationId: string): Promise<AdminKey[]>;
  createKey(
    organizationId: string,
    input: {
      name: string;
      role: StaffRole;
      scopes?: readonly StaffScope[] | undefined;
      expiresAt?: Date | null;
      /** The stored key that makes it. @default null */
      parentId?: string | null;
    },
  ): Promise<AdminKeyCreated>;
  /** A new key like the old one, with its end and its children; the old one serves for `overlapHours` more. */
  rotateKey(organizationId: string, keyId: string, overlapHours: number): Promise<KeyResult>;
  /** Revokes the key and those that it made. @returns how many; 0: unknown, or revoked before. */
  revokeKey(organizationId: string, keyId: string): Promise<number>;
  note(organizationId: string, actor: Actor, note: AuditNote): Promise<void>;
}
