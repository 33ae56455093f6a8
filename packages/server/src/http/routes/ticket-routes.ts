import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { requireKey } from '../authorize.js';
import { describeAnswers, jsonAnswer, jsonBody } from '../describe-answers.js';
import { ticketDocument } from '../documents.js';
import { exact, hostId, locale, organizationText, phone, ticketStatus } from '../fields.js';
import type { HttpEnv, RouteContext } from '../http-env.js';
import { takeJson } from '../take-json.js';

const upsertTicket = z
  .object({
    number: organizationText(64).openapi({ example: 'A001' }),
    phone: phone.nullable().optional(),
    customerName: organizationText(200).nullable().optional(),
    locale: locale.nullable().optional(),
    departmentName: organizationText(200).nullable().optional(),
    status: ticketStatus.optional(),
  })
  .openapi('UpsertTicket');

export function addTicketRoutes(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  const route = createRoute({
    method: 'put',
    path: '/api/tickets/{ticketId}',
    summary: 'Make or change a ticket',
    description: 'A field left out is kept as it is; `null` clears it.',
    security: [{ secretKey: [] }],
    middleware: [requireKey(context, ['secret']), takeJson()] as const,
    request: { params: z.object({ ticketId: hostId }), body: jsonBody(upsertTicket) },
    responses: describeAnswers(
      { 200: jsonAnswer('Changed', ticketDocument), 201: jsonAnswer('Made', ticketDocument) },
      'BAD_REQUEST',
      'UNAUTHORIZED',
      'FORBIDDEN',
      'PAYLOAD_TOO_LARGE',
      'UNPROCESSABLE',
      'INVALID_PHONE_NUMBER',
    ),
  });
  app.openapi(route, async (c) => {
    const { organizationId } = c.get('keyHolder');
    const { ticketId } = c.req.valid('param');
    const { ticket, created } = await context.tickets.upsert(organizationId, ticketId, exact(c.req.valid('json')));
    return c.json(ticket, created ? 201 : 200);
  });
}
