import displays from './displays.css?text';
import interaction from './interaction.css?text';
import panel from './panel.css?text';
import states from './states.css?text';

/** Style sheet of the live part, after `cardStyles`: hover and focus, the other states and displays, panels. */
export const liveStyles = interaction + states + displays + panel;
