import type { Classification } from './stop/classify-message.js';

/** Why staff should read a message soon. `cancel`: a bare word that may mean the booking. `near_stop`: it may be a STOP. */
export type MessageFlag = 'near_stop' | 'cancel';

/** `null` for what is clear. */
export function flagOf({ kind, rule }: Classification): MessageFlag | null {
  if (kind !== 'unclear') return null;
  return rule === 'cancel_word' ? 'cancel' : 'near_stop';
}
