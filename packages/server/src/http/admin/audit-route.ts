import { z } from '@hono/zod-openapi';
import { AUDIT_ACTIONS } from '@whatsapp-optin/sdk/contract';
import { checkRange, inputMoment } from '../dates.js';
import { defineRoute } from '../define-route.js';
import { staff } from '../who.js';
import { paging, readPage } from './list-query.js';
import { auditPageDocument } from './staff-documents.js';

const query = z
  .strictObject({
    action: z.enum(AUDIT_ACTIONS).optional(),
    from: inputMoment.optional(),
    to: inputMoment.optional(),
    ...paging,
  })
  .superRefine(checkRange);

export const AUDIT_ROUTE = defineRoute(
  {
    method: 'get',
    path: '/api/admin/audit-log',
    id: 'listAuditLog',
    tag: 'Staff',
    summary: 'What staff did: reveals, ends, settings, exports, erasures, keys',
    who: staff('audit.read'),
    query,
    output: { 200: { description: 'A page of it, newest first', schema: auditPageDocument } },
    example: { query: { action: 'phone.revealed', limit: 50 } },
  },
  async ({ context, organizationId, query: asked, answer }) => {
    const { audit } = context.queries;
    const page = await readPage(
      'audit-log',
      asked,
      (request) => audit.list(organizationId, request),
      (entry) => entry,
    );
    return page instanceof Response ? page : answer(200, page);
  },
);
