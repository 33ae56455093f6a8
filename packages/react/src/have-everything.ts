import { learnAllWords } from '@whatsapp-optin/sdk/painter/whole';
import { later } from './later.js';
import * as look from './look.js';
import * as rest from './rest.js';

/** A server renders in one go or not at all: it has every language, display and state from the beginning. */
export function haveEverything(): void {
  learnAllWords();
  Object.assign(later, { look, rest });
}
