import { optInStyles } from './opt-in-styles.js';

const sheets = new WeakMap<Document, CSSStyleSheet>();
const MARK = 'data-whatsapp-optin';

/**
 * Gives `root` the look, once however often it is called: as a constructable sheet, which no Content-Security-Policy
 * bars and which all roots of a document share; as a `<style>` where a browser has no `adoptedStyleSheets`.
 */
export function adoptOptInStyles(root: Document | ShadowRoot): void {
  const owner = 'head' in root ? root : root.ownerDocument;
  const view = owner.defaultView;
  if (view && 'adoptedStyleSheets' in root && 'replaceSync' in view.CSSStyleSheet.prototype) {
    const sheet = sheets.get(owner) ?? new view.CSSStyleSheet();
    if (!sheets.has(owner)) {
      sheet.replaceSync(optInStyles);
      sheets.set(owner, sheet);
    }
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return;
  }
  if (root.querySelector(`style[${MARK}]`)) return;
  const style = owner.createElement('style');
  style.setAttribute(MARK, '');
  style.textContent = optInStyles;
  ('head' in root ? root.head : root).append(style);
}
