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

/**
 * Loads one part, once for all prompts of a page, and tells them all of it once; anew where it did not come.
 *
 * @returns what never rejects
 */
function once(load: () => Promise<Partial<Later>>): () => Promise<void> {
  let coming: Promise<void> | null = null;
  return () =>
    (coming ??= load()
      // What is here must do.
      .catch(() => ((coming = null), { lost: true }))
      .then((part) => {
        Object.assign(later, part);
        waiting.forEach((tell) => tell());
      }));
}

export const loadLook = once(() => import('./look.js').then((look) => ({ look })));

/** The reader is about to act, or the first card does not say all: loads the rest. */
export const prepare = once(() => import('./rest.js').then((rest) => ({ rest })));
