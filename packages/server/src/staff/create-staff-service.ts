import type { AdminKey } from '@whatsapp-optin/sdk/contract';
import { v7 as uuidv7 } from 'uuid';
import { createCredential, csrfTokenOf, hintOf, readCredential } from './staff-credential.js';
import { narrowScopes, scopesOf } from './staff-scopes.js';
import type { StaffService, StaffMember } from './staff-service.js';
import type { StaffStore, StoredAdminKey } from './staff-store.js';

/** A working day; then staff enter the key again. */
const SIGN_IN_SECONDS = 12 * 3600;
const TOKEN_SECONDS = 15 * 60;

/** The admin keys of the configuration: each is a manager's. */
export interface ConfiguredKeys {
  /** `null` for another key. The digest identifies the key without revealing it. */
  identify(key: string): { organizationId: string; digest: string } | null;
  has(organizationId: string, digest: string): boolean;
  count(organizationId: string): number;
}

const CONFIGURED_NAME = 'ADMIN_KEY';

export function createStaffService({
  store,
  configured,
}: {
  store: StaffStore;
  configured: ConfiguredKeys;
}): StaffService {
  const memberOf = (organizationId: string, key: StoredAdminKey): StaffMember => ({
    organizationId,
    role: key.role,
    scopes: key.scopes,
    name: key.name,
    by: 'key',
    expiresAt: key.expiresAt,
    key: { id: key.id, expiresAt: key.expiresAt },
    csrfToken: null,
  });
  const bySession = async (text: string, kind: 'st' | 'ss'): Promise<StaffMember | null> => {
    const read = readCredential(text);
    if (read?.kind !== kind) return null;
    const session = await store.findSession(read.organizationId, read.hash);
    if (session === null) return null;
    const { configuredHash, keyId } = session;
    // The configured key that was exchanged has been changed since.
    if (configuredHash !== null && !configured.has(read.organizationId, configuredHash)) return null;
    return {
      organizationId: read.organizationId,
      role: session.role,
      // A token lives in a page of the host's: what runs there must not make itself a key that outlives it.
      scopes: session.kind === 'token' ? session.scopes.filter((scope) => scope !== 'keys.write') : session.scopes,
      name: session.name,
      by: session.kind,
      expiresAt: session.expiresAt,
      key: keyId === null ? null : { id: keyId, expiresAt: session.keyExpiresAt },
      csrfToken: kind === 'ss' ? csrfTokenOf(text) : null,
    };
  };
  const byConfiguredKey = (key: string): StaffMember | null => {
    const found = configured.identify(key);
    if (found === null) return null;
    const { organizationId } = found;
    const scopes = scopesOf('manager');
    return {
      organizationId,
      role: 'manager',
      scopes,
      name: CONFIGURED_NAME,
      by: 'key',
      expiresAt: null,
      key: null,
      csrfToken: null,
    };
  };
  const byStoredKey = async (text: string): Promise<{ member: StaffMember; keyId: string } | null> => {
    const read = readCredential(text);
    if (read?.kind !== 'ak') return null;
    const key = await store.useKey(read.organizationId, read.hash);
    return key && { member: memberOf(read.organizationId, key), keyId: key.id };
  };
  const addKey = async (
    organizationId: string,
    input: Pick<StoredAdminKey, 'name' | 'role' | 'scopes' | 'expiresAt' | 'parentId'>,
  ) => {
    const key = createCredential('ak', organizationId);
    const hash = readCredential(key)?.hash;
    if (hash === undefined) throw new Error(`The organization's id "${organizationId}" is too long for a key.`);
    const stored = await store.addKey(organizationId, { id: uuidv7(), hash, hint: hintOf(key), ...input });
    if (stored === null) throw new Error('The key that made this one serves no more.');
    return { ...toDocument(stored), key };
  };

  return {
    async identify(credential) {
      if (credential.startsWith('st_')) return bySession(credential, 'st');
      return byConfiguredKey(credential) ?? (await byStoredKey(credential))?.member ?? null;
    },
    identifyCookie: (cookieToken) => bySession(cookieToken, 'ss'),
    async signIn(key) {
      const found = configured.identify(key);
      const stored = found === null ? await byStoredKey(key) : null;
      const member = stored?.member ?? byConfiguredKey(key);
      if (member === null) return null;
      const { organizationId, role, scopes, name } = member;
      const cookieToken = createCredential('ss', organizationId);
      const hash = readCredential(cookieToken)?.hash ?? new Uint8Array();
      const expiresAt = await store.addSession(organizationId, {
        id: uuidv7(),
        hash,
        kind: 'cookie',
        keyId: stored?.keyId ?? null,
        configuredHash: found?.digest ?? null,
        role,
        scopes,
        name,
        lifetimeSeconds: SIGN_IN_SECONDS,
      });
      const csrfToken = csrfTokenOf(cookieToken);
      return {
        member: { ...member, by: 'cookie', expiresAt, csrfToken },
        cookieToken,
        lifetimeSeconds: SIGN_IN_SECONDS,
      };
    },
    async signOut(cookieToken) {
      const read = readCredential(cookieToken);
      if (read?.kind === 'ss') await store.endSession(read.organizationId, read.hash);
    },
    async createToken(organizationId, { role = 'viewer', name = 'staff', expiresInSeconds = TOKEN_SECONDS }) {
      const token = createCredential('st', organizationId);
      const expiresAt = await store.addSession(organizationId, {
        id: uuidv7(),
        hash: readCredential(token)?.hash ?? new Uint8Array(),
        kind: 'token',
        keyId: null,
        configuredHash: null,
        role,
        scopes: scopesOf(role),
        name,
        lifetimeSeconds: expiresInSeconds,
      });
      return { token, role, expiresAt: expiresAt.toISOString() };
    },
    async listKeys(organizationId) {
      const fixed: AdminKey[] = Array.from({ length: configured.count(organizationId) }, () => ({
        id: 'configuration',
        name: CONFIGURED_NAME,
        role: 'manager',
        scopes: scopesOf('manager'),
        hint: 'ak_…',
        source: 'configuration',
        status: 'active',
        createdAt: null,
        lastUsedAt: null,
        expiresAt: null,
        revokedAt: null,
        parentId: null,
      }));
      return [...fixed, ...(await store.listKeys(organizationId)).map(toDocument)];
    },
    createKey: (organizationId, { name, role, scopes, expiresAt = null, parentId = null }) =>
      addKey(organizationId, { name, role, scopes: narrowScopes(role, scopes), expiresAt, parentId }),
    async rotateKey(organizationId, keyId, overlapHours) {
      const old = await store.retireKey(organizationId, keyId, overlapHours * 3600);
      if (old === null) return { status: 'unknown_key' };
      const { name, role, scopes, expiresAt, parentId } = old;
      const key = await addKey(organizationId, { name, role, scopes, expiresAt, parentId });
      await store.adoptChildren(organizationId, keyId, key.id);
      return { status: 'created', key };
    },
    revokeKey: (organizationId, keyId) => store.revokeKey(organizationId, keyId),
    async note(organizationId, actor, { action, target = null, details = {}, oncePerHour = false }) {
      await store.addAudit(organizationId, { id: uuidv7(), actor, action, target, details, oncePerHour });
    },
  };
}

/** A key whose end is set still serves until then. */
function toDocument(key: StoredAdminKey): AdminKey {
  const { id, name, role, hint } = key;
  const over = key.expiresAt !== null && key.expiresAt.getTime() <= Date.now();
  return {
    id,
    name,
    role,
    scopes: [...key.scopes],
    hint,
    source: 'stored',
    status: key.revokedAt !== null ? 'revoked' : over ? 'expired' : key.expiresAt !== null ? 'expiring' : 'active',
    createdAt: key.createdAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    expiresAt: key.expiresAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
    parentId: key.parentId,
  };
}
