import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { SmsTestAnswer } from '@whatsapp-optin/sdk/contract';
import { v7 as uuidv7 } from 'uuid';
import { countSmsSegments } from '../../notifications/sms-segments.js';
import { describeAnswers, jsonAnswer, jsonBody } from '../describe-answers.js';
import { phone } from '../fields.js';
import type { HttpEnv, RouteContext } from '../http-env.js';
import { problemResponse } from '../problem-response.js';
import { requireStaff } from '../require-staff.js';
import { takeJson } from '../take-json.js';
import { STAFF_SECURITY, memberOf, noteDown } from './staff-route.js';

const answerDocument = z
  .object({
    success: z.boolean(),
    reason: z.string().nullable(),
    providerMessageId: z.string().nullable(),
    estimatedCostCents: z.number().nullable(),
  })
  .openapi('SmsTestAnswer');

/** A test goes through the rules of every SMS: countries, the day's limit, opt-outs. */
export function addSmsTestRoute(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  const route = createRoute({
    method: 'post',
    path: '/api/admin/sms/test',
    summary: "One SMS to a number of the staff's own",
    security: STAFF_SECURITY,
    middleware: [requireStaff(context, 'sms.test'), takeJson()] as const,
    request: { body: jsonBody(z.object({ phone }).openapi('SmsTest')) },
    responses: describeAnswers(
      { 200: jsonAnswer('Whether the vendor took it, or why it was refused', answerDocument) },
      'BAD_REQUEST',
      'PAYLOAD_TOO_LARGE',
      'UNAUTHORIZED',
      'FORBIDDEN',
      'NOT_FOUND',
      'INVALID_PHONE_NUMBER',
      'RATE_LIMITED',
    ),
  });
  app.openapi(route, async (c) => {
    const { organizationId } = memberOf(c);
    const limited = await context.limits.count('smsTest', organizationId);
    if (limited) return limited;
    const organization = await context.organizations.find(organizationId);
    if (organization === null) return problemResponse('NOT_FOUND', 'There is no such organization.');
    const message = `${organization.name}: test message.`;
    const result = await context.notifications.sendSms(organizationId, {
      phone: c.req.valid('json').phone,
      message,
      notificationType: 'critical',
      organizationId,
      ticketId: `sms-test-${uuidv7()}`,
      ticketNumber: 'TEST',
    });
    const sent = result.status === 'done' ? result.notification : null;
    const success = sent?.success === true;
    await noteDown(context, c, { action: 'sms.tested', details: { success } });
    const { centsPerSegment } = context.settings.sms;
    const answer: SmsTestAnswer = {
      success,
      reason: success ? null : (sent?.reason ?? 'sms_failed'),
      providerMessageId: sent?.attempts.find(({ tier }) => tier === 'sms')?.providerMessageId ?? null,
      estimatedCostCents: centsPerSegment === null ? null : countSmsSegments(message).segments * centsPerSegment,
    };
    return c.json(answer, 200);
  });
}
