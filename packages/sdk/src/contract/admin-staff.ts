/** A viewer reads, phones masked; a manager changes, exports, reveals and erases as well. */
export const STAFF_ROLES = ['viewer', 'manager'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** What a key may do. Those that end in `.read` are a viewer's; a manager has all. A key may be given fewer of its role's. */
export const STAFF_SCOPES = [
  'sessions.read',
  'messages.read',
  'notifications.read',
  'analytics.read',
  'compliance.read',
  'settings.read',
  'sessions.write',
  'messages.write',
  'notifications.write',
  'settings.write',
  'sms.test',
  'phones.reveal',
  'data.export',
  'contacts.erase',
  'keys.write',
  'audit.read',
] as const;
export type StaffScope = (typeof STAFF_SCOPES)[number];

/** Body of `POST /api/admin/session`: an admin key is exchanged for a cookie; the browser keeps the key nowhere. */
export interface SignInRequest {
  key: string;
}

/** Answer of `GET` and `POST /api/admin/session`: who is signed in. `DELETE` signs out, with 204. */
export interface StaffSession {
  organization: { id: string; name: string; defaultLocale: string; timeZone: string };
  role: StaffRole;
  scopes: StaffScope[];
  /** Name of the key, or the name that the host's backend put into the token. */
  name: string;
  /** How the caller proved who they are. */
  by: 'cookie' | 'token' | 'key';
  /** ISO 8601; `null` for a key, which does not run out by itself. */
  expiresAt: string | null;
  /** With a cookie: to be sent as `X-CSRF-Token` with every POST, PUT and DELETE. `null` otherwise: not needed. */
  csrfToken: string | null;
}

/** Body of `POST /api/admin/staff-tokens` (secret key): for dashboards inside the host's own pages. */
export interface StaffTokenRequest {
  /** Default `viewer`. */
  role?: StaffRole;
  /** Who it is, for the audit log. */
  name?: string;
  /** 60 to 3600; default 900. */
  expiresInSeconds?: number;
}

/** `token` (`st_…`) is a Bearer token for the admin routes. */
export interface StaffTokenCreated {
  token: string;
  role: StaffRole;
  expiresAt: string;
}

/** One row of `GET /api/admin/keys`. Of a key nothing but its beginning is ever shown again. */
export interface AdminKey {
  id: string;
  name: string;
  role: StaffRole;
  scopes: StaffScope[];
  /** `ak_…` and four more characters, so that staff recognize the key. */
  hint: string;
  /** `configuration`: the key of the environment or the options, which can only be changed there. */
  source: 'configuration' | 'stored';
  status: 'active' | 'expiring' | 'expired' | 'revoked';
  createdAt: string | null;
  lastUsedAt: string | null;
  expiresAt: string | null;
  revokedAt: string | null;
}

export interface AdminKeyList {
  items: AdminKey[];
}

/** Body of `POST /api/admin/keys`. */
export interface CreateAdminKeyRequest {
  name: string;
  role: StaffRole;
  /** Default: all of the role. */
  scopes?: StaffScope[];
  /** ISO 8601; default: never. */
  expiresAt?: string | null;
}

/** Body of `POST /api/admin/keys/:id/rotate`: how long the old key still works. */
export interface RotateAdminKeyRequest {
  /** 0 to 168; default 24. */
  overlapHours?: number;
}

/** 201 of `POST /api/admin/keys` and `…/rotate`. The one time that the key itself is shown. */
export interface AdminKeyCreated extends AdminKey {
  key: string;
}

export const AUDIT_ACTIONS = [
  'staff.signed_in',
  'staff.signed_out',
  'staff_token.created',
  'phone.revealed',
  'session.ended',
  'session.reminded',
  'message.seen',
  'settings.changed',
  'sms.changed',
  'sms.tested',
  'export.made',
  'contact.erased',
  'key.created',
  'key.rotated',
  'key.revoked',
  'parked.retried',
  'compliance.checked',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** One row of `GET /api/admin/audit-log`, newest first. Holds no phone, no text and no key. */
export interface AuditEntry {
  id: string;
  at: string;
  actor: { name: string; role: StaffRole | null; by: 'cookie' | 'token' | 'key' | 'secret_key' | 'command_line' };
  action: AuditAction;
  /** The id of what was acted upon, where there is one. */
  target: string | null;
  details: Record<string, string | number | boolean | null>;
}

/** Query: `action`, `from`, `to`, `cursor`, `limit`. */
export interface AuditLogPage {
  items: AuditEntry[];
  nextCursor: string | null;
}
