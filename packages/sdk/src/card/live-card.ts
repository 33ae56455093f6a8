import { registerIcons } from './icons.js';
import { helpPanel } from './help-panel.js';
import { withLauncher } from './launcher.js';
import { LIVE_ICONS } from './live-icons.js';

registerIcons(LIVE_ICONS);

/** The parts of a card that the live part adds: the help panel, and the launcher of `floating` and `sheet`. */
export const liveCard = { helpPanel, withLauncher };

/** See `liveCard`. */
export type LiveCard = typeof liveCard;
