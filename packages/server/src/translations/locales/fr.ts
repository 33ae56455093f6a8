import type { Catalogue } from './catalogue.js';

/** French: vous. No-break spaces (U+00A0) stand before : ; ? !, as its typography wants. */
export const fr: Catalogue = {
  welcomeThanks_one:
    'Merci d’avoir contacté {{company}}. Pendant {{number}} heure, vous recevrez des notifications WhatsApp :',
  welcomeThanks_many:
    'Merci d’avoir contacté {{company}}. Pendant {{number}} d’heures, vous recevrez des notifications WhatsApp :',
  welcomeThanks_other:
    'Merci d’avoir contacté {{company}}. Pendant {{number}} heures, vous recevrez des notifications WhatsApp :',
  welcomeKinds:
    '• Confirmation du ticket\n• Votre place dans la file\n• Rappel quand votre tour approche\n• Message quand c’est votre tour',
  welcomeTicket: 'Elles concernent le ticket {{ticket}}.',
  welcomeActiveUntil: 'Les notifications sont actives jusqu’au {{date}} à {{time}}.',
  welcomeHelp: 'Besoin d’aide ? Répondez à tout moment.',
  welcomeStop: 'Pour ne plus recevoir ces messages, répondez STOP.',
  welcomePage: 'Revenir à la page de votre ticket :\n{{url}}',
  welcomeOwnPage: 'Arrêter, mettre en pause ou voir vos données :\n{{url}}',

  optOutConfirmation:
    'Vous ne recevrez plus de messages de {{company}}. Pour en recevoir de nouveau, répondez REPRENDRE.',
  stopQuestion: 'Pour ne plus recevoir les messages de {{company}}, répondez STOP.',

  ticketCreatedTitle: 'Ticket {{ticket}} confirmé',
  ticketCreated: 'Votre ticket {{ticket}} chez {{company}} est confirmé.',
  position: 'Votre place dans la file : {{position}}.',
  ahead_zero: 'Il n’y a personne avant vous.',
  ahead_one: 'Il y a {{number}} personne avant vous.',
  ahead_many: 'Il y a {{number}} de personnes avant vous.',
  ahead_other: 'Il y a {{number}} personnes avant vous.',
  wait_zero: 'Attente estimée : moins d’une minute.',
  wait_one: 'Attente estimée : environ {{number}} minute.',
  wait_many: 'Attente estimée : environ {{number}} de minutes.',
  wait_other: 'Attente estimée : environ {{number}} minutes.',

  positionUpdateTitle: 'Ticket {{ticket}} : suivi de la file',
  positionUpdate: 'Ticket {{ticket}} chez {{company}} : vous êtes au numéro {{position}} dans la file.',
  positionUpdateUnknown: 'Ticket {{ticket}} chez {{company}} : la file a avancé.',

  almostYourTurnTitle: 'C’est bientôt votre tour',
  almostYourTurn: 'Ticket {{ticket}} : c’est bientôt votre tour.',
  stayNear: 'Merci de rester à proximité : {{place}}.',
  stayNearby: 'Merci de rester à proximité.',

  yourTurnTitle: 'C’est votre tour',
  yourTurn: 'C’est votre tour. Ticket : {{ticket}}.',
  proceedTo: 'Veuillez vous rendre à cet endroit : {{place}}.',
  proceedNow: 'Veuillez vous présenter maintenant.',

  sessionExpiringTitle: 'Le suivi par WhatsApp se termine',
  sessionExpiring_zero: 'Le suivi de {{company}} par WhatsApp se termine dans moins d’une minute.',
  sessionExpiring_one: 'Le suivi de {{company}} par WhatsApp se termine dans {{number}} minute.',
  sessionExpiring_many: 'Le suivi de {{company}} par WhatsApp se termine dans {{number}} de minutes.',
  sessionExpiring_other: 'Le suivi de {{company}} par WhatsApp se termine dans {{number}} minutes.',
  sessionExpiringSoon: 'Le suivi de {{company}} par WhatsApp se termine bientôt.',
  sessionExpiringKeep: 'Répondez à ce message pour continuer à recevoir les mises à jour.',

  criticalTitle: 'Information importante',
  critical: 'Information importante concernant le ticket {{ticket}}. Merci de vous adresser au personnel.',

  actionOnMyWay: 'Je suis en route',
  actionMoreTime: '{{number}} minutes de plus',
  actionLeave: 'Quitter la file',
  replyWithNumber: 'Répondez par un chiffre :',

  quickReplyYes: 'Oui, bien sûr.',
  quickReplyAsk: 'Merci de vous adresser à l’accueil.',
  quickReplySoon: 'Dans {{number}} minutes environ.',
};
