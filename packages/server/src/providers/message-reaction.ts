import type { Identity } from './identity.js';

/** A person's reaction to a message of ours. It opens nothing. */
export interface MessageReaction {
  /** The vendor's id of the reaction itself; de-duplicated by it. */
  providerMessageId: string;
  /** The vendor's id of the message that it is about. */
  toMessageId: string;
  /** At least one, best first. */
  sender: readonly [Identity, ...Identity[]];
  /** `null`: taken back, or another emoji. */
  opinion: 'up' | 'down' | null;
  /** The vendor's time; `null` where it gives none. */
  at: Date | null;
}

/** A thumb of any skin tone. */
const THUMB = /^([\u{1f44d}\u{1f44e}])[\u{1f3fb}-\u{1f3ff}]?\ufe0f?$/u;

/** What an emoji says of a message; `null` for any other. */
export function readOpinion(emoji: unknown): MessageReaction['opinion'] {
  const thumb = typeof emoji === 'string' ? THUMB.exec(emoji.trim())?.[1] : undefined;
  if (thumb === undefined) return null;
  return thumb === '👍' ? 'up' : 'down';
}
