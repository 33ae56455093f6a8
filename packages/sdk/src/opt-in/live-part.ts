import type { CardAction } from '../card/card-node.js';
import type { LiveCard } from '../card/live-card.js';
import { createLazyPart, type LazyPart } from '../lazy-part.js';
import type { CardEffects } from '../panel/card-effects.js';
import type { OptIn, OptInOptions, OptInSnapshot } from './opt-in.js';

/** The live part: everything beyond the first card. It has the live opt-in, the views of all states and displays, their parts and styles. */
export interface Live {
  /** Style sheet, after `cardStyles`. */
  readonly liveStyles: string;
  /** Parts of the card. */
  readonly liveCard: LiveCard;
  /** `createOptIn` with the words that the page has loaded. */
  createLiveOptIn(options: OptInOptions): OptIn;
  /** The snapshot that a server renders. */
  getServerSnapshot(options: OptInOptions): OptInSnapshot;
  /** See `CardEffects`. */
  createCardEffects(root: HTMLElement | ShadowRoot, act: (action: CardAction) => void): CardEffects;
}

/** The lazy part that loads the live part, for all prompts of a page. */
export const livePart: LazyPart<Live> = createLazyPart<Live>('the live status', () => import('./live.js'));
