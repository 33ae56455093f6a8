import type { Catalogue } from './catalogue.js';

/** German: Sie; "Wartenummer" for a ticket. A place follows a colon, since its article is not known. */
export const de: Catalogue = {
  welcomeThanks_one:
    'Danke für Ihre Nachricht an {{company}}. Sie erhalten nun {{number}} Stunde lang WhatsApp-Benachrichtigungen:',
  welcomeThanks_other:
    'Danke für Ihre Nachricht an {{company}}. Sie erhalten nun {{number}} Stunden lang WhatsApp-Benachrichtigungen:',
  welcomeKinds:
    '• Bestätigung der Wartenummer\n• Ihr Platz in der Warteschlange\n• Hinweis, bevor Sie an der Reihe sind\n• Nachricht, wenn Sie an der Reihe sind',
  welcomeTicket: 'Sie gelten für die Wartenummer {{ticket}}.',
  welcomeActiveUntil: 'Die Benachrichtigungen sind bis {{date}}, {{time}} Uhr aktiv.',
  welcomeHelp: 'Brauchen Sie Hilfe? Antworten Sie jederzeit.',
  welcomeStop: 'Antworten Sie mit STOPP, um diese Nachrichten zu beenden.',
  welcomePage: 'Zurück zur Seite Ihrer Wartenummer:\n{{url}}',
  welcomeOwnPage: 'Beenden, pausieren oder Ihre Daten ansehen:\n{{url}}',

  optOutConfirmation:
    'Sie erhalten keine Nachrichten mehr von {{company}}. Antworten Sie mit START, um sie wieder zu erhalten.',
  stopQuestion: 'Antworten Sie mit STOPP, um die Nachrichten von {{company}} zu beenden.',

  ticketCreatedTitle: 'Wartenummer {{ticket}} bestätigt',
  ticketCreated: 'Ihre Wartenummer {{ticket}} bei {{company}} ist bestätigt.',
  position: 'Ihr Platz in der Warteschlange: {{position}}.',
  ahead_zero: 'Vor Ihnen ist niemand mehr.',
  ahead_one: 'Vor Ihnen ist noch {{number}} Person.',
  ahead_other: 'Vor Ihnen sind noch {{number}} Personen.',
  wait_zero: 'Voraussichtliche Wartezeit: weniger als eine Minute.',
  wait_one: 'Voraussichtliche Wartezeit: etwa {{number}} Minute.',
  wait_other: 'Voraussichtliche Wartezeit: etwa {{number}} Minuten.',

  positionUpdateTitle: 'Wartenummer {{ticket}}: Neues aus der Warteschlange',
  positionUpdate: 'Wartenummer {{ticket}} bei {{company}}: Sie sind auf Platz {{position}} der Warteschlange.',
  positionUpdateUnknown: 'Wartenummer {{ticket}} bei {{company}}: Die Warteschlange ist weitergerückt.',

  almostYourTurnTitle: 'Sie sind gleich an der Reihe',
  almostYourTurn: 'Wartenummer {{ticket}}: Sie sind gleich an der Reihe.',
  stayNear: 'Bitte bleiben Sie in der Nähe: {{place}}.',
  stayNearby: 'Bitte bleiben Sie in der Nähe.',

  yourTurnTitle: 'Sie sind an der Reihe',
  yourTurn: 'Sie sind an der Reihe. Wartenummer: {{ticket}}.',
  proceedTo: 'Bitte kommen Sie hierher: {{place}}.',
  proceedNow: 'Bitte kommen Sie jetzt.',

  sessionExpiringTitle: 'Neuigkeiten per WhatsApp enden bald',
  sessionExpiring_zero: 'Ihre Neuigkeiten von {{company}} per WhatsApp enden in weniger als einer Minute.',
  sessionExpiring_one: 'Ihre Neuigkeiten von {{company}} per WhatsApp enden in {{number}} Minute.',
  sessionExpiring_other: 'Ihre Neuigkeiten von {{company}} per WhatsApp enden in {{number}} Minuten.',
  sessionExpiringSoon: 'Ihre Neuigkeiten von {{company}} per WhatsApp enden bald.',
  sessionExpiringKeep: 'Antworten Sie auf diese Nachricht, um weiterhin Mitteilungen zu erhalten.',

  criticalTitle: 'Wichtiger Hinweis',
  critical: 'Wichtiger Hinweis zur Wartenummer {{ticket}}. Bitte wenden Sie sich an das Personal.',

  actionOnMyWay: 'Bin unterwegs',
  actionMoreTime: '{{number}} Minuten mehr',
  actionLeave: 'Platz aufgeben',
  replyWithNumber: 'Antworten Sie mit einer Zahl:',

  quickReplyYes: 'Ja, gerne.',
  quickReplyAsk: 'Bitte fragen Sie am Empfang.',
  quickReplySoon: 'In etwa {{number}} Minuten.',
};
