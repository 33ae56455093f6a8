import { randomBytes } from 'node:crypto';
import { deriveKey, KEY_BYTES, open, seal } from '../secrets/seal.js';
import { createVault, SEALED_PREFIX, type OrganizationRoot, type Vault } from '../secrets/vault.js';
import type { Database, Row, SqlExecutor } from './database.js';

/** An organization and its secret keys, the one that seals first. */
export interface KeyedOrganization {
  id: string;
  secretKeys: readonly string[];
}

/** The database is sealed under a key that is not configured. */
export class UnknownRootKeyError extends Error {
  override readonly name = 'UnknownRootKeyError';

  constructor(organizationId: string) {
    super(
      `SECRET_KEY of the organization "${organizationId}" is not the one that sealed its secrets in the database. ` +
        'While it changes, name both, the new one first: SECRET_KEY=new,old. If the old one is lost, see "A lost SECRET_KEY" in docs/staff.md.',
    );
  }
}

// One process at a time makes or seals a root: two first starts would each make their own.
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('whatsapp-optin root ' || $1::text, 0))`;

const READ = `SELECT key_id, sealed FROM whatsapp_optin.organization_roots WHERE organization_id = $1::text`;

const KEEP = `
INSERT INTO whatsapp_optin.organization_roots (organization_id, key_id, sealed) VALUES ($1::text, $2::text, $3::bytea)
ON CONFLICT (organization_id, key_id) DO NOTHING`;

const FORGET = `
DELETE FROM whatsapp_optin.organization_roots WHERE organization_id = $1::text AND key_id <> ALL ($2::text[])`;

const IS_FORMER = `
SELECT FROM whatsapp_optin.organizations WHERE id = $1::text AND phones_hashed_by_secret_key`;

const CLEAR_VAPID = `
SELECT organization_id, private_key AS text FROM whatsapp_optin.vapid_keys
WHERE organization_id = ANY ($1::text[]) AND NOT starts_with(private_key, '${SEALED_PREFIX}')`;

const SEAL_VAPID = `
UPDATE whatsapp_optin.vapid_keys SET private_key = $3::text WHERE organization_id = $1::text AND private_key = $2::text`;

const CLEAR_ANSWERS = `
SELECT organization_id, body AS text, route, key_hash FROM whatsapp_optin.idempotency_keys
WHERE organization_id = ANY ($1::text[]) AND starts_with(route, 'POST /api/opt-ins ')
  AND NOT starts_with(body, '${SEALED_PREFIX}') LIMIT 500`;

const SEAL_ANSWER = `
UPDATE whatsapp_optin.idempotency_keys SET body = $3::text
WHERE organization_id = $1::text AND body = $2::text AND route = $4::text AND key_hash = $5::bytea`;

/**
 * Opens the roots of the organizations, makes those that are missing, and seals each under every configured key and no
 * other. What a former version kept in clear is sealed.
 *
 * @throws {UnknownRootKeyError} where no configured key opens a root.
 */
export async function openVault(database: Database, organizations: readonly KeyedOrganization[]): Promise<Vault> {
  const roots = new Map<string, OrganizationRoot>();
  for (const organization of organizations) {
    roots.set(
      organization.id,
      await database.transaction((transaction) => openRoot(transaction, organization), { readsCommitted: true }),
    );
  }
  const vault = createVault(roots);
  await sealWhatIsClear(database, vault, [...roots.keys()]);
  return vault;
}

/**
 * Opens the roots of the organizations and changes nothing, for a command beside a running server.
 *
 * @throws {UnknownRootKeyError} where no given key opens a root.
 * @throws {Error} where an organization has no root yet: its server has never started.
 */
export async function readVault(database: Database, organizations: readonly KeyedOrganization[]): Promise<Vault> {
  const roots = new Map<string, OrganizationRoot>();
  for (const organization of organizations) {
    const { opened } = await readRoots(database, organization);
    if (opened === undefined) {
      throw new Error(
        `The organization "${organization.id}" has no secrets yet. Its server makes them when it starts.`,
      );
    }
    roots.set(organization.id, splitRoot(opened));
  }
  return createVault(roots);
}

/** The kept roots, opened by the first key that fits; `undefined` where none is kept. */
async function readRoots(executor: SqlExecutor, { id, secretKeys }: KeyedOrganization) {
  const kept = await executor.query<{ key_id: string; sealed: Uint8Array }>(READ, [id]);
  const keys = secretKeys.map((secret) => ({
    keyId: deriveKey(secret, id, 'root seal id').toString('hex').slice(0, 16),
    key: deriveKey(secret, id, 'root seal'),
  }));
  const opened = kept.flatMap(({ key_id, sealed }) => {
    const known = keys.find(({ keyId }) => keyId === key_id);
    return (known && open(known.key, sealed, id)) ?? [];
  });
  const [first] = opened;
  if (first === undefined && kept.length > 0) throw new UnknownRootKeyError(id);
  return { keys, opened: first };
}

async function openRoot(transaction: SqlExecutor, organization: KeyedOrganization): Promise<OrganizationRoot> {
  const { id, secretKeys } = organization;
  await transaction.query(LOCK, [id]);
  const { keys, opened } = await readRoots(transaction, organization);
  const plain = opened ?? (await makeRoot(transaction, id, secretKeys));
  for (const { keyId, key } of keys) await transaction.query(KEEP, [id, keyId, seal(key, plain, id)]);
  await transaction.query(FORGET, [id, keys.map(({ keyId }) => keyId)]);
  return splitRoot(plain);
}

function splitRoot(plain: Uint8Array): OrganizationRoot {
  return { root: plain.subarray(0, KEY_BYTES), phoneKey: plain.subarray(KEY_BYTES) };
}

/** The former version hashed erased phones by the secret key; their hashes stay good. */
async function makeRoot(transaction: SqlExecutor, id: string, secretKeys: readonly string[]): Promise<Buffer> {
  const isFormer = (await transaction.query(IS_FORMER, [id])).length > 0;
  const oldest = secretKeys.at(-1) ?? '';
  const phoneKey = isFormer ? deriveKey(oldest, id, 'erased phones') : randomBytes(KEY_BYTES);
  return Buffer.concat([randomBytes(KEY_BYTES), phoneKey]);
}

interface ClearRow extends Row {
  organization_id: string;
  text: string;
}

async function sealWhatIsClear(database: Database, vault: Vault, ids: readonly string[]): Promise<void> {
  for (const { organization_id: id, text } of await database.query<ClearRow>(CLEAR_VAPID, [ids])) {
    await database.query(SEAL_VAPID, [id, text, vault.seal(id, 'vapid', text)]);
  }
  for (;;) {
    const rows = await database.query<ClearRow & { route: string; key_hash: Uint8Array }>(CLEAR_ANSWERS, [ids]);
    if (rows.length === 0) return;
    for (const { organization_id: id, text, route, key_hash: keyHash } of rows) {
      await database.query(SEAL_ANSWER, [id, text, vault.seal(id, 'idempotency', text), route, keyHash]);
    }
  }
}
