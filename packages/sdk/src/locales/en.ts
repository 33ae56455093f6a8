import { INITIAL_ENGLISH } from './initial-english.js';

/** English: the source of all other catalogues. i18next JSON format; `{{count}}` chooses the plural, `{{hours}}` is shown. */
const en = {
  message: { ...INITIAL_ENGLISH.message, reference: ' (ref: {{code}})' },
  prompt: {
    ...INITIAL_ENGLISH.prompt,
    close: 'Close',
    offline: "You're offline. This page updates when you're back.",
    consent_one: 'You get updates for this visit only, for {{hours}} hour. Reply STOP at any time to end them.',
  },
  channels: {
    sms: 'Urgent updates may also come by SMS.',
    push: 'Urgent updates may also come by push notification.',
    sms_push: 'Urgent updates may also come by SMS or push notification.',
  },
  qr: {
    ...INITIAL_ENGLISH.qr,
    consentFirst: 'You send the first message: scan the code, then press Send.',
    reset: 'This screen clears by itself.',
  },
  steps: INITIAL_ENGLISH.steps,
  waiting: {
    heading: 'Now press Send in WhatsApp',
    description: 'Your message is already written.',
    status: 'Waiting for your message…',
    statusStatic: 'Once you have pressed Send, your updates come on WhatsApp.',
    openAgain: 'Open WhatsApp again',
    noWhatsApp: 'I don’t use WhatsApp',
    help: 'WhatsApp did not open?',
  },
  help: {
    heading: 'Send the message yourself',
    close: 'Close',
    stepOpen: 'Open WhatsApp or WhatsApp Business on your phone.',
    stepChat: 'Start a chat with {{phone}}.',
    stepPaste: 'Paste the message below and press Send.',
    stepReturn: 'Come back here.',
    message: 'Your message',
    openWhatsApp: 'Open in WhatsApp',
    openBusiness: 'Open in WhatsApp Business',
    openWeb: 'Open WhatsApp Web',
    copyNumber: 'Copy the number',
    copyMessage: 'Copy the message',
    showQr: 'Show the QR code',
    hideQr: 'Hide the QR code',
    copied: 'Copied',
    copyFailed: 'This browser does not copy. Press and hold the text to copy it.',
  },
  connected: {
    heading: 'WhatsApp updates are on',
    status: 'You are connected',
    untilToday: 'You are connected until {{time}}',
    untilTomorrow: 'You are connected until {{time}} tomorrow',
    untilDate: 'You are connected until {{time}} on {{date}}',
    note: 'You can close this page.',
    stop: 'Reply STOP at any time to end the updates.',
    receipt: 'Download the consent receipt',
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
    withLink: "We can't show live status right now. You can still send the message.",
    restart: 'Try again',
  },
} as const;

export default en;
