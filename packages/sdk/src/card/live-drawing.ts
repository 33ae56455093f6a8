import { registerIcons } from './icons.js';
import { helpPanel } from './help-panel.js';
import { withLauncher } from './launcher.js';
import { LIVE_ICONS } from './live-icons.js';

registerIcons(LIVE_ICONS);

/** How the card draws what only the live part shows. */
export const liveDrawing = { helpPanel, withLauncher };

export type LiveDrawing = typeof liveDrawing;
