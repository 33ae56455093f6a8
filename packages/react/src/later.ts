import type * as Look from './look.js';
import type * as Rest from './rest.js';

interface Later {
  /** The style sheet. */
  look: typeof Look | null;
  /** The opt-in itself, and all that no first card shows. */
  rest: typeof Rest | null;
  /** Something did not come: what is here must do. */
  lost: boolean;
}

/** What comes after the first paint, as far as it is here. A server has it from the beginning. */
export const later: Later = { look: null, rest: null, lost: false };

/** Who is told when something has come, or will not. */
export const waiting = new Set<() => void>();

async function take(coming: Promise<Partial<Later>>): Promise<void> {
  // What is here must do.
  Object.assign(later, await coming.catch(() => ({ lost: true })));
  waiting.forEach((tell) => tell());
}

/** Never rejects. */
export async function loadLook(): Promise<void> {
  if (!later.look) await take(import('./look.js').then((look) => ({ look })));
}

/** The reader is about to act, or the first card does not say all: loads the rest, once. Never rejects. */
export async function prepare(): Promise<void> {
  if (!later.rest) await take(import('./rest.js').then((rest) => ({ rest })));
}
