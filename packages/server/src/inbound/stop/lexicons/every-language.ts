import type { Lexicon } from '../lexicon.js';

/** Words that people write in each of the languages. */
export const everyLanguage: Lexicon = {
  stop: ['stop', 'stop all', 'stopall', 'unsubscribe', 'opt out', 'optout', 'стоп'],
  halt: [],
  end: [],
  object: [
    ...['message', 'messages', 'msg', 'msgs', 'sms', 'notification', 'notifications', 'notif', 'notifs', 'update'],
    ...['updates', 'whatsapp', 'spam'],
  ],
  send: [],
  not: [],
  refuse: [],
  refusal: [],
  me: [],
  request: [],
  doubt: [],
  other: ['bus stop'],
  unsure: [],
  filler: ['please', 'pls', 'plz', 'plss', 'ok', 'okay', 'thanks', 'thank you', 'thx', 'sorry', 'hi', 'hello', 'now'],
};
