import { z } from '@hono/zod-openapi';
import type { StaffMember } from '../../staff/staff-service.js';
import { forbidden } from '../authorize.js';
import { defineRoute } from '../define-route.js';
import { rowId } from '../fields.js';
import type { RouteContext } from '../http-env.js';
import { problemResponse, wrongField } from '../problem-response.js';
import { staff } from '../who.js';
import {
  adminKeyCreatedDocument,
  adminKeyListDocument,
  createKeyRequest,
  rotateKeyRequest,
} from './staff-documents.js';

const OVERLAP_HOURS = 24;
const who = staff('keys.write');
const params = z.object({ id: rowId });
const KEY = { id: '01938f6e-0000-7000-8000-000000000005' };

const listKeys = defineRoute(
  {
    method: 'get',
    path: '/api/admin/keys',
    id: 'listKeys',
    tag: 'Staff',
    summary: 'Admin keys, without the keys themselves',
    who,
    output: { 200: { description: 'Newest first', schema: adminKeyListDocument } },
    example: {},
  },
  async ({ context, organizationId, answer }) => answer(200, { items: await context.staff.listKeys(organizationId) }),
);

const createKey = defineRoute(
  {
    method: 'post',
    path: '/api/admin/keys',
    id: 'createKey',
    tag: 'Staff',
    summary: 'Make a key; it is shown this once',
    who,
    body: createKeyRequest,
    output: { 201: { description: 'The key', schema: adminKeyCreatedDocument } },
    example: { body: { name: 'Front office', role: 'viewer' } },
  },
  async ({ context, organizationId, staff: { scopes: own, key: maker }, body, answer, note }) => {
    const { name, role, scopes, expiresAt } = body;
    const end = typeof expiresAt === 'string' ? new Date(expiresAt) : null;
    if (end !== null && end.getTime() <= Date.now()) return wrongField('expiresAt', 'is over already.');
    if (end !== null && maker && outlives(end, maker.expiresAt))
      return wrongField('expiresAt', 'is after the end of the key that makes it.');
    // Nobody gives away more than they have, or for longer.
    const given = (scopes ?? own).filter((scope) => own.includes(scope));
    const key = await context.staff.createKey(organizationId, {
      name,
      role,
      scopes: given,
      expiresAt: end,
      parentId: maker?.id ?? null,
    });
    await note({ action: 'key.created', target: key.id, details: { name, role } });
    return answer(201, key);
  },
);

const rotateKey = defineRoute(
  {
    method: 'post',
    path: '/api/admin/keys/{id}/rotate',
    id: 'rotateKey',
    tag: 'Staff',
    summary: 'A new key in its place; the old one serves for a while more',
    who,
    params,
    body: rotateKeyRequest,
    bodyKind: 'optional',
    output: { 201: { description: 'The new key', schema: adminKeyCreatedDocument } },
    refuses: ['NOT_FOUND'],
    example: { params: KEY, body: { overlapHours: 24 } },
  },
  async ({ context, organizationId, staff: member, params: { id }, body, answer, note }) => {
    const { overlapHours = OVERLAP_HOURS } = body;
    const refusal = await refuseGreater(context, organizationId, member, id);
    if (refusal !== null) return refusal;
    const result = await context.staff.rotateKey(organizationId, id, overlapHours);
    if (result.status === 'unknown_key') return unknownKey();
    await note({ action: 'key.rotated', target: id, details: { newKey: result.key.id, overlapHours } });
    return answer(201, result.key);
  },
);

const revokeKey = defineRoute(
  {
    method: 'delete',
    path: '/api/admin/keys/{id}',
    id: 'revokeKey',
    tag: 'Staff',
    summary: 'Revoke a key and those that it made, and end their sign-ins',
    who,
    params,
    output: { 204: { description: 'Revoked' } },
    refuses: ['NOT_FOUND'],
    example: { params: KEY },
  },
  async ({ context, organizationId, staff: member, params: { id }, answer, note }) => {
    const refusal = await refuseGreater(context, organizationId, member, id);
    if (refusal !== null) return refusal;
    const revoked = await context.staff.revokeKey(organizationId, id);
    if (revoked === 0) return unknownKey();
    await note({ action: 'key.revoked', target: id, details: { madeKeys: revoked - 1 } });
    return answer(204);
  },
);

/** Admin keys: several, by name, each with what it may do. */
export const KEY_ROUTES = [listKeys, createKey, rotateKey, revokeKey];

/** Staff rotate and revoke what they could have made: no more scopes than theirs, and no later end. */
async function refuseGreater(
  context: RouteContext,
  organizationId: string,
  { scopes, key: own }: StaffMember,
  keyId: string,
): Promise<Response | null> {
  const key = (await context.staff.listKeys(organizationId)).find(({ id }) => id === keyId);
  if (key === undefined) return null;
  const lasts = own !== null && outlives(key.expiresAt === null ? null : new Date(key.expiresAt), own.expiresAt);
  if (!lasts && key.scopes.every((scope) => scopes.includes(scope))) return null;
  return forbidden('This key may do more than yours, or for longer; somebody who may do as much can change it.');
}

/** `null`: never. */
function outlives(end: Date | null, other: Date | null): boolean {
  return other !== null && (end === null || end.getTime() > other.getTime());
}

function unknownKey(): Response {
  return problemResponse(
    'NOT_FOUND',
    'There is no such key, or it was revoked; those of the configuration change there.',
  );
}
