import { optInStyles } from '@whatsapp-optin/sdk/styles';
import { consoleStyles } from './console-styles.js';
import { frameStyles } from './frame-styles.js';
import { panelStyles } from './panel-styles.js';
import { stateStyles } from './state-styles.js';
import { tableStyles } from './table-styles.js';

/** The look of the admin components, tokens included: one sheet that every root of a document shares. */
export const adminStyles = optInStyles + frameStyles + stateStyles + tableStyles + panelStyles + consoleStyles;
