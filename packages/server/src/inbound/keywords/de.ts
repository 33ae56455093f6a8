import type { Keywords } from './keywords.js';

export const de: Keywords = {
  stop: [
    'stopp',
    'stoppen',
    'bitte stoppen',
    'stopp bitte',
    'abmelden',
    'abmeldung',
    'abbestellen',
    'beenden',
    'ende',
    'aufhören',
    'nachrichten stoppen',
    'nachrichten beenden',
    'nachrichten abbestellen',
    'benachrichtigungen stoppen',
    'benachrichtigungen beenden',
    'benachrichtigungen abbestellen',
    'keine nachrichten mehr',
    'bitte keine nachrichten mehr',
    'keine nachrichten mehr senden',
    'ich möchte keine nachrichten mehr',
  ],
  start: ['starten', 'fortsetzen', 'aktivieren', 'wieder anmelden', 'benachrichtigungen aktivieren'],
};
