import type { Catalogue } from './catalogue.js';

/** Spanish, neutral for Latin America: usted, "fila", "turno". The hour stands without an article: "la 01:05", "las 14:05". */
export const es: Catalogue = {
  welcomeThanks_one:
    'Gracias por escribir a {{company}}. Durante {{number}} hora recibirá notificaciones por WhatsApp sobre:',
  welcomeThanks_many:
    'Gracias por escribir a {{company}}. Durante {{number}} de horas recibirá notificaciones por WhatsApp sobre:',
  welcomeThanks_other:
    'Gracias por escribir a {{company}}. Durante {{number}} horas recibirá notificaciones por WhatsApp sobre:',
  welcomeKinds:
    '• Confirmación del turno\n• Su lugar en la fila\n• Aviso cuando falte poco\n• Aviso cuando sea su turno',
  welcomeTicket: 'Son para el turno {{ticket}}.',
  welcomeActiveUntil: 'Las notificaciones están activas hasta el {{date}}, {{time}} h.',
  welcomeHelp: '¿Necesita ayuda? Responda en cualquier momento.',
  welcomeStop: 'Para dejar de recibir estos mensajes, responda ALTO.',
  welcomePage: 'Volver a la página de su turno:\n{{url}}',
  welcomeOwnPage: 'Detener, pausar o ver sus datos:\n{{url}}',

  optOutConfirmation: 'No recibirá más mensajes de {{company}}. Para volver a recibirlos, responda INICIAR.',
  stopQuestion: 'Para dejar de recibir las novedades de {{company}}, responda ALTO.',

  ticketCreatedTitle: 'Turno {{ticket}} confirmado',
  ticketCreated: 'Su turno {{ticket}} en {{company}} está confirmado.',
  position: 'Su lugar en la fila: {{position}}.',
  ahead_zero: 'No hay nadie antes.',
  ahead_one: 'Hay {{number}} persona antes.',
  ahead_many: 'Hay {{number}} de personas antes.',
  ahead_other: 'Hay {{number}} personas antes.',
  wait_zero: 'Espera estimada: menos de un minuto.',
  wait_one: 'Espera estimada: alrededor de {{number}} minuto.',
  wait_many: 'Espera estimada: alrededor de {{number}} de minutos.',
  wait_other: 'Espera estimada: alrededor de {{number}} minutos.',

  positionUpdateTitle: 'Turno {{ticket}}: novedades de la fila',
  positionUpdate: 'Turno {{ticket}} en {{company}}: su lugar en la fila es el {{position}}.',
  positionUpdateUnknown: 'Turno {{ticket}} en {{company}}: la fila avanzó.',

  almostYourTurnTitle: 'Falta poco para su turno',
  almostYourTurn: 'Turno {{ticket}}: falta poco para que le llamen.',
  stayNear: 'Por favor, permanezca cerca de {{place}}.',
  stayNearby: 'Por favor, permanezca cerca.',

  yourTurnTitle: 'Es su turno',
  yourTurn: 'Es su turno. Número: {{ticket}}.',
  proceedTo: 'Por favor, diríjase a {{place}}.',
  proceedNow: 'Por favor, pase ahora.',

  sessionExpiringTitle: 'Las novedades por WhatsApp están por terminar',
  sessionExpiring_zero: 'Las novedades de {{company}} por WhatsApp terminan en menos de un minuto.',
  sessionExpiring_one: 'Las novedades de {{company}} por WhatsApp terminan en {{number}} minuto.',
  sessionExpiring_many: 'Las novedades de {{company}} por WhatsApp terminan en {{number}} de minutos.',
  sessionExpiring_other: 'Las novedades de {{company}} por WhatsApp terminan en {{number}} minutos.',
  sessionExpiringSoon: 'Las novedades de {{company}} por WhatsApp terminan pronto.',
  sessionExpiringKeep: 'Responda a este mensaje para seguir recibiendo novedades.',

  criticalTitle: 'Aviso importante',
  critical: 'Aviso importante sobre el turno {{ticket}}. Por favor, consulte con el personal.',

  actionOnMyWay: 'Voy en camino',
  actionMoreTime: '{{number}} minutos más',
  actionLeave: 'Dejar la fila',
  replyWithNumber: 'Responda con un número:',

  quickReplyYes: 'Sí, por supuesto.',
  quickReplyAsk: 'Pregunte en recepción, por favor.',
  quickReplySoon: 'En unos {{number}} minutos.',
};
