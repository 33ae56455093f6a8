import { ENGLISH_MESSAGES } from '../messages/english-messages.js';

/** The English of the first card. The live part brings the rest. */
export const INITIAL_ENGLISH = {
  message: ENGLISH_MESSAGES,
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
    inAppBrowser: 'If WhatsApp does not open, open this page in your browser.',
    consentFirst: 'You send the first message: press Send, then come back here.',
    consent_other: 'You get updates for this visit only, for {{hours}} hours. Reply STOP at any time to end them.',
  },
  qr: {
    label: 'QR code: opens WhatsApp with your message',
    scan: 'Scan with your phone',
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
