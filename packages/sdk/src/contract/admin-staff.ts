/** A viewer reads, phones masked; a manager changes, exports, reveals and erases as well. */
export const STAFF_ROLES = ['viewer', 'manager'] as const;
/** One of `STAFF_ROLES`. */
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
/** One of `STAFF_SCOPES`. */
export type StaffScope = (typeof STAFF_SCOPES)[number];

/** Body of `POST /api/admin/session`: an admin key is exchanged for a cookie; the browser keeps the key nowhere. */
export interface SignInRequest {
  /** `ak_…` */
  key: string;
}

/** Answer of `GET` and `POST /api/admin/session`: who is signed in. `DELETE` signs out, with 204. */
export interface StaffSession {
  /** `timeZone` is an IANA zone. */
  organization: { id: string; name: string; defaultLocale: string; timeZone: string };
  /** The role of the caller. */
  role: StaffRole;
  /** What the caller may do. */
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
  /** `st_…` */
  token: string;
  /** The role of its bearer. */
  role: StaffRole;
  /** ISO 8601. */
  expiresAt: string;
}

/** One row of `GET /api/admin/keys`. Of a key nothing but its beginning is ever shown again. */
export interface AdminKey {
  /** Identifies the key in the routes below `/api/admin/keys`. */
  id: string;
  /** What staff call it. */
  name: string;
  /** The role of whoever uses it. */
  role: StaffRole;
  /** What it may do. */
  scopes: StaffScope[];
  /** `ak_…` and four more characters, so that staff recognize the key. */
  hint: string;
  /** `configuration`: the key of the environment or the options, which can only be changed there. */
  source: 'configuration' | 'stored';
  /** `expiring`: it works until `expiresAt`. */
  status: 'active' | 'expiring' | 'expired' | 'revoked';
  /** ISO 8601; `null` for a key of the configuration. */
  createdAt: string | null;
  /** ISO 8601; `null` before its first use. */
  lastUsedAt: string | null;
  /** ISO 8601; `null`: never. */
  expiresAt: string | null;
  /** ISO 8601; `null` if it was not revoked. */
  revokedAt: string | null;
  /** The key that made it, with which it is revoked; `null`: the key of the configuration, or the command line. */
  parentId: string | null;
}

/** Answer of `GET /api/admin/keys`. */
export interface AdminKeyList {
  /** Every key of the organization. */
  items: AdminKey[];
}

/** Body of `POST /api/admin/keys`. */
export interface CreateAdminKeyRequest {
  /** What staff call it. */
  name: string;
  /** The role of whoever uses it. */
  role: StaffRole;
  /** Default: all of the role. */
  scopes?: StaffScope[];
  /** ISO 8601, not after the end of the key that makes it; default: that end, or never. */
  expiresAt?: string | null;
}

/** Body of `POST /api/admin/keys/:id/rotate`: how long the old key still works. */
export interface RotateAdminKeyRequest {
  /** 0 to 168; default 24. */
  overlapHours?: number;
}

/** 201 of `POST /api/admin/keys` and `…/rotate`. The one time that the key itself is shown. */
export interface AdminKeyCreated extends AdminKey {
  /** The whole key, `ak_…`. */
  key: string;
}

/** Every action that the audit log records. */
export const AUDIT_ACTIONS = [
  'staff.signed_in',
  'staff.signed_out',
  'staff_token.created',
  'phone.revealed',
  'phone.looked_up',
  'session.ended',
  'session.reminded',
  'ticket.called',
  'message.seen',
  'message.answered',
  'settings.changed',
  'sms.changed',
  'sms.tested',
  'export.made',
  'contact.erased',
  'contact.stopped',
  'key.created',
  'key.rotated',
  'key.revoked',
  'webhook.created',
  'webhook.changed',
  'webhook.rotated',
  'webhook.deleted',
  'webhook.replayed',
  'webhook.tested',
  'parked.retried',
  'compliance.checked',
] as const;
/** One of `AUDIT_ACTIONS`. */
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** By what somebody acted. `customer_page`: the customer themselves. */
export const AUDIT_ACTOR_BYS = ['cookie', 'token', 'key', 'secret_key', 'command_line', 'customer_page'] as const;
/** One of `AUDIT_ACTOR_BYS`. */
export type AuditActorBy = (typeof AUDIT_ACTOR_BYS)[number];

/** One row of `GET /api/admin/audit-log`, newest first. Holds no phone, no text and no key. */
export interface AuditEntry {
  /** Identifies the entry. */
  id: string;
  /** ISO 8601. */
  at: string;
  /** Who did it; `role` is `null` for the secret key, the command line and a customer on their own page. */
  actor: { name: string; role: StaffRole | null; by: AuditActorBy };
  /** What was done. */
  action: AuditAction;
  /** The id of what was acted upon, where there is one. */
  target: string | null;
  /** More about the action, by name. */
  details: Record<string, string | number | boolean | null>;
}

/** Query: `action`, `from`, `to`, `cursor`, `limit`. */
export interface AuditLogPage {
  /** The rows of this page. */
  items: AuditEntry[];
  /** `cursor` of the next page; `null` on the last one. */
  nextCursor: string | null;
}
