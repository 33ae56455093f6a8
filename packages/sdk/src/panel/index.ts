export { openPanel, type PanelOptions, type PanelPlace } from './open-panel.js';
