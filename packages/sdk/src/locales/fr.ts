import type { Catalogue } from './catalogue.js';

/**
 * French: vous, no form that has a gender. No-break spaces (U+00A0) stand before : ; ? ! and inside « »,
 * as its typography wants.
 */
const fr = {
  message: {
    simple: 'Bonjour, je souhaite recevoir les notifications de la file d’attente',
    branded:
      'Bonjour {{companyName}}, merci de m’envoyer le suivi de la file d’attente pour le ticket {{ticketNumber}}',
    detailed:
      'Bonjour {{companyName}} ! Je viens de prendre le ticket {{ticketNumber}} et je souhaite recevoir des notifications WhatsApp sur ma place dans la file. Merci !',
    generic: 'Bonjour, je viens d’entrer dans la file d’attente et je souhaite recevoir le suivi par WhatsApp',
    formal:
      'À l’attention de {{companyName}} : je souhaite recevoir les notifications de la file d’attente pour le ticket {{ticketNumber}}. Je vous remercie.',
    casual:
      'Bonjour {{companyName}} ! Je viens de prendre le ticket {{ticketNumber}}, je peux avoir le suivi sur WhatsApp ? Merci ! 😊',
    brief: 'Bonjour, ticket {{ticketNumber}} - merci de m’envoyer le suivi par WhatsApp',
    reference: ' (réf. : {{code}})',
  },
  prompt: {
    heading: 'Recevez un message quand c’est votre tour',
    description: '{{organization}} · ticket {{ticket}}',
    descriptionTicket: 'Ticket {{ticket}}',
    benefitTicket: 'Confirmation du ticket',
    benefitPosition: 'Place dans la file',
    benefitAlmost: 'Rappel quand votre tour approche',
    benefitTurn: 'Message quand c’est votre tour',
    link: 'Activer les notifications WhatsApp',
    skip: 'Passer',
    close: 'Fermer',
    inAppBrowser: 'Si WhatsApp ne s’ouvre pas, ouvrez cette page dans votre navigateur.',
    offline: 'Vous êtes hors ligne. Cette page se mettra à jour dès le retour de la connexion.',
    number: 'Les messages viennent du',
    consentFirst: 'C’est vous qui envoyez le premier message : appuyez sur « Envoyer », puis revenez ici.',
    consent_one:
      'Vous recevez le suivi de cette visite uniquement, pendant {{hours}} heure. Pour l’arrêter, répondez STOP à tout moment.',
    consent_many:
      'Vous recevez le suivi de cette visite uniquement, pendant {{hours}} d’heures. Pour l’arrêter, répondez STOP à tout moment.',
    consent_other:
      'Vous recevez le suivi de cette visite uniquement, pendant {{hours}} heures. Pour l’arrêter, répondez STOP à tout moment.',
  },
  channels: {
    sms: 'Les nouvelles urgentes peuvent aussi arriver par SMS.',
    push: 'Les nouvelles urgentes peuvent aussi arriver par notification push.',
    sms_push: 'Les nouvelles urgentes peuvent aussi arriver par SMS ou notification push.',
  },
  qr: {
    label: 'QR code : ouvre WhatsApp avec votre message',
    caption: 'Visez ce code avec l’appareil photo de votre téléphone. Cette page se met à jour toute seule.',
    captionStatic: 'Visez ce code avec l’appareil photo de votre téléphone pour envoyer le message.',
    consentFirst: 'C’est vous qui envoyez le premier message : scannez le code, puis appuyez sur « Envoyer ».',
    scan: 'Scannez avec votre téléphone',
    reset: 'Cet écran s’efface tout seul.',
  },
  steps: {
    label: 'Appuyez sur « Envoyer », puis revenez ici',
    open: 'WhatsApp s’ouvre',
    send: 'Appuyez sur « Envoyer »',
    return: 'Revenez ici',
  },
  waiting: {
    heading: 'Appuyez maintenant sur « Envoyer » dans WhatsApp',
    description: 'Votre message est déjà écrit.',
    status: 'En attente de votre message…',
    statusStatic: 'Dès que vous aurez appuyé sur « Envoyer », le suivi arrivera sur WhatsApp.',
    openAgain: 'Rouvrir WhatsApp',
    noWhatsApp: 'Je n’utilise pas WhatsApp',
    help: 'WhatsApp ne s’est pas ouvert ?',
  },
  help: {
    heading: 'Envoyer le message à la main',
    close: 'Fermer',
    stepOpen: 'Ouvrez WhatsApp ou WhatsApp Business sur votre téléphone.',
    stepChat: 'Démarrez une discussion avec le {{phone}}.',
    stepPaste: 'Collez le message ci-dessous et appuyez sur « Envoyer ».',
    stepReturn: 'Revenez ici.',
    message: 'Votre message',
    openWhatsApp: 'Ouvrir dans WhatsApp',
    openBusiness: 'Ouvrir dans WhatsApp Business',
    openWeb: 'Ouvrir WhatsApp Web',
    copyNumber: 'Copier le numéro',
    copyMessage: 'Copier le message',
    showQr: 'Afficher le QR code',
    hideQr: 'Masquer le QR code',
    copied: 'Copié',
    copyFailed: 'Ce navigateur ne permet pas de copier. Appuyez longuement sur le texte pour le copier.',
  },
  connected: {
    heading: 'Le suivi par WhatsApp est activé',
    status: 'La connexion est active',
    untilToday: 'La connexion est active jusqu’à {{time}}',
    untilTomorrow: 'La connexion est active jusqu’à demain, {{time}}',
    untilDate: 'La connexion est active jusqu’au {{date}} à {{time}}',
    note: 'Vous pouvez fermer cette page.',
    stop: 'Pour arrêter le suivi, répondez STOP à tout moment.',
    receipt: 'Télécharger la preuve de consentement',
  },
  ended: {
    heading: 'Le suivi par WhatsApp est terminé',
    status: 'Envoyez un nouveau message pour continuer à le recevoir.',
    restart: 'Rétablir la connexion',
  },
  expired: {
    heading: 'Ce lien a expiré',
    status: 'Aucun message n’est arrivé à temps.',
    restart: 'Obtenir un nouveau lien',
  },
  declined: {
    heading: 'Pas de suivi par WhatsApp',
    status: 'Vous ne recevrez aucun message WhatsApp. Merci de surveiller l’appel de votre numéro sur place.',
    restart: 'Activer tout de même le suivi par WhatsApp',
  },
  failed: {
    heading: 'Le suivi par WhatsApp n’est pas disponible pour le moment',
    network: 'Le serveur est injoignable. Merci de vérifier votre connexion.',
    disabled: 'Le suivi par WhatsApp est désactivé ici.',
    other: 'Une erreur s’est produite. Vous gardez votre place dans la file.',
    withLink: 'Impossible d’afficher le suivi en direct pour le moment. Vous pouvez quand même envoyer le message.',
    restart: 'Réessayer',
  },
} as const satisfies Catalogue;

export default fr;
