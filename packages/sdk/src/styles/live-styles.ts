import displays from './displays.css?text';
import interaction from './interaction.css?text';
import panel from './panel.css?text';
import states from './states.css?text';

/** What follows the first card: hover and focus, the other states and displays, panels. Written after `cardStyles`. */
export const liveStyles = interaction + states + displays + panel;
