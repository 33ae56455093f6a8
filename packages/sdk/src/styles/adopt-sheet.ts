const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();
const MARK = 'data-whatsapp-optin';

/**
 * Gives `root` one of our sheets, once however often it is called: as a constructable sheet, which no
 * Content-Security-Policy bars and which all roots of a document share; as a `<style>` where a browser has no
 * `adoptedStyleSheets`.
 */
export function adoptSheet(root: Document | ShadowRoot, css: string): void {
  const owner = 'head' in root ? root : root.ownerDocument;
  const view = owner.defaultView;
  if (view && 'adoptedStyleSheets' in root && 'replaceSync' in view.CSSStyleSheet.prototype) {
    const known = sheets.get(owner) ?? new Map<string, CSSStyleSheet>();
    sheets.set(owner, known);
    const sheet = known.get(css) ?? new view.CSSStyleSheet();
    if (!known.has(css)) {
      sheet.replaceSync(css);
      known.set(css, sheet);
    }
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return;
  }
  if ([...root.querySelectorAll(`style[${MARK}]`)].some(({ textContent }) => textContent === css)) return;
  const style = owner.createElement('style');
  style.setAttribute(MARK, '');
  style.textContent = css;
  ('head' in root ? root.head : root).append(style);
}
