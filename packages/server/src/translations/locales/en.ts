import type { Catalogue } from './catalogue.js';

export const en: Catalogue = {
  welcomeThanks_one:
    "Thank you for contacting {{company}}! You'll now receive WhatsApp notifications for the next {{number}} hour:",
  welcomeThanks_other:
    "Thank you for contacting {{company}}! You'll now receive WhatsApp notifications for the next {{number}} hours:",
  welcomeKinds: '• Ticket confirmations\n• Queue position updates\n• Almost your turn\n• Your turn',
  welcomeTicket: 'They are for ticket {{ticket}}.',
  welcomeActiveUntil: 'Your session is active until {{time}} on {{date}}.',
  welcomeHelp: 'Need help? Reply anytime.',
  welcomeStop: 'To stop these messages, reply STOP.',
  welcomePage: 'Back to your ticket page:\n{{url}}',
  welcomeOwnPage: 'Stop, pause or see your data:\n{{url}}',

  optOutConfirmation: 'You will get no more messages from {{company}}. To get them again, reply START.',
  stopQuestion: 'Reply STOP to end the updates from {{company}}.',

  ticketCreatedTitle: 'Ticket {{ticket}} confirmed',
  ticketCreated: 'Your ticket {{ticket}} at {{company}} is confirmed.',
  position: 'You are number {{position}} in the queue.',
  ahead_zero: 'Nobody is ahead of you.',
  ahead_one: '{{number}} person is ahead of you.',
  ahead_other: '{{number}} people are ahead of you.',
  wait_one: 'Estimated wait: about {{number}} minute.',
  wait_other: 'Estimated wait: about {{number}} minutes.',

  positionUpdateTitle: 'Ticket {{ticket}}: queue update',
  positionUpdate: 'Ticket {{ticket}} at {{company}}: you are number {{position}} in the queue.',
  positionUpdateUnknown: 'Ticket {{ticket}} at {{company}}: the queue has moved.',

  almostYourTurnTitle: 'Almost your turn',
  almostYourTurn: "Ticket {{ticket}}: it's almost your turn.",
  stayNear: 'Please stay near {{place}}.',
  stayNearby: 'Please stay nearby.',

  yourTurnTitle: "It's your turn!",
  yourTurn: "It's your turn! Ticket: {{ticket}}.",
  proceedTo: 'Please proceed to {{place}}.',
  proceedNow: 'Please proceed now.',

  sessionExpiringTitle: 'WhatsApp updates are ending',
  sessionExpiring_one: 'Your WhatsApp updates from {{company}} end in {{number}} minute.',
  sessionExpiring_other: 'Your WhatsApp updates from {{company}} end in {{number}} minutes.',
  sessionExpiringSoon: 'Your WhatsApp updates from {{company}} end soon.',
  sessionExpiringKeep: 'Reply to this message to keep receiving updates.',

  criticalTitle: 'Important update',
  critical: 'Important update for ticket {{ticket}}. Please check with staff.',

  actionOnMyWay: 'On my way',
  actionMoreTime: '{{number}} more minutes',
  actionLeave: 'Leave the queue',
  replyWithNumber: 'Reply with a number:',

  quickReplyYes: 'Yes, of course.',
  quickReplyAsk: 'Please ask at the reception.',
  quickReplySoon: 'In about {{number}} minutes.',
};
