import { STAFF_SCOPES, type StaffScope } from '@whatsapp-optin/sdk/contract';
import { knownRole } from '../staff/staff-scopes.js';
import type { StaffStore, StoredAdminKey } from '../staff/staff-store.js';
import type { Database, Row } from './database.js';

interface KeyRow extends Row {
  id: string;
  name: string;
  role: string;
  scopes: string[];
  hint: string;
  created_at: Date;
  last_used_at: Date | null;
  expires_at: Date | null;
  revoked_at: Date | null;
  parent_id: string | null;
}

interface SessionRow extends Row {
  id: string;
  kind: 'cookie' | 'token';
  role: string;
  scopes: string[];
  name: string;
  expires_at: Date;
  configured_hash: string | null;
  key_id: string | null;
  key_expires_at: Date | null;
}

const COLUMNS = 'id, name, role, scopes, hint, created_at, last_used_at, expires_at, revoked_at, parent_id';
const SERVES = 'revoked_at IS NULL AND (expires_at IS NULL OR expires_at > clock_timestamp())';

// A key ends with its maker at the latest; LEAST passes over what never ends.
const ADD_KEY = `
WITH parent AS (
  SELECT expires_at FROM whatsapp_optin.admin_keys
  WHERE organization_id = $1::text AND id = $9::uuid AND ${SERVES} FOR SHARE
)
INSERT INTO whatsapp_optin.admin_keys (organization_id, id, name, role, scopes, key_hash, hint, expires_at, parent_id)
SELECT $1::text, $2::uuid, $3::text, $4::text, $5::text[], $6::bytea, $7::text,
       LEAST($8::timestamptz, (SELECT expires_at FROM parent)), $9::uuid
WHERE $9::uuid IS NULL OR EXISTS (SELECT FROM parent)
RETURNING ${COLUMNS}`;

const LIST_KEYS = `
SELECT ${COLUMNS} FROM whatsapp_optin.admin_keys WHERE organization_id = $1::text ORDER BY created_at DESC LIMIT 500`;

const FIND_KEY = `
SELECT ${COLUMNS} FROM whatsapp_optin.admin_keys WHERE organization_id = $1::text AND id = $2::uuid`;

// The use is written in the statement that reads it, and once a minute: a busy key is no hot row.
const USE_KEY = `
WITH used AS (
  UPDATE whatsapp_optin.admin_keys SET last_used_at = clock_timestamp()
  WHERE organization_id = $1::text AND key_hash = $2::bytea AND ${SERVES}
    AND (last_used_at IS NULL OR last_used_at < clock_timestamp() - interval '1 minute')
)
SELECT ${COLUMNS} FROM whatsapp_optin.admin_keys
WHERE organization_id = $1::text AND key_hash = $2::bytea AND ${SERVES}`;

// Answers with the key as it was: its end is that of the key in its place.
const RETIRE_KEY = `
WITH old AS (
  SELECT ${COLUMNS} FROM whatsapp_optin.admin_keys
  WHERE organization_id = $1::text AND id = $2::uuid AND ${SERVES} FOR UPDATE
), retired AS (
  UPDATE whatsapp_optin.admin_keys AS key
  SET expires_at = LEAST(key.expires_at, clock_timestamp() + make_interval(secs => $3::int))
  FROM old WHERE key.organization_id = $1::text AND key.id = old.id
)
SELECT ${COLUMNS} FROM old`;

const ADOPT_CHILDREN = `
UPDATE whatsapp_optin.admin_keys SET parent_id = $3::uuid WHERE organization_id = $1::text AND parent_id = $2::uuid`;

const REVOKE_KEY = `
WITH RECURSIVE family AS (
  SELECT id FROM whatsapp_optin.admin_keys WHERE organization_id = $1::text AND id = $2::uuid AND revoked_at IS NULL
  UNION
  SELECT child.id FROM whatsapp_optin.admin_keys AS child
  JOIN family ON child.organization_id = $1::text AND child.parent_id = family.id
), signed_out AS (
  DELETE FROM whatsapp_optin.staff_sessions AS session USING family
  WHERE session.organization_id = $1::text AND session.key_id = family.id
)
UPDATE whatsapp_optin.admin_keys AS key SET revoked_at = clock_timestamp()
FROM family WHERE key.organization_id = $1::text AND key.id = family.id AND key.revoked_at IS NULL
RETURNING key.id`;

const ADD_SESSION = `
INSERT INTO whatsapp_optin.staff_sessions
  (organization_id, id, token_hash, kind, key_id, configured_hash, role, scopes, name, expires_at)
SELECT $1::text, $2::uuid, $3::bytea, $4::text, $5::uuid, $6::text, $7::text, $8::text[], $9::text,
       LEAST(clock_timestamp() + make_interval(secs => $10::int),
             (SELECT key.expires_at FROM whatsapp_optin.admin_keys AS key
              WHERE key.organization_id = $1::text AND key.id = $5::uuid))
RETURNING expires_at`;

const FIND_SESSION = `
SELECT session.id, session.kind, session.role, session.scopes, session.name, session.expires_at, session.configured_hash,
       session.key_id, parent.expires_at AS key_expires_at
FROM whatsapp_optin.staff_sessions AS session
LEFT JOIN whatsapp_optin.admin_keys AS parent
  ON parent.organization_id = session.organization_id AND parent.id = session.key_id
WHERE session.organization_id = $1::text AND session.token_hash = $2::bytea AND session.expires_at > clock_timestamp()
  AND (session.key_id IS NULL OR EXISTS (
    SELECT FROM whatsapp_optin.admin_keys AS key
    WHERE key.organization_id = session.organization_id AND key.id = session.key_id AND ${SERVES.replaceAll(/(revoked_at|expires_at)/g, 'key.$1')}))`;

const END_SESSION = `DELETE FROM whatsapp_optin.staff_sessions WHERE organization_id = $1::text AND token_hash = $2::bytea`;

const ADD_AUDIT = `
INSERT INTO whatsapp_optin.staff_audit (organization_id, id, actor_name, actor_role, actor_by, action, target, details)
SELECT $1::text, $2::uuid, $3::text, $4::text, $5::text, $6::text, $7::text, $8::jsonb
WHERE NOT $9::boolean OR NOT EXISTS (
  SELECT FROM whatsapp_optin.staff_audit AS earlier
  WHERE earlier.organization_id = $1::text AND earlier.action = $6::text AND earlier.target = $7::text
    AND earlier.actor_name = $3::text AND earlier.at > clock_timestamp() - interval '1 hour')`;

/** @param onWrite - is called with the organization after each of staff's changes, which the audit log records. */
export function createStaffStore(
  database: Database,
  onWrite: (organizationId: string) => void = () => undefined,
): StaffStore {
  const one = async (text: string, values: readonly unknown[]): Promise<StoredAdminKey | null> => {
    const [row] = await database.query<KeyRow>(text, values);
    return row === undefined ? null : toKey(row);
  };
  return {
    addKey: (organizationId, { id, name, role, scopes, hash, hint, expiresAt, parentId }) =>
      one(ADD_KEY, [organizationId, id, name, role, [...scopes], hash, hint, expiresAt, parentId]),
    listKeys: async (organizationId) => (await database.query<KeyRow>(LIST_KEYS, [organizationId])).map(toKey),
    findKey: (organizationId, keyId) => one(FIND_KEY, [organizationId, keyId]),
    useKey: (organizationId, hash) => one(USE_KEY, [organizationId, hash]),
    retireKey: (organizationId, keyId, overlapSeconds) => one(RETIRE_KEY, [organizationId, keyId, overlapSeconds]),
    async adoptChildren(organizationId, keyId, newParentId) {
      await database.query(ADOPT_CHILDREN, [organizationId, keyId, newParentId]);
    },
    revokeKey: async (organizationId, keyId) => (await database.query(REVOKE_KEY, [organizationId, keyId])).length,
    async addSession(organizationId, session) {
      const [row] = await database.query<{ expires_at: Date }>(ADD_SESSION, [
        organizationId,
        session.id,
        session.hash,
        session.kind,
        session.keyId,
        session.configuredHash,
        session.role,
        [...session.scopes],
        session.name,
        session.lifetimeSeconds,
      ]);
      if (row === undefined) throw new Error('The sign-in could not be stored.');
      return row.expires_at;
    },
    async findSession(organizationId, hash) {
      const [row] = await database.query<SessionRow>(FIND_SESSION, [organizationId, hash]);
      if (row === undefined) return null;
      return {
        id: row.id,
        kind: row.kind,
        name: row.name,
        expiresAt: row.expires_at,
        configuredHash: row.configured_hash,
        keyId: row.key_id,
        keyExpiresAt: row.key_expires_at,
        role: knownRole(row.role),
        scopes: knownScopes(row.scopes),
      };
    },
    async endSession(organizationId, hash) {
      await database.query(END_SESSION, [organizationId, hash]);
    },
    async addAudit(organizationId, { id, actor, action, target, details, oncePerHour = false }) {
      const { name, role, by } = actor;
      const values = [organizationId, id, name, role, by, action, target, JSON.stringify(details), oncePerHour];
      await database.query(ADD_AUDIT, values);
      onWrite(organizationId);
    },
  };
}

function toKey(row: KeyRow): StoredAdminKey {
  return {
    id: row.id,
    name: row.name,
    role: knownRole(row.role),
    scopes: knownScopes(row.scopes),
    hint: row.hint,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    parentId: row.parent_id,
  };
}

function knownScopes(words: readonly string[]): StaffScope[] {
  return STAFF_SCOPES.filter((scope) => words.includes(scope));
}
