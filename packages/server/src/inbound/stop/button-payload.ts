import { foldWords } from './fold.js';

/** What businesses write behind the button that ends messages. Words of other buttons, such as "end", are left out. */
const STOP_PAYLOADS = new Set(
  [
    'stop',
    'stop all',
    'stop messages',
    'stop notifications',
    'stop promotions',
    'stop updates',
    'unsubscribe',
    'opt out',
  ].map((payload) => foldWords(payload).join('')),
);

const MAX_LENGTH = 40;

/** Whether a button's payload asks for a stop: `STOP_PROMOTIONS`, `opt-out`. */
export function isStopPayload(payload: string): boolean {
  return payload.length <= MAX_LENGTH && STOP_PAYLOADS.has(foldWords(payload).join(''));
}
