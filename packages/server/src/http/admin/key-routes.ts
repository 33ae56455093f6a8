import { validate as isUuid } from 'uuid';
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { forbidden } from '../authorize.js';
import { describeAnswers, jsonAnswer, jsonBody } from '../describe-answers.js';
import type { HttpEnv, RouteContext } from '../http-env.js';
import { problemResponse, wrongField } from '../problem-response.js';
import { requireStaff } from '../require-staff.js';
import { takeJson } from '../take-json.js';
import {
  adminKeyCreatedDocument,
  adminKeyListDocument,
  createKeyRequest,
  rotateKeyRequest,
} from './staff-documents.js';
import { STAFF_SECURITY, memberOf, noteDown } from './staff-route.js';

const OVERLAP_HOURS = 24;

/** Admin keys: several, by name, each with what it may do. */
export function addKeyRoutes(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  const security = STAFF_SECURITY;
  const allowed = requireStaff(context, 'keys.write');

  const list = createRoute({
    method: 'get',
    path: '/api/admin/keys',
    summary: 'Admin keys, without the keys themselves',
    security,
    middleware: [allowed] as const,
    responses: describeAnswers({ 200: jsonAnswer('Newest first', adminKeyListDocument) }, 'UNAUTHORIZED', 'FORBIDDEN'),
  });
  app.openapi(list, async (c) => c.json({ items: await context.staff.listKeys(memberOf(c).organizationId) }, 200));

  const create = createRoute({
    method: 'post',
    path: '/api/admin/keys',
    summary: 'Make a key; it is shown this once',
    security,
    middleware: [allowed, takeJson()] as const,
    request: { body: jsonBody(createKeyRequest) },
    responses: describeAnswers(
      { 201: jsonAnswer('The key', adminKeyCreatedDocument) },
      'BAD_REQUEST',
      'PAYLOAD_TOO_LARGE',
      'UNAUTHORIZED',
      'FORBIDDEN',
      'UNPROCESSABLE',
    ),
  });
  app.openapi(create, async (c) => {
    const { name, role, scopes, expiresAt } = c.req.valid('json');
    const end = typeof expiresAt === 'string' ? new Date(expiresAt) : null;
    if (end !== null && end.getTime() <= Date.now()) return wrongField('expiresAt', 'is over already.');
    // Nobody gives away more than they have.
    const own = memberOf(c).scopes;
    const given = (scopes ?? own).filter((scope) => own.includes(scope));
    const key = await context.staff.createKey(memberOf(c).organizationId, {
      name,
      role,
      scopes: given,
      expiresAt: end,
    });
    await noteDown(context, c, { action: 'key.created', target: key.id, details: { name, role } });
    return c.json(key, 201);
  });

  const rotate = createRoute({
    method: 'post',
    path: '/api/admin/keys/{id}/rotate',
    summary: 'A new key in its place; the old one serves for a while more',
    security,
    middleware: [allowed, takeJson({ mayBeEmpty: true })] as const,
    request: { params: z.object({ id: z.string() }), body: jsonBody(rotateKeyRequest) },
    responses: describeAnswers(
      { 201: jsonAnswer('The new key', adminKeyCreatedDocument) },
      'BAD_REQUEST',
      'PAYLOAD_TOO_LARGE',
      'UNAUTHORIZED',
      'FORBIDDEN',
      'NOT_FOUND',
      'UNPROCESSABLE',
    ),
  });
  app.openapi(rotate, async (c) => {
    const { id } = c.req.valid('param');
    const { overlapHours = OVERLAP_HOURS } = c.req.valid('json');
    if (!isUuid(id)) return unknownKey();
    const { organizationId, scopes } = memberOf(c);
    const old = (await context.staff.listKeys(organizationId)).find((key) => key.id === id);
    if (old?.scopes.some((scope) => !scopes.includes(scope)))
      return forbidden('This key may do more than yours; somebody who may do as much can rotate it.');
    const result = await context.staff.rotateKey(organizationId, id, overlapHours);
    if (result.status === 'unknown_key') return unknownKey();
    await noteDown(context, c, { action: 'key.rotated', target: id, details: { newKey: result.key.id, overlapHours } });
    return c.json(result.key, 201);
  });

  const revoke = createRoute({
    method: 'delete',
    path: '/api/admin/keys/{id}',
    summary: 'Revoke a key, and end the sign-ins that it made',
    security,
    middleware: [allowed] as const,
    request: { params: z.object({ id: z.string() }) },
    responses: describeAnswers({ 204: { description: 'Revoked' } }, 'UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND'),
  });
  app.openapi(revoke, async (c) => {
    const { id } = c.req.valid('param');
    if (!isUuid(id) || !(await context.staff.revokeKey(memberOf(c).organizationId, id))) return unknownKey();
    await noteDown(context, c, { action: 'key.revoked', target: id });
    return c.body(null, 204);
  });
}

function unknownKey(): Response {
  return problemResponse(
    'NOT_FOUND',
    'There is no such key, or it was revoked; those of the configuration change there.',
  );
}
