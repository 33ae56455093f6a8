import { ENGLISH_MESSAGES } from '../messages/english-messages.js';

/** English: the source of all other catalogues. i18next JSON format; `{{count}}` chooses the plural, `{{hours}}` is shown. */
const en = {
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
    number: 'Messages come from',
    consent_one:
      'You send the first message: press Send, then come back here. You get updates for this visit only, for {{hours}} hour. Reply STOP at any time to end them.',
    consent_other:
      'You send the first message: press Send, then come back here. You get updates for this visit only, for {{hours}} hours. Reply STOP at any time to end them.',
  },
  steps: {
    label: 'Press Send, then come back here',
    open: 'WhatsApp opens',
    send: 'Press Send',
    return: 'Come back here',
  },
  waiting: {
    heading: 'Now press Send in WhatsApp',
    description: 'Your message is already written.',
    status: 'Waiting for your message…',
    statusStatic: 'Once you have pressed Send, your updates come on WhatsApp.',
    openAgain: 'Open WhatsApp again',
    noWhatsApp: 'I don’t use WhatsApp',
  },
  connected: {
    heading: 'WhatsApp updates are on',
    status: 'You are connected',
    untilToday: 'You are connected until {{time}}',
    untilTomorrow: 'You are connected until {{time}} tomorrow',
    untilDate: 'You are connected until {{time}} on {{date}}',
    note: 'You can close this page. Reply STOP at any time to end the updates.',
  },
  ended: {
    heading: 'Your WhatsApp updates have ended',
    status: 'Send a new message to go on receiving updates.',
    restart: 'Connect again',
  },
  expired: {
    heading: 'This link has expired',
    status: 'No message arrived in time.',
    restart: 'Get a new link',
  },
  declined: {
    heading: 'No WhatsApp updates',
    status: 'You will get no WhatsApp messages. Please watch for your number where you are waiting.',
    restart: 'Turn on WhatsApp updates after all',
  },
  failed: {
    heading: 'WhatsApp updates are not available right now',
    network: 'The server could not be reached. Please check your connection.',
    disabled: 'WhatsApp updates are switched off here.',
    other: 'Something went wrong. You keep your place in the queue.',
    withLink: 'This page cannot follow your message, but you can still send it.',
    restart: 'Try again',
  },
} as const;

export default en;
