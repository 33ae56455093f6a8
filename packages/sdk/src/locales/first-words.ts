import { ENGLISH_MESSAGES } from '../messages/english-messages.js';

/** The English that a page says before anyone has done anything; the rest of it comes with what follows. */
export const FIRST_ENGLISH = {
  message: {
    ...ENGLISH_MESSAGES,
    reference: ' (ref: {{code}})',
  },
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
    close: 'Close',
    inAppBrowser: 'If WhatsApp does not open, open this page in your browser.',
    number: 'Messages come from',
    consent_one:
      'You send the first message: press Send, then come back here. You get updates for this visit only, for {{hours}} hour. Reply STOP at any time to end them.',
    consent_other:
      'You send the first message: press Send, then come back here. You get updates for this visit only, for {{hours}} hours. Reply STOP at any time to end them.',
  },
  qr: {
    label: 'QR code: opens WhatsApp with your message',
    heading: 'On a computer?',
    caption: 'Point your phone’s camera here. This page updates by itself.',
    captionStatic: 'Point your phone’s camera here to send the message.',
    scan: 'Scan with your phone',
    reset: 'This screen clears by itself.',
  },
  steps: {
    label: 'Press Send, then come back here',
    open: 'WhatsApp opens',
    send: 'Press Send',
    return: 'Come back here',
  },
} as const;
