import type { AdminInboundMessage, AdminReply, AdminUnshownMessages } from '@whatsapp-optin/sdk/contract';
import { OPENERS, REPLIES, createCustomer } from './people.js';
import { createRandom, type Random } from './random.js';
import { ticketOf } from './session-rows.js';

function createReply(random: Random, at: string): AdminReply {
  const text = 'Yes, of course. Please bring her card.';
  return { id: random.uuid(), text, writtenBy: 'Sara Haddad', status: 'read', reason: null, at };
}

/**
 * Messages of customers, newest first; the last few are unseen. The first window closes within half an hour, the second
 * is closed, the third customer has stopped, the fourth is answered.
 */
export function createInbox(count: number, now: number): AdminInboundMessage[] {
  const random = createRandom(19);
  return Array.from({ length: count }, (_, at) => {
    const ticket = random.chance(0.9) ? ticketOf(random) : null;
    const isOpener = random.chance(0.35);
    const text = isOpener ? random.pick(OPENERS).replace('{{ticket}}', ticket?.number ?? 'A001') : random.pick(REPLIES);
    const contentType = !isOpener && random.chance(0.06) ? random.pick(['image', 'audio']) : 'text';
    const isTap = at === 2;
    const receivedAt = new Date(now - at * 7 * 60_000 - 1_000).toISOString();
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
      locale: 'en',
      replyUntil: at === 1 || at === 2 ? null : new Date(now + (at === 0 ? 26.5 : 940) * 60_000).toISOString(),
      stopped: at === 2,
      replies: at === 3 ? [createReply(random, receivedAt)] : [],
    };
  });
}

/** What cannot be shown, newest first. */
export function createUnshown(now: number): AdminUnshownMessages {
  const items = ['unsupported', 'edit', 'unknown_type'].map((why, at) => ({
    provider: 'meta',
    why,
    receivedAt: new Date(now - (at * 90 + 12) * 60_000).toISOString(),
  }));
  return { items, count: items.length };
}
