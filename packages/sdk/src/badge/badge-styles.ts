import { adoptSheet } from '../styles/adopt-sheet.js';

/**
 * A badge takes its text colour and its font from the page around it, so that it fits a light and a dark page. Its colours of
 * state reach a contrast of 3:1 on both. The first declaration of a pair is for browsers without `color-mix`.
 */
export const badgeStyles =
  '.whatsapp-optin-badge{display:inline-flex;flex-wrap:wrap;gap:2px 8px;align-items:center;box-sizing:border-box;' +
  'padding:3px 10px;border:1px solid;border-color:var(--whatsapp-optin-line,color-mix(in srgb,currentColor 25%,transparent));' +
  'border-radius:14px;background:var(--whatsapp-optin-surface,transparent);color:var(--whatsapp-optin-text,inherit);' +
  'font-family:var(--whatsapp-optin-font,inherit);font-size:.8125rem;font-weight:400;line-height:1.4;text-align:start;' +
  'font-variant-numeric:tabular-nums}' +
  '.whatsapp-optin-badge-shape{display:block;flex:none;inline-size:12px;block-size:12px;fill:none;' +
  'color:var(--whatsapp-optin-muted,inherit)}' +
  '.whatsapp-optin-badge-shape,.whatsapp-optin-badge-shape path{stroke:none;stroke-width:0;opacity:1;transform:none;filter:none}' +
  '.whatsapp-optin-badge-shape path{fill:currentColor}' +
  '.whatsapp-optin-badge-shape path[data-line]{fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round}' +
  '[data-tone=good]>.whatsapp-optin-badge-shape{color:var(--whatsapp-optin-accent,#0f8f6d)}' +
  '[data-tone=warn]>.whatsapp-optin-badge-shape{color:var(--whatsapp-optin-warn,#b57500)}' +
  '[data-tone=bad]>.whatsapp-optin-badge-shape{color:var(--whatsapp-optin-danger,#d9483b)}' +
  '@media (forced-colors:active){.whatsapp-optin-badge .whatsapp-optin-badge-shape{color:CanvasText}}';

/** Gives the document or shadow root around `node` the sheet of the badge, once. */
export function adoptBadgeStyles(node: Node): void {
  const root = node.getRootNode();
  // A tree outside any page has no sheets.
  if ('styleSheets' in root) adoptSheet(root as Document | ShadowRoot, badgeStyles);
}
