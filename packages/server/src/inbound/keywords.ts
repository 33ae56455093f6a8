import type { SupportedLocale } from '@whatsapp-optin/sdk/contract';
import { ar } from './keywords/ar.js';
import { bn } from './keywords/bn.js';
import { de } from './keywords/de.js';
import { en } from './keywords/en.js';
import { es } from './keywords/es.js';
import { fil } from './keywords/fil.js';
import { fr } from './keywords/fr.js';
import { hi } from './keywords/hi.js';
import { id } from './keywords/id.js';
import { ptBR } from './keywords/pt-BR.js';
import { tr } from './keywords/tr.js';
import { ur } from './keywords/ur.js';
import type { Keywords } from './keywords/keywords.js';

/**
 * Words by locale, each read in every locale: people answer an Arabic notice with "STOP". A locale is one file and one line.
 *
 * Only what can mean nothing else to somebody who waits in a queue. A bare "cancel" is left out on purpose, and so is its
 * like in every language (إلغاء, cancelar, annuler, abbrechen, iptal, منسوخ, रद्द, বাতিল, batal, kanselahin), and "leave"
 * (salir, çık, keluar): it may give up the place in the queue, and staff read it; "cancel subscription" is in. An SMS
 * vendor's own CANCEL still ends SMS, on its side. START is stricter still, since it agrees to messages: no "alta" (a
 * clinic's discharge), no bare "begun" (शुरू).
 *
 * BAJA and SAIR are in, although they too can mean "leave": they are what Spain, Argentina and Brazil answer to a sender.
 * So are بند, बंद and বন্ধ, although one may ask "closed?" with them: they are the plain word for "stop it". Hindi, Urdu and
 * Bengali are in in Latin letters too, as many type them.
 *
 * @see Twilio and AWS lists of required English keywords; FCC 47 CFR 64.1200(a)(10), in force since 2025-04-11
 */
export const KEYWORDS: Readonly<Record<SupportedLocale, Keywords>> = {
  en,
  ar,
  es,
  'pt-BR': ptBR,
  fr,
  de,
  tr,
  ur,
  hi,
  bn,
  id,
  fil,
};
