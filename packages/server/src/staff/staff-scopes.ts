import { STAFF_ROLES, STAFF_SCOPES, type StaffRole, type StaffScope } from '@whatsapp-optin/sdk/contract';

/** What a role may do at most: a viewer reads. The audit log names colleagues, so it is a manager's. */
export function scopesOf(role: StaffRole): StaffScope[] {
  if (role === 'manager') return [...STAFF_SCOPES];
  return STAFF_SCOPES.filter((scope) => scope.endsWith('.read') && scope !== 'audit.read');
}

/** The scopes of a key by its wish: never more than the role has. */
export function narrowScopes(role: StaffRole, wanted: readonly string[] | undefined): StaffScope[] {
  return scopesOf(role).filter((scope) => wanted === undefined || wanted.includes(scope));
}

/** A word of the database, `viewer` where a later version has stored one that this one does not know. */
export function knownRole(value: string): StaffRole {
  return STAFF_ROLES.find((role) => role === value) ?? 'viewer';
}
