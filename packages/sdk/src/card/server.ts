import { CATALOGUES } from '../locales/catalogues.js';
import { registerCatalogues } from '../locales/words.js';
import { livePart } from '../opt-in/live-part.js';
import * as live from '../opt-in/live.js';

export { liveStyles } from '../styles/live-styles.js';

/** Every language, state and display at once: a server renders synchronously. */
export function loadEverything(): void {
  registerCatalogues(CATALOGUES);
  livePart.set(live);
}
