import type { CardAction } from '../card/card-node.js';
import type { LiveDrawing } from '../card/live-drawing.js';
import { createLazyPart, type LazyPart } from '../lazy-part.js';
import type { CardEffects } from '../panel/card-effects.js';
import type { OptIn, OptInOptions, OptInSnapshot } from './opt-in.js';

/** What the first card does without: the live opt-in, the views of all states and displays, and how the card draws them. */
export interface Live {
  readonly liveStyles: string;
  readonly liveDrawing: LiveDrawing;
  createLiveOptIn(options: OptInOptions): OptIn;
  /** What a server draws. */
  getServerSnapshot(options: OptInOptions): OptInSnapshot;
  createCardEffects(root: HTMLElement | ShadowRoot, act: (action: CardAction) => void): CardEffects;
}

/** One file. */
export const livePart: LazyPart<Live> = createLazyPart<Live>('the live status', () => import('./live.js'));
