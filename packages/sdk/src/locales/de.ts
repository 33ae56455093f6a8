import type { Catalogue } from './catalogue.js';

/** German: Sie; "Wartenummer" for a ticket; no form that has a gender. */
const de = {
  message: {
    simple: 'Guten Tag, ich möchte Benachrichtigungen zur Warteschlange erhalten',
    branded:
      'Guten Tag {{companyName}}, bitte senden Sie mir die Neuigkeiten zur Warteschlange für die Wartenummer {{ticketNumber}}',
    detailed:
      'Guten Tag {{companyName}}! Ich habe gerade die Wartenummer {{ticketNumber}} gezogen und möchte per WhatsApp über den Stand der Warteschlange benachrichtigt werden. Vielen Dank!',
    generic: 'Guten Tag, ich stehe jetzt in der Warteschlange und möchte per WhatsApp auf dem Laufenden bleiben',
    formal:
      'Sehr geehrtes Team von {{companyName}}, ich möchte Benachrichtigungen zur Warteschlange für die Wartenummer {{ticketNumber}} erhalten. Vielen Dank.',
    casual:
      'Hallo {{companyName}}! Habe gerade die Nummer {{ticketNumber}} gezogen, bekomme ich Updates per WhatsApp? Danke! 😊',
    brief: 'Guten Tag, Wartenummer {{ticketNumber}} - bitte Neuigkeiten per WhatsApp senden',
    reference: ' (Ref.: {{code}})',
  },
  prompt: {
    heading: 'Nachricht erhalten, wenn Sie an der Reihe sind',
    description: '{{organization}} · Wartenummer {{ticket}}',
    descriptionTicket: 'Wartenummer {{ticket}}',
    benefitTicket: 'Bestätigung der Wartenummer',
    benefitPosition: 'Platz in der Warteschlange',
    benefitAlmost: 'Hinweis, bevor Sie an der Reihe sind',
    benefitTurn: 'Nachricht, wenn Sie an der Reihe sind',
    link: 'WhatsApp-Benachrichtigungen aktivieren',
    skip: 'Überspringen',
    close: 'Schließen',
    inAppBrowser: 'Wenn sich WhatsApp nicht öffnet, öffnen Sie diese Seite in Ihrem Browser.',
    offline: 'Sie sind offline. Diese Seite wird aktualisiert, sobald Sie wieder online sind.',
    number: 'Die Nachrichten kommen von',
    consentFirst: 'Die erste Nachricht senden Sie: Tippen Sie auf „Senden“ und kommen Sie dann hierher zurück.',
    consent_one:
      'Sie erhalten nur zu diesem Besuch Neuigkeiten, {{hours}} Stunde lang. Antworten Sie jederzeit mit STOPP, um sie zu beenden.',
    consent_other:
      'Sie erhalten nur zu diesem Besuch Neuigkeiten, {{hours}} Stunden lang. Antworten Sie jederzeit mit STOPP, um sie zu beenden.',
  },
  channels: {
    sms: 'Dringende Neuigkeiten können auch per SMS kommen.',
    push: 'Dringende Neuigkeiten können auch per Push-Nachricht kommen.',
    sms_push: 'Dringende Neuigkeiten können auch per SMS oder Push-Nachricht kommen.',
  },
  qr: {
    label: 'QR-Code: öffnet WhatsApp mit Ihrer Nachricht',
    caption: 'Richten Sie die Kamera Ihres Telefons hierher. Diese Seite aktualisiert sich von selbst.',
    captionStatic: 'Richten Sie die Kamera Ihres Telefons hierher, um die Nachricht zu senden.',
    consentFirst: 'Die erste Nachricht senden Sie: Scannen Sie den Code und tippen Sie dann auf „Senden“.',
    scan: 'Mit dem Telefon scannen',
    reset: 'Dieser Bildschirm leert sich von selbst.',
  },
  steps: {
    label: 'Auf „Senden“ tippen, dann hierher zurückkommen',
    open: 'WhatsApp öffnet sich',
    send: 'Auf „Senden“ tippen',
    return: 'Zurück hierher',
  },
  waiting: {
    heading: 'Tippen Sie jetzt in WhatsApp auf „Senden“',
    description: 'Ihre Nachricht ist schon geschrieben.',
    status: 'Wir warten auf Ihre Nachricht …',
    statusStatic: 'Sobald Sie auf „Senden“ getippt haben, kommen die Neuigkeiten per WhatsApp.',
    openAgain: 'WhatsApp noch einmal öffnen',
    noWhatsApp: 'Ich nutze WhatsApp nicht',
    help: 'WhatsApp hat sich nicht geöffnet?',
  },
  help: {
    heading: 'Nachricht selbst senden',
    close: 'Schließen',
    stepOpen: 'Öffnen Sie WhatsApp oder WhatsApp Business auf Ihrem Telefon.',
    stepChat: 'Beginnen Sie einen Chat mit {{phone}}.',
    stepPaste: 'Fügen Sie die Nachricht unten ein und tippen Sie auf „Senden“.',
    stepReturn: 'Kommen Sie hierher zurück.',
    message: 'Ihre Nachricht',
    openWhatsApp: 'In WhatsApp öffnen',
    openBusiness: 'In WhatsApp Business öffnen',
    openWeb: 'WhatsApp Web öffnen',
    copyNumber: 'Nummer kopieren',
    copyMessage: 'Nachricht kopieren',
    showQr: 'QR-Code anzeigen',
    hideQr: 'QR-Code ausblenden',
    copied: 'Kopiert',
    copyFailed: 'Dieser Browser kann nicht kopieren. Halten Sie den Text gedrückt, um ihn zu kopieren.',
  },
  connected: {
    heading: 'Neuigkeiten per WhatsApp sind aktiviert',
    status: 'Sie sind verbunden',
    untilToday: 'Sie sind bis {{time}} Uhr verbunden',
    untilTomorrow: 'Sie sind bis morgen um {{time}} Uhr verbunden',
    untilDate: 'Sie sind bis {{date}}, {{time}} Uhr verbunden',
    note: 'Sie können diese Seite schließen.',
    stop: 'Antworten Sie jederzeit mit STOPP, um die Neuigkeiten zu beenden.',
    receipt: 'Einwilligungsnachweis herunterladen',
  },
  ended: {
    heading: 'Ihre Neuigkeiten per WhatsApp sind beendet',
    status: 'Senden Sie eine neue Nachricht, um weiterhin Neuigkeiten zu erhalten.',
    restart: 'Wieder verbinden',
  },
  expired: {
    heading: 'Dieser Link ist abgelaufen',
    status: 'Es ist rechtzeitig keine Nachricht eingegangen.',
    restart: 'Neuen Link anfordern',
  },
  declined: {
    heading: 'Keine Neuigkeiten per WhatsApp',
    status: 'Sie erhalten keine WhatsApp-Nachrichten. Bitte achten Sie vor Ort auf Ihre Nummer.',
    restart: 'Neuigkeiten per WhatsApp doch aktivieren',
  },
  failed: {
    heading: 'Neuigkeiten per WhatsApp sind zurzeit nicht verfügbar',
    network: 'Der Server ist nicht erreichbar. Bitte prüfen Sie Ihre Verbindung.',
    disabled: 'Neuigkeiten per WhatsApp sind hier ausgeschaltet.',
    other: 'Etwas ist schiefgegangen. Sie behalten Ihren Platz in der Warteschlange.',
    withLink: 'Der Live-Status kann gerade nicht angezeigt werden. Sie können die Nachricht trotzdem senden.',
    restart: 'Noch einmal versuchen',
  },
} as const satisfies Catalogue;

export default de;
