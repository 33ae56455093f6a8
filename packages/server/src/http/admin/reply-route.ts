import { z } from '@hono/zod-openapi';
import type { ReplyRefusal, ReplyResult } from '../../notifications/notification-service.js';
import { defineRoute } from '../define-route.js';
import { notificationDocument } from '../documents.js';
import { idempotencyHeaders, rowId } from '../fields.js';
import { idempotent, notificationAnswer, type IdempotentAnswer } from '../idempotency.js';
import { problemResponse, wrongField } from '../problem-response.js';
import { staff } from '../who.js';
import { replyRequest } from './delivery-documents.js';

/** Staff write to whoever wrote this message, while the window is open. */
export const replyToInboundMessage = defineRoute(
  {
    method: 'post',
    path: '/api/admin/inbound-messages/{id}/reply',
    id: 'replyToInboundMessage',
    tag: 'Staff',
    summary: 'Answer a customer inside the open window',
    description:
      'A WhatsApp text, by the same claim as every send. The document comes with 200 if the vendor refused it, too.',
    who: staff('notifications.write'),
    params: z.object({ id: rowId }),
    headers: idempotencyHeaders,
    body: replyRequest,
    output: { 200: { description: 'The notification', schema: notificationDocument } },
    refuses: [
      'NOT_FOUND',
      'CONFLICT',
      'NO_ACTIVE_SESSION',
      'OPTED_OUT',
      'WHATSAPP_DISABLED',
      'MESSAGE_TOO_LONG',
      'IDEMPOTENCY_KEY_REUSED',
    ],
    example: {
      params: { id: '01938f6e-0000-7000-8000-000000000002' },
      body: { text: 'We are open until six. You can come now.' },
    },
  },
  async ({ context, c, organizationId, params, body, staff: { name }, note }) =>
    idempotent(
      context,
      {
        organizationId,
        route: `POST /api/admin/inbound-messages/${params.id}/reply`,
        key: c.req.header('idempotency-key') ?? null,
        body: c.get('rawBody'),
      },
      async (claimId) => {
        const reply = { messageId: params.id, text: body.text, writtenBy: name };
        const result = await context.notifications.reply(organizationId, reply, claimId);
        if (result.status === 'done') {
          const { id, success } = result.notification;
          await note({ action: 'message.answered', target: params.id, details: { notificationId: id, success } });
          context.live.nudge(organizationId);
        }
        return answerWith(result);
      },
    ),
);

function answerWith(result: ReplyResult): Response | IdempotentAnswer {
  switch (result.status) {
    case 'done':
      return notificationAnswer(Response.json(result.notification), [result.notification]);
    case 'unknown_message':
      return problemResponse('NOT_FOUND', 'There is no message of this id; its text may have been forgotten.');
    case 'message_too_long':
      return wrongField('text', `may have at most ${result.limit} characters.`, 'MESSAGE_TOO_LONG');
    case 'refused':
      return REFUSALS[result.reason]();
  }
}

const REFUSALS: Readonly<Record<ReplyRefusal, () => Response>> = {
  no_active_session: () =>
    problemResponse('NO_ACTIVE_SESSION', 'You can write again after the next message of this customer.'),
  opted_out: () => problemResponse('OPTED_OUT', 'Nothing is sent until this customer writes START or opts in again.'),
  whatsapp_disabled: () => problemResponse('WHATSAPP_DISABLED', 'Set and enable a WhatsApp number in the settings.'),
};
