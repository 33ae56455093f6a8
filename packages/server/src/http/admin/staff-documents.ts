import { z } from '@hono/zod-openapi';
import { AUDIT_ACTIONS, AUDIT_ACTOR_BYS, STAFF_ROLES, STAFF_SCOPES } from '@whatsapp-optin/sdk/contract';
import { inputMoment } from '../dates.js';
import { moment, plainName, text } from '../fields.js';

const role = z.enum(STAFF_ROLES);
const scope = z.enum(STAFF_SCOPES);

export const signInRequest = z.object({ key: text(2_000) }).openapi('SignIn');

export const staffSessionDocument = z
  .object({
    organization: z.object({ id: z.string(), name: z.string(), defaultLocale: z.string(), timeZone: z.string() }),
    role,
    scopes: z.array(scope),
    name: z.string(),
    by: z.enum(['cookie', 'token', 'key']),
    expiresAt: moment.nullable(),
    csrfToken: z
      .string()
      .nullable()
      .openapi({ description: 'With a cookie: to be sent as X-CSRF-Token with every POST, PUT and DELETE.' }),
  })
  .openapi('StaffSession');

export const staffTokenRequest = z
  .object({
    role: role.optional(),
    name: plainName(100).optional(),
    expiresInSeconds: z.int().min(60).max(3_600).optional(),
  })
  .openapi('StaffTokenRequest');

export const staffTokenDocument = z.object({ token: z.string(), role, expiresAt: moment }).openapi('StaffTokenCreated');

const adminKeyDocument = z
  .object({
    id: z.string(),
    name: z.string(),
    role,
    scopes: z.array(scope),
    hint: z.string().openapi({ example: 'ak_…x3Fq' }),
    source: z.enum(['configuration', 'stored']),
    status: z.enum(['active', 'expiring', 'expired', 'revoked']),
    createdAt: moment.nullable(),
    lastUsedAt: moment.nullable(),
    expiresAt: moment.nullable(),
    revokedAt: moment.nullable(),
    parentId: z.string().nullable().openapi({ description: 'The key that made it, with which it is revoked.' }),
  })
  .openapi('AdminKey');

export const adminKeyListDocument = z.object({ items: z.array(adminKeyDocument) }).openapi('AdminKeyList');

export const adminKeyCreatedDocument = adminKeyDocument
  .extend({ key: z.string().openapi({ description: 'Shown this once.' }) })
  .openapi('AdminKeyCreated');

export const createKeyRequest = z
  .object({
    name: plainName(100),
    role,
    scopes: z.array(scope).max(STAFF_SCOPES.length).optional(),
    expiresAt: inputMoment.nullable().optional(),
  })
  .openapi('CreateAdminKey');

export const rotateKeyRequest = z
  .object({ overlapHours: z.int().min(0).max(168).optional() })
  .openapi('RotateAdminKey');

export const auditPageDocument = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        at: moment,
        actor: z.object({
          name: z.string(),
          role: role.nullable(),
          by: z.enum(AUDIT_ACTOR_BYS),
        }),
        action: z.enum(AUDIT_ACTIONS),
        target: z.string().nullable(),
        details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .openapi('AuditLogPage');
