import type { Catalogue } from './catalogue.js';

/** Filipino: kayo and po; the English words that people say. Both plural forms read alike. */
export const fil: Catalogue = {
  welcomeThanks_one:
    'Salamat po sa pagmensahe sa {{company}}. Sa loob ng {{number}} oras, makakatanggap kayo ng mga notification sa WhatsApp:',
  welcomeThanks_other:
    'Salamat po sa pagmensahe sa {{company}}. Sa loob ng {{number}} oras, makakatanggap kayo ng mga notification sa WhatsApp:',
  welcomeKinds:
    '• Kumpirmasyon ng numero\n• Puwesto ninyo sa pila\n• Abiso kapag malapit na kayo\n• Abiso kapag turn na ninyo',
  welcomeTicket: 'Para ito sa numero {{ticket}}.',
  welcomeActiveUntil: 'Naka-on ang mga notification hanggang {{date}}, {{time}}.',
  welcomeHelp: 'Kailangan po ba ninyo ng tulong? Mag-reply lang anumang oras.',
  welcomeStop: 'Para itigil ang mga mensaheng ito, mag-reply ng STOP.',
  welcomePage: 'Bumalik sa page ng numero ninyo:\n{{url}}',
  welcomeOwnPage: 'Itigil, i-pause o tingnan ang data ninyo:\n{{url}}',

  optOutConfirmation:
    'Hindi na po kayo makakatanggap ng mga mensahe mula sa {{company}}. Para makatanggap ulit, mag-reply ng START.',
  stopQuestion: 'Para itigil ang mga update mula sa {{company}}, mag-reply ng STOP.',

  ticketCreatedTitle: 'Kumpirmado na ang numero {{ticket}}',
  ticketCreated: 'Kumpirmado na po ang numero ninyong {{ticket}} sa {{company}}.',
  position: 'Puwesto ninyo sa pila: {{position}}.',
  ahead_zero: 'Wala nang nauuna sa inyo.',
  ahead_one: 'May {{number}} tao pang nauuna sa inyo.',
  ahead_other: 'May {{number}} tao pang nauuna sa inyo.',
  wait_zero: 'Tinatayang paghihintay: wala pang isang minuto.',
  wait_one: 'Tinatayang paghihintay: mga {{number}} minuto.',
  wait_other: 'Tinatayang paghihintay: mga {{number}} minuto.',

  positionUpdateTitle: 'Numero {{ticket}}: update sa pila',
  positionUpdate: 'Numero {{ticket}} sa {{company}}, puwesto ninyo sa pila: {{position}}.',
  positionUpdateUnknown: 'Numero {{ticket}} sa {{company}}: umusad na ang pila.',

  almostYourTurnTitle: 'Malapit na ang turn ninyo',
  almostYourTurn: 'Numero {{ticket}}: malapit na po ang turn ninyo.',
  stayNear: 'Manatili po sana kayo malapit sa {{place}}.',
  stayNearby: 'Manatili po sana kayo sa malapit.',

  yourTurnTitle: 'Turn na po ninyo',
  yourTurn: 'Turn na po ninyo. Numero: {{ticket}}.',
  proceedTo: 'Pumunta po kayo sa {{place}}.',
  proceedNow: 'Pumunta na po kayo.',

  sessionExpiringTitle: 'Matatapos na ang mga update sa WhatsApp',
  sessionExpiring_zero: 'Matatapos ang mga update sa WhatsApp mula sa {{company}} sa loob ng wala pang isang minuto.',
  sessionExpiring_one: 'Matatapos ang mga update sa WhatsApp mula sa {{company}} sa loob ng {{number}} minuto.',
  sessionExpiring_other: 'Matatapos ang mga update sa WhatsApp mula sa {{company}} sa loob ng {{number}} minuto.',
  sessionExpiringSoon: 'Malapit nang matapos ang mga update sa WhatsApp mula sa {{company}}.',
  sessionExpiringKeep: 'Sumagot po sa mensaheng ito para patuloy na makatanggap ng mga update.',

  criticalTitle: 'Mahalagang abiso',
  critical: 'Mahalagang abiso para sa numero {{ticket}}. Makipag-ugnayan po sa staff.',

  actionOnMyWay: 'Papunta na ako',
  actionMoreTime: '{{number}} minuto pa',
  actionLeave: 'Umalis sa pila',
  replyWithNumber: 'Sumagot ng numero:',

  quickReplyYes: 'Opo, siyempre.',
  quickReplyAsk: 'Pakitanong po sa reception.',
  quickReplySoon: 'Mga {{number}} minuto pa.',
};
