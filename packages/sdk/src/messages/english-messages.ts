import type { MessageStyle } from '../contract/message-style.js';

/** The English pre-written messages, in the catalogue's own form; every other locale translates these. */
export const ENGLISH_MESSAGES = {
  simple: "Hi, I'd like to receive queue notifications",
  branded: 'Hi {{companyName}}, please send me queue updates for ticket {{ticketNumber}}',
  brief: 'Hi, ticket {{ticketNumber}} - please send WhatsApp updates',
  detailed:
    'Hello {{companyName}}! I just received ticket {{ticketNumber}} and would like to receive WhatsApp notifications about my queue status. Thank you!',
  generic: 'Hi, I just joined the queue and would like WhatsApp updates',
  formal: 'Hello {{companyName}}, I would like to receive queue notifications for ticket {{ticketNumber}}. Thank you.',
  casual: 'Hi {{companyName}}! Just got ticket {{ticketNumber}}, can I get WhatsApp updates? Thanks! 😊',
} as const satisfies Record<MessageStyle, string>;
