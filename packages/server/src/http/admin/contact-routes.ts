import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { describeAnswers, jsonAnswer } from '../describe-answers.js';
import { lookedUpPhone, moment } from '../fields.js';
import type { HttpEnv, RouteContext } from '../http-env.js';
import { problemResponse } from '../problem-response.js';
import { requireStaff } from '../require-staff.js';
import { revealedPhoneDocument } from './session-documents.js';
import { STAFF_SECURITY, memberOf, noteDown } from './staff-route.js';

const erasedDocument = z
  .object({
    contactIds: z.array(z.uuid()),
    erased: z.record(z.string(), z.int()).openapi({ description: 'Rows deleted or emptied of the person, by table.' }),
    blocked: z.literal(true),
    erasedAt: moment,
  })
  .openapi('ContactErased');

/** One person: showing their phone, and forgetting them. */
export function addContactRoutes(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  const reveal = createRoute({
    method: 'post',
    path: '/api/admin/contacts/{contactId}/reveal',
    summary: 'The whole phone of a person; written to the audit log',
    security: STAFF_SECURITY,
    middleware: [requireStaff(context, 'phones.reveal')] as const,
    request: { params: z.object({ contactId: z.string() }) },
    responses: describeAnswers(
      { 200: jsonAnswer('The phone', revealedPhoneDocument) },
      'UNAUTHORIZED',
      'FORBIDDEN',
      'NOT_FOUND',
    ),
  });
  app.openapi(reveal, async (c) => {
    const { contactId } = c.req.valid('param');
    const { organizationId } = memberOf(c);
    const found = z.uuid().safeParse(contactId).success
      ? await context.contacts.phoneOf(organizationId, contactId)
      : null;
    if (found === null) return problemResponse('NOT_FOUND', 'There is no such person.');
    await noteDown(context, c, { action: 'phone.revealed', target: contactId });
    return c.json({ contactId, phone: found.phone }, 200);
  });

  const erase = createRoute({
    method: 'delete',
    path: '/api/contacts/{phone}',
    summary: 'Erase a person from every table',
    description:
      'Counts stay, and consents under a pseudonym that leads nowhere. A keyed hash of the phone stays too: nothing is sent to it until the person writes again.',
    security: STAFF_SECURITY,
    middleware: [requireStaff(context, 'contacts.erase')] as const,
    request: { params: z.object({ phone: lookedUpPhone }) },
    responses: describeAnswers(
      { 200: jsonAnswer('What was erased', erasedDocument) },
      'UNAUTHORIZED',
      'FORBIDDEN',
      'NOT_FOUND',
      'INVALID_PHONE_NUMBER',
    ),
  });
  app.openapi(erase, async (c) => {
    const { organizationId } = memberOf(c);
    const erased = await context.contacts.erase(organizationId, c.req.valid('param').phone);
    if (erased === null) return problemResponse('NOT_FOUND', 'Nobody of this phone is known here.');
    const rows = Object.values(erased.erased).reduce((sum, count) => sum + count, 0);
    const target = erased.contactIds[0] ?? null;
    await noteDown(context, c, { action: 'contact.erased', target, details: { rows } });
    context.live.nudge(organizationId);
    return c.json(erased, 200);
  });
}
