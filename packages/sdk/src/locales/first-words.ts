import { FIRST_MESSAGES } from '../messages/first-messages.js';

/**
 * The English that a card says before anyone has done anything. The rest, the rarer message styles among it, comes with what
 * follows.
 */
export const FIRST_ENGLISH = {
  message: FIRST_MESSAGES,
  prompt: {
    heading: "Get notified when it's your turn!",
    description: '{{organization}} · ticket {{ticket}}',
    descriptionTicket: 'Ticket {{ticket}}',
    benefitTicket: 'Ticket confirmations',
    benefitPosition: 'Queue position',
    benefitAlmost: 'Almost your turn',
    benefitTurn: 'Your turn',
    link: 'Enable WhatsApp Notifications',
    skip: 'Skip',
    number: 'Messages come from',
    consent_other:
      'You send the first message: press Send, then come back here. You get updates for this visit only, for {{hours}} hours. Reply STOP at any time to end them.',
  },
  qr: {
    label: 'QR code: opens WhatsApp with your message',
    heading: 'On a computer?',
    caption: 'Point your phone’s camera here. This page updates by itself.',
    captionStatic: 'Point your phone’s camera here to send the message.',
  },
  steps: {
    label: 'Press Send, then come back here',
    open: 'WhatsApp opens',
    send: 'Press Send',
    return: 'Come back here',
  },
} as const;
