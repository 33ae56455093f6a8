import type { AdminInboundMessage } from '@whatsapp-optin/sdk/contract';
import { OPENERS, REPLIES, createCustomer } from './people.js';
import { createRandom } from './random.js';
import { ticketOf } from './session-rows.js';

/** Messages of customers, newest first; the last few are unseen. */
export function createInbox(count: number, now: number): AdminInboundMessage[] {
  const random = createRandom(19);
  return Array.from({ length: count }, (_, at) => {
    const ticket = random.chance(0.9) ? ticketOf(random) : null;
    const isOpener = random.chance(0.35);
    const text = isOpener ? random.pick(OPENERS).replace('{{ticket}}', ticket?.number ?? 'A001') : random.pick(REPLIES);
    const contentType = !isOpener && random.chance(0.06) ? random.pick(['image', 'audio']) : 'text';
    const isTap = at === 2;
    const receivedAt = new Date(now - (at * 7 + 1) * 60_000).toISOString();
    return {
      id: random.uuid(),
      customer: createCustomer(random),
      ticket,
      sessionId: random.uuid(),
      text: isTap ? 'On my way' : contentType === 'text' ? text : '',
      contentType: isTap ? 'text' : contentType,
      keyword: null,
      flag: isTap ? null : text === 'How do I stop?' ? 'near_stop' : text === 'إلغاء' ? 'cancel' : null,
      action: isTap ? 'on_my_way' : null,
      byOptInCode: isOpener && !isTap,
      provider: 'ultramsg',
      accepted: true,
      sentAt: receivedAt,
      receivedAt,
      seenAt: at < 4 ? null : receivedAt,
    };
  });
}
