import { v7 as uuidv7 } from 'uuid';
import { countSmsSegments } from '../../notifications/sms-segments.js';
import { defineRoute } from '../define-route.js';
import { problemResponse } from '../problem-response.js';
import { staff } from '../who.js';
import { smsTestAnswerDocument, smsTestRequest } from './upkeep-documents.js';

/** A test goes through the rules of every SMS: countries, the day's limit, opt-outs. */
export const SMS_TEST_ROUTE = defineRoute(
  {
    method: 'post',
    path: '/api/admin/sms/test',
    id: 'testSms',
    tag: 'Staff',
    summary: "One SMS to a number of the staff's own",
    who: staff('sms.test'),
    body: smsTestRequest,
    output: {
      200: { description: 'Whether the vendor took it, or why it was refused', schema: smsTestAnswerDocument },
    },
    refuses: ['NOT_FOUND', 'INVALID_PHONE_NUMBER'],
    example: { body: { phone: '+966500000000' } },
  },
  async ({ context, organizationId, body, answer, note }) => {
    const limited = await context.limits.count('smsTest', organizationId);
    if (limited) return limited;
    const organization = await context.organizations.find(organizationId);
    if (organization === null) return problemResponse('NOT_FOUND', 'There is no such organization.');
    const message = `${organization.name}: test message.`;
    const result = await context.notifications.sendSms(organizationId, {
      phone: body.phone,
      message,
      notificationType: 'critical',
      organizationId,
      ticketId: `sms-test-${uuidv7()}`,
      ticketNumber: 'TEST',
    });
    const sent = result.status === 'done' ? result.notification : null;
    const success = sent?.success === true;
    await note({ action: 'sms.tested', details: { success } });
    const { centsPerSegment } = context.settings.sms;
    return answer(200, {
      success,
      reason: success ? null : (sent?.reason ?? 'sms_failed'),
      providerMessageId: sent?.attempts.find(({ tier }) => tier === 'sms')?.providerMessageId ?? null,
      estimatedCostCents: centsPerSegment === null ? null : countSmsSegments(message).segments * centsPerSegment,
    });
  },
);
