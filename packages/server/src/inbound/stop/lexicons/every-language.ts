import { phrases, type Lexicon } from '../lexicon.js';

/** Words that people write in each of the languages. */
export const everyLanguage: Lexicon = {
  stop: phrases(`stop, stop all, stopall, unsubscribe, opt out, optout, стоп`),
  halt: [],
  end: [],
  object: phrases(`
    unsubscribe, opt out, optout, message, messages, msg, msgs, sms, notification, notifications, notif, notifs,
    update, updates, whatsapp, spam
  `),
  send: [],
  not: [],
  refuse: [],
  refusal: [],
  me: [],
  request: [],
  doubt: [],
  other: phrases(`bus stop`),
  unsure: [],
  filler: phrases(`please, pls, plz, plss, ok, okay, thanks, thank you, thx, sorry, hi, hello, now`),
};
