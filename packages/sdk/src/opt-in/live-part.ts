import { createLazyPart, type LazyPart } from '../lazy-part.js';
import type * as LiveModule from './live.js';

/** The live opt-in, the views of all states and displays, how the card draws them, and the rest of the English. */
export type Live = typeof LiveModule;

/** One file. */
export const livePart: LazyPart<Live> = createLazyPart('the live status', () => import('./live.js'));
