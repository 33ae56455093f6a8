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

/** Who is told when the rest has come, or will not. */
export const waiting = new Set<() => void>();

const lose = () => {
  later.lost = true;
};

/** Never rejects. */
export async function loadLook(): Promise<void> {
  if (!later.look) await import('./look.js').then((look) => void (later.look = look), lose);
}

/** The reader is about to act, or the first card does not say all: loads the rest, once. Never rejects. */
export async function prepare(): Promise<void> {
  if (later.rest) return;
  await import('./rest.js').then((rest) => void (later.rest = rest), lose);
  for (const tell of [...waiting]) tell();
}
